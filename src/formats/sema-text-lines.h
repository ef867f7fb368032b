/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"
#include "sema-line-scanner.h"
#include "sema-text-row.h"

G_BEGIN_DECLS

/**
 * SemaTextLine:
 * @line: a line that is not blank; its bytes lie in the block, and its number counts from the block's first line, from 1
 * @row: where its word is, or why it is no row
 * @is_row: whether it is one
 *
 * What one line of a block is.
 */
typedef struct
{
  SemaLine    line;
  SemaTextRow row;
  gboolean    is_row;
} SemaTextLine;

/**
 * SemaTextLines:
 * @lines: (array) #SemaTextLine, in order
 * @values: (rows, dim) the numbers of those that are rows
 * @n_lines: all lines of the block, blank ones included
 *
 * What the lines of a block are. Starts as all zeros, may be used for block after block, and is to be cleared with
 * sema_text_lines_clear().
 */
typedef struct
{
  SemaBuffer lines;
  SemaBuffer values;
  guint64    n_lines;
} SemaTextLines;

gboolean sema_text_lines_read (SemaTextLines *self, const char *bytes, gsize n_bytes, gsize dim, GError **error);
void     sema_text_lines_clear (SemaTextLines *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaTextLines, sema_text_lines_clear)

G_END_DECLS
