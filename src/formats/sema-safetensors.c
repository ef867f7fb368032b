/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-safetensors.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-json-reader.h"
#include "sema-little-endian.h"
#include "sema-memory.h"
#include "sema-word.h"

#define PREFIX 8 /* bytes that say how long the header is */
#define MAX_HEADER 100000000
#define MAX_DEPTH 8
#define MAX_DTYPE 32
#define MAX_INTEGER (G_GUINT64_CONSTANT (1) << 53) /* what every JSON parser reads the same */

/* The fields of a tensor that are needed. */
enum {
  SEEN_DTYPE = 1,
  SEEN_SHAPE = 2,
  SEEN_OFFSETS = 4,
  SEEN_ALL = 7,
};

typedef struct
{
  SemaTensorBytes *bytes;
  SemaJsonReader  *reader;
  SemaTensorList  *list;
  guint64          data_at;
  gboolean         has_metadata;
} Header;

/**
 * sema_safetensors_is_header:
 * @bytes: (array length=n_bytes): the first bytes of a file
 * @n_bytes: how many there are
 * @size: how many the file has
 *
 * Returns: whether they are a length that is possible and the beginning of a JSON object
 */
gboolean
sema_safetensors_is_header (const guint8 *bytes, gsize n_bytes, guint64 size)
{
  guint64 length = n_bytes > PREFIX ? sema_little_endian_get (bytes, PREFIX) : 0;
  gsize   at = PREFIX;

  if (length < 2 || length > MAX_HEADER || size < PREFIX)
    return FALSE;
  while (at < n_bytes && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t'))
    at++;
  /* Of blanks only that fill all one looks at nobody knows; the length before them tells enough. */
  return at == n_bytes ? n_bytes > 4096 : bytes[at] == '{';
}

/* A whole number that is written as nothing else. */
static gboolean
read_integer (Header *self, guint64 *value, GError **error)
{
  gint64      number;
  gsize       length;
  const char *text = sema_json_reader_get_text (self->reader, &length);

  if (!sema_json_reader_get_int64 (self->reader, &number) || text[0] == '-' || (guint64)number > MAX_INTEGER)
    return sema_json_reader_fail (self->reader, _ ("a whole number from 0 to 2^53 is expected there"), error);
  *value = (guint64)number;
  return TRUE;
}

static gboolean
expect (Header *self, SemaJsonEvent event, const char *clause, GError **error)
{
  SemaJsonEvent found = sema_json_reader_next (self->reader, error);

  return found == event || (found != SEMA_JSON_FAILED && sema_json_reader_fail (self->reader, clause, error));
}

static gboolean
read_dtype (Header *self, SemaTensorEntry *entry, GError **error)
{
  const char *text;
  gsize       length;

  if (!expect (self, SEMA_JSON_STRING, _ ("the type of the numbers, a string, is expected there"), error))
    return FALSE;
  text = sema_json_reader_get_text (self->reader, &length);
  entry->type = (guint8)sema_tensor_type_find (text, length);
  if (entry->type != SEMA_TENSOR_OTHER)
    return TRUE;
  if (length == 0 || length > MAX_DTYPE || memchr (text, 0, length) != NULL)
    return sema_json_reader_fail (self->reader, _ ("the type of the numbers, a short name, is expected there"), error);
  return sema_tensor_list_add_dtype (self->list, text, length, &entry->dtype_at, error);
}

static gboolean
read_shape (Header *self, GError **error)
{
  SemaJsonEvent event;
  guint64       size;

  if (!expect (self, SEMA_JSON_ARRAY, _ ("the shape, a list of numbers, is expected there"), error))
    return FALSE;
  while ((event = sema_json_reader_next (self->reader, error)) != SEMA_JSON_ARRAY_END)
    if (event == SEMA_JSON_FAILED || !read_integer (self, &size, error) || !sema_tensor_list_add_axis (self->list, size, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_offsets (Header *self, SemaTensorEntry *entry, GError **error)
{
  guint64 places[2];

  if (!expect (self, SEMA_JSON_ARRAY, _ ("where the numbers begin and end, a list of two numbers, is expected there"), error))
    return FALSE;
  for (guint i = 0; i < 2; i++)
    if (sema_json_reader_next (self->reader, error) == SEMA_JSON_FAILED || !read_integer (self, &places[i], error))
      return FALSE;
  if (!expect (self, SEMA_JSON_ARRAY_END, _ ("only two numbers are expected there"), error))
    return FALSE;
  if (places[1] < places[0])
    return sema_json_reader_fail (self->reader, _ ("the numbers of a tensor cannot end before they begin"), error);
  entry->offset = self->data_at + places[0];
  entry->n_bytes = places[1] - places[0];
  return TRUE;
}

static gboolean
note (Header *self, guint *seen, guint bit, GError **error)
{
  if ((*seen & bit) != 0)
    return sema_json_reader_fail (self->reader, _ ("this key was there before"), error);
  *seen |= bit;
  return TRUE;
}

static gboolean
read_field (Header *self, SemaTensorEntry *entry, guint *seen, GError **error)
{
  if (sema_json_reader_text_equals (self->reader, "dtype"))
    return note (self, seen, SEEN_DTYPE, error) && read_dtype (self, entry, error);
  if (sema_json_reader_text_equals (self->reader, "shape"))
    return note (self, seen, SEEN_SHAPE, error) && read_shape (self, error);
  if (sema_json_reader_text_equals (self->reader, "data_offsets"))
    return note (self, seen, SEEN_OFFSETS, error) && read_offsets (self, entry, error);
  return sema_json_reader_skip_value (self->reader, error);
}

/* Whether the shape takes as many bytes as there are; a type that nobody knows may take any. */
static gboolean
check_size (Header *self, guint64 index, GError **error)
{
  const SemaTensorEntry *entry = sema_tensor_list_peek (self->list, index);
  guint64                n, n_bits;

  if (!sema_tensor_shape_count (sema_tensor_list_peek_shape (self->list, index), entry->n_axes, &n))
    return sema_json_reader_fail (self->reader, _ ("the shape before it is larger than any file"), error);
  if (entry->type == SEMA_TENSOR_OTHER)
    return TRUE;
  if (__builtin_mul_overflow (n, sema_tensor_type_get_bits (entry->type), &n_bits))
    return sema_json_reader_fail (self->reader, _ ("the shape before it is larger than any file"), error);
  if (n_bits % 8 != 0 || n_bits / 8 != entry->n_bytes)
    return sema_json_reader_fail (self->reader, _ ("the shape before it does not go with the bytes that the numbers have"), error);
  return TRUE;
}

static gboolean
read_tensor (Header *self, GError **error)
{
  SemaTensorEntry entry = {0};
  guint           seen = 0;
  gsize           length;
  const char     *name = sema_json_reader_get_text (self->reader, &length);
  SemaJsonEvent   event;

  if (!sema_tensor_list_add_name (self->list, name, length, error) ||
      !expect (self, SEMA_JSON_OBJECT, _ ("what a tensor is, an object, is expected there"), error))
    return FALSE;
  while ((event = sema_json_reader_next (self->reader, error)) == SEMA_JSON_KEY)
    if (!read_field (self, &entry, &seen, error))
      return FALSE;
  if (event == SEMA_JSON_FAILED)
    return FALSE;
  if (seen != SEEN_ALL)
    return sema_json_reader_fail (self->reader, _ ("of a tensor dtype, shape and data_offsets are needed; one is missing"), error);
  return sema_tensor_list_add (self->list, &entry, error) && check_size (self, sema_tensor_list_get_n (self->list) - 1, error);
}

static gboolean
read_metadata (Header *self, GError **error)
{
  SemaJsonEvent event;

  if (self->has_metadata)
    return sema_json_reader_fail (self->reader, _ ("this key was there before"), error);
  self->has_metadata = TRUE;
  if (!expect (self, SEMA_JSON_OBJECT, _ ("an object of strings is expected there"), error))
    return FALSE;
  while ((event = sema_json_reader_next (self->reader, error)) == SEMA_JSON_KEY)
    if (!expect (self, SEMA_JSON_STRING, _ ("an object of strings is expected there"), error))
      return FALSE;
  return event == SEMA_JSON_OBJECT_END;
}

static gboolean
read_header (Header *self, GError **error)
{
  SemaJsonEvent event;

  if (!expect (self, SEMA_JSON_OBJECT, _ ("an object is expected there"), error))
    return FALSE;
  while ((event = sema_json_reader_next (self->reader, error)) == SEMA_JSON_KEY)
    if (!(sema_json_reader_text_equals (self->reader, "__metadata__") ? read_metadata (self, error) : read_tensor (self, error)))
      return FALSE;
  return event == SEMA_JSON_OBJECT_END && expect (self, SEMA_JSON_END, _ ("nothing more is expected there"), error);
}

typedef struct
{
  guint64 first;
  guint64 last;
  guint64 index;
} Span;

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *x = a;
  const Span *y = b;

  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  return (x->last > y->last) - (x->last < y->last);
}

static gboolean
refuse_place (Header *self, guint64 index, GError **error)
{
  gsize            length;
  const char      *name = sema_tensor_list_peek_name (self->list, index, &length);
  g_autofree char *shown = sema_word_to_label (name, length);

  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
               _ ("“%s” is damaged: the numbers of “%s” do not begin where those before them end."), sema_tensor_bytes_get_label (self->bytes), shown);
  return FALSE;
}

static gboolean
check_end (Header *self, guint64 needed, GError **error)
{
  guint64     size = sema_tensor_bytes_get_size (self->bytes);
  const char *label = sema_tensor_bytes_get_label (self->bytes);

  if (needed > size)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
                 _ ("“%s” ends too early, as a download that was cut short does: it has %" PRIu64 " bytes and its tensors need %" PRIu64 "; fetch it again."), label, size, needed);
  else if (needed < size)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
                 _ ("“%s” is damaged: it has %" PRIu64 " bytes and its tensors take only %" PRIu64 "."), label, size, needed);
  return needed == size;
}

