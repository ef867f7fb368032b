/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-map-model.h"

/**
 * SemaLayerMapModel:
 *
 * The rows of a layer as points. They are placed in a thread; what is asked for later replaces what is asked for earlier.
 */
struct _SemaLayerMapModel
{
  GObject parent_instance;

  SemaLayerMap *map;
  char         *problem;
  SemaProgress *working; /* another one's job is stale */
};

static guint made_signal;

G_DEFINE_FINAL_TYPE (SemaLayerMapModel, sema_layer_map_model, G_TYPE_OBJECT)

/**
 * Job:
 * @points: which rows are placed
 * @map: (nullable): what it comes to
 */
typedef struct
{
  SemaLayerContent *content;
  SemaScatter      *points;
  SemaVectors       kind;
  guint64           seed;
  SemaProgress     *progress;
  SemaLayerMap     *map;
  GError           *error;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  sema_layer_content_unref (job->content);
  sema_scatter_unref (job->points);
  sema_progress_unref (job->progress);
  g_clear_pointer (&job->map, sema_layer_map_free);
  g_clear_error (&job->error);
  g_free (job);
}

/* A layer that was made anew has learnt nothing: it is a random one itself. */
static void
work (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job     *job = task_data;
  gboolean is_trained = sema_layer_content_get_set (job->content) != NULL;

  job->map = sema_layer_map_new (job->content, job->points, job->kind, is_trained ? &job->seed : NULL, job->progress, &job->error);
  g_task_return_boolean (task, TRUE);
}

static void
worked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaLayerMapModel *self = SEMA_LAYER_MAP_MODEL (source);
  Job               *job = g_task_get_task_data (G_TASK (result));

  if (job->progress != self->working)
    return;
  g_clear_pointer (&self->working, sema_progress_unref);
  g_clear_pointer (&self->map, sema_layer_map_free);
  self->map = g_steal_pointer (&job->map);
  g_free (self->problem);
  self->problem = job->error != NULL ? g_strdup (job->error->message) : NULL;
  g_signal_emit (self, made_signal, 0);
}

static void
stop (SemaLayerMapModel *self)
{
  sema_progress_cancel (self->working);
  g_clear_pointer (&self->working, sema_progress_unref);
}

/**
 * sema_layer_map_model_make:
 * @self: a model
 * @content: a layer
 * @points: which of its rows are placed, as for sema_layer_map_new()
 * @kind: how they are shown
 * @seed: of the random rows beside those of open vectors; others have none
 *
 * Places rows anew.
 */
void
sema_layer_map_model_make (SemaLayerMapModel *self, SemaLayerContent *content, SemaScatter *points, SemaVectors kind, guint64 seed)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, worked, NULL);
  Job              *job = g_new0 (Job, 1);

  stop (self);
  self->working = sema_progress_new ();
  *job = (Job) {.content = sema_layer_content_ref (content), .points = sema_scatter_ref (points), .kind = kind, .seed = seed, .progress = sema_progress_ref (self->working)};
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
}

/**
 * sema_layer_map_model_get_map:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): what was made last
 */
const SemaLayerMap *
sema_layer_map_model_get_map (SemaLayerMapModel *self)
{
  return self->map;
}

/**
 * sema_layer_map_model_get_problem:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): why there is none, one sentence
 */
const char *
sema_layer_map_model_get_problem (SemaLayerMapModel *self)
{
  return self->problem;
}

static void
sema_layer_map_model_dispose (GObject *object)
{
  SemaLayerMapModel *self = SEMA_LAYER_MAP_MODEL (object);

  stop (self);
  g_clear_pointer (&self->map, sema_layer_map_free);
  g_clear_pointer (&self->problem, g_free);
  G_OBJECT_CLASS (sema_layer_map_model_parent_class)->dispose (object);
}

static void
sema_layer_map_model_class_init (SemaLayerMapModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sema_layer_map_model_dispose;
  made_signal = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sema_layer_map_model_init (SemaLayerMapModel *self)
{
}

/**
 * sema_layer_map_model_new:
 *
 * Returns: (transfer full): a model without a map
 */
SemaLayerMapModel *
sema_layer_map_model_new (void)
{
  return g_object_new (SEMA_TYPE_LAYER_MAP_MODEL, NULL);
}
