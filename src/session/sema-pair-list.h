/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-pairs.h"

G_BEGIN_DECLS

/**
 * SemaPairColumn:
 * @SEMA_PAIR_COSINE: cosine of the angle between the two
 * @SEMA_PAIR_DOT: their dot product
 * @SEMA_PAIR_DISTANCE: norm of their difference
 * @SEMA_PAIR_ANGLE: in degrees
 * @SEMA_PAIR_WORD_A: the first word
 * @SEMA_PAIR_WORD_B: the second word
 * @SEMA_PAIR_NORM_A: norm of the first
 * @SEMA_PAIR_NORM_B: norm of the second
 *
 * What pairs are sorted by.
 */
typedef enum {
  SEMA_PAIR_COSINE,
  SEMA_PAIR_DOT,
  SEMA_PAIR_DISTANCE,
  SEMA_PAIR_ANGLE,
  SEMA_PAIR_WORD_A,
  SEMA_PAIR_WORD_B,
  SEMA_PAIR_NORM_A,
  SEMA_PAIR_NORM_B,
  SEMA_N_PAIR_COLUMNS,
} SemaPairColumn;

/**
 * SemaPair:
 * @a: number of the first word
 * @b: number of the second word, larger
 * @cosine: of the angle between them, -1 to 1
 * @dot: product of the raw rows
 * @distance: norm of the difference of the raw rows
 * @angle: degrees, 0 to 180
 * @norm_a: of the first
 * @norm_b: of the second
 *
 * How two words lie to each other.
 */
typedef struct
{
  gsize  a;
  gsize  b;
  double cosine;
  double dot;
  double distance;
  double angle;
  double norm_a;
  double norm_b;
} SemaPair;

/**
 * SemaPairList:
 *
 * Every two of some words. Read only once made, and shared by reference between threads.
 */
typedef struct _SemaPairList SemaPairList;

SemaPairList *sema_pair_list_new (const SemaSet *set, const guint64 *rows, SemaPairs *pairs, GError **error);
SemaPairList *sema_pair_list_ref (SemaPairList *self);
void          sema_pair_list_unref (SemaPairList *self);

guint32     sema_pair_list_get_n (const SemaPairList *self);
gsize       sema_pair_list_get_n_words (const SemaPairList *self);
const char *sema_pair_list_get_word (const SemaPairList *self, gsize index);
const char *sema_pair_list_get_label (const SemaPairList *self, gsize index);
void        sema_pair_list_get (const SemaPairList *self, guint32 index, SemaPair *pair);
gint64      sema_pair_list_find (const SemaPairList *self, const char *a, const char *b);
guint32    *sema_pair_list_sort (const SemaPairList *self, SemaPairColumn column, gboolean descending, SemaProgress *progress, GError **error);

gboolean sema_pair_compare (const SemaSet *set, guint64 a, guint64 b, SemaPair *pair, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaPairList, sema_pair_list_unref)

G_END_DECLS
