/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"

G_BEGIN_DECLS

void          sema_cli_interrupt_set_up (void);
SemaProgress *sema_cli_interrupt_get_progress (void);
gboolean      sema_cli_interrupt_is_wanted (void);
gboolean      sema_cli_interrupt_write (const char *path, GBytes *bytes, GError **error);
void          sema_cli_interrupt_obey (gboolean is_done);

G_END_DECLS
