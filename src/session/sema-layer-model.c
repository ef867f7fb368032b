/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-model.h"

#include "sema-error.h"

/**
 * SemaLayerModel:
 *
 * An embedding layer and what is looked up in it. Matrices are made and ids looked up in threads; what is asked for later replaces
 * what is asked for earlier.
 */
struct _SemaLayerModel
{
  GObject parent_instance;

  SemaLayerContent *content;
  SemaLayerInput   *input;
  char             *problem;
  char             *ids;
  gboolean          with_product;
  gboolean          is_making; /* whether what is worked on is another layer */
  SemaProgress     *working;   /* another one's job is stale */
};

enum {
  PROP_CONTENT = 1,
  PROP_INPUT,
  PROP_PROBLEM,
  PROP_BUSY,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SemaLayerModel, sema_layer_model, G_TYPE_OBJECT)

/**
 * Job:
 * @settings: of a layer that is to be made
 * @set: (nullable): vectors that are to be one
 * @content: (nullable): a layer that is there; else what is made
 * @input: (nullable): what is found
 */
typedef struct
{
  SemaLayerSettings settings;
  SemaSet          *set;
  SemaLayerContent *content;
  char             *ids;
  gboolean          with_product;
  SemaProgress     *progress;
  SemaLayerInput   *input;
  GError           *error;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->set, sema_set_unref);
  g_clear_pointer (&job->content, sema_layer_content_unref);
  g_clear_pointer (&job->input, sema_layer_input_unref);
  g_clear_error (&job->error);
  g_free (job->ids);
  sema_progress_unref (job->progress);
  g_free (job);
}

static void
work (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  if (job->content == NULL)
    job->content = job->set != NULL ? sema_layer_content_new_for_set (job->set, job->progress, &job->error)
                                    : sema_layer_content_new (&job->settings, job->progress, &job->error);
  if (job->content != NULL)
    job->input = sema_layer_input_new (job->content, job->ids, job->with_product, job->progress, &job->error);
  g_task_return_boolean (task, TRUE);
}

static void
notify (SemaLayerModel *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
take_input (SemaLayerModel *self, Job *job)
{
  g_clear_pointer (&self->input, sema_layer_input_unref);
  self->input = g_steal_pointer (&job->input);
  g_free (self->problem);
  self->problem = job->error != NULL ? g_strdup (job->error->message) : NULL;
}

static void find_rows (SemaLayerModel *self);

/* Other ids were asked for while the layer was made. */
static gboolean
is_overtaken (const SemaLayerModel *self, const Job *job)
{
  return job->content != NULL && (!g_str_equal (job->ids, self->ids) || job->with_product != self->with_product);
}

/* The content is told first: whoever shows the input must know its rows. */
static void
worked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaLayerModel *self = SEMA_LAYER_MODEL (source);
  Job            *job = g_task_get_task_data (G_TASK (result));
  gboolean        is_new = job->content != NULL && job->content != self->content;
  gboolean        is_old;

  if (job->progress != self->working)
    return;
  g_clear_pointer (&self->working, sema_progress_unref);
  self->is_making = FALSE;
  is_old = is_overtaken (self, job);
  if (is_old)
    {
      g_clear_pointer (&job->input, sema_layer_input_unref);
      g_clear_error (&job->error);
    }
  take_input (self, job);
  if (is_new)
    {
      g_clear_pointer (&self->content, sema_layer_content_unref);
      self->content = sema_layer_content_ref (job->content);
      notify (self, PROP_CONTENT);
    }
  notify (self, PROP_INPUT);
  notify (self, PROP_PROBLEM);
  if (is_old)
    find_rows (self);
  else
    notify (self, PROP_BUSY);
}

static void
stop (SemaLayerModel *self)
{
  sema_progress_cancel (self->working);
  g_clear_pointer (&self->working, sema_progress_unref);
}

