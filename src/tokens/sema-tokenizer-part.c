/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-vocab-json.h"

#define LONGEST_TEXT 4096 /* bytes of a setting */
#define DEEPEST 3         /* sequences in one another */

static const char *const lists[] = {"normalizers", "pretokenizers", "processors", "decoders"};

static void
free_charsmap (SemaCharsmap *charsmap)
{
  sema_charsmap_clear (charsmap);
  g_free (charsmap);
}

/**
 * sema_tokenizer_part_free:
 * @self: (nullable) (transfer full): a part
 */
void
sema_tokenizer_part_free (SemaTokenizerPart *self)
{
  if (self == NULL)
    return;
  g_free (self->type);
  g_free (self->pattern);
  g_free (self->string);
  g_free (self->content);
  g_free (self->prepend);
  g_free (self->replacement);
  g_free (self->prepend_scheme);
  g_free (self->behavior);
  g_clear_pointer (&self->charsmap, free_charsmap);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static void
free_part (gpointer part)
{
  sema_tokenizer_part_free (part);
}

/**
 * sema_tokenizer_part_read_flag:
 * @reader: before a value
 * @label: name of the file
 * @flag: (out): what it is
 * @error: as sema_json_reader_next(), also where it is neither true, false nor null
 *
 * Returns: whether nothing failed
 */
gboolean
sema_tokenizer_part_read_flag (SemaJsonReader *reader, const char *label, SemaTokenizerFlag *flag, GError **error)
{
  switch ((int)sema_json_reader_next (reader, error))
    {
    case SEMA_JSON_FAILED:
      return FALSE;
    case SEMA_JSON_TRUE:
      *flag = SEMA_TOKENIZER_YES;
      return TRUE;
    case SEMA_JSON_FALSE:
      *flag = SEMA_TOKENIZER_NO;
      return TRUE;
    case SEMA_JSON_NULL:
      *flag = SEMA_TOKENIZER_UNSET;
      return TRUE;
    default:
      return sema_vocab_json_fail (reader, label, error, _ ("true or false is expected there"));
    }
}

/**
 * sema_tokenizer_part_read_text:
 * @reader: before a value
 * @label: name of the file
 * @text: (inout) (nullable): a string, or %NULL where it is null; what was there is freed
 * @error: as sema_json_reader_next(), also where it is no string, one with a NUL or one of more than 4 KiB
 *
 * Returns: whether nothing failed
 */
gboolean
sema_tokenizer_part_read_text (SemaJsonReader *reader, const char *label, char **text, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);
  gsize         length;
  const char   *string = sema_json_reader_get_text (reader, &length);

  if (event == SEMA_JSON_FAILED)
    return FALSE;
  g_clear_pointer (text, g_free);
  if (event == SEMA_JSON_NULL)
    return TRUE;
  if (event != SEMA_JSON_STRING || length > LONGEST_TEXT || memchr (string, 0, length) != NULL)
    return sema_vocab_json_fail (reader, label, error, _ ("a string is expected there, and no long one"));
  *text = g_strndup (string, length);
  return TRUE;
}

/* {"Regex": …} or {"String": …}. */
static gboolean
read_pattern (SemaTokenizerPart *self, SemaJsonReader *reader, const char *label, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);

  if (event != SEMA_JSON_OBJECT)
    return event != SEMA_JSON_FAILED && sema_vocab_json_fail (reader, label, error, _ ("a pattern is expected there"));
  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_KEY)
    {
      char **text = sema_json_reader_text_equals (reader, "Regex") ? &self->pattern : sema_json_reader_text_equals (reader, "String") ? &self->string
                                                                                                                                      : NULL;

      if (text != NULL ? !sema_tokenizer_part_read_text (reader, label, text, error) : !sema_json_reader_skip_value (reader, error))
        return FALSE;
    }
  return event == SEMA_JSON_OBJECT_END;
}

