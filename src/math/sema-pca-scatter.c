/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pca-scatter.h"

#include <string.h>

#include "sema-error.h"
#include "sema-lapack.h"
#include "sema-memory.h"
#include "sema-parallel.h"

/* A part has a (dim, dim) matrix of its own, so there are few of them, fewer where vectors are long, and none that is
 * larger than the rows it sums up. The file decides how many, never the threads. */
#define MAX_PARTS 32
#define MIN_PARTS 4
#define BYTES_OF_PARTS ((guint64)256 << 20)
#define MIN_ROWS_PER_PART 2048

/* Rows multiplied at a time: enough for dsyrk to be fast, few enough to be in the cache and to take some milliseconds. */
#define MAX_ROWS_PER_BLOCK 256
#define MIN_ROWS_PER_BLOCK 16
#define PRODUCTS_PER_BLOCK 125000000

/* Rows of the matrix in which the parts are added up at a time. */
#define ROWS_PER_JOIN 16

/**
 * Part:
 * @n: rows in it
 * @longest: norm of the longest of them
 * @origin: (dim) about where they lie: the mean of the first of them
 * @shift: (dim) from there to their mean; at first the sum over them
 * @off_centre: (dim) from the mean of all rows to theirs
 * @block: (rows_per_block, dim) some of the rows, as offsets from the origin
 * @products: (dim, dim) sums of the products of two coordinates about the origin
 *
 * A stretch of the rows. All arrays but @products are one piece of memory, that of @origin.
 */
typedef struct
{
  guint64 n;
  double  longest;
  double *origin;
  double *shift;
  double *off_centre;
  double *block;
  double *products;
} Part;

typedef struct
{
  const SemaSet *set;
  SemaVectors    kind;
  gsize          dim;
  SemaProgress  *progress;
  guint64        rows_per_part;
  gsize          rows_per_block;
  gsize          n_parts;
  Part           parts[MAX_PARTS];
} Work;

