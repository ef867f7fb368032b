/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-private.h"

#include "sema-error.h"

typedef struct
{
  SemaSet      *set;
  SemaRecipe   *recipe;
  SemaLooks     looks;
  SemaProgress *progress;
} PictureJob;

static void
picture_job_free (gpointer data)
{
  PictureJob *job = data;

  sema_set_unref (job->set);
  sema_recipe_free (job->recipe);
  sema_looks_clear (&job->looks);
  sema_progress_unref (job->progress);
  g_free (job);
}

static void
picture_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PictureJob       *job = task_data;
  GError           *error = NULL;
  SemaPlacePicture *picture = sema_place_picture_new (job->set, job->recipe, &job->looks, job->progress, &error);

  if (picture == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, picture, (GDestroyNotify)sema_place_picture_unref);
}

static void
drop (SemaSession *self)
{
  sema_progress_cancel (self->picturing);
  g_clear_pointer (&self->picturing, sema_progress_unref);
}

static void
pictured (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaSession                 *self = SEMA_SESSION (source);
  PictureJob                  *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError)           error = NULL;
  g_autoptr (SemaPlacePicture) picture = g_task_propagate_pointer (G_TASK (result), &error);

  if (job->progress != self->picturing)
    return;
  sema_session_let_go_if_lost (self, job->set);
  if (self->set == NULL)
    return;
  g_clear_pointer (&self->picturing, sema_progress_unref);
  g_clear_pointer (&self->picture, sema_place_picture_unref);
  g_clear_pointer (&self->picture_problem, g_free);
  self->picture = g_steal_pointer (&picture);
  if (error != NULL)
    self->picture_problem = g_strdup (error->message);
  sema_session_notify (self, SEMA_SESSION_PICTURE);
}

/* Makes the picture of the place that is shown anew in a thread; one that is under way is given up. See sema_looks_have_picture(). */
void
sema_session_make_picture (SemaSession *self)
{
  PictureJob       *job;
  g_autoptr (GTask) task = NULL;

  drop (self);
  if (self->set == NULL || !sema_looks_have_picture (&self->looks))
    {
      sema_session_drop_picture (self);
      return;
    }
  self->picturing = sema_progress_new ();
  job = g_new (PictureJob, 1);
  job->set = sema_set_ref (self->set);
  job->recipe = sema_recipe_copy (self->recipe);
  sema_looks_copy (&self->looks, &job->looks);
  job->progress = sema_progress_ref (self->picturing);
  task = g_task_new (self, NULL, pictured, NULL);
  g_task_set_task_data (task, job, picture_job_free);
  g_task_run_in_thread (task, picture_in_thread);
}

/* Forgets the picture. */
void
sema_session_drop_picture (SemaSession *self)
{
  gboolean is_change = self->picture != NULL || self->picture_problem != NULL;

  drop (self);
  g_clear_pointer (&self->picture, sema_place_picture_unref);
  g_clear_pointer (&self->picture_problem, g_free);
  if (is_change)
    sema_session_notify (self, SEMA_SESSION_PICTURE);
}

static gboolean
is_chosen (SemaSession *self, const char *word)
{
  return sema_recipe_find_word (self->recipe, word) >= 0;
}

/* Two chosen words that are selected are the two whose difference is shown with the vectors. */
static void
follow_selection (SemaSession *self)
{
  const char *const *words = sema_session_get_selected (self);
  const char        *pair[2] = {NULL};
  gsize              n = 0;
  SemaLooks          looks;

  for (; *words != NULL && n <= G_N_ELEMENTS (pair); words++)
    if (is_chosen (self, *words) && n++ < G_N_ELEMENTS (pair))
      pair[n - 1] = *words;
  sema_looks_copy (&self->looks, &looks);
  sema_looks_set_pair (&looks, n == 2 ? pair[0] : NULL, n == 2 ? pair[1] : NULL);
  sema_session_set_looks (self, &looks);
  sema_looks_clear (&looks);
}

/* Called when other words are selected than before. */
void
sema_session_tell_selected (SemaSession *self)
{
  sema_session_notify (self, SEMA_SESSION_SELECTED);
  follow_selection (self);
}

/**
 * sema_session_get_looks:
 * @self: a session
 *
 * Returns: (transfer none): how one looks at what was asked for, until that changes
 */
const SemaLooks *
sema_session_get_looks (SemaSession *self)
{
  return &self->looks;
}

/**
 * sema_session_set_looks:
 * @self: a session
 * @looks: how one looks from now on; copied
 *
 * Looks are not undone. In another place there is no picture until that place's is whole.
 */
void
sema_session_set_looks (SemaSession *self, const SemaLooks *looks)
{
  SemaLooks copy;
  gboolean  is_same_picture;
  gboolean  is_same_place;

  g_return_if_fail (SEMA_IS_SESSION (self));

  if (sema_looks_equal (&self->looks, looks))
    return;
  is_same_picture = sema_looks_same_picture (&self->looks, looks);
  is_same_place = self->looks.place == looks->place;
  sema_looks_copy (looks, &copy);
  sema_looks_clear (&self->looks);
  self->looks = copy;
  if (!is_same_place)
    sema_session_drop_picture (self);
  sema_session_notify (self, SEMA_SESSION_LOOKS);
  if (!is_same_picture)
    sema_session_make_picture (self);
}

/**
 * sema_session_get_picture:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what the place that is shown comes to, or what it came to before; %NULL on the map, before it is
 *   made, and where there is a problem
 */
SemaPlacePicture *
sema_session_get_picture (SemaSession *self)
{
  return self->picture;
}

/**
 * sema_session_get_picture_problem:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): why there is no picture, a sentence that says what to do
 */
const char *
sema_session_get_picture_problem (SemaSession *self)
{
  return self->picture_problem;
}
