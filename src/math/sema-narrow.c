/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-narrow.h"

#include <float.h>
#include <math.h>
#include <stdatomic.h>
#include <string.h>

#include "sema-clones.h"
#include "sema-dot.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-vectors.h"

/* Why a bound is a bound. Let u be a row divided by its norm, c its codes, s their scale and r = u - s c what they miss;
 * let q be the direction, g its codes, t their scale and e = q - t g. Then
 *
 *   u.q = s t c.g + r.q + s c.e,   |r.q| <= |r| |q|,   |s c.e| <= (|u| + |r|) |e|,   |u| = 1.
 *
 * So with R = |q| + |e| the score lies within |r| R + |e| of s t c.g, where c.g is a whole number and exact. What is rounded
 * on the way to the bounds, in float32, and to the score, a sum of dim products in double, comes to less than
 * (1 + |r|) R 2^-20; ROUNDING is four times that. */
#define ROUNDING (1.0 / (1 << 18))

/* The largest code of a row, and of a direction. */
#define ROW_CODE 127
#define QUERY_CODE 32767

#define ROUNDER (3.0 * (1LL << 51))

/* Numbers of a chunk: about a millisecond of work between two looks at the progress. */
#define CHUNK_NUMBERS (512 * 1024)

/* Rows multiplied at a time. */
#define ROWS_PER_BLOCK 64

/* Numbers coded side by side. */
#define LANES 16

struct _SemaNarrow
{
  atomic_int ref_count;
  guint64    n_rows;
  gsize      dim;
  gsize      stride; /* dim rounded up to whole steps; the codes past dim are 0 */
  gint8     *codes;  /* (n_rows, stride) */
  float     *scales; /* (n_rows) what a code of 1 is worth; NaN for a row that has no direction */
  float     *misses; /* (n_rows) the norm of what the codes miss, or more */
};

struct _SemaNarrowQuery
{
  gint16 *codes; /* (stride) */
  float   scale;
  float   reach; /* the error of a score is at most the row's miss times this, and the other besides */
  float   slack;
};

typedef struct
{
  const SemaSet *set;
  SemaNarrow    *narrow;
} Job;

/* A float32 that is not less. */
static float
round_up (double value)
{
  return nextafterf ((float)value, INFINITY);
}

/* What sums of squares and products of @dim numbers in double may be short of, as a factor. */
static double
get_sum_error (gsize dim)
{
  return 1 + ((double)dim + 16) * DBL_EPSILON;
}

static inline void
find_largest (const SemaFloat *row, gsize n, float *largest)
{
  for (gsize lane = 0; lane < n; lane++)
    largest[lane] = fabsf (row[lane]) > largest[lane] ? fabsf (row[lane]) : largest[lane];
}

SEMA_CLONES static float
get_largest (const SemaFloat *row, gsize dim)
{
  float largest[LANES] = {0};
  gsize i = 0;

  for (; i + LANES <= dim; i += LANES)
    find_largest (row + i, LANES, largest);
  find_largest (row + i, dim - i, largest);
  for (gsize lane = 1; lane < LANES; lane++)
    largest[0] = MAX (largest[0], largest[lane]);
  return largest[0];
}

/* Added to a number of a few bits, ROUNDER leaves the nearest whole number in the sum's last bits. Rows may change under us
 * where their file does: then a code is any number of 8 bits, and what it misses is what it may. */
static inline void
code_numbers (const SemaFloat *row, gsize n, double per_norm, double scale, double per_scale, gint8 *codes, double *squares)
{
  double sums[LANES] = {0};
  gint64 bits[LANES];

  for (gsize lane = 0; lane < n; lane++)
    sums[lane] = row[lane] * per_norm * per_scale + ROUNDER;
  memcpy (bits, sums, sizeof bits);
  for (gsize lane = 0; lane < n; lane++)
    codes[lane] = (gint8)bits[lane];
  for (gsize lane = 0; lane < n; lane++)
    {
      double miss = row[lane] * per_norm - scale * (sums[lane] - ROUNDER);

      squares[lane] += miss * miss;
    }
}

SEMA_CLONES static double
code_row (const SemaFloat *row, gsize dim, double per_norm, double scale, gint8 *codes)
{
  double squares[LANES] = {0};
  gsize  i = 0;

  for (; i + LANES <= dim; i += LANES)
    code_numbers (row + i, LANES, per_norm, scale, 1 / scale, codes + i, squares);
  code_numbers (row + i, dim - i, per_norm, scale, 1 / scale, codes + i, squares);
  for (gsize lane = 1; lane < LANES; lane++)
    squares[0] += squares[lane];
  return squares[0];
}

/* A bound that is not a number is above and below nothing. */
static void
leave_out (SemaNarrow *narrow, guint64 row)
{
  memset (narrow->codes + row * narrow->stride, 0, narrow->stride);
  narrow->scales[row] = NAN;
  narrow->misses[row] = NAN;
}

