/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"
#include "sema-formats.h"

G_BEGIN_DECLS

/**
 * SemaTokenizerBytes:
 * @buffer: the bytes of the file, inflated where it was compressed, without a byte order mark
 * @label: its base name for messages
 *
 * A file of a tokenizer, whole in memory. Starts as all zeros.
 */
typedef struct
{
  SemaBuffer buffer;
  char      *label;
} SemaTokenizerBytes;

/**
 * SemaTokenizerLines:
 * @cursor: where the next line begins
 * @end: where the bytes end
 * @number: of the last line, counted from 1
 *
 * Reads lines of such a file.
 */
typedef struct
{
  const char *cursor;
  const char *end;
  guint64     number;
} SemaTokenizerLines;

gboolean sema_tokenizer_bytes_read (SemaTokenizerBytes *self, const char *path, SemaProgress *progress, GError **error);
void     sema_tokenizer_bytes_clear (SemaTokenizerBytes *self);
gboolean sema_tokenizer_bytes_fail_line (const SemaTokenizerBytes *self, guint64 number, GError **error, const char *format, ...) G_GNUC_PRINTF (4, 5);

void        sema_tokenizer_lines_init (SemaTokenizerLines *self, const SemaTokenizerBytes *bytes);
const char *sema_tokenizer_lines_next (SemaTokenizerLines *self, gsize *length);
gboolean    sema_tokenizer_lines_is_cancelled (const SemaTokenizerLines *self, SemaProgress *progress, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaTokenizerBytes, sema_tokenizer_bytes_clear)

G_END_DECLS
