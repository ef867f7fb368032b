/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-layer-form.h"
#include "sema-layer-map-pane.h"
#include "sema-layer-model.h"
#include "sema-layer-place.h"
#include "sema-row-flight.h"
#include "sema-row-pane.h"
#include "sema-tokens-pane.h"
#include "sema-weight-view.h"

G_BEGIN_DECLS

/**
 * SemaLayerPlace:
 *
 * An embedding layer from inside: the weight matrix, token ids, and the rows that they pick, one after the other or at once, beside the
 * one-hot product that comes to the same.
 */
struct _SemaLayerPlace
{
  SemaPlaceView parent_instance;

  SemaLayerModel *model;
  SemaSession    *followed; /* not owned: its vectors are told */
  SemaSet        *set;      /* that was asked for as a layer, or NULL */
  guint64         n_shown;  /* rows of the output that are there already */
  SemaRowFlight  *flight;
  gboolean        is_filling; /* what is chosen, from the session */
  SemaLayerForm  *form;

  GtkToggleButton *new_button;
  GtkWidget       *open_button;
  GtkMenuButton   *form_button;
  GtkMenuButton   *tensor_button;
  GtkLabel        *tensor_label;
  GtkToggleButton *matrix_button;
  GtkToggleButton *points_button;
  GtkToggleButton *one_hot_button;
  GtkEditable     *ids;
  GtkEditable     *go_to;
  GtkWidget       *step_button;
  GtkWidget       *all_button;
  GtkLabel        *problem;
  GtkOverlay      *overlay;
  GtkLabel        *weight_title;
  SemaWeightView  *weight;
  GtkWidget       *one_hot_box;
  GtkLabel        *one_hot_title;
  SemaWeightView  *one_hot;
  GtkLabel        *output_title;
  GtkWidget       *output_window;
  GtkWidget       *weight_window;
  SemaWeightView  *output;
  SemaRowPane     *row_pane;
  GtkLabel        *caption;
  SemaTokensPane  *tokens;
  guint            fitting; /* idle source, or 0 */

  GtkStack         *pages;
  GtkWidget        *matrix_page;
  SemaLayerMapPane *map;
};

SemaSet *sema_layer_place_get_open_set (SemaLayerPlace *self);
guint64  sema_layer_place_find_row (SemaLayerPlace *self);
void     sema_layer_place_select_word (SemaLayerPlace *self);
void     sema_layer_place_look_at_focus (SemaLayerPlace *self);
void     sema_layer_place_choose_page (SemaLayerPlace *self);
void     sema_layer_place_show_map (SemaLayerPlace *self);
void     sema_layer_place_offer_tensors (SemaLayerPlace *self);
void     sema_layer_place_take_tokenizer (SemaLayerPlace *self, const char *tokenizer);
void     sema_layer_place_show_tensors (SemaLayerPlace *self);
void     sema_layer_place_make (SemaLayerPlace *self);
void     sema_layer_place_copy (SemaLayerPlace *self);
void     sema_layer_place_copy_as (GtkWidget *widget, const char *action, GVariant *target);
void     sema_layer_place_tell_looks (SemaLayerPlace *self);
void     sema_layer_place_take_looks (SemaLayerPlace *self);
void     sema_layer_place_watch_room (SemaLayerPlace *self);
void     sema_layer_place_mark_row (SemaLayerPlace *self);

G_END_DECLS
