/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud.h"

#include <math.h>
#include <string.h>

#include "cloud-fixture.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-random.h"

/* Each row with a place is there once, with it; cells follow the curve, in a cell rows ascend. */
static void
test_order (void)
{
  const guint64 sizes[] = {1, 2, 3, 4, 5, 100, 40000};

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (SemaCloud) cloud = fixture_make_cloud (sizes[s], 3);
      g_autofree guint8    *seen = g_new0 (guint8, sizes[s]);
      guint64               n_placed = 0;
      double                x, y;
      guint32               last = 0;

      for (guint64 row = 0; row < sizes[s]; row++)
        n_placed += sema_cloud_get_place (cloud, row, &x, &y);
      g_assert_cmpuint (cloud->n_placed, ==, n_placed);
      for (guint64 i = 0; i < n_placed; i++)
        {
          guint32 cell = sema_cloud_cells_find (cloud, cloud->sorted[2 * i], cloud->sorted[2 * i + 1]);

          g_assert_cmpuint (seen[cloud->rows[i]]++, ==, 0);
          g_assert_true (sema_cloud_get_place (cloud, cloud->rows[i], &x, &y));
          g_assert_cmpfloat (x, ==, cloud->sorted[2 * i]);
          g_assert_cmpfloat (y, ==, cloud->sorted[2 * i + 1]);
          g_assert_true (i == 0 || cell > last || (cell == last && cloud->rows[i] > cloud->rows[i - 1]));
          last = cell;
        }
    }
}

/* The extent by hand. */
static void
test_extent (void)
{
  const float           places[] = {3, 1, NAN, -99, -1, 2, 7, INFINITY, 0.5f, 6};
  g_autoptr (SemaCloud) cloud = fixture_make_cloud_of (places, 5);
  double                x = 5, y = 5;

  g_assert_cmpuint (cloud->n_placed, ==, 3);
  g_assert_cmpfloat (cloud->min_x, ==, -1);
  g_assert_cmpfloat (cloud->max_x, ==, 3);
  g_assert_cmpfloat (cloud->min_y, ==, 1);
  g_assert_cmpfloat (cloud->max_y, ==, 6);
  g_assert_cmpfloat (cloud->side, ==, 5);
  g_assert_false (sema_cloud_get_place (cloud, 1, &x, &y));
  g_assert_false (sema_cloud_get_place (cloud, 3, &x, &y));
  g_assert_cmpfloat (x + y, ==, 10);
}

static void
test_nothing (void)
{
  const float           nowhere[] = {NAN, 0, 0, -INFINITY};
  const float           twins[] = {2, 2, 2, 2, 2, 2, 2, 2, 2, 2};
  g_autoptr (SemaCloud) none = fixture_make_cloud_of (NULL, 0);
  g_autoptr (SemaCloud) unplaced = fixture_make_cloud_of (nowhere, 2);
  g_autoptr (SemaCloud) same = fixture_make_cloud_of (twins, 5);

  g_assert_cmpuint (none->n_placed, ==, 0);
  g_assert_cmpfloat (none->side, >, 0);
  g_assert_cmpfloat (none->crowding, ==, 0);
  g_assert_cmpuint (none->firsts[0], ==, SEMA_CLOUD_NO_ROW);
  g_assert_cmpuint (unplaced->n_placed, ==, 0);
  g_assert_cmpfloat (unplaced->max_x, ==, 0);
  g_assert_cmpuint (same->n_placed, ==, 5);
  g_assert_cmpuint (same->rows[0], ==, 0);
  g_assert_cmpuint (same->rows[4], ==, 4);
  g_assert_cmpfloat (same->side, >, 0);
}

/* Starts and firsts against a look at each place. */
static void
test_levels (void)
{
  g_autoptr (SemaCloud) cloud = fixture_make_cloud (20000, 5);

  g_assert_cmpuint (cloud->depth, ==, 7);
  for (guint level = 0; level <= cloud->depth; level++)
    {
      gsize               n_cells = (gsize)1 << 2 * level;
      g_autofree guint32 *firsts = g_new (guint32, n_cells);

      memset (firsts, 0xff, n_cells * sizeof (guint32));
      for (guint64 i = 0; i < cloud->n_placed; i++)
        {
          gsize cell = (gsize)sema_cloud_cells_find (cloud, cloud->sorted[2 * i], cloud->sorted[2 * i + 1]) >> 2 * (SEMA_CLOUD_DEPTH - level);

          firsts[cell] = MIN (firsts[cell], cloud->rows[i]);
          g_assert_cmpuint (i, >=, cloud->starts[cell << 2 * (cloud->depth - level)]);
          g_assert_cmpuint (i, <, cloud->starts[(cell + 1) << 2 * (cloud->depth - level)]);
        }
      g_assert_cmpmem (firsts, n_cells * sizeof (guint32), cloud->firsts + sema_cloud_cells_count_above (level), n_cells * sizeof (guint32));
    }
  g_assert_cmpuint (cloud->starts[(gsize)1 << 2 * cloud->depth], ==, cloud->n_placed);
}

