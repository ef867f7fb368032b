/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-line-scanner.h"

#include <string.h>

/**
 * sema_line_scanner_init:
 * @self: the scanner
 * @source: at the first byte of a line; borrowed
 *
 * Starts to count lines from 1.
 */
void
sema_line_scanner_init (SemaLineScanner *self, SemaSource *source)
{
  *self = (SemaLineScanner) {.source = source};
}

/**
 * sema_line_measure:
 * @text: (array length=length): a line without its line feed
 * @length: how many bytes it has
 *
 * Only a line feed ends a line, and one carriage return before it belongs to the ending. Form feeds, U+0085 and U+2028 do
 * not: words hold them.
 *
 * Returns: @length without that carriage return
 */
gsize
sema_line_measure (const char *text, gsize length)
{
  return length > 0 && text[length - 1] == '\r' ? length - 1 : length;
}

/* Takes bytes up to and with the next line feed, however far it is. */
static gboolean
skip_rest_of_line (SemaLineScanner *self, gboolean *is_ended, GError **error)
{
  *is_ended = FALSE;
  for (;;)
    {
      gsize         available;
      const guint8 *bytes = sema_source_peek (self->source, 1, &available, error);
      const guint8 *feed;

      if (bytes == NULL)
        return FALSE;
      if (available == 0)
        return TRUE;
      feed = memchr (bytes, '\n', available);
      if (feed != NULL)
        {
          sema_source_skip (self->source, (gsize)(feed - bytes) + 1);
          *is_ended = TRUE;
          return TRUE;
        }
      sema_source_skip (self->source, available);
    }
}

/* Looks ahead until a line feed, the end or SEMA_LINE_MAX bytes are seen. @feed is NULL when there is none. */
static gboolean
look_for_feed (SemaLineScanner *self, const guint8 **bytes, gsize *available, const guint8 **feed, GError **error)
{
  gsize seen = 0;

  *feed = NULL;
  for (gsize wanted = 1; *feed == NULL; wanted = MIN (2 * *available, SEMA_LINE_MAX + 1))
    {
      *bytes = sema_source_peek (self->source, wanted, available, error);
      if (*bytes == NULL)
        return FALSE;
      *feed = memchr (*bytes + seen, '\n', *available - seen);
      seen = *available;
      if (*available < wanted || *available > SEMA_LINE_MAX)
        break;
    }
  return TRUE;
}

/**
 * sema_line_scanner_next:
 * @self: the scanner
 * @line: (out caller-allocates): the next line
 * @found: (out): %FALSE when there is no more
 * @error: return location
 *
 * Reads the next line. Its bytes lie in the buffer of the source, which grows to hold a line of up to SEMA_LINE_MAX bytes; a
 * longer one is passed over. Cost: linear in its length.
 *
 * Returns: %FALSE with SEMA_FORMAT_ERROR_IO, SEMA_CORE_ERROR_NO_MEMORY or SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_line_scanner_next (SemaLineScanner *self, SemaLine *line, gboolean *found, GError **error)
{
  const guint8 *bytes, *feed;
  gsize         available;

  sema_source_skip (self->source, self->n_pending);
  self->n_pending = 0;
  *found = FALSE;
  if (!look_for_feed (self, &bytes, &available, &feed, error))
    return FALSE;
  if (available == 0)
    return TRUE;

  *found = TRUE;
  *line = (SemaLine) {.text = "", .number = ++self->n_lines, .is_ended = feed != NULL};
  if (feed == NULL && available > SEMA_LINE_MAX)
    {
      line->is_too_long = TRUE;
      return skip_rest_of_line (self, &line->is_ended, error);
    }
  self->n_pending = feed != NULL ? (gsize)(feed - bytes) + 1 : available;
  line->text = (const char *)bytes;
  line->length = sema_line_measure (line->text, feed != NULL ? self->n_pending - 1 : available);
  return TRUE;
}
