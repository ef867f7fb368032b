/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-preload.h"

#include <stdatomic.h>

struct _SemaPreload
{
  char             *path;
  guint64           most_bytes;
  SemaProgress     *progress;
  SemaVectorsPlace *place;
  SemaKeptNote      note;
  SemaSet          *set;
  GError           *error;
  GThread          *thread;
  _Atomic gboolean  is_done;
};

static SemaPreload *started; /* and not taken; of the main thread */

static gpointer
load (gpointer data)
{
  SemaPreload *self = data;

  self->place = sema_vectors_place_new (self->path);
  self->set = sema_kept_open (self->path, &(SemaFormatsOptions) {0}, self->most_bytes, &self->note, self->progress, &self->error);
  atomic_store (&self->is_done, TRUE);
  return NULL;
}

/**
 * sema_preload_start:
 * @path: file name of vectors
 * @most_bytes: as for sema_kept_open()
 *
 * Begins to open a file in a thread of its own. To be called once, as the first thing of a program that will open that file.
 */
void
sema_preload_start (const char *path, guint64 most_bytes)
{
  g_return_if_fail (started == NULL);

  started = g_new0 (SemaPreload, 1);
  started->path = g_strdup (path);
  started->most_bytes = most_bytes;
  started->progress = sema_progress_new ();
  started->thread = g_thread_new ("preload", load, started);
}

/**
 * sema_preload_take:
 * @path: file name of vectors
 *
 * Returns: (transfer full) (nullable): what is being opened already, if it is that file and was not taken before; end it with
 *   sema_preload_finish()
 */
SemaPreload *
sema_preload_take (const char *path)
{
  return started != NULL && g_str_equal (started->path, path) ? g_steal_pointer (&started) : NULL;
}

/**
 * sema_preload_get_progress:
 * @self: a preload
 *
 * Returns: (transfer none): how far it is, and what cancels it
 */
SemaProgress *
sema_preload_get_progress (SemaPreload *self)
{
  return self->progress;
}

/**
 * sema_preload_is_done:
 * @self: a preload
 *
 * Returns: whether sema_preload_finish() would not wait
 */
gboolean
sema_preload_is_done (SemaPreload *self)
{
  return atomic_load (&self->is_done);
}

/**
 * sema_preload_finish:
 * @self: (transfer full): a preload
 * @place: (out) (transfer full): the place of the file, as from sema_vectors_place_new(); there even if it cannot be opened
 * @note: (out): as from sema_kept_open()
 * @error: as from sema_kept_open()
 *
 * Waits until the file is open: to be called in a thread, unless it is done.
 *
 * Returns: (transfer full) (nullable): the vectors
 */
SemaSet *
sema_preload_finish (SemaPreload *self, SemaVectorsPlace **place, SemaKeptNote *note, GError **error)
{
  SemaSet *set;

  g_thread_join (self->thread);
  *place = self->place;
  *note = self->note;
  set = self->set;
  if (set == NULL)
    g_propagate_error (error, self->error);
  sema_progress_unref (self->progress);
  g_free (self->path);
  g_free (self);
  return set;
}
