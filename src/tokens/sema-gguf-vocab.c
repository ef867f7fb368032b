/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gguf-vocab.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-merge-list.h"

#define PREFIX "tokenizer.ggml."

/**
 * sema_gguf_vocab_clear:
 * @self: a vocabulary
 */
void
sema_gguf_vocab_clear (SemaGgufVocab *self)
{
  sema_gguf_values_clear (&self->values);
  g_clear_pointer (&self->bytes, sema_tensor_bytes_free);
  g_clear_pointer (&self->model, g_free);
  g_clear_pointer (&self->pre, g_free);
}

/**
 * sema_gguf_vocab_open:
 * @self: all zeros
 * @path: a GGUF file
 * @progress: (nullable): cancels
 * @error: as sema_tensor_bytes_open() and sema_gguf_values_read()
 *
 * Reads what comes before the tensors, of the tokens only where they are. Whether it has a tokenizer at all @self->model tells.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_gguf_vocab_open (SemaGgufVocab *self, const char *path, SemaProgress *progress, GError **error)
{
  g_auto (SemaGgufReader) reader = {0};

  self->bytes = sema_tensor_bytes_open (path, progress, error);
  if (self->bytes == NULL)
    return FALSE;
  sema_gguf_reader_init (&reader, self->bytes, 0);
  if (!sema_gguf_values_read (&self->values, &reader, error) ||
      !sema_gguf_values_read_text (&self->values, PREFIX "model", self->bytes, &self->model, error) ||
      !sema_gguf_values_read_text (&self->values, PREFIX "pre", self->bytes, &self->pre, error))
    return FALSE;
  /* Files without a tokenizer may say so. */
  if (g_strcmp0 (self->model, "none") == 0 || g_strcmp0 (self->model, "no_vocab") == 0)
    g_clear_pointer (&self->model, g_free);
  return TRUE;
}

static gboolean
refuse (const SemaGgufVocab *self, const char *key, const char *clause, GError **error)
{
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("The tokenizer in “%s” cannot be used: “%s” %s."), sema_tensor_bytes_get_label (self->bytes), key, clause);
  return FALSE;
}

/* An array whose elements are what they have to be; NULL with an error where it is something else, and without one where it is
 * not there and need not be. */
static const SemaGgufValue *
find_array (const SemaGgufVocab *self, const char *key, SemaGgufKind element, const char *clause, gboolean is_needed, GError **error)
{
  const SemaGgufValue *array = sema_gguf_values_find_array (&self->values, key, element);

  if (array == NULL && (is_needed || sema_gguf_values_find (&self->values, key) != NULL))
    refuse (self, key, clause, error);
  return array;
}

static gboolean
check_n (const SemaGgufVocab *self, const char *key, const SemaGgufValue *array, guint64 n_tokens, GError **error)
{
  return array->n == n_tokens || refuse (self, key, _ ("has not as many elements as there are tokens"), error);
}

/**
 * sema_gguf_vocab_read_tokens:
 * @self: a vocabulary
 * @tokens: (out): all zeros; gets the tokens as the file writes them, the id of each its place
 * @error: %SEMA_FORMAT_ERROR_DAMAGED where they are no texts or there are none, or as sema_gguf_reader_take()
 *
 * Returns: whether they could be read
 */
