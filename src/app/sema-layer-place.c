/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-place-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "sema-layer-text.h"
#include "sema-number.h"
#include "sema-toast.h"

G_DEFINE_FINAL_TYPE (SemaLayerPlace, sema_layer_place, SEMA_TYPE_PLACE_VIEW)

static const SemaVocab *
get_vocab (SemaLayerContent *content)
{
  SemaSet *set = sema_layer_content_get_set (content);

  return set != NULL ? sema_set_get_vocab (set) : NULL;
}

/* Makes the layer of the form. */
void
sema_layer_place_make (SemaLayerPlace *self)
{
  const SemaLayerSettings settings = sema_layer_form_get_settings (self->form);
  g_autofree char        *label = g_strdup_printf ("%" PRIu64 " × %" PRIu64, settings.vocab, settings.dim);

  gtk_menu_button_set_label (self->form_button, label);
  g_clear_pointer (&self->set, sema_set_unref);
  sema_layer_model_make (self->model, &settings);
}

static void
take_open_set (SemaLayerPlace *self)
{
  SemaSession *session;
  SemaSet     *set = sema_layer_place_get_open_set (self);

  if (set == NULL || set == self->set || sema_set_get_n_rows (set) == 0)
    return;
  g_clear_pointer (&self->set, sema_set_unref);
  self->set = sema_set_ref (set);
  sema_layer_model_take_set (self->model, set);
  session = sema_place_view_get_session (SEMA_PLACE_VIEW (self));
  sema_tokens_pane_take_set (self->tokens, set, sema_session_get_path (session), sema_session_get_tokenizer (session));
}

static void
source_chosen (SemaLayerPlace *self)
{
  gboolean is_open = !gtk_toggle_button_get_active (self->new_button);

  gtk_widget_set_visible (GTK_WIDGET (self->form_button), !is_open);
  sema_layer_place_show_tensors (self);
  if (is_open)
    take_open_set (self);
  else
    sema_layer_place_make (self);
  sema_layer_place_tell_looks (self);
}

/* Another layer was asked for. */
static void
form_changed (SemaLayerPlace *self)
{
  sema_layer_place_make (self);
  sema_layer_place_tell_looks (self);
}

static void
ids_changed (SemaLayerPlace *self)
{
  gboolean with_one_hot = gtk_toggle_button_get_active (self->one_hot_button);

  gtk_widget_set_visible (self->one_hot_box, with_one_hot);
  sema_layer_model_look_up (self->model, gtk_editable_get_text (self->ids), with_one_hot);
  sema_layer_place_tell_looks (self);
}

/* The ids of a text are shown where ids are typed, which looks them up. */
static void
take_ids (SemaLayerPlace *self)
{
  gtk_editable_set_text (self->ids, sema_tokens_pane_get_ids (self->tokens));
}

static void
show_caption (SemaLayerPlace *self)
{
  SemaLayerContent *content = sema_layer_model_get_content (self->model);
  SemaLayerInput   *input = sema_layer_model_get_input (self->model);
  gboolean          with_one_hot = gtk_toggle_button_get_active (self->one_hot_button);
  g_autofree char  *text = NULL;
  gint64            row, column;

  if (content == NULL)
    return;
  if (input != NULL && sema_weight_view_get_cell (self->output, &row, &column) && (guint64)row < self->n_shown && with_one_hot)
    text = sema_layer_input_work_out (input, content, (gsize)row, (gsize)column);
  else if (sema_weight_view_get_cell (self->weight, &row, &column))
    text = sema_layer_text_describe_column (content, (gsize)column);
  else if (input != NULL && with_one_hot)
    text = sema_layer_text_compare (input, content);
  else
    text = sema_layer_text_describe (content);
  gtk_label_set_text (self->caption, text);
}

static void
show_row (SemaLayerPlace *self)
{
  SemaLayerContent *content = sema_layer_model_get_content (self->model);
  guint64           row = sema_layer_place_find_row (self);

  if (content != NULL && row < sema_layer_content_get_settings (content)->vocab)
    sema_row_pane_show (self->row_pane, content, row);
  sema_layer_place_mark_row (self);
  show_caption (self);
}

