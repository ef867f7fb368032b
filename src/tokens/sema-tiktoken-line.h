/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"

G_BEGIN_DECLS

/**
 * SemaTiktokenLine:
 * @token: its bytes, not NUL-terminated
 * @length: how many there are
 * @rank: its rank, which is its id
 * @fault: (nullable): of a line that is not right, what is wrong with it, a translated clause
 *
 * A line of a .tiktoken file.
 */
typedef struct
{
  const char *token;
  gsize       length;
  guint32     rank;
  const char *fault;
} SemaTiktokenLine;

gboolean sema_tiktoken_line_parse (SemaTiktokenLine *self, const char *line, gsize length, SemaBuffer *bytes);

G_END_DECLS
