/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-set-builder.h"
#include "sema-source.h"
#include "sema-word2vec-record.h"

G_BEGIN_DECLS

/**
 * SemaWord2vecMap:
 * @rows: the records, whose numbers stay in the file
 * @n_odd: how many of the words have control characters in them
 * @end_at: byte of the file where the last one ends
 * @end: what is there
 *
 * All whole records of a file that is mapped.
 */
typedef struct
{
  SemaLentRows           rows;
  guint64                n_odd;
  guint64                end_at;
  SemaWord2vecRecordKind end;
} SemaWord2vecMap;

gboolean sema_word2vec_map_is_for (SemaSource *source, gsize dim);
gboolean sema_word2vec_map_open (SemaSource *source, gsize dim, SemaWord2vecMap *self, gboolean *is_open, GError **error);

/* For the tests: from which size on files are mapped, and how much of a file is walked over at a time (0: as usual). */
void sema_word2vec_map_set_sizes (guint64 smallest, guint64 segment);

G_END_DECLS
