/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-merge-list.h"
#include "sema-vocab-json.h"

/**
 * sema_tokenizer_model_clear:
 * @self: a model
 */
void
sema_tokenizer_model_clear (SemaTokenizerModel *self)
{
  g_free (self->type);
  g_free (self->unknown);
  g_free (self->prefix);
  g_free (self->suffix);
  sema_token_list_clear (&self->vocab);
  sema_buffer_clear (&self->scores);
}

static gboolean
read_number (SemaJsonReader *reader, const char *label, double *number, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);

  if (event == SEMA_JSON_FAILED)
    return FALSE;
  if (event == SEMA_JSON_NULL || sema_json_reader_get_double (reader, number))
    return TRUE;
  return sema_vocab_json_fail (reader, label, error, _ ("a number is expected there"));
}

/* Tokens and ids, or a list of tokens and scores. */
static gboolean
read_vocab (SemaTokenizerModel *self, SemaJsonReader *reader, const char *label, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);

  if (event == SEMA_JSON_FAILED)
    return FALSE;
  if (sema_token_list_get_n_tokens (&self->vocab) > 0)
    return sema_vocab_json_fail (reader, label, error, _ ("a second vocabulary stands there"));
  if (event == SEMA_JSON_ARRAY)
    return sema_vocab_json_read_scored (reader, label, &self->vocab, &self->scores, error);
  return event == SEMA_JSON_OBJECT ? sema_vocab_json_read (reader, label, &self->vocab, error)
                                   : sema_json_reader_skip_value (reader, error);
}

/* They can be read when all tokens are known, which may stand after them. */
static gboolean
pass_over_merges (SemaTokenizerModel *self, SemaJsonReader *reader, const char *label, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);

  if (event == SEMA_JSON_FAILED)
    return FALSE;
  if (event != SEMA_JSON_ARRAY)
    return sema_vocab_json_fail (reader, label, error, _ ("a list of merges is expected there"));
  self->merges_at = sema_json_reader_get_offset (reader);
  return sema_json_reader_skip_value (reader, error);
}

static gboolean
read_value (SemaTokenizerModel *self, SemaJsonReader *reader, const char *label, GError **error)
{
  const struct
  {
    const char        *key;
    char             **text;
    SemaTokenizerFlag *flag;
    double            *number;
  } settings[] = {
    {"type", &self->type, NULL, NULL},
    {"unk_token", &self->unknown, NULL, NULL},
    {"continuing_subword_prefix", &self->prefix, NULL, NULL},
    {"end_of_word_suffix", &self->suffix, NULL, NULL},
    {"fuse_unk", NULL, &self->fuse_unknown, NULL},
    {"byte_fallback", NULL, &self->byte_fallback, NULL},
    {"ignore_merges", NULL, &self->ignore_merges, NULL},
    {"dropout", NULL, NULL, &self->dropout},
    {"max_input_chars_per_word", NULL, NULL, &self->max_characters},
    {"unk_id", NULL, NULL, &self->unknown_id},
  };

  if (sema_json_reader_text_equals (reader, "vocab"))
    return read_vocab (self, reader, label, error);
  if (sema_json_reader_text_equals (reader, "merges"))
    return pass_over_merges (self, reader, label, error);
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    if (sema_json_reader_text_equals (reader, settings[i].key))
      {
        if (settings[i].text != NULL)
          return sema_tokenizer_part_read_text (reader, label, settings[i].text, error);
        return settings[i].flag != NULL ? sema_tokenizer_part_read_flag (reader, label, settings[i].flag, error)
                                        : read_number (reader, label, settings[i].number, error);
      }
  return sema_json_reader_skip_value (reader, error);
}

