/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-bytes.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "sema-error.h"
#include "sema-line-scanner.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define LINES_PER_LOOK 4096 /* between two looks at cancel */

static gboolean
refuse_damage (SemaSource *source, GError **error)
{
  g_autoptr (GPtrArray) damage = sema_source_dup_damage (source);

  if (damage->len > 0)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” cannot be used: %s"), sema_source_get_label (source), (const char *)damage->pdata[0]);
  return damage->len == 0;
}

/**
 * sema_tokenizer_bytes_read:
 * @self: all zeros
 * @path: a file, plain or gzip
 * @progress: (nullable): told how much of it is read; cancels
 * @error: as sema_source_open(), and %SEMA_FORMAT_ERROR_DAMAGED for damaged compression: half a tokenizer is none
 *
 * Reads a file whole.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_tokenizer_bytes_read (SemaTokenizerBytes *self, const char *path, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaSource) source = sema_source_open (path, progress, error);

  if (source == NULL)
    return FALSE;
  self->label = g_strdup (sema_source_get_label (source));
  for (;;)
    {
      gsize         available;
      const guint8 *bytes = sema_source_peek (source, 1, &available, error);
      char         *copy = bytes != NULL && available > 0 ? sema_buffer_append (&self->buffer, available, error) : NULL;

      if (bytes != NULL && available == 0)
        break;
      if (copy == NULL)
        return FALSE;
      memcpy (copy, bytes, available);
      sema_source_skip (source, available);
      if (self->buffer.n_bytes == available && available >= 3 && memcmp (copy, BYTE_ORDER_MARK, 3) == 0)
        memmove (copy, copy + 3, self->buffer.n_bytes -= 3);
    }
  return refuse_damage (source, error);
}

/**
 * sema_tokenizer_bytes_clear:
 * @self: a file
 */
void
sema_tokenizer_bytes_clear (SemaTokenizerBytes *self)
{
  sema_buffer_clear (&self->buffer);
  g_clear_pointer (&self->label, g_free);
}

/**
 * sema_tokenizer_bytes_fail_line:
 * @self: a file
 * @number: of a line
 * @error: (out): %SEMA_FORMAT_ERROR_DAMAGED
 * @format: what is wrong with the line, a clause
 *
 * Returns: %FALSE
 */
gboolean
sema_tokenizer_bytes_fail_line (const SemaTokenizerBytes *self, guint64 number, GError **error, const char *format, ...)
{
  g_autofree char *clause = NULL;
  va_list          args;

  va_start (args, format);
  clause = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("Line %" PRIu64 " of “%s” is not right: %s."), number, self->label, clause);
  return FALSE;
}

/**
 * sema_tokenizer_lines_init:
 * @self: (out caller-allocates): the reader
 * @bytes: a file, borrowed
 *
 * Begins at the first line.
 */
void
sema_tokenizer_lines_init (SemaTokenizerLines *self, const SemaTokenizerBytes *bytes)
{
  *self = (SemaTokenizerLines) {bytes->buffer.data, bytes->buffer.data + bytes->buffer.n_bytes, 0};
}

/**
 * sema_tokenizer_lines_next:
 * @self: the reader
 * @length: (out): bytes of the line
 *
 * Returns: (transfer none) (nullable): the next line without what ends it, LF or CR LF; %NULL after the last
 */
const char *
sema_tokenizer_lines_next (SemaTokenizerLines *self, gsize *length)
{
  const char *line = self->cursor;
  const char *feed = line < self->end ? memchr (line, '\n', (gsize)(self->end - line)) : NULL;

  if (line == self->end)
    return NULL;
  self->number++;
  self->cursor = feed != NULL ? feed + 1 : self->end;
  *length = sema_line_measure (line, (gsize)((feed != NULL ? feed : self->end) - line));
  return line;
}

/**
 * sema_tokenizer_lines_is_cancelled:
 * @self: the reader
 * @progress: (nullable): cancels
 * @error: (out): %SEMA_CORE_ERROR_CANCELLED
 *
 * Looks at cancel, at one line in 4096.
 *
 * Returns: whether the line is one of those, and reading is cancelled
 */
gboolean
sema_tokenizer_lines_is_cancelled (const SemaTokenizerLines *self, SemaProgress *progress, GError **error)
{
  if (self->number % LINES_PER_LOOK != 0 || !sema_progress_is_cancelled (progress))
    return FALSE;
  sema_set_cancelled (error);
  return TRUE;
}