gboolean
sema_gguf_vocab_read_tokens (const SemaGgufVocab *self, SemaTokenList *tokens, GError **error)
{
  const char             *clause = _ ("is no list of texts");
  const SemaGgufValue    *array = find_array (self, PREFIX "tokens", SEMA_GGUF_TEXT, clause, TRUE, error);
  g_auto (SemaGgufReader) reader = {0};

  if (array == NULL)
    return FALSE;
  if (array->n == 0)
    return refuse (self, PREFIX "tokens", _ ("is empty"), error);
  sema_gguf_reader_init (&reader, self->bytes, array->at);
  for (guint64 i = 0; i < array->n; i++)
    {
      const char *text;
      gsize       length;

      if (!sema_gguf_reader_get_text (&reader, &text, &length, error) || !sema_token_list_add (tokens, text, length, (guint32)i, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * sema_gguf_vocab_read_kinds:
 * @self: a vocabulary
 * @n_tokens: how many tokens it has
 * @kinds: (out): all zeros; gets a guint8 for each: a #SemaGgufTokenKind, or another number; nothing where the file does not say
 * @error: as sema_gguf_vocab_read_tokens(); %SEMA_FORMAT_ERROR_DAMAGED also where they are not as many
 *
 * Returns: whether nothing failed
 */
gboolean
sema_gguf_vocab_read_kinds (const SemaGgufVocab *self, guint64 n_tokens, SemaBuffer *kinds, GError **error)
{
  g_autoptr (GError)      local_error = NULL;
  const char             *clause = _ ("is no list of whole numbers of 32 bits");
  const SemaGgufValue    *array = find_array (self, PREFIX "token_type", SEMA_GGUF_I32, clause, FALSE, &local_error);
  g_auto (SemaGgufReader) reader = {0};
  guint8                 *place;
  guint64                 number;

  if (array == NULL && local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (array == NULL)
    return TRUE;
  if (!check_n (self, PREFIX "token_type", array, n_tokens, error))
    return FALSE;
  place = sema_buffer_append (kinds, n_tokens, error);
  if (place == NULL)
    return FALSE;
  sema_gguf_reader_init (&reader, self->bytes, array->at);
  for (guint64 i = 0; i < n_tokens; i++)
    {
      if (!sema_gguf_reader_get_number (&reader, 4, &number, error))
        return FALSE;
      place[i] = (guint8)MIN (number, G_MAXUINT8);
    }
  return TRUE;
}

/**
 * sema_gguf_vocab_read_scores:
 * @self: a vocabulary
 * @n_tokens: how many tokens it has
 * @scores: (out): all zeros; gets a float for each; zeros where the file does not say
 * @error: as sema_gguf_vocab_read_kinds()
 *
 * Returns: whether nothing failed
 */
gboolean
sema_gguf_vocab_read_scores (const SemaGgufVocab *self, guint64 n_tokens, SemaBuffer *scores, GError **error)
{
  g_autoptr (GError)      local_error = NULL;
  const char             *clause = _ ("is no list of float32");
  const SemaGgufValue    *array = find_array (self, PREFIX "scores", SEMA_GGUF_F32, clause, FALSE, &local_error);
  g_auto (SemaGgufReader) reader = {0};
  float                  *place;
  guint64                 number = 0;

  if (array == NULL && local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (array != NULL && !check_n (self, PREFIX "scores", array, n_tokens, error))
    return FALSE;
  place = sema_buffer_append (scores, n_tokens * sizeof *place, error);
  if (place == NULL)
    return FALSE;
  sema_gguf_reader_init (&reader, self->bytes, array != NULL ? array->at : 0);
  for (guint64 i = 0; i < n_tokens; i++)
    {
      guint32 bits;

      if (array != NULL && !sema_gguf_reader_get_number (&reader, 4, &number, error))
        return FALSE;
      bits = (guint32)number;
      memcpy (&place[i], &bits, sizeof bits);
    }
  return TRUE;
}

/**
 * sema_gguf_vocab_read_merges:
 * @self: a vocabulary
 * @tokens: its tokens
 * @merges: (out): all zeros; gets the merges, by their order
 * @fault: (out) (nullable): where one of them cannot be, a clause that says why
 * @error: as sema_gguf_vocab_read_tokens()
 *
 * Returns: whether nothing failed; if something did, either @fault or @error is set
 */
gboolean
sema_gguf_vocab_read_merges (const SemaGgufVocab *self, const SemaTokenTable *tokens, SemaMergeTable *merges, char **fault, GError **error)
{
  const char             *clause = _ ("is no list of texts");
  const SemaGgufValue    *array = find_array (self, PREFIX "merges", SEMA_GGUF_TEXT, clause, TRUE, error);
  g_auto (SemaMergeList)  list = {tokens, merges, {0}, 0};
  g_auto (SemaGgufReader) reader = {0};

  if (array == NULL)
    return FALSE;
  sema_gguf_reader_init (&reader, self->bytes, array->at);
  for (guint64 i = 0; i < array->n; i++)
    {
      const char *text;
      gsize       length;

      if (!sema_gguf_reader_get_text (&reader, &text, &length, error) || !sema_merge_list_add_line (&list, text, length, fault, error))
        return FALSE;
    }
  return TRUE;
}
