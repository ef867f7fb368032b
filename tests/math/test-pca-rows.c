/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pca-rows.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "small-set.h"

/* Of a float32. */
#define ROUNDING 1.2e-7

static SemaPcaRows *
analyse (SemaSet *set, SemaVectors kind, gsize k)
{
  g_autoptr (GError) error = NULL;
  SemaPcaRows       *rows = sema_pca_rows_new (set, kind, k, TRUE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->n_rows, ==, sema_set_get_n_rows (set));
  g_assert_cmpuint (rows->pca->n, ==, rows->n_rows - rows->n_left_out);
  g_assert_cmpuint (rows->pca->dim, ==, sema_set_get_dim (set));
  g_assert_cmpuint (rows->pca->k, ==, k);
  return rows;
}

/* Rows of the given rank whose coordinates are float32 without rounding, from -1 to 1 at first, each 0.6 of the one before. */
static SemaSet *
new_of_rank (guint64 n_rows, gsize dim, gsize rank, double base)
{
  g_autofree float *values = g_new (float, n_rows *dim + 1);
  g_autofree int   *directions = g_new (int, rank *dim + 1);
  SemaRandom        random;

  sema_random_init (&random, n_rows * 1000 + dim);
  for (gsize i = 0; i < rank * dim; i++)
    directions[i] = rank == dim ? i / dim == i % dim : rint (3 * small_set_draw (&random));
  for (guint64 row = 0; row < n_rows; row++)
    {
      double numbers[64] = {0};

      for (gsize r = 0; r < rank; r++)
        {
          double weight = rint (pow (0.6, r) * 4096 * small_set_draw (&random));

          for (gsize d = 0; d < dim; d++)
            numbers[d] += weight * directions[r * dim + d];
        }
      for (gsize d = 0; d < dim; d++)
        values[row * dim + d] = base + numbers[d] / 4096;
    }
  return small_set_new_numbered (values, n_rows, dim);
}

static SemaSet *
spoil (SemaSet *set)
{
  guint64           n_rows = sema_set_get_n_rows (set);
  gsize             dim = sema_set_get_dim (set);
  g_autofree float *values = g_new (float, n_rows *dim + 1);

  for (guint64 row = 0; row < n_rows; row++)
    {
      memcpy (values + row * dim, sema_set_get_row (set, row), dim * sizeof (float));
      if (row % 11 == 3)
        values[row * dim + row % dim] = row % 2 == 0 ? NAN : -INFINITY;
      if (row % 17 == 2)
        memset (values + row * dim, 0, dim * sizeof (float));
    }
  sema_set_unref (set);
  return small_set_new_numbered (values, n_rows, dim);
}

static SemaPca *
analyse_gathered (SemaSet *set, SemaVectors kind, gsize k)
{
  guint64             n_rows = sema_set_get_n_rows (set);
  g_autofree guint64 *usable = g_new (guint64, n_rows + 1);
  gsize               n = 0;
  double             *vectors;
  SemaPca            *pca;

  for (guint64 row = 0; row < n_rows; row++)
    if (sema_vectors_is_usable (set, row, kind))
      usable[n++] = row;
  vectors = sema_vectors_gather (set, usable, n, kind, NULL);
  pca = sema_pca_new (vectors, n, sema_set_get_dim (set), k, NULL);
  sema_memory_free (vectors);
  return pca;
}

static void
assert_scores (const SemaPcaRows *rows, guint64 row, const SemaPca *expected, gsize i, double size)
{
  gsize k = expected->k;

  for (gsize c = 0; c < k; c++)
    g_assert_cmpfloat_with_epsilon (rows->scores[row * k + c], expected->scores[i * k + c],
                                    ROUNDING * fabs (expected->scores[i * k + c]) + 1e-9 * size);
  g_assert_cmpint (isnan (rows->quality[row]), ==, isnan (expected->quality[i]));
  if (!isnan (rows->quality[row]))
    g_assert_cmpfloat_with_epsilon (rows->quality[row], expected->quality[i], ROUNDING + 1e-9);
}

