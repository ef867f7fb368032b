/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-place-private.h"

/* The rows of the layer as points, in the place of its matrices. */

/* The map of words, where these are rows of the layer; else NULL. */
static SemaScatter *
find_words (SemaLayerPlace *self)
{
  SemaSession    *session = sema_place_view_get_session (SEMA_PLACE_VIEW (self));
  SemaProjection *projection = session != NULL ? sema_session_get_projection (session) : NULL;
  SemaSet        *set = sema_layer_content_get_set (sema_layer_model_get_content (self->model));

  return projection != NULL && set != NULL && sema_projection_get_set (projection) == set ? sema_projection_get_scatter (projection) : NULL;
}

/* Rows of the open vectors are shown as all places show them, new ones as they are. */
static SemaVectors
choose_kind (SemaLayerPlace *self)
{
  SemaSession *session = sema_place_view_get_session (SEMA_PLACE_VIEW (self));

  if (session == NULL || sema_layer_content_get_set (sema_layer_model_get_content (self->model)) == NULL)
    return SEMA_VECTORS_RAW;
  return sema_session_get_recipe (session)->vectors;
}

void
sema_layer_place_mark_row (SemaLayerPlace *self)
{
  gint64 row, column;

  if (sema_weight_view_get_cell (self->weight, &row, &column))
    sema_layer_map_pane_look_at (self->map, (guint64)row);
}

/* What the map shows has changed; while it is not seen, nothing is worked out. */
void
sema_layer_place_show_map (SemaLayerPlace *self)
{
  SemaLayerContent *content = sema_layer_model_get_content (self->model);

  if (content == NULL || gtk_toggle_button_get_active (self->matrix_button))
    return;
  sema_layer_map_pane_show (self->map, content, sema_layer_model_get_input (self->model), find_words (self), choose_kind (self));
  sema_layer_place_mark_row (self);
}

/* Of what belongs to the matrices, nothing is in the way. */
void
sema_layer_place_choose_page (SemaLayerPlace *self)
{
  gboolean is_map = !gtk_toggle_button_get_active (self->matrix_button);

  gtk_stack_set_visible_child (self->pages, is_map ? GTK_WIDGET (self->map) : self->matrix_page);
  gtk_widget_set_visible (self->step_button, !is_map);
  gtk_widget_set_visible (self->all_button, !is_map);
  gtk_widget_set_visible (GTK_WIDGET (self->one_hot_button), !is_map);
  sema_layer_place_show_map (self);
  sema_layer_place_tell_looks (self);
}

/**
 * sema_layer_place_get_scatter:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the map of rows, while that is seen
 */
SemaScatter *
sema_layer_place_get_scatter (SemaLayerPlace *self)
{
  return gtk_toggle_button_get_active (self->matrix_button) ? NULL : sema_layer_map_pane_get_scatter (self->map);
}
