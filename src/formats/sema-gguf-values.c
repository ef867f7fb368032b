/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gguf-values.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-word.h"

#define MIN_VALUE 13                             /* bytes that the least key with its value takes */
#define MAX_KEY 65535                            /* bytes, by the documents of the format */
#define MAX_TEXT 65536                           /* bytes of a text that is handed out: a name */
#define MAX_ARRAY (G_GUINT64_CONSTANT (1) << 30) /* elements, as in llama.cpp */

/* Bytes of a number, or the least that a text takes. */
static const guint8 widths[] = {
  [SEMA_GGUF_U8] = 1,
  [SEMA_GGUF_I8] = 1,
  [SEMA_GGUF_U16] = 2,
  [SEMA_GGUF_I16] = 2,
  [SEMA_GGUF_U32] = 4,
  [SEMA_GGUF_I32] = 4,
  [SEMA_GGUF_F32] = 4,
  [SEMA_GGUF_BOOL] = 1,
  [SEMA_GGUF_TEXT] = 8,
  [SEMA_GGUF_ARRAY] = 0,
  [SEMA_GGUF_U64] = 8,
  [SEMA_GGUF_I64] = 8,
  [SEMA_GGUF_F64] = 8,
};

/**
 * sema_gguf_values_clear:
 * @self: values
 *
 * Frees what is in them.
 */
void
sema_gguf_values_clear (SemaGgufValues *self)
{
  sema_buffer_clear (&self->values);
  sema_buffer_clear (&self->keys);
  sema_buffer_clear (&self->starts);
  sema_vocab_index_clear (&self->index);
}

/* A file that is compressed begins otherwise. */
static gboolean
check_magic (SemaGgufReader *reader, GError **error)
{
  const guint8 *magic = sema_gguf_reader_take (reader, strlen (SEMA_GGUF_MAGIC), error);

  if (magic == NULL || memcmp (magic, SEMA_GGUF_MAGIC, strlen (SEMA_GGUF_MAGIC)) == 0)
    return magic != NULL;
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” does not begin as GGUF files do; if it is compressed, decompress it first."), sema_tensor_bytes_get_label (reader->bytes));
  return FALSE;
}

/* In files for machines of the other byte order the low half of the version comes last. */
static gboolean
check_version (const SemaGgufReader *reader, guint64 version, GError **error)
{
  const char *label = sema_tensor_bytes_get_label (reader->bytes);

  if (version == 2 || version == 3)
    return TRUE;
  if (version != 0 && (version & 0xffff) == 0)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” is a GGUF file for machines of the other byte order, which is not read here; convert the model for this one."), label);
  else
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” is a GGUF file of version %u, and only 2 and 3 are read here; convert the model again."), label, (guint)version);
  return FALSE;
}

/* The counts are no larger than what the file has room for. */
static gboolean
read_header (SemaGgufValues *self, SemaGgufReader *reader, guint64 *n_values, GError **error)
{
  guint64 version, at;

  if (!check_magic (reader, error) || !sema_gguf_reader_get_number (reader, 4, &version, error) || !check_version (reader, version, error))
    return FALSE;
  at = reader->at;
  if (!sema_gguf_reader_get_number (reader, 8, &self->n_tensors, error) || !sema_gguf_reader_get_number (reader, 8, n_values, error))
    return FALSE;
  if (self->n_tensors > sema_gguf_reader_get_left (reader) / SEMA_GGUF_MIN_TENSOR)
    return sema_gguf_reader_fail (reader, at, _ ("it says more tensors than the file has room for, as a download that was cut short does; fetch it again"), error);
  if (*n_values > sema_gguf_reader_get_left (reader) / MIN_VALUE)
    return sema_gguf_reader_fail (reader, at + 8, _ ("it says more keys than the file has room for, as a download that was cut short does; fetch it again"), error);
  return TRUE;
}

static gboolean
add_start (SemaGgufValues *self, GError **error)
{
  guint64 *start = sema_buffer_append (&self->starts, sizeof *start, error);

  if (start != NULL)
    *start = self->keys.n_bytes;
  return start != NULL;
}

