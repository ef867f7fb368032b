/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-archive-members.h"

#include "sema-projector-parts.h"

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError    *error = NULL;
  GPtrArray *members = sema_projector_parts_list (task_data, &error);

  if (members == NULL && error == NULL)
    members = sema_archive_list (task_data, NULL, &error);
  if (members == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, members, (GDestroyNotify)g_ptr_array_unref);
}

/**
 * sema_archive_members_list_async:
 * @path: path of an archive, or of a configuration of the Embedding Projector
 * @cancellable: (nullable): for when it is not wanted any more
 * @callback: gets the list
 * @user_data: for @callback
 *
 * Lists the files of word vectors in an archive, or the embeddings of a configuration.
 */
void
sema_archive_members_list_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, list_in_thread);
}

/**
 * sema_archive_members_list_finish:
 * @result: of the job
 * @error: as for sema_archive_list() and sema_projector_parts_list(), or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type SemaArchiveMember): them
 */
GPtrArray *
sema_archive_members_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
