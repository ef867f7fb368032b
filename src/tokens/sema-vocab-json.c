/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vocab-json.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "sema-formats.h"
#include "sema-word.h"

/**
 * sema_vocab_json_fail:
 * @reader: at what is wrong
 * @label: name of the file
 * @error: (out): %SEMA_FORMAT_ERROR_DAMAGED
 * @clause: what is wrong there, translated
 *
 * Returns: %FALSE
 */
gboolean
sema_vocab_json_fail (const SemaJsonReader *reader, const char *label, GError **error, const char *clause)
{
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” is not right at byte %" PRIu64 ": %s."), label, sema_json_reader_get_offset (reader), clause);
  return FALSE;
}

/**
 * sema_vocab_json_read_id:
 * @reader: before a value
 * @label: name of the file
 * @id: (out): the value
 * @error: as sema_json_reader_next(), also where the value is no id
 *
 * Returns: whether the value was an id
 */
gboolean
sema_vocab_json_read_id (SemaJsonReader *reader, const char *label, guint32 *id, GError **error)
{
  gint64 value;

  if (sema_json_reader_next (reader, error) == SEMA_JSON_FAILED)
    return FALSE;
  if (!sema_json_reader_get_int64 (reader, &value) || value < 0 || value > SEMA_TOKEN_MAX_ID)
    return sema_vocab_json_fail (reader, label, error, _ ("the id of a token is a whole number from 0 to 4294967294"));
  *id = (guint32)value;
  return TRUE;
}

/**
 * sema_vocab_json_read:
 * @reader: behind the beginning of an object: tokens and their ids
 * @label: name of the file
 * @list: the tokens are added to it, as they are written
 * @error: as sema_json_reader_next(), also where a value is no id, and %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Reads tokens up to the end of the object.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_vocab_json_read (SemaJsonReader *reader, const char *label, SemaTokenList *list, GError **error)
{
  for (;;)
    {
      SemaJsonEvent event = sema_json_reader_next (reader, error);
      gsize         length;
      const char   *token = sema_json_reader_get_text (reader, &length);

      if (event != SEMA_JSON_KEY)
        return event == SEMA_JSON_OBJECT_END;
      /* The token is of this event: its id, which comes with the next, is filled in then. */
      if (!sema_token_list_add (list, token, length, 0, error) ||
          !sema_vocab_json_read_id (reader, label, (guint32 *)(gpointer)(list->ids.data + list->ids.n_bytes) - 1, error))
        return FALSE;
    }
}

/* ["token", score]; the reader is behind its beginning. */
static gboolean
read_scored_token (SemaJsonReader *reader, const char *label, SemaTokenList *list, double *score, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);
  guint64       id = sema_token_list_get_n_tokens (list);
  gsize         length;
  const char   *token = sema_json_reader_get_text (reader, &length);

  if (event == SEMA_JSON_STRING && id <= SEMA_TOKEN_MAX_ID)
    {
      if (!sema_token_list_add (list, token, length, (guint32)id, error))
        return FALSE;
      event = sema_json_reader_next (reader, error);
      if (event != SEMA_JSON_FAILED && sema_json_reader_get_double (reader, score))
        event = sema_json_reader_next (reader, error);
      if (event == SEMA_JSON_ARRAY_END)
        return TRUE;
    }
  return event != SEMA_JSON_FAILED && sema_vocab_json_fail (reader, label, error, _ ("a token and its score are expected there"));
}

/**
 * sema_vocab_json_read_scored:
 * @reader: behind the beginning of an array: of a token and its score each
 * @label: name of the file
 * @list: the tokens are added to it, numbered in their order
 * @scores: double: the score of each is added to it
 * @error: as sema_json_reader_next(), also where an entry is something else, and %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Reads tokens up to the end of the array.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_vocab_json_read_scored (SemaJsonReader *reader, const char *label, SemaTokenList *list, SemaBuffer *scores, GError **error)
{
  SemaJsonEvent event;

  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_ARRAY)
    {
      double *score = sema_buffer_append (scores, sizeof *score, error);

      if (score == NULL || !read_scored_token (reader, label, list, score, error))
        return FALSE;
    }
  if (event != SEMA_JSON_ARRAY_END && event != SEMA_JSON_FAILED)
    return sema_vocab_json_fail (reader, label, error, _ ("a token and its score are expected there"));
  return event == SEMA_JSON_ARRAY_END;
}

/**
 * sema_vocab_json_refuse_repeat:
 * @label: name of the file
 * @table: tokens
 * @place: that of a token that is there before, as sema_token_table_find_repeat() finds it
 * @error: (out): %SEMA_FORMAT_ERROR_DAMAGED
 *
 * Returns: %FALSE
 */
gboolean
sema_vocab_json_refuse_repeat (const char *label, const SemaTokenTable *table, guint64 place, GError **error)
{
  gsize            length;
  guint32          id;
  const char      *token = sema_token_table_peek (table, place, &length, &id);
  g_autofree char *shown = sema_word_to_label (token, length);

  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” cannot be used: the token “%s” is in it twice, the second time with id %" PRIu32 "."), label, shown, id);
  return FALSE;
}

/**
 * sema_vocab_json_make_table:
 * @label: name of the file
 * @list: the tokens; empty afterwards
 * @note: (out) (nullable): a sentence that tells of an id that several tokens share
 * @error: %SEMA_FORMAT_ERROR_DAMAGED where there are none or one is there twice, as readers of JSON do not agree which of the two
 *   counts; %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): the table
 */
SemaTokenTable *
sema_vocab_json_make_table (const char *label, SemaTokenList *list, char **note, GError **error)
{
  g_autoptr (SemaTokenTable) table = NULL;
  g_autofree char           *first = NULL, *second = NULL;
  const char                *token;
  guint64                    place, other;
  gsize                      length;
  guint32                    id;

  *note = NULL;
  if (sema_token_list_get_n_tokens (list) == 0)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” has no tokens."), label);
      return NULL;
    }
  table = sema_token_table_new_take (list, error);
  if (table == NULL)
    return NULL;
  if (sema_token_table_find_repeat (table, &place))
    {
      sema_vocab_json_refuse_repeat (label, table, place, error);
      return NULL;
    }
  if (sema_token_table_find_shared_id (table, &place, &other))
    {
      token = sema_token_table_peek (table, place, &length, NULL);
      first = sema_word_to_label (token, length);
      token = sema_token_table_peek (table, other, &length, &id);
      second = sema_word_to_label (token, length);
      *note = g_strdup_printf (_ ("In “%s” the id %" PRIu32 " belongs to several tokens, as to “%s” and “%s”."), label, id, first, second);
    }
  return g_steal_pointer (&table);
}
