/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-token-table.h"

G_BEGIN_DECLS

/**
 * SemaAddedToken:
 * @id: its id
 * @start: where its bytes begin in the list's own
 * @length: how many there are, at least 1
 * @late: whether it is looked for after those that are not: in what they leave of the text, when that was composed
 * @strip_left: whether white space before it belongs to it
 * @strip_right: whether white space after it belongs to it
 */
typedef struct
{
  guint32  id;
  gsize    start;
  gsize    length;
  gboolean late;
  gboolean strip_left;
  gboolean strip_right;
} SemaAddedToken;

/**
 * SemaAddedTokens:
 * @bytes: of all tokens
 * @early: SemaAddedToken: those to look for first, in the order of their bytes once all were added
 * @late: SemaAddedToken: and those to look for then
 *
 * Tokens that are found in a text as they stand, before anything is done to it. Starts as all zeros.
 */
typedef struct
{
  SemaBuffer bytes;
  SemaBuffer early;
  SemaBuffer late;
} SemaAddedTokens;

/**
 * SemaAddedMatch:
 * @id: the token, or %SEMA_TOKEN_NO_ID for what is none of them
 * @start: byte of the text where it begins
 * @end: byte of the text where it ends
 */
typedef struct
{
  guint64 id;
  guint64 start;
  guint64 end;
} SemaAddedMatch;

gboolean sema_added_tokens_add (SemaAddedTokens *self, const SemaAddedToken *token, const char *bytes, GError **error);
void     sema_added_tokens_sort (SemaAddedTokens *self);
gboolean sema_added_tokens_have_twins (const SemaAddedTokens *self);
gboolean sema_added_tokens_split (const SemaAddedTokens *self, gboolean late, const char *text, gsize length, SemaBuffer *matches, SemaProgress *progress, GError **error);
void     sema_added_tokens_clear (SemaAddedTokens *self);

G_END_DECLS