/* Every byte belongs to one tensor: no hole, no overlap, nothing after the last. */
static gboolean
check_layout (Header *self, GError **error)
{
  guint64 n = sema_tensor_list_get_n (self->list);
  Span   *spans = sema_memory_alloc_n (n, sizeof *spans, error);
  guint64 at = self->data_at;
  guint64 i = 0;

  if (spans == NULL)
    return FALSE;
  for (i = 0; i < n; i++)
    {
      const SemaTensorEntry *entry = sema_tensor_list_peek (self->list, i);

      spans[i] = (Span) {entry->offset, entry->offset + entry->n_bytes, i};
    }
  qsort (spans, n, sizeof *spans, compare_spans);
  for (i = 0; i < n && spans[i].first == at; i++)
    at = spans[i].last;
  if (i < n)
    refuse_place (self, spans[i].index, error);
  sema_memory_free (spans);
  return i == n && check_end (self, at, error);
}

static gboolean
list_header (SemaTensorBytes *bytes, const char *text, gsize length, SemaTensorList *list, GError **error)
{
  const char                *label = sema_tensor_bytes_get_label (bytes);
  g_autoptr (SemaJsonReader) reader = sema_json_reader_new (label, text, length);
  Header                     header = {bytes, reader, list, PREFIX + length, FALSE};

  sema_json_reader_set_origin (reader, PREFIX);
  sema_json_reader_set_max_depth (reader, MAX_DEPTH);
  sema_json_reader_set_progress (reader, sema_tensor_bytes_get_progress (bytes));
  return read_header (&header, error) && sema_tensor_list_finish (list, label, error) && check_layout (&header, error);
}