/* Against the singular values of a copy of the rows. */
static void
assert_equal (SemaSet *set, SemaVectors kind, gsize k)
{
  g_autoptr (SemaPcaRows) rows = analyse (set, kind, k);
  g_autoptr (SemaPca)     expected = analyse_gathered (set, kind, k);
  gsize                   dim = expected->dim;
  double                  size = 0;
  gsize                   i = 0;

  g_assert_cmpuint (rows->pca->n, ==, expected->n);
  for (gsize d = 0; d < dim; d++)
    g_assert_cmpfloat_with_epsilon (rows->pca->mean[d], expected->mean[d], 1e-14 * MAX (1, fabs (expected->mean[d])));
  for (gsize c = 0; c < k; c++)
    {
      g_assert_cmpfloat_with_epsilon (rows->pca->ratios[c], expected->ratios[c], 1e-9);
      g_assert_cmpint (rows->pca->ratios[c] == 0, ==, expected->ratios[c] == 0);
      for (gsize d = 0; d < dim; d++)
        {
          g_assert_cmpfloat_with_epsilon (rows->pca->axes[c * dim + d], expected->axes[c * dim + d], 1e-9);
          g_assert_true (expected->ratios[c] > 0 || rows->pca->axes[c * dim + d] == 0);
        }
    }
  for (gsize s = 0; s < expected->n * k; s++)
    size = MAX (size, fabs (expected->scores[s]));
  for (guint64 row = 0; row < rows->n_rows; row++)
    if (sema_vectors_is_usable (set, row, kind))
      assert_scores (rows, row, expected, i++, size);
    else
      {
        g_assert_true (isnan (rows->quality[row]));
        for (gsize c = 0; c < k; c++)
          g_assert_true (isnan (rows->scores[row * k + c]));
      }
}

static void
test_random (void)
{
  const gsize sizes[][4] = {{2, 3, 3, 2}, {3, 5, 5, 2}, {30, 2, 2, 2}, {12, 1, 1, 1}, {90, 8, 8, 8}, {400, 12, 12, 3}, {5000, 6, 6, 2}, {20000, 10, 10, 2}};

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (SemaSet) set = new_of_rank (sizes[s][0], sizes[s][1], sizes[s][2], 0.5);

      assert_equal (set, SEMA_VECTORS_RAW, sizes[s][3]);
      if (sizes[s][1] > 1)
        assert_equal (set, SEMA_VECTORS_UNIT, sizes[s][3]);
      set = spoil (g_steal_pointer (&set));
      assert_equal (set, SEMA_VECTORS_RAW, sizes[s][3]);
      if (sizes[s][1] > 1)
        assert_equal (set, SEMA_VECTORS_UNIT, sizes[s][3]);
    }
}

/* Components beyond the rank are exactly 0, however many rows add their rounding. */
static void
test_rank_deficient (void)
{
  const gsize sizes[][3] = {{4, 6, 2}, {50, 6, 1}, {50, 9, 3}, {3000, 20, 5}, {60000, 12, 3}};

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (gsize base = 0; base <= 8; base += 8)
      {
        g_autoptr (SemaSet)     set = new_of_rank (sizes[s][0], sizes[s][1], sizes[s][2], base);
        g_autoptr (SemaPcaRows) rows = analyse (set, SEMA_VECTORS_RAW, sizes[s][1] + 2);

        g_assert_cmpfloat (rows->pca->ratios[sizes[s][2] - 1], >, 0);
        for (gsize c = sizes[s][2]; c < sizes[s][1] + 2; c++)
          {
            g_assert_true (rows->pca->ratios[c] == 0);
            g_assert_true (rows->scores[c] == 0);
          }
        assert_equal (set, SEMA_VECTORS_RAW, sizes[s][1] + 2);
      }
}

static void
test_without_variance (void)
{
  const float values[] = {0.1f, 0.7f, -0.3f, 0.1f, 0.7f, -0.3f, 0.1f, 0.7f, -0.3f};

  for (gsize n = 0; n <= 3; n++)
    for (SemaVectors kind = SEMA_VECTORS_UNIT; kind <= SEMA_VECTORS_RAW; kind++)
      {
        g_autoptr (SemaSet)     set = small_set_new_numbered (values, n, 3);
        g_autoptr (SemaPcaRows) rows = analyse (set, kind, 2);

        for (gsize i = 0; i < 6; i++)
          g_assert_true (rows->pca->axes[i] == 0);
        for (gsize i = 0; i < 2 * n; i++)
          g_assert_true (rows->scores[i] == 0);
        g_assert_true (rows->pca->ratios[0] == 0 && rows->pca->ratios[1] == 0);
        for (gsize i = 0; i < n; i++)
          g_assert_true (isnan (rows->quality[i]));
        for (gsize d = 0; n > 0 && kind == SEMA_VECTORS_RAW && d < 3; d++)
          g_assert_true (rows->pca->mean[d] == values[d]);
      }
}

/* The same direction at many lengths: unit vectors that differ by rounding alone. */
static void
test_rounding_is_no_variance (void)
{
  float                   values[3 * 64];
  g_autoptr (SemaSet)     set = NULL;
  g_autoptr (SemaPcaRows) rows = NULL;

  for (gsize i = 0; i < 64; i++)
    for (gsize d = 0; d < 3; d++)
      values[3 * i + d] = (i + 1) * (d == 0 ? 1 : d == 1 ? 7
                                                         : -3);
  set = small_set_new_numbered (values, 64, 3);
  rows = analyse (set, SEMA_VECTORS_UNIT, 2);
  for (gsize i = 0; i < 2 * 64; i++)
    g_assert_true (rows->scores[i] == 0);
  g_assert_true (isnan (rows->quality[5]));
}

