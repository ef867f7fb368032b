/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-menu-label.h"

/**
 * sema_menu_label_escape:
 * @text: UTF-8 that nobody wrote as a label: the name of a file or a group
 *
 * Returns: (transfer full): a label that shows it; menus take an underscore for a mnemonic
 */
char *
sema_menu_label_escape (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}
