/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-map-pane.h"

#include <glib/gi18n-lib.h>

#include "sema-layer-map-model.h"
#include "sema-layer-points.h"
#include "sema-rows-view.h"

#define DURATION 4000 /* ms, from random to trained: a class follows a word */
#define NARROW 760    /* logical units, in which one picture has to do */
#define LEAST_WORDS 3 /* that make a map worth beginning with */

/* In the order of the list. */
typedef enum {
  ROWS_FIRST,
  ROWS_LOOKED_UP,
  ROWS_WORDS,
} Rows;

/**
 * SemaLayerMapPane:
 *
 * Rows of an embedding layer as points; beside trained ones the same rows as they begin at random, and a slider between the two.
 */
struct _SemaLayerMapPane
{
  AdwBin parent_instance;

  SemaLayerContent  *content;
  SemaLayerInput    *input; /* or NULL */
  SemaScatter       *words; /* or NULL */
  SemaVectors        kind;
  SemaLayerMapModel *model;
  AdwAnimation      *playing;
  gboolean           is_filling;
  gboolean           is_wide;
  guint              fitting; /* idle source, or 0 */

  GtkDropDown     *rows;
  GtkWidget       *beginning;
  GtkWidget       *between;
  GtkRange        *share;
  GtkButton       *play_button;
  GtkSpinButton   *seed;
  GtkToggleButton *both_button;
  GtkWidget       *spinner;
  GtkLabel        *problem;
  SemaRowsView    *random_view;
  SemaRowsView    *view;
};

enum {
  PROP_TEXT_SCALE = 1,
};

static guint row_chosen_signal;

G_DEFINE_FINAL_TYPE (SemaLayerMapPane, sema_layer_map_pane, ADW_TYPE_BIN)

/* Or NULL. */
static SemaScatter *
get_random (SemaLayerMapPane *self)
{
  const SemaLayerMap *map = sema_layer_map_model_get_map (self->model);

  return map != NULL ? map->random : NULL;
}

static void
show_share (SemaLayerMapPane *self)
{
  const SemaLayerMap     *map = sema_layer_map_model_get_map (self->model);
  g_autoptr (SemaScatter) mixed = map != NULL ? sema_layer_map_mix (map, gtk_range_get_value (self->share)) : NULL;

  sema_rows_view_show (self->view, mixed);
}

static void
show_problem (SemaLayerMapPane *self, const char *sentence)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
  gtk_label_set_text (self->problem, sentence != NULL ? sentence : "");
}

/* One picture beside the other, where there are two and there is room. */
static void
show_views (SemaLayerMapPane *self)
{
  gboolean has_random = get_random (self) != NULL;

  gtk_widget_set_visible (self->beginning, has_random);
  gtk_widget_set_visible (self->between, has_random);
  gtk_widget_set_visible (GTK_WIDGET (self->both_button), self->is_wide);
  gtk_widget_set_visible (GTK_WIDGET (self->random_view), has_random && self->is_wide && gtk_toggle_button_get_active (self->both_button));
  sema_rows_view_show (self->random_view, get_random (self));
}

static const char *
explain_nothing (SemaLayerMapPane *self)
{
  const SemaLayerMap *map = sema_layer_map_model_get_map (self->model);

  if (map == NULL || map->weight->points->len > 0)
    return NULL;
  if (gtk_drop_down_get_selected (self->rows) == ROWS_WORDS)
    return _("No word is on the map yet: add words at the left.");
  return _("No id is looked up yet: type ids above, such as 2, 3, 5, 1.");
}

static void
made (SemaLayerMapPane *self)
{
  const char *problem = sema_layer_map_model_get_problem (self->model);

  gtk_widget_set_visible (self->spinner, FALSE);
  show_problem (self, problem != NULL ? problem : explain_nothing (self));
  show_views (self);
  show_share (self);
}

