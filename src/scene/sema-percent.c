/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-percent.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * sema_percent_print:
 * @ratio: 0 to 1
 *
 * Returns: (transfer full): the ratio in whole percent, such as "23 %"; "<1 %" for what is more than nothing and rounds to it;
 *   "0 %" for what is not a number
 */
char *
sema_percent_print (double ratio)
{
  double percent = isfinite (ratio) ? round (100 * CLAMP (ratio, 0, 1)) : 0;

  if (ratio > 0 && percent < 1)
    return g_strdup (_("<1 %"));
  return g_strdup_printf (_("%u %%"), (guint)percent);
}