/* Of words spread evenly it is how many there are for the area; an outlier far away changes little, the mean over the
 * whole square would fall to a hundredth. */
static void
test_crowding (void)
{
  g_autofree float     *places = g_new (float, 2 * 50000);
  g_autoptr (SemaCloud) even = NULL;
  g_autoptr (SemaCloud) odd = NULL;
  SemaRandom            random;

  sema_random_init (&random, 2);
  for (gsize i = 0; i < 100000; i++)
    places[i] = (float)(10 * sema_random_uniform (&random));
  even = fixture_make_cloud_of (places, 50000);
  places[0] = 100;
  odd = fixture_make_cloud_of (places, 50000);
  g_assert_cmpfloat (even->crowding, >, 500);
  g_assert_cmpfloat (even->crowding, <, 800);
  g_assert_cmpfloat (odd->crowding, >, 400);
  g_assert_cmpfloat (odd->crowding, <, 800);
}

static void
test_threads (void)
{
  g_autoptr (SemaCloud) one = NULL;

  sema_parallel_set_threads (1);
  one = fixture_make_cloud (100000, 9);
  for (guint n_threads = 2; n_threads <= 5; n_threads += 3)
    {
      g_autoptr (SemaCloud) other = NULL;
      gsize                 n = one->n_placed;

      sema_parallel_set_threads (n_threads);
      other = fixture_make_cloud (100000, 9);
      g_assert_cmpuint (other->n_placed, ==, n);
      g_assert_cmpmem (one->rows, n * 4, other->rows, n * 4);
      g_assert_cmpmem (one->sorted, n * 8, other->sorted, n * 8);
      g_assert_cmpfloat (one->crowding, ==, other->crowding);
    }
  sema_parallel_set_threads (0);
}