/* Null is none: then the part is not known. */
static gboolean
read_charsmap (SemaTokenizerPart *self, SemaJsonReader *reader, const char *label, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);
  gboolean      is_right;
  gsize         length;
  const char   *text = sema_json_reader_get_text (reader, &length);

  if (event == SEMA_JSON_FAILED)
    return FALSE;
  g_clear_pointer (&self->charsmap, free_charsmap);
  if (event == SEMA_JSON_NULL)
    return TRUE;
  if (event != SEMA_JSON_STRING)
    return sema_vocab_json_fail (reader, label, error, _ ("a string is expected there"));
  self->charsmap = g_new0 (SemaCharsmap, 1);
  if (!sema_charsmap_decode (self->charsmap, text, length, &is_right, error))
    return FALSE;
  return is_right || sema_vocab_json_fail (reader, label, error, _ ("a map of characters is expected there, in base64"));
}

static SemaTokenizerPart *read_object (SemaJsonReader *reader, const char *label, guint depth, GError **error);

/* Goes down into sequences no deeper than DEEPEST. */
static gboolean
read_parts (SemaTokenizerPart *self, SemaJsonReader *reader, const char *label, guint depth, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);

  if (event != SEMA_JSON_ARRAY || self->parts->len > 0)
    return event != SEMA_JSON_FAILED && sema_vocab_json_fail (reader, label, error, _ ("a list of parts is expected there, and no second one"));
  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_OBJECT)
    {
      SemaTokenizerPart *part;

      if (depth == DEEPEST || self->parts->len == SEMA_TOKENIZER_MOST_PARTS)
        return sema_vocab_json_fail (reader, label, error, _ ("there are too many parts in this sequence, or too many sequences in one another"));
      part = read_object (reader, label, depth + 1, error);
      if (part == NULL)
        return FALSE;
      g_ptr_array_add (self->parts, part);
    }
  if (event != SEMA_JSON_ARRAY_END && event != SEMA_JSON_FAILED)
    return sema_vocab_json_fail (reader, label, error, _ ("a part is expected there"));
  return event == SEMA_JSON_ARRAY_END;
}

/* The flag that a key sets. */
static SemaTokenizerFlag *
find_flag (SemaTokenizerPart *self, const SemaJsonReader *reader)
{
  const struct
  {
    const char        *key;
    SemaTokenizerFlag *flag;
  } flags[] = {
    {"add_prefix_space", &self->add_prefix_space},
    {"use_regex", &self->use_regex},
    {"invert", &self->invert},
    {"clean_text", &self->clean_text},
    {"handle_chinese_chars", &self->handle_chinese_chars},
    {"strip_accents", &self->strip_accents},
    {"lowercase", &self->lowercase},
    {"split", &self->split},
    {"strip_left", &self->strip_left},
    {"strip_right", &self->strip_right},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    if (sema_json_reader_text_equals (reader, flags[i].key))
      return flags[i].flag;
  return NULL;
}

/* The text that a key sets. */
static char **
find_text (SemaTokenizerPart *self, const SemaJsonReader *reader)
{
  const struct
  {
    const char *key;
    char      **text;
  } texts[] = {
    {"type", &self->type},
    {"content", &self->content},
    {"prepend", &self->prepend},
    {"replacement", &self->replacement},
    {"prepend_scheme", &self->prepend_scheme},
    {"behavior", &self->behavior},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (sema_json_reader_text_equals (reader, texts[i].key))
      return texts[i].text;
  return NULL;
}

static gboolean
is_list (const SemaJsonReader *reader)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (sema_json_reader_text_equals (reader, lists[i]))
      return TRUE;
  return FALSE;
}

static gboolean
read_value (SemaTokenizerPart *self, SemaJsonReader *reader, const char *label, guint depth, GError **error)
{
  SemaTokenizerFlag *flag = find_flag (self, reader);
  char             **text = find_text (self, reader);

  if (flag != NULL)
    return sema_tokenizer_part_read_flag (reader, label, flag, error);
  if (text != NULL)
    return sema_tokenizer_part_read_text (reader, label, text, error);
  if (sema_json_reader_text_equals (reader, "precompiled_charsmap"))
    return read_charsmap (self, reader, label, error);
  if (sema_json_reader_text_equals (reader, "pattern"))
    return read_pattern (self, reader, label, error);
  if (is_list (reader))
    return read_parts (self, reader, label, depth, error);
  return sema_json_reader_skip_value (reader, error);
}

static SemaTokenizerPart *
read_object (SemaJsonReader *reader, const char *label, guint depth, GError **error)
{
  g_autoptr (SemaTokenizerPart) self = g_new0 (SemaTokenizerPart, 1);
  SemaJsonEvent                 event;

  self->parts = g_ptr_array_new_with_free_func (free_part);
  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_KEY)
    if (!read_value (self, reader, label, depth, error))
      return NULL;
  if (event == SEMA_JSON_FAILED)
    return NULL;
  if (self->type == NULL)
    self->type = g_strdup ("");
  return g_steal_pointer (&self);
}