static gboolean
read_key (SemaGgufValues *self, SemaGgufReader *reader, GError **error)
{
  guint64     at = reader->at;
  const char *text;
  gsize       length;
  char       *place;

  if (!sema_gguf_reader_get_text (reader, &text, &length, error))
    return FALSE;
  if (length == 0 || length > MAX_KEY)
    return sema_gguf_reader_fail (reader, at, _ ("a key has to have at least 1 byte, and fewer than 65536"), error);
  place = sema_buffer_append (&self->keys, length + 1, error);
  if (place == NULL)
    return FALSE;
  memcpy (place, text, length);
  place[length] = 0;
  return add_start (self, error);
}

static gboolean
read_kind (SemaGgufReader *reader, gboolean is_element, SemaGgufKind *kind, GError **error)
{
  guint64 at = reader->at, number;

  if (!sema_gguf_reader_get_number (reader, 4, &number, error))
    return FALSE;
  if (number >= G_N_ELEMENTS (widths))
    return sema_gguf_reader_fail (reader, at, _ ("there is no kind of value with that number"), error);
  if (is_element && number == SEMA_GGUF_ARRAY)
    return sema_gguf_reader_fail (reader, at, _ ("arrays of arrays are not part of the format"), error);
  *kind = (SemaGgufKind)number;
  return TRUE;
}

