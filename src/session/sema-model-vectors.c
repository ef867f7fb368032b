/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-model-vectors.h"

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-tensors-set.h"

/* The embedding matrix of a model, or an array, as word vectors: their words are the tokens of its rows. */

/**
 * sema_model_vectors_recognise:
 * @path: a file
 *
 * Returns: whether tensors are in it, a matrix among them
 */
gboolean
sema_model_vectors_recognise (const char *path)
{
  g_autoptr (SemaTensors) tensors = NULL;
  gboolean                is_tensors = FALSE;
  guint64                 index;

  if (!sema_tensors_recognise (path, &is_tensors, NULL) || !is_tensors)
    return FALSE;
  tensors = sema_tensors_open (path, NULL, NULL);
  return tensors != NULL && sema_tensors_get_embedding (tensors, &index);
}

/**
 * sema_model_vectors_load:
 * @path: a file that sema_model_vectors_recognise() takes
 * @progress: (nullable): cancels
 * @error: as sema_tensors_open(), sema_tensors_prepare() and sema_tensors_load_set(); %SEMA_FORMAT_ERROR_DAMAGED without a matrix
 *
 * Opens the embedding matrix, found by its name, or else the only or the largest matrix, which a warning says.
 *
 * Returns: (transfer full) (nullable): its rows as vectors; a row without a token is called by its id, as “[7]”
 */
SemaSet *
sema_model_vectors_load (const char *path, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaTensors) tensors = sema_tensors_open (path, progress, error);
  guint64                 index;

  if (tensors == NULL)
    return NULL;
  if (!sema_tensors_get_embedding (tensors, &index))
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” has no matrix."), sema_tensors_get_label (tensors));
      return NULL;
    }
  if (!sema_tensors_prepare (tensors, index, progress, error))
    return NULL;
  return sema_tensors_load_set (tensors, index, NULL, NULL, progress, error);
}
