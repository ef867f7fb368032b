/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-source.h"

G_BEGIN_DECLS

#define SEMA_LINE_MAX (64 * 1024 * 1024) /* bytes: a million numbers of 25 digits, and a long word */

/**
 * SemaLine:
 * @text: its bytes, without what ends it; valid until the next line is read
 * @length: how many there are
 * @number: counted from 1
 * @is_ended: whether a line feed ends it; the last line of a file may have none
 * @is_too_long: whether it has more than SEMA_LINE_MAX bytes; @text is then empty
 */
typedef struct
{
  const char *text;
  gsize       length;
  guint64     number;
  gboolean    is_ended;
  gboolean    is_too_long;
} SemaLine;

/**
 * SemaLineScanner:
 * @source: where the lines come from; borrowed
 * @n_lines: lines given so far
 * @n_pending: bytes of the source that the last line holds
 *
 * Reads lines one after another. Caller's storage; there is nothing to free.
 */
typedef struct
{
  SemaSource *source;
  guint64     n_lines;
  gsize       n_pending;
} SemaLineScanner;

void     sema_line_scanner_init (SemaLineScanner *self, SemaSource *source);
gboolean sema_line_scanner_next (SemaLineScanner *self, SemaLine *line, gboolean *found, GError **error);

gsize sema_line_measure (const char *text, gsize length);

G_END_DECLS
