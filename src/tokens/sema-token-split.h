/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaTokenSplit:
 * @SEMA_TOKEN_SPLIT_NONE: the text stays whole
 * @SEMA_TOKEN_SPLIT_GPT2: as GPT-2, r50k_base and p50k_base do
 * @SEMA_TOKEN_SPLIT_STARCODER: as StarCoder does: each digit alone, and what is between them as GPT-2
 * @SEMA_TOKEN_SPLIT_CL100K: as cl100k_base and Llama 3 do
 * @SEMA_TOKEN_SPLIT_QWEN2: as Qwen 2 does: cl100k_base with each digit alone
 * @SEMA_TOKEN_SPLIT_QWEN35: as Qwen 3.5 does: that with marks as parts of words
 * @SEMA_TOKEN_SPLIT_O200K: as o200k_base does
 * @SEMA_TOKEN_SPLIT_TEKKEN: as Mistral's Tekken does: o200k_base with each digit alone, and nothing joined by an apostrophe
 * @SEMA_TOKEN_SPLIT_BLOOM: as BLOOM does: at white space and some stops
 *
 * How a text is cut before pairs of bytes are merged: no token lies over a cut. Each is a regular expression of the model's makers,
 * written out by hand: linear in the text, and nothing from a file is run.
 */
typedef enum {
  SEMA_TOKEN_SPLIT_NONE,
  SEMA_TOKEN_SPLIT_GPT2,
  SEMA_TOKEN_SPLIT_STARCODER,
  SEMA_TOKEN_SPLIT_CL100K,
  SEMA_TOKEN_SPLIT_QWEN2,
  SEMA_TOKEN_SPLIT_QWEN35,
  SEMA_TOKEN_SPLIT_O200K,
  SEMA_TOKEN_SPLIT_TEKKEN,
  SEMA_TOKEN_SPLIT_BLOOM,
} SemaTokenSplit;

const char *sema_token_split_next (SemaTokenSplit kind, const char *cursor, const char *end);
gboolean    sema_token_split_find (const char *pattern, gsize length, SemaTokenSplit *kind);

gboolean sema_token_split_is_space (gunichar ch);

G_END_DECLS