static void
narrow_row (const Job *job, guint64 row, float *space)
{
  SemaNarrow      *narrow = job->narrow;
  gsize            dim = narrow->dim;
  const SemaFloat *values = sema_set_read_row (job->set, row, space);
  double           norm = sema_set_get_norm (job->set, row);
  gint8           *codes = narrow->codes + row * narrow->stride;
  float            scale = (float)(get_largest (values, dim) / norm / ROW_CODE);
  double           miss;

  /* The numbers may have been lost after their norm was measured. */
  if (!sema_vectors_is_usable (job->set, row, SEMA_VECTORS_UNIT) || !(scale > 0))
    {
      leave_out (narrow, row);
      return;
    }
  miss = sqrt (code_row (values, dim, 1 / norm, scale, codes));
  memset (codes + dim, 0, narrow->stride - dim);
  narrow->scales[row] = scale;
  narrow->misses[row] = round_up (miss * get_sum_error (dim) + 4 * DBL_EPSILON);
}

static void
narrow_rows (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  const Job        *job = data;
  g_autofree float *space = sema_set_new_space (job->set, 1);

  for (guint64 row = first; row < end; row++)
    narrow_row (job, row, space);
}

static gboolean
take_memory (SemaNarrow *self, GError **error)
{
  self->codes = sema_memory_alloc_n (self->n_rows, self->stride, error);
  if (self->codes == NULL)
    return FALSE;
  self->scales = sema_memory_alloc_n (self->n_rows, sizeof (float), error);
  if (self->scales == NULL)
    return FALSE;
  self->misses = sema_memory_alloc_n (self->n_rows, sizeof (float), error);
  return self->misses != NULL;
}

/**
 * sema_narrow_new:
 * @set: a set; it is not kept
 * @progress: (nullable): for cancelling; its counts are left alone
 * @error: %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_CORE_ERROR_CANCELLED
 *
 * Copies every row's unit vector as whole numbers of 8 bits with a scale, and measures in double what they miss of it. O(rows
 * dim), on all threads. Of a set whose file was lost meanwhile it is worth nothing: see sema_set_is_lost().
 *
 * Returns: (transfer full) (nullable): the copy; drop it with sema_narrow_unref()
 */
