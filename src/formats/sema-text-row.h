/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaTextFault:
 * @SEMA_TEXT_FAULT_NONE: it is a row
 * @SEMA_TEXT_FAULT_SHORT: fewer numbers than it should have
 * @SEMA_TEXT_FAULT_LONG: more numbers, and nothing that could be a word
 * @SEMA_TEXT_FAULT_NO_NUMBER: something else where a number should be
 * @SEMA_TEXT_FAULT_TOO_LONG: a line too long to be read
 *
 * Why a line is no row.
 */
typedef enum {
  SEMA_TEXT_FAULT_NONE,
  SEMA_TEXT_FAULT_SHORT,
  SEMA_TEXT_FAULT_LONG,
  SEMA_TEXT_FAULT_NO_NUMBER,
  SEMA_TEXT_FAULT_TOO_LONG,
} SemaTextFault;

/**
 * SemaTextRow:
 * @fault: why the line is no row, if it is none
 * @word_length: bytes of the word, which starts with the line
 * @numbers: where its numbers start, in bytes from the start of the line
 * @n_found: for a fault: how many numbers the line has; for @SEMA_TEXT_FAULT_NO_NUMBER: which one is none, from 1
 */
typedef struct
{
  SemaTextFault fault;
  gsize         word_length;
  gsize         numbers;
  gsize         n_found;
} SemaTextRow;

gboolean sema_text_row_is_blank (const char *line, gsize length);
gsize    sema_text_row_count_numbers (const char *line, gsize length, gsize max);
gboolean sema_text_row_split_simply (const char *line, gsize length, gsize dim, SemaTextRow *row);
gboolean sema_text_row_split (const char *line, gsize length, gsize dim, SemaTextRow *row);
gboolean sema_text_row_parse (const char *line, gsize length, gsize dim, SemaTextRow *row, float *values);

const char *sema_text_token_first (const char *text, const char *end, const char **token_end);
const char *sema_text_token_last (const char *text, const char *end, const char **token_end);

G_END_DECLS
