/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-vocab.h"

G_BEGIN_DECLS

#define SEMA_CLOUD_NO_ROW G_MAXUINT32
#define SEMA_CLOUD_DEPTH 16 /* levels of cells below the whole square: its finest cells are 2^16 a side */

/**
 * SemaCloud:
 * @places: (unowned) (n, 2) x and y of each row, data units; a row without two finite numbers has no place
 * @n: rows of the file, fewer than 2^32 − 1
 * @vocab: (owned) (nullable): their words
 * @n_placed: rows with a place
 * @min_x: of the places; of none, all four are 0
 * @min_y: of the places
 * @max_x: of the places
 * @max_y: of the places
 * @side: of the square from (min_x, min_y) on that has all places in it, over 0
 * @fineness: finest cells for one data unit
 * @crowding: places for one square data unit round a typical place: the mean over places, so that outliers do not count
 * @depth: levels of the cells that @starts and @firsts know
 * @rows: (owned) (n_placed): the rows in the order of the finest cells along the Z-curve, in a cell by row
 * @sorted: (owned) (n_placed, 2): their places in the same order, so that what is near on the page is near in memory
 * @starts: (owned) (4^depth + 1): where the places of each cell of level @depth begin in @rows
 * @firsts: (owned): the least row in each cell of each level, %SEMA_CLOUD_NO_ROW where there is none; level by level, the
 *   whole square first, each along the Z-curve
 *
 * The places of all words of a file and an index over them: a quadtree whose cells are stretches of one sorted array. Read
 * only once it is made, and shared by reference between threads. At most 18 bytes a place, and 28 while it is made.
 */
typedef struct
{
  const float   *places;
  guint64        n;
  SemaVocab     *vocab;
  guint64        n_placed;
  double         min_x;
  double         min_y;
  double         max_x;
  double         max_y;
  double         side;
  double         fineness;
  double         crowding;
  guint          depth;
  guint32       *rows;
  float         *sorted;
  guint32       *starts;
  guint32       *firsts;
  GDestroyNotify release; /* private */
  gpointer       owner;   /* private */
  gint           ref_count;
} SemaCloud;

guint64    sema_cloud_count_steps (guint64 n);
SemaCloud *sema_cloud_new (const float *places, guint64 n, SemaVocab *vocab, SemaProgress *progress, GError **error);
SemaCloud *sema_cloud_ref (SemaCloud *self);
void       sema_cloud_unref (SemaCloud *self);

void     sema_cloud_set_owner (SemaCloud *self, gpointer owner, GDestroyNotify release);
gboolean sema_cloud_get_place (const SemaCloud *self, guint64 row, double *x, double *y);
char    *sema_cloud_dup_label (const SemaCloud *self, guint64 row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaCloud, sema_cloud_unref)

G_END_DECLS