SemaNarrow *
sema_narrow_new (const SemaSet *set, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaNarrow) self = g_new0 (SemaNarrow, 1);
  Job                    job = {set, self};

  atomic_init (&self->ref_count, 1);
  self->n_rows = sema_set_get_n_rows (set);
  self->dim = sema_set_get_dim (set);
  self->stride = (self->dim + SEMA_DOT_CODES - 1) / SEMA_DOT_CODES * SEMA_DOT_CODES;
  if (!take_memory (self, error))
    return NULL;
  if (!sema_parallel_rows (self->n_rows, MAX (CHUNK_NUMBERS / self->dim, 1), progress, narrow_rows, &job))
    {
      sema_set_cancelled (error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * sema_narrow_ref:
 * @self: a narrow copy
 *
 * Returns: (transfer full): @self, with one owner more
 */
SemaNarrow *
sema_narrow_ref (SemaNarrow *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  atomic_fetch_add_explicit (&self->ref_count, 1, memory_order_relaxed);
  return self;
}

/**
 * sema_narrow_unref:
 * @self: (nullable) (transfer full): a narrow copy; the last owner's call frees it
 */
void
sema_narrow_unref (SemaNarrow *self)
{
  if (self == NULL || atomic_fetch_sub_explicit (&self->ref_count, 1, memory_order_acq_rel) > 1)
    return;
  sema_memory_free (self->codes);
  sema_memory_free (self->scales);
  sema_memory_free (self->misses);
  g_free (self);
}

/**
 * sema_narrow_get_n_rows:
 * @self: a narrow copy
 *
 * Returns: the rows of the set it was made of
 */
guint64
sema_narrow_get_n_rows (const SemaNarrow *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

/**
 * sema_narrow_get_dim:
 * @self: a narrow copy
 *
 * Returns: the numbers of a row of the set it was made of
 */
gsize
sema_narrow_get_dim (const SemaNarrow *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->dim;
}

/**
 * sema_narrow_get_size:
 * @self: a narrow copy
 *
 * Returns: the bytes it takes
 */
guint64
sema_narrow_get_size (const SemaNarrow *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows * (self->stride + 2 * sizeof (float));
}

/* The products of a row must sum up to 32 bits, whatever its bytes are, so the wider the rows, the coarser the codes of the
 * direction. */
static gint32
get_query_code (gsize dim)
{
  return (gint32)MIN (G_MAXINT32 / -G_MININT8 / dim, QUERY_CODE);
}

static double
find_scale (const double *unit, gsize dim)
{
  double largest = 0;

  for (gsize d = 0; d < dim; d++)
    largest = MAX (largest, fabs (unit[d]));
  return largest > 0 ? largest / get_query_code (dim) : 1;
}

/* Returns the norm of what the codes miss, or more. */
static double
code_query (SemaNarrowQuery *query, const double *unit, gsize dim, gsize stride)
{
  gint32 largest = get_query_code (dim);
  double squares = 0;

  memset (query->codes, 0, stride * sizeof (gint16));
  for (gsize d = 0; d < dim; d++)
    {
      double code = CLAMP (rint (unit[d] / query->scale), -largest, largest);
      double miss = unit[d] - query->scale * code;

      query->codes[d] = (gint16)code;
      squares += miss * miss;
    }
  return sqrt (squares) * get_sum_error (dim);
}

/**
 * sema_narrow_query_new:
 * @self: a narrow copy of at most %SEMA_NARROW_MAX_DIM dimensions
 * @unit: (dim) finite numbers: a direction, of norm 1 but for rounding
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Writes a direction as whole numbers of 16 bits with a scale. O(dim).
 *
 * Returns: (transfer full) (nullable): what sema_narrow_bound() compares the rows with; free it with sema_narrow_query_free()
 */
SemaNarrowQuery *
sema_narrow_query_new (const SemaNarrow *self, const double *unit, GError **error)
{
  g_autoptr (SemaNarrowQuery) query = g_new0 (SemaNarrowQuery, 1);
  double                      miss, length;

  g_return_val_if_fail (self->dim <= SEMA_NARROW_MAX_DIM, NULL);

  query->codes = sema_memory_alloc_n (self->stride, sizeof (gint16), error);
  if (query->codes == NULL)
    return NULL;
  query->scale = (float)find_scale (unit, self->dim);
  miss = code_query (query, unit, self->dim, self->stride);
  length = sema_vectors_norm (unit, self->dim) * get_sum_error (self->dim) + miss;
  query->reach = round_up (length * (1 + ROUNDING));
  query->slack = round_up (length * ROUNDING + miss);
  return g_steal_pointer (&query);
}

/**
 * sema_narrow_query_free:
 * @query: (nullable) (transfer full): a direction
 */
void
sema_narrow_query_free (SemaNarrowQuery *query)
{
  if (query == NULL)
    return;
  sema_memory_free (query->codes);
  g_free (query);
}

static inline void
find_highest (const float *bounds, gsize n, float *highest)
{
  for (gsize lane = 0; lane < n; lane++)
    highest[lane] = bounds[lane] > highest[lane] ? bounds[lane] : highest[lane];
}

/* Passes over what is not a number. */
SEMA_CLONES static float
get_highest (const float *bounds, gsize n)
{
  float highest[LANES];
  gsize i = 0;

  for (gsize lane = 0; lane < LANES; lane++)
    highest[lane] = -INFINITY;
  for (; i + LANES <= n; i += LANES)
    find_highest (bounds + i, LANES, highest);
  find_highest (bounds + i, n - i, highest);
  for (gsize lane = 1; lane < LANES; lane++)
    highest[0] = MAX (highest[0], highest[lane]);
  return highest[0];
}

/* A score is kept from -1 to 1, so its bounds are too: the lower one from above, the upper one from below. */
SEMA_CLONES static void
bound_scores (const gint32 *dots, const float *scales, const float *misses, gsize n, const SemaNarrowQuery *query, float *lowers, float *uppers)
{
  float scale = query->scale, reach = query->reach, slack = query->slack;

  for (gsize i = 0; i < n; i++)
    {
      float score = (float)dots[i] * (scales[i] * scale);
      float error = misses[i] * reach + slack;

      lowers[i] = score - error > 1 ? 1 : score - error;
      uppers[i] = score + error < -1 ? -1 : score + error;
    }
}

/**
 * sema_narrow_bound:
 * @self: a narrow copy
 * @query: a direction, made for @self
 * @first: the first row
 * @n: how many rows, may be 0
 * @lowers: (n) where the lower bounds go
 * @uppers: (n) where the upper bounds go
 *
 * Finds between which numbers each row's score lies, as sema_neighbours_find() computes it: rounding is allowed for. Both
 * are NaN for a row that is zero or not finite. The same bits whenever they are asked for. O(n dim).
 *
 * Returns: the highest of the upper bounds; minus infinity where all are NaN
 */
float
sema_narrow_bound (const SemaNarrow *self, const SemaNarrowQuery *query, guint64 first, gsize n, float *lowers, float *uppers)
{
  gint32 dots[ROWS_PER_BLOCK];

  for (gsize done = 0; done < n; done += ROWS_PER_BLOCK)
    {
      guint64 row = first + done;
      gsize   n_rows = MIN (n - done, ROWS_PER_BLOCK);

      sema_dot_codes (self->codes + row * self->stride, n_rows, self->stride, query->codes, dots);
      bound_scores (dots, self->scales + row, self->misses + row, n_rows, query, lowers + done, uppers + done);
    }
  return get_highest (uppers, n);
}
