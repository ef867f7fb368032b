/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"

G_BEGIN_DECLS

/**
 * SemaJsonText:
 * @label: name of the file for messages
 * @origin: where in the file the text starts, in bytes
 * @start: the first byte
 * @at: the next byte
 * @end: one past the last byte
 * @value: (nullable): the string or number that was read last, not NUL-terminated
 * @length: its bytes
 * @decoded: holds a string that had backslashes
 * @error: what was wrong first
 *
 * The strings and numbers of JSON, for sema-json-reader.h.
 */
typedef struct
{
  char       *label;
  guint64     origin;
  const char *start;
  const char *at;
  const char *end;
  const char *value;
  gsize       length;
  SemaBuffer  decoded;
  GError     *error;
} SemaJsonText;

void     sema_json_text_init (SemaJsonText *self, const char *label, const char *bytes, gsize n_bytes);
void     sema_json_text_clear (SemaJsonText *self);
guint64  sema_json_text_get_place (const SemaJsonText *self, const char *at);
gboolean sema_json_text_fail (SemaJsonText *self, const char *at, const char *clause);
void     sema_json_text_skip_blanks (SemaJsonText *self);
gboolean sema_json_text_read_string (SemaJsonText *self);
gboolean sema_json_text_read_number (SemaJsonText *self);

G_END_DECLS