static SemaScatter *
choose_points (SemaLayerMapPane *self)
{
  switch ((Rows)gtk_drop_down_get_selected (self->rows))
    {
    case ROWS_LOOKED_UP:
      return sema_layer_points_new_looked_up (self->content, self->input, self->kind);
    case ROWS_WORDS:
      return sema_layer_points_new_words (self->words);
    case ROWS_FIRST:
    default:
      return sema_layer_points_new_first (self->content, self->input, self->kind);
    }
}

static void
start (SemaLayerMapPane *self)
{
  g_autoptr (SemaScatter) points = choose_points (self);

  sema_layer_map_model_make (self->model, self->content, points, self->kind, (guint64)gtk_spin_button_get_value (self->seed));
  gtk_widget_set_visible (self->spinner, TRUE);
}

static void
choice_changed (SemaLayerMapPane *self)
{
  if (!self->is_filling && self->content != NULL)
    start (self);
}

static char *
name_first (SemaLayerContent *content)
{
  guint64 n = sema_layer_content_get_settings (content)->vocab;

  if (n > SEMA_LAYER_POINTS_MOST)
    return g_strdup_printf (_("First %u"), (guint)SEMA_LAYER_POINTS_MOST);
  return g_strdup (_("All Rows"));
}

/* The words of the map are rows of the open vectors only. */
static void
fill_rows (SemaLayerMapPane *self)
{
  g_autofree char          *first = name_first (self->content);
  const char *const         names[] = {first, _("Looked Up"), self->words != NULL ? _("Map Words") : NULL, NULL};
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  guint                     chosen = gtk_drop_down_get_selected (self->rows);

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->rows, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->rows, MIN (chosen, g_list_model_get_n_items (G_LIST_MODEL (list)) - 1));
  self->is_filling = FALSE;
}

/* A new layer begins with all it has, trained vectors with the words that are known from the map. */
static void
choose_rows (SemaLayerMapPane *self)
{
  gboolean has_words = self->words != NULL && self->words->points->len >= LEAST_WORDS;

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->rows, has_words ? ROWS_WORDS : ROWS_FIRST);
  self->is_filling = FALSE;
}

/**
 * sema_layer_map_pane_show:
 * @self: a pane
 * @content: a layer
 * @input: (nullable): what is looked up in it
 * @words: (nullable): the map of words of its vectors; %NULL where its rows are no words of the map
 * @kind: how rows are shown
 *
 * Draws rows of the layer anew.
 */
void
sema_layer_map_pane_show (SemaLayerMapPane *self, SemaLayerContent *content, SemaLayerInput *input, SemaScatter *words, SemaVectors kind)
{
  gboolean is_new = content != self->content;

  sema_layer_content_ref (content);
  g_clear_pointer (&self->content, sema_layer_content_unref);
  self->content = content;
  g_clear_pointer (&self->input, sema_layer_input_unref);
  self->input = input != NULL ? sema_layer_input_ref (input) : NULL;
  g_clear_pointer (&self->words, sema_scatter_unref);
  self->words = words != NULL ? sema_scatter_ref (words) : NULL;
  self->kind = kind;
  fill_rows (self);
  if (is_new)
    choose_rows (self);
  start (self);
}

/**
 * sema_layer_map_pane_look_at:
 * @self: a pane
 * @row: of the layer
 *
 * Marks the row, where it is drawn.
 */
void
sema_layer_map_pane_look_at (SemaLayerMapPane *self, guint64 row)
{
  sema_rows_view_look_at (self->view, row);
  sema_rows_view_look_at (self->random_view, row);
}

static void
choose_row (SemaLayerMapPane *self, guint64 row)
{
  g_signal_emit (self, row_chosen_signal, 0, row);
}

static void
show_play (SemaLayerMapPane *self)
{
  gboolean is_playing = adw_animation_get_state (self->playing) == ADW_ANIMATION_PLAYING;

  gtk_button_set_icon_name (self->play_button, is_playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
}

static void
play (SemaLayerMapPane *self)
{
  double from = gtk_range_get_value (self->share);

  if (adw_animation_get_state (self->playing) == ADW_ANIMATION_PLAYING)
    {
      adw_animation_pause (self->playing);
      return;
    }
  from = from < 1 ? from : 0;
  adw_animation_reset (self->playing);
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->playing), from);
  adw_timed_animation_set_duration (ADW_TIMED_ANIMATION (self->playing), (guint)(DURATION * (1 - from)));
  adw_animation_play (self->playing);
}