static void
start (SemaLayerModel *self, Job *job)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, worked, NULL);

  stop (self);
  self->working = sema_progress_new ();
  job->progress = sema_progress_ref (self->working);
  job->ids = g_strdup (self->ids);
  job->with_product = self->with_product;
  self->is_making = job->content == NULL;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
  notify (self, PROP_BUSY);
}

static void
find_rows (SemaLayerModel *self)
{
  Job *job = g_new0 (Job, 1);

  job->content = sema_layer_content_ref (self->content);
  start (self, job);
}

/**
 * sema_layer_model_make:
 * @self: a model
 * @settings: of a new layer
 *
 * Makes a layer anew, and looks up in it what was looked up last.
 */
void
sema_layer_model_make (SemaLayerModel *self, const SemaLayerSettings *settings)
{
  Job *job = g_new0 (Job, 1);

  job->settings = *settings;
  start (self, job);
}

/**
 * sema_layer_model_take_set:
 * @self: a model
 * @set: vectors
 *
 * Takes vectors as the weight of a layer, and looks up in it what was looked up last.
 */
void
sema_layer_model_take_set (SemaLayerModel *self, SemaSet *set)
{
  Job *job = g_new0 (Job, 1);

  job->set = sema_set_ref (set);
  start (self, job);
}

/**
 * sema_layer_model_look_up:
 * @self: a model
 * @ids: token ids, as for sema_token_ids_parse()
 * @with_product: whether the one-hot matrix is multiplied as well
 *
 * Looks up ids, as soon as there is a layer.
 */
void
sema_layer_model_look_up (SemaLayerModel *self, const char *ids, gboolean with_product)
{
  if (g_str_equal (self->ids, ids) && self->with_product == with_product)
    return;
  g_free (self->ids);
  self->ids = g_strdup (ids);
  self->with_product = with_product;
  if (self->content != NULL && !self->is_making)
    find_rows (self);
}

/**
 * sema_layer_model_get_content:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the layer
 */
SemaLayerContent *
sema_layer_model_get_content (SemaLayerModel *self)
{
  return self->content;
}

/**
 * sema_layer_model_get_input:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): what was looked up last
 */
SemaLayerInput *
sema_layer_model_get_input (SemaLayerModel *self)
{
  return self->input;
}

/**
 * sema_layer_model_get_problem:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): why there is none, one sentence
 */
const char *
sema_layer_model_get_problem (SemaLayerModel *self)
{
  return self->problem;
}

/**
 * sema_layer_model_get_busy:
 * @self: a model
 *
 * Returns: whether something is being made
 */
gboolean
sema_layer_model_get_busy (SemaLayerModel *self)
{
  return self->working != NULL;
}

static void
sema_layer_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SemaLayerModel *self = SEMA_LAYER_MODEL (object);

  switch (id)
    {
    case PROP_CONTENT:
      g_value_set_pointer (value, self->content);
      break;
    case PROP_INPUT:
      g_value_set_pointer (value, self->input);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->working != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sema_layer_model_dispose (GObject *object)
{
  SemaLayerModel *self = SEMA_LAYER_MODEL (object);

  stop (self);
  g_clear_pointer (&self->content, sema_layer_content_unref);
  g_clear_pointer (&self->input, sema_layer_input_unref);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->ids, g_free);
  G_OBJECT_CLASS (sema_layer_model_parent_class)->dispose (object);
}

static void
sema_layer_model_class_init (SemaLayerModelClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = sema_layer_model_get_property;
  G_OBJECT_CLASS (klass)->dispose = sema_layer_model_dispose;
  properties[PROP_CONTENT] = g_param_spec_pointer ("content", NULL, NULL, flags);
  properties[PROP_INPUT] = g_param_spec_pointer ("input", NULL, NULL, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
}

static void
sema_layer_model_init (SemaLayerModel *self)
{
  self->ids = g_strdup ("");
}

/**
 * sema_layer_model_new:
 *
 * Returns: (transfer full): a model without a layer
 */
SemaLayerModel *
sema_layer_model_new (void)
{
  return g_object_new (SEMA_TYPE_LAYER_MODEL, NULL);
}