static void
work_clear (Work *work)
{
  for (gsize p = 0; p < work->n_parts; p++)
    {
      sema_memory_free (work->parts[p].origin);
      sema_memory_free (work->parts[p].products);
    }
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gsize
saturating_product (gsize a, gsize b)
{
  gsize product;

  return __builtin_mul_overflow (a, b, &product) ? G_MAXSIZE : product;
}

static void
cut (Work *work)
{
  gsize   squares = saturating_product (work->dim, work->dim);
  guint64 n_rows = sema_set_get_n_rows (work->set);
  guint64 room = CLAMP (BYTES_OF_PARTS / sizeof (double) / squares, MIN_PARTS, MAX_PARTS);
  guint64 n_parts = CLAMP (n_rows / MAX (MIN_ROWS_PER_PART, work->dim), 1, room);

  work->rows_per_part = n_rows / n_parts + 1;
  work->rows_per_block = CLAMP (PRODUCTS_PER_BLOCK / squares, MIN_ROWS_PER_BLOCK, MAX_ROWS_PER_BLOCK);
}

static gboolean
add_part (Work *work, GError **error)
{
  Part *part = &work->parts[work->n_parts++];
  gsize row_size = saturating_product (work->dim, sizeof (double));

  part->origin = sema_memory_alloc_n (work->rows_per_block + 3, row_size, error);
  if (part->origin == NULL)
    return FALSE;
  part->shift = part->origin + work->dim;
  part->off_centre = part->shift + work->dim;
  part->block = part->off_centre + work->dim;
  part->products = sema_memory_alloc_n (work->dim, row_size, error);
  return part->products != NULL;
}

static gboolean
prepare (Work *work, GError **error)
{
  guint64 n_rows = sema_set_get_n_rows (work->set);

  cut (work);
  do
    if (!add_part (work, error))
      return FALSE;
  while (work->n_parts < sema_parallel_count_chunks (n_rows, work->rows_per_part));
  return TRUE;
}

/* Fills the block with the usable ones among the next rows and moves on behind them. Returns how many there are. */
static gsize
fill_block (const Work *work, const Part *part, guint64 *row, guint64 end)
{
  gsize n = 0;

  for (guint64 stop = *row + MIN (work->rows_per_block, end - *row); *row < stop; ++*row)
    if (sema_vectors_is_usable (work->set, *row, work->kind))
      sema_pca_scatter_centre (work->set, *row, work->kind, part->origin, part->block + n++ * work->dim);
  return n;
}

static void
add_block (const Part *part, gsize n, gsize dim, double *sums)
{
  for (gsize i = 0; i < n; i++)
    for (gsize d = 0; d < dim; d++)
      sums[d] += part->block[i * dim + d];
}

/* The mean of the first rows there are, as an offset from the very first: equal rows are exactly their origin. */
static void
find_origin (const Work *work, Part *part, guint64 first, guint64 end)
{
  gsize n;

  memset (part->origin, 0, work->dim * sizeof (double));
  memset (part->shift, 0, work->dim * sizeof (double));
  while (first < end && !sema_vectors_is_usable (work->set, first, work->kind))
    first++;
  if (first == end)
    return;

  sema_vectors_get (work->set, first, work->kind, part->origin);
  n = fill_block (work, part, &first, end);
  add_block (part, n, work->dim, part->shift);
  for (gsize d = 0; d < work->dim; d++)
    part->origin[d] += part->shift[d] / n;
}

static void
find_longest (const Work *work, Part *part, guint64 first, guint64 end)
{
  for (guint64 row = first; row < end; row++)
    if (sema_vectors_is_usable (work->set, row, work->kind))
      part->longest = MAX (part->longest, work->kind == SEMA_VECTORS_UNIT ? 1 : sema_set_get_norm (work->set, row));
}

/* For long vectors that alone takes a while: new memory is slow to be touched. */
static void
clear_products (const Work *work, const Part *part)
{
  for (gsize i = 0; i < work->dim && !sema_progress_is_cancelled (work->progress); i++)
    memset (part->products + i * work->dim, 0, work->dim * sizeof (double));
}

static void
sum_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Work   *work = data;
  Part   *part = &work->parts[chunk];
  guint64 row = first;

  find_origin (work, part, first, end);
  find_longest (work, part, first, end);
  memset (part->shift, 0, work->dim * sizeof (double));
  clear_products (work, part);
  while (row < end && !sema_progress_is_cancelled (work->progress))
    {
      guint64 before = row;
      gsize   n = fill_block (work, part, &row, end);

      add_block (part, n, work->dim, part->shift);
      sema_lapack_add_products (part->block, n, work->dim, part->products);
      part->n += n;
      sema_progress_add_done (work->progress, (row - before) * work->dim);
    }
  for (gsize d = 0; part->n > 0 && d < work->dim; d++)
    part->shift[d] /= part->n;
}

/* As offsets from the origin of the first part that has rows: those keep their digits, and the mean of equal rows is exactly
 * that row. */
static void
find_mean (Work *work, SemaPcaScatter *scatter)
{
  const Part *base = work->parts;

  for (const Part *part = work->parts; part < work->parts + work->n_parts; part++)
    {
      scatter->n += part->n;
      scatter->longest = MAX (scatter->longest, part->longest);
    }
  while (scatter->n > 0 && base->n == 0)
    base++;
  for (gsize d = 0; d < work->dim; d++)
    {
      double offset = 0;

      for (Part *part = work->parts; part < work->parts + work->n_parts; part++)
        {
          part->off_centre[d] = part->n > 0 ? part->origin[d] - base->origin[d] + part->shift[d] : 0;
          offset += part->off_centre[d] * part->n / MAX (scatter->n, 1);
        }
      for (Part *part = work->parts; part < work->parts + work->n_parts; part++)
        part->off_centre[d] -= offset;
      scatter->mean[d] = base->origin[d] + offset;
    }
}