/**
 * sema_tokenizer_part_read:
 * @reader: before a value
 * @label: name of the file
 * @error: as sema_json_reader_next(), also where the value is no part
 *
 * Reads a part, or null.
 *
 * Returns: (transfer full) (nullable): the part
 */
SemaTokenizerPart *
sema_tokenizer_part_read (SemaJsonReader *reader, const char *label, GError **error)
{
  SemaJsonEvent      event = sema_json_reader_next (reader, error);
  SemaTokenizerPart *self;

  if (event == SEMA_JSON_OBJECT)
    return read_object (reader, label, 0, error);
  if (event != SEMA_JSON_NULL)
    {
      if (event != SEMA_JSON_FAILED)
        sema_vocab_json_fail (reader, label, error, _ ("a part is expected there"));
      return NULL;
    }
  self = g_new0 (SemaTokenizerPart, 1);
  self->parts = g_ptr_array_new_with_free_func (free_part);
  return self;
}

/**
 * sema_tokenizer_part_is:
 * @self: (nullable): a part
 * @type: (nullable): a type, or %NULL for none
 *
 * Returns: whether it is of that type
 */
gboolean
sema_tokenizer_part_is (const SemaTokenizerPart *self, const char *type)
{
  return g_strcmp0 (self != NULL ? self->type : NULL, type) == 0;
}

/**
 * sema_tokenizer_part_has:
 * @self: (nullable): a part
 * @type: a type
 *
 * Returns: whether it, or a part of a sequence, is of that type
 */
gboolean
sema_tokenizer_part_has (const SemaTokenizerPart *self, const char *type)
{
  if (sema_tokenizer_part_is (self, type))
    return TRUE;
  for (guint i = 0; self != NULL && i < self->parts->len; i++)
    if (sema_tokenizer_part_has (self->parts->pdata[i], type))
      return TRUE;
  return FALSE;
}

/**
 * sema_tokenizer_part_unwrap:
 * @self: (nullable): a part
 *
 * Returns: (transfer none) (nullable): the part; of a sequence of one that one, of none %NULL
 */
const SemaTokenizerPart *
sema_tokenizer_part_unwrap (const SemaTokenizerPart *self)
{
  while (sema_tokenizer_part_is (self, "Sequence") && self->parts->len == 1)
    self = self->parts->pdata[0];
  return sema_tokenizer_part_is (self, "Sequence") && self->parts->len == 0 ? NULL : self;
}

/**
 * sema_tokenizer_part_find_other:
 * @self: (nullable): a part
 * @types: (array zero-terminated=1): types that are known
 *
 * Returns: (transfer none) (nullable): the type of the part, or of one in a sequence, that is none of them; %NULL where all are
 */
const char *
sema_tokenizer_part_find_other (const SemaTokenizerPart *self, const char *const *types)
{
  if (self == NULL || self->type == NULL)
    return NULL;
  if (!g_str_equal (self->type, "Sequence"))
    return g_strv_contains (types, self->type) ? NULL : self->type;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const char *other = sema_tokenizer_part_find_other (self->parts->pdata[i], types);

      if (other != NULL)
        return other;
    }
  return NULL;
}
