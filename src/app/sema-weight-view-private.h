/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-renderer.h"
#include "sema-weight-grid.h"
#include "sema-weight-view.h"

G_BEGIN_DECLS

/**
 * SemaWeightView:
 *
 * A matrix that can be read and scrolled, however large it is: what is seen of it is composed for each frame. Heads stay where they are.
 * One cell is looked at, which keys move.
 */
struct _SemaWeightView
{
  GtkWidget parent_instance;

  SemaWeightShown      shown;
  SemaWeightGrid       grid;
  SemaWeightGridLayout layout;
  guint64             *lit;
  gsize                n_lit;
  guint64              shown_rows;
  gint64               row;
  gint64               column;
  SemaRenderer        *renderer;
  char                *name;
  double               text_scale;

  gboolean is_fetching; /* rows from the disk */
  gboolean is_waiting;  /* for rows that are seen: their cells stay empty meanwhile */
  guint64  fetched[2];  /* the first row that was fetched last, and that after the last */

  GtkAdjustment      *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
};

SemaWeightGridView sema_weight_view_get_view (SemaWeightView *self);
void               sema_weight_view_fetch_rows (SemaWeightView *self);
void               sema_weight_view_ask_for_copy (SemaWeightView *self);
void               sema_weight_view_add_controllers (SemaWeightView *self);
gboolean           sema_weight_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip);

G_END_DECLS
