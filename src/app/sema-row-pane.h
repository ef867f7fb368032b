/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-layer-content.h"

G_BEGIN_DECLS

#define SEMA_TYPE_ROW_PANE (sema_row_pane_get_type ())
G_DECLARE_FINAL_TYPE (SemaRowPane, sema_row_pane, SEMA, ROW_PANE, AdwBin)

void sema_row_pane_show (SemaRowPane *self, const SemaLayerContent *content, guint64 row);

G_END_DECLS
