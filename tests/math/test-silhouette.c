/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-silhouette.h"

#include <math.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "small-set.h"

static double
find_one (const double *vectors, gsize n, gsize dim, const guint *labels)
{
  g_autoptr (GError) error = NULL;
  double             mean = NAN;

  g_assert_true (sema_silhouette_find (vectors, n, dim, &labels, 1, NULL, &mean, &error));
  g_assert_no_error (error);
  return mean;
}

/* 0 is 4 away from the other cluster, 1 is 3 away, and 4 is alone in its own. */
static void
test_known (void)
{
  const double points[] = {0, 1, 4};
  const guint  labels[] = {0, 0, 1};
  const guint  alone[] = {2, 0, 1};
  const guint  together[] = {1, 1, 1};

  g_assert_cmpfloat_with_epsilon (find_one (points, 3, 1, labels), (3.0 / 4 + 2.0 / 3) / 3, 1e-15);
  g_assert_cmpfloat (find_one (points, 3, 1, alone), ==, 0);
  g_assert_cmpfloat (find_one (points, 3, 1, together), ==, 0);
  g_assert_cmpfloat (find_one (points, 0, 1, NULL), ==, 0);
}

/* Equal points in different clusters are worse than no clusters; where all are equal there is nothing to measure. */
static void
test_bad (void)
{
  const double points[] = {0, 0, 5, 5};
  const guint  labels[] = {0, 1, 0, 1};
  const double same[] = {7, 7, 7, 7};

  g_assert_cmpfloat_with_epsilon (find_one (points, 4, 1, labels), -0.5, 1e-15);
  g_assert_cmpfloat (find_one (same, 4, 1, labels), ==, 0);
}

static double
measure (const double *vectors, gsize i, gsize j, gsize dim)
{
  double sum = 0;

  for (gsize d = 0; d < dim; d++)
    sum += pow (vectors[i * dim + d] - vectors[j * dim + d], 2);
  return sqrt (sum);
}

/* The definition, word by word. */
static double
find_slowly (const double *vectors, gsize n, gsize dim, const guint *labels, guint k)
{
  double total = 0;

  for (gsize i = 0; i < n; i++)
    {
      double a = 0, b = INFINITY;

      for (guint label = 0; label < k; label++)
        {
          double sum = 0, count = 0;

          for (gsize j = 0; j < n; j++)
            if (j != i && labels[j] == label)
              {
                sum += measure (vectors, i, j, dim);
                count++;
              }
          if (label == labels[i])
            a = sum / count;
          else
            b = MIN (b, sum / count);
        }
      total += (b - a) / MAX (a, b);
    }
  return total / n;
}

static void
test_several (void)
{
  const gsize        n = 60, dim = 9;
  g_autofree double *vectors = small_set_draw_vectors (n, dim, 1);
  guint              labels[3][60];
  const guint *const labellings[] = {labels[0], labels[1], labels[2]};
  double             means[3];

  for (gsize i = 0; i < n; i++)
    for (gsize l = 0; l < 3; l++)
      labels[l][i] = i % (l + 2);
  g_assert_true (sema_silhouette_find (vectors, n, dim, labellings, 3, NULL, means, NULL));
  for (gsize l = 0; l < 3; l++)
    g_assert_cmpfloat_with_epsilon (means[l], find_slowly (vectors, n, dim, labels[l], l + 2), 1e-14);
}

static void
test_threads (void)
{
  g_autofree double *vectors = small_set_draw_vectors (100, 5, 2);
  guint              labels[100];
  double             one, four;

  for (gsize i = 0; i < 100; i++)
    labels[i] = i % 7;
  sema_parallel_set_threads (1);
  one = find_one (vectors, 100, 5, labels);
  sema_parallel_set_threads (4);
  four = find_one (vectors, 100, 5, labels);
  sema_parallel_set_threads (0);
  g_assert_true (one == four);
}

static void
test_errors (void)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  const double             points[] = {0, 1, 4};
  const guint              labels[] = {0, 0, 1};
  const guint *const       labelling = labels;
  double                   mean;

  sema_progress_cancel (progress);
  g_assert_false (sema_silhouette_find (points, 3, 1, &labelling, 1, progress, &mean, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  for (guint64 nth = 1; nth <= 3; nth++)
    {
      g_clear_error (&error);
      sema_memory_fail_at (nth);
      g_assert_false (sema_silhouette_find (points, 3, 1, &labelling, 1, NULL, &mean, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/silhouette/known", test_known);
  g_test_add_func ("/silhouette/bad", test_bad);
  g_test_add_func ("/silhouette/several", test_several);
  g_test_add_func ("/silhouette/threads", test_threads);
  g_test_add_func ("/silhouette/errors", test_errors);
  return g_test_run ();
}
