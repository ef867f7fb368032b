/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEMA_WORD2VEC_MAX_WORDS ((guint64)1 << 40)
#define SEMA_WORD2VEC_MAX_DIM 1000000
#define SEMA_WORD2VEC_HEADER_MAX 64 /* bytes with the line feed */

/**
 * SemaWord2vecHeader:
 * @n_words: the words it promises; G_MAXUINT64 when the number is larger than that
 * @dim: the numbers of each; likewise
 *
 * The first line of word2vec files: two whole numbers.
 */
typedef struct
{
  guint64 n_words;
  guint64 dim;
} SemaWord2vecHeader;

gboolean sema_word2vec_header_parse (const char *line, gsize length, SemaWord2vecHeader *header);
gboolean sema_word2vec_header_is_attempt (const char *line, gsize length);
gboolean sema_word2vec_header_check (const SemaWord2vecHeader *header, const char *line, gsize length, const char *label, GError **error);
void     sema_word2vec_header_refuse (const char *line, gsize length, const char *label, GError **error);

G_END_DECLS