/**
 * sema_tokenizer_model_read:
 * @self: all zeros
 * @reader: before a value
 * @label: name of the file
 * @error: as sema_json_reader_next(), also where the value is no model
 *
 * Reads all but the merges.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_tokenizer_model_read (SemaTokenizerModel *self, SemaJsonReader *reader, const char *label, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);

  if (event == SEMA_JSON_FAILED)
    return FALSE;
  if (event != SEMA_JSON_OBJECT)
    return sema_vocab_json_fail (reader, label, error, _ ("a model is expected there"));
  self->unknown_id = SEMA_TOKENIZER_MODEL_NO_ID;
  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_KEY)
    if (!read_value (self, reader, label, error))
      return FALSE;
  return event == SEMA_JSON_OBJECT_END;
}

/* Two strings; the reader is behind the beginning of the array. */
static gboolean
read_pair (SemaMergeList *list, SemaJsonReader *reader, char **fault, GError **error)
{
  g_auto (SemaBuffer) left = {0};
  gboolean            fine = sema_json_reader_next (reader, error) == SEMA_JSON_STRING;
  gsize               length;
  const char         *text = sema_json_reader_get_text (reader, &length);
  char               *copy = fine ? sema_buffer_append (&left, length, error) : NULL;

  if (fine && copy == NULL)
    return FALSE;
  if (fine)
    {
      memcpy (copy, text, length);
      fine = sema_json_reader_next (reader, error) == SEMA_JSON_STRING;
      text = sema_json_reader_get_text (reader, &length);
    }
  if (fine && !sema_merge_list_add (list, copy, left.n_bytes, text, length, fault, error))
    return FALSE;
  if (fine && sema_json_reader_next (reader, error) == SEMA_JSON_ARRAY_END)
    return TRUE;
  *fault = g_strdup (_ ("a merge is two tokens"));
  return FALSE;
}

/**
 * sema_tokenizer_model_read_merges:
 * @self: a model that has merges
 * @bytes: the file it was read from
 * @tokens: its tokens
 * @merges: (out): all zeros; the merges
 * @progress: (nullable): cancels
 * @error: as sema_json_reader_next(), also where what merges or what becomes of it is no token
 *
 * Returns: whether nothing failed
 */
gboolean
sema_tokenizer_model_read_merges (const SemaTokenizerModel *self, const SemaTokenizerBytes *bytes, const SemaTokenTable *tokens, SemaMergeTable *merges, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaJsonReader) reader = sema_json_reader_new (bytes->label, bytes->buffer.data + self->merges_at, bytes->buffer.n_bytes - self->merges_at);
  g_auto (SemaMergeList)     list = {tokens, merges, {0}, 0};
  SemaJsonEvent              event;

  sema_json_reader_set_origin (reader, self->merges_at);
  sema_json_reader_set_progress (reader, progress);
  sema_json_reader_next (reader, NULL);
  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_STRING || event == SEMA_JSON_ARRAY)
    {
      g_autofree char *fault = NULL;
      gsize            length;
      const char      *line = sema_json_reader_get_text (reader, &length);
      gboolean         fine = event == SEMA_JSON_STRING ? sema_merge_list_add_line (&list, line, length, &fault, error)
                                                        : read_pair (&list, reader, &fault, error);

      if (fine)
        continue;
      return fault != NULL && (error == NULL || *error == NULL) ? sema_vocab_json_fail (reader, bytes->label, error, fault) : FALSE;
    }
  if (event != SEMA_JSON_ARRAY_END && event != SEMA_JSON_FAILED)
    return sema_vocab_json_fail (reader, bytes->label, error, _ ("a merge is two tokens"));
  return event == SEMA_JSON_ARRAY_END;
}

/**
 * sema_tokenizer_model_guess_type:
 * @self: a model
 *
 * Returns: (transfer none): its type; where old files do not say it, what the reference takes it for by what it has
 */
const char *
sema_tokenizer_model_guess_type (const SemaTokenizerModel *self)
{
  if (self->type != NULL)
    return self->type;
  if (self->merges_at > 0)
    return "BPE";
  if (self->scores.n_bytes > 0)
    return "Unigram";
  return self->prefix != NULL ? "WordPiece" : "";
}