static void
show_rows (SemaLayerPlace *self)
{
  SemaLayerInput *input = sema_layer_model_get_input (self->model);
  gsize           n = input != NULL ? input->n : 0;

  sema_weight_view_show_rows (self->output, self->n_shown);
  sema_weight_view_show_rows (self->one_hot, n);
  gtk_widget_set_sensitive (self->step_button, n > 0);
  gtk_widget_set_sensitive (self->all_button, self->n_shown < n);
  show_row (self);
}

/* What has flown is lit, and what will; but one after the other only what has. */
static void
light_rows (SemaLayerPlace *self)
{
  SemaLayerInput *input = sema_layer_model_get_input (self->model);

  if (input == NULL)
    sema_weight_view_light (self->weight, NULL, 0);
  else if (self->n_shown == input->n)
    sema_weight_view_light (self->weight, input->lit, input->n_lit);
  else
    sema_weight_view_light (self->weight, input->ids + (self->n_shown > 0 ? self->n_shown - 1 : 0), self->n_shown > 0 ? 1 : 0);
}

static void
show_titles (SemaLayerPlace *self, SemaLayerContent *content, SemaLayerInput *input)
{
  const SemaLayerSettings *settings = sema_layer_content_get_settings (content);
  gsize                    n = input != NULL ? input->n : 0;
  gboolean                 has_positions = sema_layer_content_get_positions (content) != NULL;
  g_autofree char         *weight = g_strdup_printf (_("Weight W: %" PRIu64 " × %" PRIu64), settings->vocab, settings->dim);
  g_autofree char         *output = g_strdup_printf (has_positions ? _("Output, token + position: %zu × %" PRIu64) : _("Output: %zu × %" PRIu64), n, settings->dim);
  g_autofree char         *one_hot = g_strdup_printf (_("One-hot: %zu × %" PRIu64), n, settings->vocab);

  gtk_label_set_text (self->weight_title, weight);
  gtk_label_set_text (self->output_title, output);
  gtk_label_set_text (self->one_hot_title, input == NULL || input->one_hot != NULL || n == 0 ? one_hot : _("One-hot: too large to be shown"));
}

static void
show_content (SemaLayerPlace *self)
{
  SemaLayerContent *content = sema_layer_model_get_content (self->model);
  SemaWeightShown   shown = {content, (gpointer (*) (gpointer))sema_layer_content_ref, (void (*) (gpointer))sema_layer_content_unref,
                             sema_layer_content_get_weight (content), NULL, get_vocab (content), sema_layer_content_get_limit (content), -1};

  sema_weight_view_show (self->weight, &shown);
  sema_layer_place_look_at_focus (self);
}

/* The output is of the layer's numbers, so it has its colours. */
static void
show_output (SemaLayerPlace *self, SemaLayerContent *content, SemaLayerInput *input)
{
  SemaWeightShown output = {0}, one_hot = {0};

  if (content != NULL && input != NULL && input->n > 0)
    {
      output = (SemaWeightShown) {input, (gpointer (*) (gpointer))sema_layer_input_ref, (void (*) (gpointer))sema_layer_input_unref,
                                  input->output, input->ids, get_vocab (content), sema_layer_content_get_limit (content), -1};
      one_hot = output;
      one_hot.matrix = input->one_hot;
      one_hot.vocab = NULL;
      one_hot.limit = 1;
      one_hot.decimals = 0;
    }
  sema_weight_view_show (self->output, &output);
  sema_weight_view_show (self->one_hot, &one_hot);
}

static void
show_input (SemaLayerPlace *self)
{
  SemaLayerContent *content = sema_layer_model_get_content (self->model);
  SemaLayerInput   *input = sema_layer_model_get_input (self->model);

  sema_row_flight_land (self->flight);
  self->n_shown = input != NULL ? input->n : 0;
  show_output (self, content, input);
  if (content != NULL)
    show_titles (self, content, input);
  light_rows (self);
  show_rows (self);
  sema_layer_place_show_map (self);
}

static void
map_row_chosen (SemaLayerPlace *self, guint64 row)
{
  sema_weight_view_look_at (self->weight, (gint64)row, 0);
}

static void
show_problem (SemaLayerPlace *self)
{
  const char *problem = sema_layer_model_get_problem (self->model);

  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
}