static void
test_cancelled (void)
{
  g_autofree float        *places = g_new0 (float, 2 * 1000);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  guint64                  before = sema_memory_get_used ();

  sema_progress_cancel (progress);
  g_assert_null (sema_cloud_new (places, 1000, NULL, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  g_assert_cmpuint (sema_memory_get_used (), ==, before);
}

typedef struct
{
  SemaProgress *progress;
  double        at;
  gint64        when;
} Canceller;

static gpointer
cancel_at (gpointer data)
{
  Canceller *canceller = data;

  while (sema_progress_get_fraction (canceller->progress) < canceller->at)
    g_thread_yield ();
  canceller->when = g_get_monotonic_time ();
  sema_progress_cancel (canceller->progress);
  return NULL;
}

/* How long the answer to it takes, µs. */
static gint64
cancel_midway (const float *places, guint64 n, double at)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (SemaCloud)    cloud = NULL;
  g_autoptr (GError)       error = NULL;
  Canceller                canceller = {progress, at, 0};
  GThread                 *thread;
  gint64                   now;

  sema_progress_set_total (progress, sema_cloud_count_steps (n));
  thread = g_thread_new ("cancel", cancel_at, &canceller);
  cloud = sema_cloud_new (places, n, NULL, progress, &error);
  now = g_get_monotonic_time ();
  g_thread_join (thread);
  if (cloud == NULL)
    g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  return now - canceller.when;
}

/* In each of its steps the cloud answers at five times what is promised, or at once where the machine is busy elsewhere. */
static void
test_cancelled_midway (void)
{
  guint64           n = 8000000, before = sema_memory_get_used ();
  g_autofree float *places = g_new (float, 2 * n);
  SemaRandom        random;

  sema_random_init (&random, 4);
  for (gsize i = 0; i < 2 * n; i++)
    places[i] = (float)sema_random_uniform (&random);
  for (guint fifteenth = 1; fifteenth < 15; fifteenth++)
    {
      gint64 shortest = G_MAXINT64;

      for (guint i = 0; i < 3 && shortest > 50000; i++)
        shortest = MIN (shortest, cancel_midway (places, n, fifteenth / 15.0));
      g_test_message ("at %u of 15: %.1f ms", fifteenth, (double)shortest / 1000);
      g_assert_cmpint (shortest, <=, 50000);
      g_assert_cmpuint (sema_memory_get_used (), ==, before);
    }
}

/* Rows without a place count as much as the others. */
static void
test_progress (void)
{
  for (guint64 n = 0; n <= 100000; n += 50000)
    {
      g_autoptr (SemaProgress) progress = sema_progress_new ();
      g_autofree float        *places = g_new0 (float, 2 * n + 1);
      g_autoptr (SemaCloud)    cloud = NULL;

      for (guint64 row = 0; row < n; row += 3)
        places[2 * row] = NAN;
      cloud = sema_cloud_new (places, n, NULL, progress, NULL);
      g_assert_cmpuint (sema_progress_get_done (progress), ==, sema_cloud_count_steps (n));
    }
}

static void
test_without_memory (void)
{
  const float places[] = {0, 0, 1, 1, 2, 2, NAN, NAN};
  guint64     before = sema_memory_get_used ();
  gboolean    failed = TRUE;
  guint64     n_failed = 0;

  for (guint64 nth = 1; failed; nth++)
    {
      g_autoptr (GError)    error = NULL;
      g_autoptr (SemaCloud) cloud = NULL;

      sema_memory_fail_at (nth);
      cloud = sema_cloud_new (places, 4, NULL, NULL, &error);
      failed = cloud == NULL;
      if (failed)
        g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
      n_failed += failed;
    }
  sema_memory_fail_at (0);
  g_assert_cmpuint (n_failed, ==, 7);
  g_assert_cmpuint (sema_memory_get_used (), ==, before);
}

/* What is kept, and that it is given back. */
static void
test_memory (void)
{
  guint64    before = sema_memory_get_used ();
  SemaCloud *cloud = fixture_make_cloud (200000, 1);

  g_assert_cmpuint (sema_memory_get_used () - before, <=, 18 * 200000 + 1000);
  sema_cloud_unref (cloud);
  g_assert_cmpuint (sema_memory_get_used (), ==, before);
}

static void
count_release (gpointer owner)
{
  ++*(int *)owner;
}

static void
test_owner (void)
{
  const float places[] = {0, 0};
  SemaCloud  *cloud = fixture_make_cloud_of (places, 1);
  int         n_released = 0;

  sema_cloud_set_owner (cloud, &n_released, count_release);
  sema_cloud_unref (sema_cloud_ref (cloud));
  g_assert_cmpint (n_released, ==, 0);
  sema_cloud_unref (cloud);
  g_assert_cmpint (n_released, ==, 1);
}

static void
test_label (void)
{
  static const char     bytes[] = "king\0que\nen";
  const float           places[] = {0, 0, 1, 1};
  char                 *copy = sema_memory_alloc (sizeof bytes, NULL);
  guint64              *starts = sema_memory_alloc (3 * sizeof (guint64), NULL);
  g_autoptr (SemaVocab) vocab = NULL;
  g_autoptr (SemaCloud) cloud = NULL;
  g_autoptr (SemaCloud) unnamed = fixture_make_cloud_of (places, 2);
  g_autofree char      *king = NULL;
  g_autofree char      *queen = NULL;
  g_autofree char      *second = sema_cloud_dup_label (unnamed, 1);

  memcpy (copy, bytes, sizeof bytes);
  starts[0] = 0;
  starts[1] = 5;
  starts[2] = 12;
  vocab = sema_vocab_new_take (copy, starts, 2, NULL);
  cloud = sema_cloud_new (places, 2, vocab, NULL, NULL);
  king = sema_cloud_dup_label (cloud, 0);
  queen = sema_cloud_dup_label (cloud, 1);
  g_assert_cmpstr (king, ==, "king");
  g_assert_cmpstr (queen, ==, "que‹U+000A›en");
  g_assert_cmpstr (second, ==, "2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/cloud/order", test_order);
  g_test_add_func ("/scene/cloud/extent", test_extent);
  g_test_add_func ("/scene/cloud/nothing", test_nothing);
  g_test_add_func ("/scene/cloud/levels", test_levels);
  g_test_add_func ("/scene/cloud/crowding", test_crowding);
  g_test_add_func ("/scene/cloud/threads", test_threads);
  g_test_add_func ("/scene/cloud/cancelled", test_cancelled);
  g_test_add_func ("/scene/cloud/cancelled-midway", test_cancelled_midway);
  g_test_add_func ("/scene/cloud/progress", test_progress);
  g_test_add_func ("/scene/cloud/without-memory", test_without_memory);
  g_test_add_func ("/scene/cloud/memory", test_memory);
  g_test_add_func ("/scene/cloud/owner", test_owner);
  g_test_add_func ("/scene/cloud/label", test_label);
  return g_test_run ();
}