/**
 * sema_safetensors_list:
 * @bytes: a file
 * @list: an empty list
 * @error: return location
 *
 * Reads the header, which is JSON, and checks all that the reference reader does: lengths, types, shapes, that every byte
 * belongs to one tensor; and that no key comes twice. Types that it does not know are listed. O(n log n) for n tensors.
 *
 * Returns: %FALSE with a #SemaFormatError, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED; @list then has what was
 *   read before
 */
gboolean
sema_safetensors_list (SemaTensorBytes *bytes, SemaTensorList *list, GError **error)
{
  guint64     size = sema_tensor_bytes_get_size (bytes);
  const char *label = sema_tensor_bytes_get_label (bytes);
  guint8      prefix[PREFIX];
  guint64     length;
  char       *text;
  gboolean    is_done;

  if (size >= PREFIX && !sema_tensor_bytes_read (bytes, 0, prefix, PREFIX, error))
    return FALSE;
  length = size >= PREFIX ? sema_little_endian_get (prefix, PREFIX) : G_MAXUINT64;
  if (length > MAX_HEADER || length > size - PREFIX)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
                   _ ("“%s” ends inside the header that lists its tensors, as a download that was cut short does, or is no safetensors file; fetch it again."), label);
      return FALSE;
    }
  text = sema_memory_alloc (length, error);
  if (text == NULL)
    return FALSE;
  is_done = sema_tensor_bytes_read (bytes, PREFIX, (guint8 *)text, length, error) && list_header (bytes, text, length, list, error);
  sema_memory_free (text);
  return is_done;
}
