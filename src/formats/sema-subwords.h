/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"

G_BEGIN_DECLS

/**
 * SemaSubwords:
 * @min_n: characters of the shortest n-gram
 * @max_n: of the longest; 0: there are none
 * @n_buckets: rows that n-grams share by their hash, 0: there are none
 * @whole: (nullable): a word that is not cut
 *
 * How fastText cuts a word into character n-grams (Bojanowski et al. 2017, “Enriching Word Vectors with Subword Information”).
 */
typedef struct
{
  guint32     min_n;
  guint32     max_n;
  guint32     n_buckets;
  const char *whole;
} SemaSubwords;

#define SEMA_SUBWORDS_MAX_N 64 /* an n-gram of more characters is not read here */

gboolean sema_subwords_list (const SemaSubwords *self, const char *word, gsize length, SemaBuffer *buckets, GError **error);

G_END_DECLS