static gboolean
skip_texts (SemaGgufReader *reader, guint64 n, GError **error)
{
  guint64 length;

  for (guint64 i = 0; i < n; i++)
    if (!sema_gguf_reader_get_length (reader, &length, error) || !sema_gguf_reader_skip (reader, length, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_array (SemaGgufReader *reader, SemaGgufValue *value, GError **error)
{
  guint64 at;

  if (!read_kind (reader, TRUE, &value->element, error))
    return FALSE;
  at = reader->at;
  if (!sema_gguf_reader_get_number (reader, 8, &value->n, error))
    return FALSE;
  if (value->n > MAX_ARRAY || value->n > sema_gguf_reader_get_left (reader) / widths[value->element])
    return sema_gguf_reader_fail (reader, at, _ ("an array there has more elements than the file has room for, as in a download that was cut short; fetch it again"), error);
  value->at = reader->at;
  return value->element == SEMA_GGUF_TEXT ? skip_texts (reader, value->n, error) : sema_gguf_reader_skip (reader, value->n * widths[value->element], error);
}

static gboolean
read_value (SemaGgufValues *self, SemaGgufReader *reader, GError **error)
{
  SemaGgufValue  value = {0};
  SemaGgufValue *place;
  gboolean       is_read;

  if (!read_kind (reader, FALSE, &value.kind, error))
    return FALSE;
  value.at = reader->at;
  if (value.kind == SEMA_GGUF_ARRAY)
    is_read = read_array (reader, &value, error);
  else if (value.kind == SEMA_GGUF_TEXT)
    {
      is_read = sema_gguf_reader_get_length (reader, &value.n, error) && sema_gguf_reader_skip (reader, value.n, error);
      value.at += 8;
    }
  else
    is_read = sema_gguf_reader_get_number (reader, widths[value.kind], &value.number, error);
  place = is_read ? sema_buffer_append (&self->values, sizeof value, error) : NULL;
  if (place != NULL)
    *place = value;
  return place != NULL;
}

static SemaVocabWords
get_words (const SemaGgufValues *self)
{
  return (SemaVocabWords) {self->keys.data, (const guint64 *)(gconstpointer)self->starts.data};
}

static gboolean
index_keys (SemaGgufValues *self, SemaGgufReader *reader, guint64 n, GError **error)
{
  SemaVocabWords   words = get_words (self);
  guint64          repeat;
  gsize            length;
  const char      *key;
  g_autofree char *shown = NULL;

  if (n == 0)
    return TRUE;
  if (!sema_vocab_index_reserve (&self->index, n, error) || !sema_vocab_index_add (&self->index, &words, n, error))
    return FALSE;
  if (self->index.repeats.n_bytes == 0)
    return TRUE;
  memcpy (&repeat, self->index.repeats.data, sizeof repeat);
  key = sema_vocab_words_peek (&words, repeat >> 32, &length);
  shown = sema_word_to_label (key, length);
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” is damaged: the key “%s” comes twice in it."), sema_tensor_bytes_get_label (reader->bytes), shown);
  return FALSE;
}

/**
 * sema_gguf_values_read:
 * @self: all zeros
 * @reader: at the first byte of a file; comes to where the tensors are listed
 * @error: return location
 *
 * Reads the header, and the keys with their values. All that llama.cpp checks is checked: version 2 or 3, counts that the file
 * has room for, keys that differ, kinds that there are, texts of at most 1 GiB, arrays of at most 2^30 elements, no array in an
 * array. Memory goes by the number of keys. O(bytes that lie before the tensors); polls the progress of the file.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED and the byte, %SEMA_FORMAT_ERROR_UNKNOWN for another format, version or byte order, or as
 *   sema_gguf_reader_take()
 */
gboolean
sema_gguf_values_read (SemaGgufValues *self, SemaGgufReader *reader, GError **error)
{
  guint64 n;

  if (!read_header (self, reader, &n, error) || !add_start (self, error))
    return FALSE;
  for (guint64 i = 0; i < n; i++)
    if (!read_key (self, reader, error) || !read_value (self, reader, error))
      return FALSE;
  return index_keys (self, reader, n, error);
}

/**
 * sema_gguf_values_find:
 * @self: values that were read
 * @key: text
 *
 * Returns: (transfer none) (nullable): its value
 */
const SemaGgufValue *
sema_gguf_values_find (const SemaGgufValues *self, const char *key)
{
  SemaVocabWords words = get_words (self);
  guint64        place = self->values.n_bytes > 0 ? sema_vocab_index_find (&self->index, &words, key, strlen (key)) : SEMA_VOCAB_INDEX_NONE;

  return place != SEMA_VOCAB_INDEX_NONE ? (const SemaGgufValue *)(gconstpointer)self->values.data + place : NULL;
}

/**
 * sema_gguf_values_find_array:
 * @self: values that were read
 * @key: text
 * @element: what its elements have to be
 *
 * Returns: (transfer none) (nullable): the array; %NULL where there is no such key, or it is something else
 */
const SemaGgufValue *
sema_gguf_values_find_array (const SemaGgufValues *self, const char *key, SemaGgufKind element)
{
  const SemaGgufValue *value = sema_gguf_values_find (self, key);

  return value != NULL && value->kind == SEMA_GGUF_ARRAY && value->element == element ? value : NULL;
}

/* The bits of a number whose highest one is the sign. */
static gboolean
is_negative (const SemaGgufValue *value)
{
  return (value->number >> (8 * widths[value->kind] - 1)) != 0;
}

/**
 * sema_gguf_values_get_count:
 * @self: values that were read
 * @key: text
 * @count: (out): its value
 *
 * Returns: whether the key is there and its value a whole number that is not negative, or a truth value
 */
gboolean
sema_gguf_values_get_count (const SemaGgufValues *self, const char *key, guint64 *count)
{
  const SemaGgufValue *value = sema_gguf_values_find (self, key);

  if (value == NULL)
    return FALSE;
  *count = value->number;
  switch (value->kind)
    {
    case SEMA_GGUF_U8:
    case SEMA_GGUF_U16:
    case SEMA_GGUF_U32:
    case SEMA_GGUF_U64:
    case SEMA_GGUF_BOOL:
      return TRUE;
    case SEMA_GGUF_I8:
    case SEMA_GGUF_I16:
    case SEMA_GGUF_I32:
    case SEMA_GGUF_I64:
      return !is_negative (value);
    case SEMA_GGUF_F32:
    case SEMA_GGUF_F64:
    case SEMA_GGUF_TEXT:
    case SEMA_GGUF_ARRAY:
    default:
      return FALSE;
    }
}

/**
 * sema_gguf_values_read_text:
 * @self: values that were read
 * @key: text
 * @bytes: the file
 * @text: (out) (transfer full) (nullable): its value; %NULL where it is no text, or one of more than 64 KiB or with a NUL in it
 * @error: as sema_tensor_bytes_read()
 *
 * Reads a short text, such as a name.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_gguf_values_read_text (const SemaGgufValues *self, const char *key, SemaTensorBytes *bytes, char **text, GError **error)
{
  const SemaGgufValue *value = sema_gguf_values_find (self, key);
  g_autofree char     *copy = NULL;

  *text = NULL;
  if (value == NULL || value->kind != SEMA_GGUF_TEXT || value->n > MAX_TEXT)
    return TRUE;
  copy = g_malloc0 (value->n + 1);
  if (!sema_tensor_bytes_read (bytes, value->at, (guint8 *)copy, (gsize)value->n, error))
    return FALSE;
  if (memchr (copy, 0, value->n) == NULL)
    *text = g_steal_pointer (&copy);
  return TRUE;
}
