/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-matrix.h"
#include "sema-vocab.h"

G_BEGIN_DECLS

#define SEMA_TYPE_WEIGHT_VIEW (sema_weight_view_get_type ())
G_DECLARE_FINAL_TYPE (SemaWeightView, sema_weight_view, SEMA, WEIGHT_VIEW, GtkWidget)

/**
 * SemaWeightShown:
 * @owner: (nullable): what the rest belongs to
 * @ref: takes a reference to @owner
 * @unref: drops it
 * @matrix: (nullable): what is shown
 * @ids: (nullable): token ids of the rows
 * @vocab: (nullable): tokens of the ids
 * @limit: largest absolute value
 * @decimals: of the numbers; -1: as many as suit @limit
 */
typedef struct
{
  gpointer owner;
  gpointer (*ref) (gpointer owner);
  void (*unref) (gpointer owner);
  const SemaMatrix *matrix;
  const guint64    *ids;
  const SemaVocab  *vocab;
  double            limit;
  int               decimals;
} SemaWeightShown;

void     sema_weight_view_show (SemaWeightView *self, const SemaWeightShown *shown);
void     sema_weight_view_light (SemaWeightView *self, const guint64 *rows, gsize n);
void     sema_weight_view_show_rows (SemaWeightView *self, guint64 n);
void     sema_weight_view_scroll_to (SemaWeightView *self, guint64 row, gsize column);
void     sema_weight_view_look_at (SemaWeightView *self, gint64 row, gint64 column);
gboolean sema_weight_view_get_cell (SemaWeightView *self, gint64 *row, gint64 *column);
void     sema_weight_view_draw (SemaWeightView *self, GtkSnapshot *snapshot);
gboolean sema_weight_view_get_row_box (SemaWeightView *self, guint64 row, graphene_rect_t *box);

G_END_DECLS