static gboolean
find_box (SemaLayerPlace *self, SemaWeightView *view, guint64 row, graphene_rect_t *box)
{
  graphene_point_t place;

  if (!sema_weight_view_get_row_box (view, row, box) || !gtk_widget_compute_point (GTK_WIDGET (view), GTK_WIDGET (self->flight), &box->origin, &place))
    return FALSE;
  box->origin = place;
  return TRUE;
}

/* The matrix as it is seen, in the overlay's coordinates: the row is cut out of it. */
static GskRenderNode *
draw_weight (SemaLayerPlace *self)
{
  GtkSnapshot     *snapshot = gtk_snapshot_new ();
  graphene_point_t place;

  if (gtk_widget_compute_point (GTK_WIDGET (self->weight), GTK_WIDGET (self->flight), &GRAPHENE_POINT_INIT (0, 0), &place))
    gtk_snapshot_translate (snapshot, &place);
  sema_weight_view_draw (self->weight, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
landed (SemaLayerPlace *self)
{
  SemaLayerInput *input = sema_layer_model_get_input (self->model);

  if (input != NULL && self->n_shown < input->n)
    self->n_shown++;
  show_rows (self);
}

/* The 1 of a row of the one-hot matrix lies anywhere. */
static void
scroll_one_hot (SemaLayerPlace *self, SemaLayerInput *input, gsize row)
{
  if (input->one_hot != NULL && row < input->n)
    sema_weight_view_scroll_to (self->one_hot, row, input->ids[row]);
}

/* Looks up the next id; after the last it begins anew. */
static void
step (SemaLayerPlace *self)
{
  SemaLayerInput *input = sema_layer_model_get_input (self->model);
  graphene_rect_t from, to;
  GskRenderNode  *row;
  guint64         id;

  sema_row_flight_land (self->flight);
  if (input == NULL || input->n == 0)
    return;
  if (self->n_shown == input->n)
    self->n_shown = 0;
  id = input->ids[self->n_shown];
  sema_weight_view_light (self->weight, &id, 1);
  sema_weight_view_scroll_to (self->weight, id, 0);
  scroll_one_hot (self, input, self->n_shown);
  sema_weight_view_show_rows (self->output, self->n_shown);
  row = find_box (self, self->weight, id, &from) && find_box (self, self->output, self->n_shown, &to) ? draw_weight (self) : NULL;
  if (row != NULL)
    sema_row_flight_fly (self->flight, row, &from, &to);
  else
    landed (self);
}

static void
show_all (SemaLayerPlace *self)
{
  SemaLayerInput *input = sema_layer_model_get_input (self->model);

  sema_row_flight_land (self->flight);
  self->n_shown = input != NULL ? input->n : 0;
  light_rows (self);
  show_rows (self);
}

/* One cell of the two matrices is looked at. */
static void
cell_changed (SemaLayerPlace *self, SemaWeightView *view, SemaWeightView *other)
{
  gint64 row, column;

  if (sema_weight_view_get_cell (view, &row, &column))
    {
      sema_weight_view_look_at (other, -1, -1);
      sema_layer_place_select_word (self);
    }
  show_row (self);
}

static void
weight_cell_changed (SemaLayerPlace *self)
{
  cell_changed (self, self->weight, self->output);
}

static void
output_cell_changed (SemaLayerPlace *self)
{
  cell_changed (self, self->output, self->weight);
}

/* An id, or a token where tokens are known. */
static void
go_to_row (SemaLayerPlace *self)
{
  SemaLayerContent *content = sema_layer_model_get_content (self->model);
  const char       *text = gtk_editable_get_text (self->go_to);
  g_autofree char  *problem = NULL;
  guint64           row;

  if (content == NULL || *text == 0)
    return;
  if (sema_layer_text_find_row (content, text, &row, &problem))
    sema_weight_view_look_at (self->weight, (gint64)row, 0);
  else
    sema_toast_show (GTK_WIDGET (self), problem, FALSE);
}

/* Other vectors are open; or none, as when their file was cut: then they are let go. */
static void
set_changed (SemaLayerPlace *self)
{
  gtk_widget_set_sensitive (self->open_button, sema_layer_place_get_open_set (self) != NULL);
  sema_layer_place_show_tensors (self);
  sema_layer_place_take_looks (self);
  if (!gtk_toggle_button_get_active (self->new_button))
    take_open_set (self);
}

static void
sema_layer_place_show_recipe (SemaPlaceView *view)
{
  SemaLayerPlace *self = SEMA_LAYER_PLACE (view);
  SemaSession    *session = sema_place_view_get_session (view);

  if (session == self->followed)
    return;
  self->followed = session;
  g_signal_connect_object (session, "notify::set", G_CALLBACK (set_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::projection", G_CALLBACK (sema_layer_place_show_map), self, G_CONNECT_SWAPPED);
  set_changed (self);
  g_signal_connect_object (session, "notify::focus", G_CALLBACK (sema_layer_place_look_at_focus), self, G_CONNECT_SWAPPED);
}

static void
sema_layer_place_show_looks (SemaPlaceView *view)
{
  sema_layer_place_take_looks (SEMA_LAYER_PLACE (view));
}

static void
show_nothing (SemaPlaceView *view)
{
}

static void
sema_layer_place_dispose (GObject *object)
{
  SemaLayerPlace *self = SEMA_LAYER_PLACE (object);

  g_clear_handle_id (&self->fitting, g_source_remove);
  g_clear_object (&self->model);
  g_clear_pointer (&self->set, sema_set_unref);
  G_OBJECT_CLASS (sema_layer_place_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-layer-place.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, new_button);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, open_button);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, form_button);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, one_hot_button);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, ids);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, go_to);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, step_button);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, all_button);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, problem);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, overlay);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, weight_title);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, weight);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, one_hot_box);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, one_hot_title);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, one_hot);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, output_title);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, output_window);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, weight_window);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, output);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, row_pane);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, caption);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, tokens);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, matrix_button);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, points_button);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, tensor_button);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, tensor_label);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, pages);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, matrix_page);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerPlace, map);
  gtk_widget_class_bind_template_callback (widget_class, source_chosen);
  gtk_widget_class_bind_template_callback (widget_class, ids_changed);
  gtk_widget_class_bind_template_callback (widget_class, step);
  gtk_widget_class_bind_template_callback (widget_class, take_ids);
  gtk_widget_class_bind_template_callback (widget_class, show_all);
  gtk_widget_class_bind_template_callback (widget_class, go_to_row);
  gtk_widget_class_bind_template_callback (widget_class, weight_cell_changed);
  gtk_widget_class_bind_template_callback (widget_class, output_cell_changed);
  gtk_widget_class_bind_template_callback_full (widget_class, "copy_pressed", G_CALLBACK (sema_layer_place_copy));
  gtk_widget_class_bind_template_callback_full (widget_class, "take_tokenizer", G_CALLBACK (sema_layer_place_take_tokenizer));
  gtk_widget_class_bind_template_callback_full (widget_class, "page_chosen", G_CALLBACK (sema_layer_place_choose_page));
  gtk_widget_class_bind_template_callback (widget_class, map_row_chosen);
}