/* Adds row i of a part's products, moved from its origin to the mean of all (Chan, Golub & LeVeque 1983). */
static void
join_row (const Part *part, gsize dim, gsize i, double *joined)
{
  const double *row = part->products + i * dim;
  double        off_centre = part->n * part->off_centre[i];
  double        shift = part->n * part->shift[i];

  for (gsize j = 0; row != joined && j <= i; j++)
    joined[j] += row[j];
  for (gsize j = 0; j <= i; j++)
    joined[j] += off_centre * part->off_centre[j] - shift * part->shift[j];
}

/* The first part's matrix becomes that of all. */
static void
join_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Work *work = data;

  for (gsize i = first; i < end; i++)
    for (gsize p = 0; p < work->n_parts; p++)
      join_row (&work->parts[p], work->dim, i, work->parts[0].products + i * work->dim);
}

/**
 * sema_pca_scatter_new:
 * @set: a set
 * @kind: raw or unit
 * @progress: (nullable): polled every few milliseconds; its done grows by dim for each row
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Sums up all rows of the set that are usable as @kind, in double, a stretch of them at a time: products about an origin near
 * the rows of the stretch, which keeps their digits wherever they lie, moved to the mean of all in the end. The same bits
 * with any number of threads. No rows at all scatter by 0 about 0. Besides the set it needs a (dim, dim) matrix and at most some
 * hundred rows of doubles for each of at most 32 stretches; together the matrices take 256 MiB, or four times one where that
 * is more. O(n dim²).
 *
 * Returns: (transfer full): the scatter, or %NULL with @error set
 */
SemaPcaScatter *
sema_pca_scatter_new (const SemaSet *set, SemaVectors kind, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaPcaScatter) self = g_new0 (SemaPcaScatter, 1);
  g_auto (Work)              work = {.set = set, .kind = kind, .dim = sema_set_get_dim (set), .progress = progress};
  guint64                    n_rows = sema_set_get_n_rows (set);

  self->dim = work.dim;
  self->mean = sema_memory_alloc_n (work.dim, sizeof (double), error);
  if (self->mean == NULL || !prepare (&work, error) ||
      !sema_lapack_begin (sema_parallel_get_threads (), error))
    return NULL;
  if (n_rows == 0)
    sum_rows (0, 0, 0, &work);
  if (sema_parallel_rows (n_rows, work.rows_per_part, progress, sum_rows, &work) && !sema_progress_is_cancelled (progress))
    find_mean (&work, self);
  if (sema_progress_is_cancelled (progress) || !sema_parallel_rows (work.dim, ROWS_PER_JOIN, progress, join_rows, &work))
    {
      sema_set_cancelled (error);
      return NULL;
    }
  self->products = g_steal_pointer (&work.parts[0].products);
  return g_steal_pointer (&self);
}

/**
 * sema_pca_scatter_free:
 * @self: (transfer full) (nullable): a scatter
 *
 * Frees it and its arrays.
 */
void
sema_pca_scatter_free (SemaPcaScatter *self)
{
  if (self == NULL)
    return;
  sema_memory_free (self->mean);
  sema_memory_free (self->products);
  g_free (self);
}

/**
 * sema_pca_scatter_centre:
 * @set: a set
 * @row: a row of it, from 0, usable as @kind
 * @kind: raw or unit
 * @origin: (dim) a point
 * @centred: (dim) where the row goes, in double, as an offset from the point
 *
 * What sema_vectors_get() gives, less the point, to the bit. O(dim).
 */
void
sema_pca_scatter_centre (const SemaSet *set, guint64 row, SemaVectors kind, const double *origin, double *centred)
{
  g_autofree float *space = sema_set_new_space (set, 1);
  const SemaFloat  *values = sema_set_read_row (set, row, space);
  gsize             dim = sema_set_get_dim (set);
  double            norm = sema_set_get_norm (set, row);

  if (kind == SEMA_VECTORS_RAW)
    for (gsize d = 0; d < dim; d++)
      centred[d] = values[d] - origin[d];
  else
    for (gsize d = 0; d < dim; d++)
      centred[d] = values[d] / norm - origin[d];
}
