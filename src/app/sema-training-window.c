/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-training-window.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sema-curve.h"
#include "sema-data-dir.h"
#include "sema-file-chooser.h"
#include "sema-scatter-scene.h"
#include "sema-scene-view.h"
#include "sema-toast.h"
#include "sema-training-map.h"
#include "sema-training-text.h"
#include "sema-training.h"
#include "sema-vectors-save.h"

#define MOST_WORDS 150 /* on the map */
#define N_NEIGHBOURS 12
#define PERIOD 33          /* ms between two steps that are watched */
#define READING_PERIOD 100 /* ms between two looks at how much of the text is read */

/* The text that is shipped is small: it wants to be gone through more often, and in larger steps. */
#define SHIPPED_EPOCHS 60
#define SHIPPED_RATE 0.05

/**
 * SemaTrainingWindow:
 *
 * Word vectors that are learnt while one looks: the most frequent words leave the random cloud, the loss falls, the nearest words change.
 */
struct _SemaTrainingWindow
{
  AdwWindow parent_instance;

  SemaTraining     *training;
  SemaScatter      *scatter; /* of the snapshot that is shown, or NULL */
  SemaTrainingSaved saved;
  gpointer          saved_data;
  gboolean          is_filling;
  guint             stepping; /* timeout, or 0 */
  guint             reading;  /* timeout while the text is read, or 0 */

  GtkWidget      *content;
  AdwWindowTitle *window_title;
  GtkWidget      *save_button;
  GtkWidget      *start_button;
  GtkWidget      *step_button;
  GtkWidget      *restart_button;
  GtkLabel       *progress;
  GtkCheckButton *slowly;
  SemaSceneView  *map;
  SemaSceneView  *curve;
  GtkSpinButton  *dim;
  GtkSpinButton  *window;
  GtkSpinButton  *epochs;
  GtkSpinButton  *rate;
  GtkSpinButton  *min_count;
  GtkSpinButton  *seed;
  GtkEditable    *word;
  GtkLabel       *neighbours;
};

G_DEFINE_FINAL_TYPE (SemaTrainingWindow, sema_training_window, ADW_TYPE_WINDOW)

static SemaTrainingSettings
get_settings (SemaTrainingWindow *self)
{
  SemaTrainingSettings settings = SEMA_TRAINING_DEFAULTS;

  settings.learning.dim = (gsize)gtk_spin_button_get_value_as_int (self->dim);
  settings.learning.window = (guint)gtk_spin_button_get_value_as_int (self->window);
  settings.learning.epochs = (guint)gtk_spin_button_get_value_as_int (self->epochs);
  settings.learning.rate = gtk_spin_button_get_value (self->rate);
  settings.learning.seed = (guint64)gtk_spin_button_get_value (self->seed);
  settings.min_count = (guint64)gtk_spin_button_get_value (self->min_count);
  return settings;
}

static SemaScene *
compose_map (double width, double height, const SemaMeasure *measure, gpointer data)
{
  SemaTrainingWindow *self = data;
  SemaScatterView     view;

  if (self->scatter == NULL)
    return NULL;
  sema_scatter_view_init (&view, width, height);
  return sema_scatter_compose (self->scatter, &view, measure);
}

static SemaScene *
compose_curve (double width, double height, const SemaMeasure *measure, gpointer data)
{
  SemaTrainingWindow *self = data;
  gsize               n;
  const double       *losses = sema_training_get_losses (self->training, &n);

  return sema_curve_compose (losses, n, SEMA_TRAINING_MOST_POINTS, width, height, 1, measure);
}

static void
show_neighbours (SemaTrainingWindow *self)
{
  SemaSet         *set = sema_training_get_snapshot (self->training);
  const char      *word = gtk_editable_get_text (self->word);
  g_autofree char *text = set != NULL && *word != 0 ? sema_training_text_list_neighbours (set, word, N_NEIGHBOURS) : NULL;

  gtk_label_set_text (self->neighbours, text != NULL ? text : "");
}

static void
show_map (SemaTrainingWindow *self)
{
  SemaSet     *set = sema_training_get_snapshot (self->training);
  SemaScatter *next = set != NULL ? sema_training_map_new (set, MOST_WORDS, self->scatter, NULL) : NULL;

  g_clear_pointer (&self->scatter, sema_scatter_unref);
  self->scatter = next;
  sema_scene_view_update (self->map);
  sema_scene_view_update (self->curve);
}

