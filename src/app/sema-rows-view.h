/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-scatter.h"

G_BEGIN_DECLS

#define SEMA_ROWS_VIEW_NO_ROW G_MAXUINT64

/* Properties:
 *   text-scale   double   size of texts, 1 is normal
 *   with-legend  boolean  whether it says what the colours mean
 *   name-of-map  string   what it is called where it is not seen
 * Signals:
 *   row-chosen (guint64 row)  a point was clicked
 *   resized                   sizes are being given out: widgets must not change before that is over
 */
#define SEMA_TYPE_ROWS_VIEW (sema_rows_view_get_type ())
G_DECLARE_FINAL_TYPE (SemaRowsView, sema_rows_view, SEMA, ROWS_VIEW, AdwBin)

void         sema_rows_view_show (SemaRowsView *self, SemaScatter *scatter);
SemaScatter *sema_rows_view_get_scatter (SemaRowsView *self);
void         sema_rows_view_look_at (SemaRowsView *self, guint64 row);

G_END_DECLS
