/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEMA_FASTTEXT_HEADER 92 /* bytes; of a file without a magic number 16 fewer */

/**
 * SemaFasttextHeader:
 * @n_bytes: of the header
 * @is_old: whether it is from before files had a magic number
 * @dim: numbers of a vector
 * @n_buckets: rows that n-grams share
 * @min_n: characters of the shortest n-gram
 * @max_n: of the longest; 0: there are none
 * @is_supervised: whether the model was trained to tell labels
 * @n_entries: words and labels
 * @n_words: words
 * @n_labels: labels
 * @n_kept: of a pruned model how many buckets have a row; -1 of a model that was not pruned
 *
 * What a model of fastText begins with.
 */
typedef struct
{
  gsize    n_bytes;
  gboolean is_old;
  guint32  dim;
  guint32  n_buckets;
  guint32  min_n;
  guint32  max_n;
  gboolean is_supervised;
  guint64  n_entries;
  guint64  n_words;
  guint64  n_labels;
  gint64   n_kept;
} SemaFasttextHeader;

gboolean sema_fasttext_header_is_one (const guint8 *bytes, gsize n_bytes);
gboolean sema_fasttext_header_is_old (const guint8 *bytes, gsize n_bytes);
gboolean sema_fasttext_header_parse (SemaFasttextHeader *self, const guint8 *bytes, gsize n_bytes, const char *label, GError **error);

G_END_DECLS
