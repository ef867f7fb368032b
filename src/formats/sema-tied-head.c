/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tied-head.h"

#include <string.h>

#include "sema-model-config.h"

/* What models call the matrix of their output head, with its weight: most of Hugging Face and those who came after, GPT-NeoX, BERT, GGUF. */
static const char *const heads[] = {"lm_head.weight", "embed_out.weight", "predictions.decoder.weight", "output.weight"};

/* Whether a name ends in a head's, as a whole part of it. */
static gboolean
is_head (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      gsize n = strlen (heads[i]);

      if (length >= n && memcmp (name + length - n, heads[i], n) == 0 && (length == n || name[length - n - 1] == '.'))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_same (const SemaTensorList *list, guint64 a, guint64 b)
{
  const SemaTensorEntry *first = sema_tensor_list_peek (list, a), *second = sema_tensor_list_peek (list, b);

  return first->part == second->part && first->offset == second->offset && first->type == second->type && first->n_axes == 2 && second->n_axes == 2 &&
         memcmp (sema_tensor_list_peek_shape (list, a), sema_tensor_list_peek_shape (list, b), 2 * sizeof (guint64)) == 0;
}

/* Where the head is another matrix of as many rows, it is not tied: “output.weight” may also be that of an attention. */
static gboolean
is_apart (const SemaTensorList *list, guint64 a, guint64 b)
{
  const SemaTensorEntry *first = sema_tensor_list_peek (list, a), *second = sema_tensor_list_peek (list, b);

  return first->n_axes == 2 && second->n_axes == 2 && sema_tensor_list_peek_shape (list, a)[0] == sema_tensor_list_peek_shape (list, b)[0];
}

/* A model of llama.cpp that ends in an output head has the norm before it; where the matrix of the head is missing, it is the embedding. */
static gboolean
is_gguf_decoder (const SemaTensorList *list)
{
  static const char before[] = "output_norm.weight";
  static const char first[] = "token_embd.weight";
  guint64           index;

  return sema_tensor_list_find (list, before, strlen (before), &index) && sema_tensor_list_find (list, first, strlen (first), &index);
}

/**
 * sema_tied_head_find:
 * @list: tensors of a model
 * @embedding: which of them is the embedding matrix
 * @folder: where the model lies
 *
 * Finds out whether the output head of a model uses the embedding matrix: its matrix is listed as the same bytes, or it has none of its own, and the
 * config.json in the folder says that it is tied, or it is one of llama.cpp. O(tensors).
 *
 * Returns: whether that is certain
 */
gboolean
sema_tied_head_find (const SemaTensorList *list, guint64 embedding, const char *folder)
{
  SemaModelConfig config;

  for (guint64 i = 0; i < sema_tensor_list_get_n (list); i++)
    {
      gsize       length;
      const char *name = sema_tensor_list_peek_name (list, i, &length);

      if (i == embedding || !is_head (name, length) || !is_apart (list, i, embedding))
        continue;
      return is_same (list, i, embedding);
    }
  if (is_gguf_decoder (list))
    return TRUE;
  return sema_model_config_read (&config, folder, NULL) && config.has_head && config.is_tied;
}
