/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-words-array.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-npy.h"

#define MAX_WIDTH (256 * 1024) /* bytes of a word; all words have as many in such an array */
#define BLOCK (256 * 1024)     /* bytes that are read at once, of one word at least */
#define CHARACTER 4            /* bytes of a character of NumPy's text */

/* What NumPy saves of words: text of fixed width, a character in four bytes, or plain bytes; zeros fill up what is shorter. */
typedef struct
{
  SemaTensorBytes *bytes;
  SemaNpyHeader    header;
  guint64          offset; /* of the first word */
  gboolean         is_text;
} Array;

/* What kind of array it is: U and S, behind what says the order of bytes. */
static char
get_code (const SemaNpyHeader *header)
{
  return header->descr[strcspn (header->descr, "USaOV")];
}

static gboolean
is_list (const SemaNpyHeader *header, guint64 n_rows)
{
  return header->n_axes == 1 && header->shape[0] == n_rows;
}

/* Whether it is a list of words for the rows; what is nearly one is told. */
static gboolean
check (const Array *self, guint64 n_rows, gboolean is_own, GPtrArray *warnings)
{
  const char *label = sema_tensor_bytes_get_label (self->bytes);
  guint64     size = sema_tensor_bytes_get_size (self->bytes) - self->offset, needed;
  char        code = get_code (&self->header);

  if (code == 'O' && is_list (&self->header, n_rows))
    g_ptr_array_add (warnings, g_strdup_printf (_ ("The words in “%s” were not read, for they are saved as objects, which are programs for Python: save them as numpy.array (words, dtype=str)."), label));
  if (strchr ("USa", code) == NULL || code == 0 || self->header.n_axes != 1)
    return FALSE;
  if (self->header.shape[0] != n_rows)
    {
      if (is_own)
        g_ptr_array_add (warnings, g_strdup_printf (_ ("“%s” has %" PRIu64 " words for %" PRIu64 " rows and was not used: nobody knows which word belongs to which row."), label, self->header.shape[0], n_rows));
      return FALSE;
    }
  if (self->header.width <= MAX_WIDTH && !__builtin_mul_overflow (n_rows, self->header.width, &needed) && needed <= size)
    return TRUE;
  g_ptr_array_add (warnings, g_strdup_printf (_ ("The words in “%s” were not read, for it has not all the bytes that its header says, or too many for each word: save it again."), label));
  return FALSE;
}

static gboolean
add_word (SemaTensorsWords *words, const char *text, gsize length, GError **error)
{
  char    *place = sema_buffer_append (&words->words, length + 1, error);
  guint64 *start = place != NULL ? sema_buffer_append (&words->starts, sizeof *start, error) : NULL;

  if (start == NULL)
    return FALSE;
  if (length > 0)
    memcpy (place, text, length);
  place[length] = 0;
  *start = words->words.n_bytes;
  words->n++;
  return TRUE;
}

/* As UTF-8, without the zeros at its end. */
static gboolean
append_text (const Array *self, const guint8 *bytes, GString *text, GError **error)
{
  for (guint64 at = 0; at < self->header.width; at += CHARACTER)
    {
      guint32 ch;

      memcpy (&ch, bytes + at, sizeof ch);
      ch = self->header.is_swapped != (G_BYTE_ORDER == G_BIG_ENDIAN) ? GUINT32_SWAP_LE_BE (ch) : ch;
      if (!g_unichar_validate (ch))
        {
          g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” is damaged: 0x%X in it is no character of a word."), sema_tensor_bytes_get_label (self->bytes), ch);
          return FALSE;
        }
      if (ch == 0)
        g_string_append_c (text, 0);
      else
        g_string_append_unichar (text, ch);
    }
  return TRUE;
}

static gboolean
take_word (const Array *self, const guint8 *bytes, SemaTensorsWords *words, GString *text, GError **error)
{
  g_string_truncate (text, 0);
  if (!self->is_text)
    g_string_append_len (text, (const char *)bytes, (gssize)self->header.width);
  else if (!append_text (self, bytes, text, error))
    return FALSE;
  while (text->len > 0 && text->str[text->len - 1] == 0)
    g_string_truncate (text, text->len - 1);
  return add_word (words, text->str, text->len, error);
}

static gboolean
read_words (const Array *self, guint64 n_rows, SemaTensorsWords *words, guint8 *block, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint64             width = self->header.width, rows_per_block = MAX (BLOCK / MAX (width, 1), 1);
  guint64            *start = sema_buffer_append (&words->starts, sizeof *start, error);

  if (start == NULL)
    return FALSE;
  *start = 0;
  for (guint64 row = 0; row < n_rows; row += rows_per_block)
    {
      guint64 n = MIN (rows_per_block, n_rows - row);

      if (!sema_tensor_bytes_read (self->bytes, self->offset + row * width, block, n * width, error))
        return FALSE;
      for (guint64 i = 0; i < n; i++)
        if (!take_word (self, block + i * width, words, text, error))
          return FALSE;
    }
  return TRUE;
}

/**
 * sema_words_array_read:
 * @path: a file
 * @n_rows: how many words are needed
 * @is_own: whether the name tells that it belongs to these rows, so that another number of words is told
 * @words: (inout): all zeros; gets the words where there are any, to be cleared by the caller also otherwise
 * @found: (out): whether there are
 * @warnings: (element-type utf8): gets a sentence where words cannot be used
 * @progress: (nullable): cancels
 * @error: return location
 *
 * Reads words as numpy.save() writes an array of them, text or bytes, without the zeros at their ends, as NumPy does. Anything else is none.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_IO, %SEMA_FORMAT_ERROR_DAMAGED, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_words_array_read (const char *path, guint64 n_rows, gboolean is_own, SemaTensorsWords *words, gboolean *found, GPtrArray *warnings, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaTensorBytes) bytes = sema_tensor_bytes_open (path, progress, error);
  Array                       self = {.bytes = bytes};
  gsize                       n_header;
  guint8                     *block;

  *found = FALSE;
  if (bytes == NULL || !sema_npy_read_header (bytes, 0, sema_tensor_bytes_get_size (bytes), &self.header, &n_header, error))
    return FALSE;
  self.offset = n_header;
  self.is_text = get_code (&self.header) == 'U';
  if (!check (&self, n_rows, is_own, warnings))
    return TRUE;
  block = sema_memory_alloc (MAX (BLOCK, self.header.width), error);
  *found = block != NULL && read_words (&self, n_rows, words, block, error);
  sema_memory_free (block);
  return *found;
}