static void
go_on (double share, gpointer data)
{
  SemaLayerMapPane *self = data;

  gtk_range_set_value (self->share, share);
}

/* By hand. */
static gboolean
share_moved (SemaLayerMapPane *self)
{
  if (adw_animation_get_state (self->playing) == ADW_ANIMATION_PLAYING)
    adw_animation_pause (self->playing);
  return FALSE;
}

static gboolean
fit_views (gpointer data)
{
  SemaLayerMapPane *self = data;

  self->fitting = 0;
  show_views (self);
  return G_SOURCE_REMOVE;
}

/* Not at once, as a widget must not change while sizes are given out. */
static void
resized (SemaLayerMapPane *self)
{
  gboolean is_wide = gtk_widget_get_width (GTK_WIDGET (self)) >= NARROW;

  if (is_wide == self->is_wide)
    return;
  self->is_wide = is_wide;
  if (self->fitting == 0)
    self->fitting = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_views, self, NULL);
}

static void
sema_layer_map_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SemaLayerMapPane *self = SEMA_LAYER_MAP_PANE (object);

  if (id != PROP_TEXT_SCALE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  g_object_set_property (G_OBJECT (self->view), "text-scale", value);
  g_object_set_property (G_OBJECT (self->random_view), "text-scale", value);
}

static void
sema_layer_map_pane_dispose (GObject *object)
{
  SemaLayerMapPane *self = SEMA_LAYER_MAP_PANE (object);

  g_clear_handle_id (&self->fitting, g_source_remove);
  g_clear_object (&self->playing);
  g_clear_pointer (&self->content, sema_layer_content_unref);
  g_clear_pointer (&self->input, sema_layer_input_unref);
  g_clear_pointer (&self->words, sema_scatter_unref);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (sema_layer_map_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-layer-map-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaLayerMapPane, rows);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerMapPane, beginning);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerMapPane, between);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerMapPane, share);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerMapPane, play_button);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerMapPane, seed);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerMapPane, both_button);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerMapPane, spinner);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerMapPane, problem);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerMapPane, random_view);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerMapPane, view);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, show_share);
  gtk_widget_class_bind_template_callback (widget_class, share_moved);
  gtk_widget_class_bind_template_callback (widget_class, show_views);
  gtk_widget_class_bind_template_callback (widget_class, choose_row);
  gtk_widget_class_bind_template_callback (widget_class, play);
  gtk_widget_class_bind_template_callback (widget_class, resized);
}

static void
sema_layer_map_pane_class_init (SemaLayerMapPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = sema_layer_map_pane_set_property;
  object_class->dispose = sema_layer_map_pane_dispose;
  g_object_class_install_property (object_class, PROP_TEXT_SCALE,
                                   g_param_spec_double ("text-scale", NULL, NULL, 0.1, 10, 1, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  row_chosen_signal = g_signal_new ("row-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);
  g_type_ensure (SEMA_TYPE_ROWS_VIEW);
  bind_template (widget_class);
}

static void
sema_layer_map_pane_init (SemaLayerMapPane *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (go_on, self, NULL);

  self->model = sema_layer_map_model_new ();
  g_signal_connect_object (self->model, "made", G_CALLBACK (made), self, G_CONNECT_SWAPPED);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
  self->playing = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION, target);
  g_signal_connect_object (self->playing, "notify::state", G_CALLBACK (show_play), self, G_CONNECT_SWAPPED);
}

/**
 * sema_layer_map_pane_get_scatter:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): what is seen
 */
SemaScatter *
sema_layer_map_pane_get_scatter (SemaLayerMapPane *self)
{
  return sema_rows_view_get_scatter (self->view);
}
