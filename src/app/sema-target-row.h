/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_TARGET_ROW (sema_target_row_get_type ())
G_DECLARE_FINAL_TYPE (SemaTargetRow, sema_target_row, SEMA, TARGET_ROW, AdwBin)

void sema_target_row_set_session (SemaTargetRow *self, SemaSession *session);
void sema_target_row_set_multiplied (SemaTargetRow *self, gboolean multiplied);

G_END_DECLS
