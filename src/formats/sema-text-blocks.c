/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-blocks.h"

#include <string.h>

#include "sema-line-scanner.h"

static gboolean
append (SemaPipeBlock *block, gconstpointer bytes, gsize n_bytes, GError **error)
{
  char *place = sema_buffer_append (&block->bytes, n_bytes, error);

  if (place != NULL)
    memcpy (place, bytes, n_bytes);
  return place != NULL;
}

/* A line that is not seen whole yet, or is longer than what is free in the block. */
static gboolean
take_line (SemaSource *source, SemaPipeBlock *block, SemaTextBlockNote *note, GError **error)
{
  SemaLineScanner scanner;
  SemaLine        line;
  gboolean        found;

  sema_line_scanner_init (&scanner, source);
  if (!sema_line_scanner_next (&scanner, &line, &found, error))
    return FALSE;
  note->has_too_long = line.is_too_long;
  note->is_ended = line.is_ended;
  if (!append (block, line.text, scanner.n_pending, error))
    return FALSE;
  sema_source_skip (source, scanner.n_pending);
  return TRUE;
}

/* Takes all lines that are seen whole and fit, or else one. */
static gboolean
take_lines (SemaSource *source, SemaPipeBlock *block, gboolean *is_last, GError **error)
{
  gsize         room = SEMA_TEXT_BLOCK - block->bytes.n_bytes;
  gsize         available, n;
  const guint8 *bytes = sema_source_peek (source, 1, &available, error);
  const guint8 *feed;

  if (bytes == NULL)
    return FALSE;
  *is_last = available == 0;
  if (*is_last)
    return TRUE;
  feed = memrchr (bytes, '\n', MIN (available, room));
  if (feed == NULL)
    return take_line (source, block, block->note, error);
  n = (gsize)(feed - bytes) + 1;
  if (!append (block, bytes, n, error))
    return FALSE;
  sema_source_skip (source, n);
  return TRUE;
}

static gboolean
fill (SemaPipeBlock *block, gboolean *is_last, gpointer data, GError **error)
{
  SemaSource        *source = data;
  SemaTextBlockNote *note = block->note;

  while (block->bytes.n_bytes < SEMA_TEXT_BLOCK && !*is_last && !note->has_too_long)
    if (!take_lines (source, block, is_last, error))
      return FALSE;
  note->is_cut = sema_source_is_cut (source);
  return TRUE;
}

/**
 * sema_text_blocks_new:
 * @source: at the first byte of a line; borrowed, and the pipe's alone until that is freed
 * @n_blocks: as for sema_pipe_new()
 *
 * Reads what is left of a source in blocks of whole lines, each with its line feed; the last one of the data may have none. A
 * line that is longer than a block makes a longer block; one of more than SEMA_LINE_MAX bytes is passed over and noted. Each block has
 * a #SemaTextBlockNote.
 *
 * Returns: (transfer full): the pipe, whose errors are those of sema_source_peek()
 */
SemaPipe *
sema_text_blocks_new (SemaSource *source, guint n_blocks)
{
  return sema_pipe_new (n_blocks, sizeof (SemaTextBlockNote), sema_source_get_progress (source), fill, source);
}
