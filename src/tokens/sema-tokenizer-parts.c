/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-vocab-json.h"

/**
 * sema_tokenizer_parts_clear:
 * @self: what was read of a file
 */
void
sema_tokenizer_parts_clear (SemaTokenizerParts *self)
{
  g_free (self->version);
  sema_tokenizer_part_free (self->normalizer);
  sema_tokenizer_part_free (self->pre_tokenizer);
  sema_tokenizer_part_free (self->post_processor);
  sema_tokenizer_part_free (self->decoder);
  sema_tokenizer_model_clear (&self->model);
  sema_token_list_clear (&self->added);
  sema_buffer_clear (&self->added_flags);
}

static gboolean
read_added_token (SemaTokenizerParts *self, SemaJsonReader *reader, GError **error)
{
  const char      *label = self->bytes->label;
  g_autofree char *content = NULL;
  SemaAddedFlags  *place, flags = {0};
  guint32          id = 0;
  gboolean         has_id = FALSE;
  SemaJsonEvent    event;

  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_KEY)
    {
      SemaTokenizerFlag *flag = sema_json_reader_text_equals (reader, "single_word")  ? &flags.single_word
                                : sema_json_reader_text_equals (reader, "lstrip")     ? &flags.lstrip
                                : sema_json_reader_text_equals (reader, "rstrip")     ? &flags.rstrip
                                : sema_json_reader_text_equals (reader, "normalized") ? &flags.normalized
                                                                                      : NULL;
      gboolean           is_id = sema_json_reader_text_equals (reader, "id");
      gboolean           is_content = sema_json_reader_text_equals (reader, "content");

      has_id |= is_id;
      if (flag != NULL ? !sema_tokenizer_part_read_flag (reader, label, flag, error)
          : is_id      ? !sema_vocab_json_read_id (reader, label, &id, error)
          : is_content ? !sema_tokenizer_part_read_text (reader, label, &content, error)
                       : !sema_json_reader_skip_value (reader, error))
        return FALSE;
    }
  if (event == SEMA_JSON_FAILED)
    return FALSE;
  if (content == NULL || !has_id)
    return sema_vocab_json_fail (reader, label, error, _ ("an added token has an id and a content"));
  if (*content == 0)
    return TRUE; /* as for the reference */
  place = sema_buffer_append (&self->added_flags, sizeof *place, error);
  if (place == NULL)
    return FALSE;
  *place = flags;
  return sema_token_list_add (&self->added, content, strlen (content), id, error);
}

static gboolean
read_added (SemaTokenizerParts *self, SemaJsonReader *reader, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);

  if (event == SEMA_JSON_NULL)
    return TRUE;
  if (event != SEMA_JSON_ARRAY || sema_token_list_get_n_tokens (&self->added) > 0)
    return event != SEMA_JSON_FAILED && sema_vocab_json_fail (reader, self->bytes->label, error, _ ("a list of tokens is expected there, and no second one"));
  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_OBJECT)
    if (!read_added_token (self, reader, error))
      return FALSE;
  if (event != SEMA_JSON_ARRAY_END && event != SEMA_JSON_FAILED)
    return sema_vocab_json_fail (reader, self->bytes->label, error, _ ("an added token is expected there"));
  return event == SEMA_JSON_ARRAY_END;
}

static gboolean
read_part (SemaTokenizerParts *self, SemaJsonReader *reader, SemaTokenizerPart **part, GError **error)
{
  sema_tokenizer_part_free (*part);
  *part = sema_tokenizer_part_read (reader, self->bytes->label, error);
  return *part != NULL;
}

static gboolean
read_truncation (SemaTokenizerParts *self, SemaJsonReader *reader, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);

  self->truncates = event != SEMA_JSON_NULL;
  return event != SEMA_JSON_FAILED && sema_json_reader_skip_value (reader, error);
}

static gboolean
read_value (SemaTokenizerParts *self, SemaJsonReader *reader, GError **error)
{
  if (sema_json_reader_text_equals (reader, "version"))
    return sema_tokenizer_part_read_text (reader, self->bytes->label, &self->version, error);
  if (sema_json_reader_text_equals (reader, "truncation"))
    return read_truncation (self, reader, error);
  if (sema_json_reader_text_equals (reader, "added_tokens"))
    return read_added (self, reader, error);
  if (sema_json_reader_text_equals (reader, "normalizer"))
    return read_part (self, reader, &self->normalizer, error);
  if (sema_json_reader_text_equals (reader, "pre_tokenizer"))
    return read_part (self, reader, &self->pre_tokenizer, error);
  if (sema_json_reader_text_equals (reader, "post_processor"))
    return read_part (self, reader, &self->post_processor, error);
  if (sema_json_reader_text_equals (reader, "decoder"))
    return read_part (self, reader, &self->decoder, error);
  if (!sema_json_reader_text_equals (reader, "model"))
    return sema_json_reader_skip_value (reader, error);
  if (self->has_model)
    return sema_vocab_json_fail (reader, self->bytes->label, error, _ ("a second model stands there"));
  self->has_model = TRUE;
  return sema_tokenizer_model_read (&self->model, reader, self->bytes->label, error);
}

/**
 * sema_tokenizer_parts_read:
 * @self: all zeros but for the bytes
 * @progress: (nullable): cancels
 * @error: %SEMA_FORMAT_ERROR_DAMAGED with the byte, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Reads the whole file, but for the merges of its model.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_tokenizer_parts_read (SemaTokenizerParts *self, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaJsonReader) reader = sema_json_reader_new (self->bytes->label, self->bytes->buffer.data, self->bytes->buffer.n_bytes);
  SemaJsonEvent              event;

  sema_json_reader_set_progress (reader, progress);
  event = sema_json_reader_next (reader, error);
  if (event != SEMA_JSON_OBJECT)
    return event != SEMA_JSON_FAILED && sema_vocab_json_fail (reader, self->bytes->label, error, _ ("an object is expected there"));
  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_KEY)
    if (!read_value (self, reader, error))
      return FALSE;
  return event == SEMA_JSON_OBJECT_END && sema_json_reader_next (reader, error) == SEMA_JSON_END;
}