static void
show_buttons (SemaTrainingWindow *self)
{
  SemaTrainingState state = sema_training_get_state (self->training);
  gboolean          is_paused = state == SEMA_TRAINING_PAUSED;
  gboolean          is_running = state == SEMA_TRAINING_RUNNING || self->stepping != 0;

  gboolean is_reading = state == SEMA_TRAINING_READING;

  gtk_button_set_label (GTK_BUTTON (self->start_button), is_reading ? _("Cancel") : is_running ? _("Pause") : _("Start"));
  gtk_widget_set_sensitive (self->start_button, is_paused || is_running || is_reading);
  gtk_widget_set_sensitive (self->step_button, is_paused || is_running);
  gtk_widget_set_sensitive (self->restart_button, is_paused || is_running || state == SEMA_TRAINING_DONE);
  gtk_widget_set_sensitive (self->save_button, sema_training_is_whole (self->training) && !is_running);
}

static gboolean
is_over (SemaTrainingWindow *self)
{
  SemaTrainingState state = sema_training_get_state (self->training);

  return state == SEMA_TRAINING_DONE || state == SEMA_TRAINING_EMPTY || state == SEMA_TRAINING_READING;
}

static void
show_progress (SemaTrainingWindow *self)
{
  g_autofree char *progress = sema_training_text_describe (self->training);

  gtk_label_set_text (self->progress, progress);
}

static gboolean
look_at_reading (gpointer data)
{
  show_progress (data);
  return G_SOURCE_CONTINUE;
}

/* Nothing is told while a text is read: it is looked at. */
static void
watch_reading (SemaTrainingWindow *self)
{
  gboolean is_reading = sema_training_get_state (self->training) == SEMA_TRAINING_READING;

  if (is_reading && self->reading == 0)
    self->reading = g_timeout_add (READING_PERIOD, look_at_reading, self);
  else if (!is_reading)
    g_clear_handle_id (&self->reading, g_source_remove);
}

static void
training_changed (SemaTrainingWindow *self)
{
  if (is_over (self))
    g_clear_handle_id (&self->stepping, g_source_remove);
  watch_reading (self);
  show_progress (self);
  show_buttons (self);
  show_map (self);
  show_neighbours (self);
}

static void
training_failed (SemaTrainingWindow *self, const char *sentence)
{
  training_changed (self);
  gtk_label_set_text (self->progress, sentence);
}

static void
open_text (const char *path, gpointer data)
{
  SemaTrainingWindow        *self = data;
  const SemaTrainingSettings settings = get_settings (self);
  g_autofree char           *name = g_filename_display_basename (path);

  g_clear_handle_id (&self->stepping, g_source_remove);
  adw_window_title_set_subtitle (self->window_title, name);
  sema_training_open (self->training, path, &settings);
}

static void
choose_text (SemaTrainingWindow *self)
{
  g_autofree char *folder = sema_data_dir_build ("texts", NULL);

  sema_file_chooser_open (GTK_WINDOW (self), _("Choose a Text"), folder, open_text, self);
}

static gboolean
go_on (gpointer data)
{
  sema_training_step (SEMA_TRAINING_WINDOW (data)->training);
  return G_SOURCE_CONTINUE;
}

static void
pause_training (SemaTrainingWindow *self)
{
  g_clear_handle_id (&self->stepping, g_source_remove);
  if (sema_training_get_state (self->training) == SEMA_TRAINING_RUNNING)
    sema_training_pause (self->training);
  show_buttons (self);
}

static void
start_or_pause (SemaTrainingWindow *self)
{
  if (sema_training_get_state (self->training) == SEMA_TRAINING_READING)
    sema_training_forget (self->training);
  else if (self->stepping != 0 || sema_training_get_state (self->training) == SEMA_TRAINING_RUNNING)
    pause_training (self);
  else if (gtk_check_button_get_active (self->slowly))
    self->stepping = g_timeout_add (PERIOD, go_on, self);
  else
    sema_training_start (self->training);
  show_buttons (self);
}

static void
step (SemaTrainingWindow *self)
{
  g_clear_handle_id (&self->stepping, g_source_remove);
  sema_training_step (self->training);
}

static void
restart (SemaTrainingWindow *self)
{
  const SemaTrainingSettings settings = get_settings (self);

  if (self->is_filling || sema_training_get_state (self->training) == SEMA_TRAINING_EMPTY)
    return;
  g_clear_handle_id (&self->stepping, g_source_remove);
  sema_training_restart (self->training, &settings);
}

typedef struct
{
  SemaSet *set;
  char    *path;
} SaveJob;

