/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-model-tensors.h"

#include <inttypes.h>
#include <string.h>

#include "sema-tensors.h"
#include "sema-word.h"

/* The tensors of a model or of arrays, for whoever chooses one. */

static void
tensor_free (gpointer data)
{
  SemaModelTensor *self = data;

  g_free (self->name);
  g_free (self->label);
  g_free (self->kind);
  g_free (self->shape);
  g_free (self);
}

static char *
print_shape (const SemaTensor *tensor)
{
  g_autoptr (GString) shape = g_string_new (NULL);

  for (guint i = 0; i < tensor->n_axes; i++)
    g_string_append_printf (shape, "%s%" PRIu64, i > 0 ? " × " : "", tensor->shape[i]);
  return g_string_free (g_steal_pointer (&shape), FALSE);
}

/* A name with a NUL in it cannot be asked for. */
static SemaModelTensor *
tensor_new (const SemaTensor *tensor)
{
  SemaModelTensor *self = g_new0 (SemaModelTensor, 1);
  gboolean         has_nul = memchr (tensor->name, 0, tensor->name_length) != NULL;

  self->name = g_strndup (tensor->name, tensor->name_length);
  self->label = sema_word_to_label (tensor->name, tensor->name_length);
  self->kind = sema_word_to_label (tensor->dtype, strlen (tensor->dtype));
  self->shape = print_shape (tensor);
  self->is_matrix = tensor->n_rows > 0 && !has_nul;
  self->is_embedding = tensor->is_embedding;
  self->is_head = tensor->is_head;
  return self;
}

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError                 *error = NULL;
  g_autoptr (SemaTensors) tensors = sema_tensors_open (task_data, NULL, &error);
  GPtrArray              *list;

  if (tensors == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  list = g_ptr_array_new_with_free_func (tensor_free);
  for (guint64 i = 0; i < sema_tensors_get_n (tensors); i++)
    {
      SemaTensor tensor;

      sema_tensors_get (tensors, i, &tensor);
      g_ptr_array_add (list, tensor_new (&tensor));
    }
  g_task_return_pointer (task, list, (GDestroyNotify)g_ptr_array_unref);
}

/**
 * sema_model_tensors_list_async:
 * @path: a file of tensors
 * @cancellable: (nullable): for when it is not wanted any more
 * @callback: gets the list
 * @user_data: for @callback
 *
 * Lists the tensors of a file in a thread.
 */
void
sema_model_tensors_list_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, list_in_thread);
}

/**
 * sema_model_tensors_list_finish:
 * @result: of the job
 * @error: as for sema_tensors_open(), or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type SemaModelTensor): the tensors, in their order
 */
GPtrArray *
sema_model_tensors_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
