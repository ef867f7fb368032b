/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-lines.h"

#include <string.h>

typedef gboolean (*SplitFunc) (const char *line, gsize length, gsize dim, SemaTextRow *row);

/* Appends the numbers of the line when it is a row by this way to split it. FALSE: no memory. */
static gboolean
read_row (SemaTextLines *self, SemaTextLine *text, SplitFunc split, gsize dim, GError **error)
{
  const SemaLine *line = &text->line;
  float          *values;

  if (!split (line->text, line->length, dim, &text->row))
    return TRUE;
  values = sema_buffer_append (&self->values, dim * sizeof *values, error);
  if (values == NULL)
    return FALSE;
  text->is_row = sema_text_row_parse (line->text, line->length, dim, &text->row, values);
  if (!text->is_row)
    self->values.n_bytes -= dim * sizeof *values;
  return TRUE;
}

/* FALSE: no memory. */
static gboolean
read_line (SemaTextLines *self, const SemaLine *line, gsize dim, GError **error)
{
  SemaTextLine *text = sema_buffer_append (&self->lines, sizeof *text, error);

  if (text == NULL)
    return FALSE;
  *text = (SemaTextLine) {.line = *line};
  return read_row (self, text, sema_text_row_split_simply, dim, error) &&
         (text->is_row || read_row (self, text, sema_text_row_split, dim, error));
}

/**
 * sema_text_lines_read:
 * @self: gets what the lines are; what it held is dropped
 * @bytes: (array length=n_bytes): whole lines; the last one needs no line feed
 * @n_bytes: how many bytes, may be 0
 * @dim: how many numbers a row has, 1 or more
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Reads the lines of a block, each by itself: several threads may read several blocks. @bytes must live as long as the lines
 * are looked at. Cost: linear in @n_bytes.
 *
 * Returns: %FALSE when there is no memory
 */
gboolean
sema_text_lines_read (SemaTextLines *self, const char *bytes, gsize n_bytes, gsize dim, GError **error)
{
  const char *end = bytes + n_bytes;

  self->lines.n_bytes = 0;
  self->values.n_bytes = 0;
  self->n_lines = 0;
  while (bytes < end)
    {
      const char *feed = memchr (bytes, '\n', (gsize)(end - bytes));
      const char *line_end = feed != NULL ? feed : end;
      SemaLine    line = {.text = bytes, .number = ++self->n_lines, .is_ended = feed != NULL};

      line.length = sema_line_measure (bytes, (gsize)(line_end - bytes));
      if (!sema_text_row_is_blank (bytes, line.length) && !read_line (self, &line, dim, error))
        return FALSE;
      bytes = feed != NULL ? feed + 1 : end;
    }
  return TRUE;
}

/**
 * sema_text_lines_clear:
 * @self: the lines, empty afterwards
 *
 * Frees what they hold.
 */
void
sema_text_lines_clear (SemaTextLines *self)
{
  sema_buffer_clear (&self->lines);
  sema_buffer_clear (&self->values);
  self->n_lines = 0;
}