static void
test_none_usable (void)
{
  const float             values[] = {NAN, 1, 0, 0, INFINITY, 3};
  g_autoptr (SemaSet)     set = small_set_new_numbered (values, 3, 2);
  g_autoptr (SemaPcaRows) rows = analyse (set, SEMA_VECTORS_UNIT, 1);

  g_assert_cmpuint (rows->n_left_out, ==, 3);
  g_assert_true (rows->pca->mean[0] == 0 && rows->pca->axes[0] == 0 && rows->pca->ratios[0] == 0);
  for (gsize i = 0; i < 3; i++)
    g_assert_true (isnan (rows->scores[i]) && isnan (rows->quality[i]));
}

/* Spread of 1e-2 around 1e3: float32 keeps two digits of it, and none may be lost after that. */
static void
test_far_from_the_origin (void)
{
  g_autofree float   *values = g_new (float, 9000 * 4);
  g_autoptr (SemaSet) set = NULL;
  SemaRandom          random;

  sema_random_init (&random, 3);
  for (gsize i = 0; i < 9000 * 4; i++)
    values[i] = 1e3 + 1e-2 * pow (0.5, i % 4) * small_set_draw (&random);
  set = small_set_new_numbered (values, 9000, 4);
  assert_equal (set, SEMA_VECTORS_RAW, 2);
}

static void
test_largest_and_smallest (void)
{
  const float sizes[] = {3e38f, 1e-40f};

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      const float             values[] = {sizes[s], 0, -sizes[s], 0, 0, sizes[s] / 2, 0, -sizes[s] / 2};
      g_autoptr (SemaSet)     set = small_set_new_numbered (values, 4, 2);
      g_autoptr (SemaPcaRows) rows = analyse (set, SEMA_VECTORS_RAW, 2);

      g_assert_cmpfloat_with_epsilon (rows->pca->ratios[0], 0.8, 1e-5);
      for (gsize i = 0; i < 8; i++)
        g_assert_cmpfloat_with_epsilon (rows->scores[i] / sizes[s], values[i] / sizes[s], 1e-5);
    }
}

static void
assert_same_bits (const SemaPcaRows *a, const SemaPcaRows *b)
{
  gsize dim = a->pca->dim, k = a->pca->k;

  g_assert_cmpmem (a->pca->mean, dim * sizeof (double), b->pca->mean, dim * sizeof (double));
  g_assert_cmpmem (a->pca->axes, k * dim * sizeof (double), b->pca->axes, k * dim * sizeof (double));
  g_assert_cmpmem (a->pca->ratios, k * sizeof (double), b->pca->ratios, k * sizeof (double));
  g_assert_cmpmem (a->scores, a->n_rows * k * sizeof (float), b->scores, b->n_rows * k * sizeof (float));
  g_assert_cmpmem (a->quality, a->n_rows * sizeof (float), b->quality, b->n_rows * sizeof (float));
}

static void
test_threads (void)
{
  const gsize sizes[][2] = {{30000, 12}, {9000, 61}};
  const guint n_threads[] = {2, 3, 7};

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (SemaSet)     set = spoil (new_of_rank (sizes[s][0], sizes[s][1], sizes[s][1], 0.5));
      g_autoptr (SemaPcaRows) alone = NULL;

      sema_parallel_set_threads (1);
      alone = analyse (set, SEMA_VECTORS_UNIT, 3);
      for (gsize t = 0; t < G_N_ELEMENTS (n_threads); t++)
        {
          g_autoptr (SemaPcaRows) rows = NULL;

          sema_parallel_set_threads (n_threads[t]);
          rows = analyse (set, SEMA_VECTORS_UNIT, 3);
          assert_same_bits (rows, alone);
        }
    }
  sema_parallel_set_threads (0);
}

static void
test_without_quality (void)
{
  g_autoptr (SemaSet)     set = new_of_rank (30, 4, 4, 0);
  g_autoptr (SemaPcaRows) rows = sema_pca_rows_new (set, SEMA_VECTORS_RAW, 2, FALSE, NULL, NULL);
  g_autoptr (SemaPcaRows) both = analyse (set, SEMA_VECTORS_RAW, 2);

  g_assert_null (rows->quality);
  g_assert_cmpmem (rows->scores, 60 * sizeof (float), both->scores, 60 * sizeof (float));
}