static void
sema_layer_place_class_init (SemaLayerPlaceClass *klass)
{
  SemaPlaceViewClass *place_class = SEMA_PLACE_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_layer_place_dispose;
  place_class->show_recipe = sema_layer_place_show_recipe;
  place_class->show_looks = sema_layer_place_show_looks;
  place_class->show_picture = show_nothing;
  g_type_ensure (SEMA_TYPE_LAYER_MAP_PANE);
  g_type_ensure (SEMA_TYPE_ROW_PANE);
  g_type_ensure (SEMA_TYPE_TOKENS_PANE);
  g_type_ensure (SEMA_TYPE_WEIGHT_VIEW);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "layer.copy", "s", sema_layer_place_copy_as);
}

static void
sema_layer_place_init (SemaLayerPlace *self)
{
  self->model = sema_layer_model_new ();
  self->flight = SEMA_ROW_FLIGHT (sema_row_flight_new ());
  self->form = g_object_ref_sink (SEMA_LAYER_FORM (sema_layer_form_new ()));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_popover (self->form_button, GTK_WIDGET (self->form));
  g_object_unref (self->form); /* the button holds it */
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->flight));
  g_signal_connect_object (self->flight, "landed", G_CALLBACK (landed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "settings-changed", G_CALLBACK (form_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::content", G_CALLBACK (show_content), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::input", G_CALLBACK (show_input), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::problem", G_CALLBACK (show_problem), self, G_CONNECT_SWAPPED);
  sema_layer_place_offer_tensors (self);
  sema_layer_place_watch_room (self);
  ids_changed (self);
  sema_layer_place_make (self);
}