static void
save_job_free (gpointer data)
{
  SaveJob *job = data;

  sema_set_unref (job->set);
  g_free (job->path);
  g_free (job);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SaveJob                 *job = task_data;
  gboolean                 as_text = g_str_has_suffix (job->path, ".txt") || g_str_has_suffix (job->path, ".vec");
  const SemaVectorsWriter *writer = as_text ? &sema_word2vec_text_writer : &sema_word2vec_binary_writer;
  GError                  *error = NULL;

  if (sema_vectors_save_all (writer, job->set, job->path, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
was_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaTrainingWindow *self = SEMA_TRAINING_WINDOW (source);
  const SaveJob      *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError)  error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    sema_toast_show (self->content, error->message, FALSE);
  else if (self->saved != NULL)
    self->saved (job->path, self->saved_data);
}

static void
save_to (const char *path, gpointer data)
{
  SemaTrainingWindow *self = data;
  SemaSet            *set = sema_training_get_snapshot (self->training);
  g_autoptr (GTask)   task = g_task_new (self, NULL, was_saved, NULL);
  SaveJob            *job;

  if (set == NULL)
    return;
  job = g_new (SaveJob, 1);
  *job = (SaveJob) {sema_set_ref (set), g_strdup (path)};
  g_task_set_task_data (task, job, save_job_free);
  g_task_run_in_thread (task, save_in_thread);
}

static void
save (SemaTrainingWindow *self)
{
  sema_file_chooser_save (GTK_WINDOW (self), _("Save the Vectors"), NULL, "vectors.bin", save_to, self);
}

static gboolean
dropped (SemaTrainingWindow *self, const GValue *value)
{
  GSList          *files = g_value_get_boxed (value);
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (path != NULL)
    open_text (path, self);
  return path != NULL;
}

static gboolean
press_close (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static gboolean
press_choose (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  choose_text (SEMA_TRAINING_WINDOW (widget));
  return TRUE;
}

static void
sema_training_window_dispose (GObject *object)
{
  SemaTrainingWindow *self = SEMA_TRAINING_WINDOW (object);

  if (self->training != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->training, self);
      sema_scene_view_follow (self->map, NULL, NULL);
      sema_scene_view_follow (self->curve, NULL, NULL);
    }
  g_clear_handle_id (&self->stepping, g_source_remove);
  g_clear_handle_id (&self->reading, g_source_remove);
  g_clear_object (&self->training);
  g_clear_pointer (&self->scatter, sema_scatter_unref);
  G_OBJECT_CLASS (sema_training_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-training-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, content);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, start_button);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, step_button);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, restart_button);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, slowly);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, map);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, curve);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, dim);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, window);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, epochs);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, rate);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, min_count);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, seed);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, word);
  gtk_widget_class_bind_template_child (widget_class, SemaTrainingWindow, neighbours);
  gtk_widget_class_bind_template_callback (widget_class, choose_text);
  gtk_widget_class_bind_template_callback (widget_class, save);
  gtk_widget_class_bind_template_callback (widget_class, start_or_pause);
  gtk_widget_class_bind_template_callback (widget_class, pause_training);
  gtk_widget_class_bind_template_callback (widget_class, step);
  gtk_widget_class_bind_template_callback (widget_class, restart);
  gtk_widget_class_bind_template_callback (widget_class, show_neighbours);
}

static void
sema_training_window_class_init (SemaTrainingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_training_window_dispose;
  g_type_ensure (SEMA_TYPE_SCENE_VIEW);
  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, press_close, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, press_choose, NULL);
}

/* The text that is shipped, with what suits it. */
static void
open_shipped (SemaTrainingWindow *self)
{
  g_autofree char *path = sema_data_dir_build ("texts", "small-world.txt");

  self->is_filling = TRUE;
  gtk_spin_button_set_value (self->epochs, SHIPPED_EPOCHS);
  gtk_spin_button_set_value (self->rate, SHIPPED_RATE);
  self->is_filling = FALSE;
  gtk_editable_set_text (self->word, "king");
  open_text (path, self);
}

static void
sema_training_window_init (SemaTrainingWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->training = sema_training_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
  sema_scene_view_follow (self->map, compose_map, self);
  sema_scene_view_follow (self->curve, compose_curve, self);
  g_signal_connect_swapped (self->training, "changed", G_CALLBACK (training_changed), self);
  g_signal_connect_swapped (self->training, "failed", G_CALLBACK (training_failed), self);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->content, GTK_EVENT_CONTROLLER (target));
  training_changed (self);
  open_shipped (self);
}

static SemaTrainingWindow *
find_open (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (SEMA_IS_TRAINING_WINDOW (link->data))
      return link->data;
  return NULL;
}

/**
 * sema_training_window_present:
 * @parent: the window that it belongs to
 * @saved: called when vectors were saved
 * @user_data: for @saved; must live as long as @parent
 *
 * Shows the window, the one that is open already if there is one.
 */
void
sema_training_window_present (GtkWindow *parent, SemaTrainingSaved saved, gpointer user_data)
{
  SemaTrainingWindow *self = find_open ();

  if (self == NULL)
    self = g_object_new (SEMA_TYPE_TRAINING_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  self->saved = saved;
  self->saved_data = user_data;
  gtk_window_present (GTK_WINDOW (self));
}