static void
test_progress (void)
{
  g_autoptr (SemaSet)      set = spoil (new_of_rank (9000, 6, 6, 0));
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (SemaPcaRows)  rows = sema_pca_rows_new (set, SEMA_VECTORS_RAW, 2, FALSE, progress, NULL);
  g_autoptr (SemaPcaRows)  cancelled = NULL;
  g_autoptr (GError)       error = NULL;

  g_assert_nonnull (rows);
  g_assert_cmpuint (sema_progress_get_done (progress), >, 0);
  g_assert_cmpuint (sema_progress_get_done (progress), ==, sema_pca_rows_count_steps (set));
  sema_progress_cancel (progress);
  cancelled = sema_pca_rows_new (set, SEMA_VECTORS_RAW, 2, FALSE, progress, &error);
  g_assert_null (cancelled);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

typedef struct
{
  SemaProgress *progress;
  guint64       at;
  gint64        when;
} Canceller;

static gpointer
cancel_later (gpointer data)
{
  Canceller *canceller = data;

  while (sema_progress_get_done (canceller->progress) < canceller->at)
    g_thread_yield ();
  canceller->when = g_get_monotonic_time ();
  sema_progress_cancel (canceller->progress);
  return NULL;
}

/* In the midst of a part, of the sums and of the scores. */
static void
test_cancel (void)
{
  g_autoptr (SemaSet) set = new_of_rank (300000, 32, 32, 0);
  guint64             used = sema_memory_get_used ();

  for (guint tenth = 0; tenth < 10; tenth++)
    {
      g_autoptr (SemaProgress) progress = sema_progress_new ();
      g_autoptr (SemaPcaRows)  rows = NULL;
      g_autoptr (GError)       error = NULL;
      Canceller                canceller = {progress, 300000 * 64 / 10 * tenth};
      GThread                 *thread = g_thread_new ("cancel", cancel_later, &canceller);

      rows = sema_pca_rows_new (set, SEMA_VECTORS_RAW, 2, TRUE, progress, &error);
      g_thread_join (thread);
      g_test_message ("%u %%: %s after %" G_GINT64_FORMAT " µs", 10 * tenth, rows == NULL ? "cancelled" : "done",
                      g_get_monotonic_time () - canceller.when);
      if (rows == NULL)
        {
          g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
          g_assert_cmpuint (sema_memory_get_used (), ==, used);
        }
      else
        g_assert_cmpuint (tenth, >, 0);
    }
}

static void
test_without_memory (void)
{
  g_autoptr (SemaSet) set = new_of_rank (5000, 3, 3, 0);
  guint64             used = sema_memory_get_used ();
  gboolean            failed = TRUE;
  guint64             nth = 1;

  for (; failed; nth++)
    {
      g_autoptr (GError)      error = NULL;
      g_autoptr (SemaPcaRows) rows = NULL;

      sema_memory_fail_at (nth);
      rows = sema_pca_rows_new (set, SEMA_VECTORS_RAW, 2, TRUE, NULL, &error);
      failed = rows == NULL;
      if (failed)
        {
          g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
          g_assert_cmpuint (sema_memory_get_used (), ==, used);
        }
    }
  g_assert_cmpuint (nth, >, 13);
  sema_memory_fail_at (0);
}

static void
test_beyond_the_budget (void)
{
  g_autoptr (SemaSet)     set = new_of_rank (3, 2, 2, 0);
  g_autoptr (SemaPcaRows) rows = NULL;
  g_autoptr (GError)      error = NULL;

  rows = sema_pca_rows_new (set, SEMA_VECTORS_RAW, G_MAXSIZE / 2, TRUE, NULL, &error);
  g_assert_null (rows);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pca-rows/random", test_random);
  g_test_add_func ("/pca-rows/rank-deficient", test_rank_deficient);
  g_test_add_func ("/pca-rows/without-variance", test_without_variance);
  g_test_add_func ("/pca-rows/rounding-is-no-variance", test_rounding_is_no_variance);
  g_test_add_func ("/pca-rows/none-usable", test_none_usable);
  g_test_add_func ("/pca-rows/far-from-the-origin", test_far_from_the_origin);
  g_test_add_func ("/pca-rows/largest-and-smallest", test_largest_and_smallest);
  g_test_add_func ("/pca-rows/threads", test_threads);
  g_test_add_func ("/pca-rows/without-quality", test_without_quality);
  g_test_add_func ("/pca-rows/progress", test_progress);
  g_test_add_func ("/pca-rows/cancel", test_cancel);
  g_test_add_func ("/pca-rows/without-memory", test_without_memory);
  g_test_add_func ("/pca-rows/beyond-the-budget", test_beyond_the_budget);
  return g_test_run ();
}
