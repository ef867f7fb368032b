/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pca.h"

#include <math.h>
#include <string.h>

#include "sema-dot.h"
#include "sema-error.h"
#include "sema-math-error.h"
#include "sema-memory.h"
#include "small-set.h"

static SemaPca *
analyse (const double *vectors, gsize n, gsize dim, gsize k)
{
  g_autoptr (GError) error = NULL;
  SemaPca           *pca = sema_pca_new (vectors, n, dim, k, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pca);
  g_assert_cmpuint (pca->n, ==, n);
  g_assert_cmpuint (pca->dim, ==, dim);
  g_assert_cmpuint (pca->k, ==, k);
  return pca;
}

static void
assert_zero (const double *numbers, gsize n)
{
  for (gsize i = 0; i < n; i++)
    g_assert_true (numbers[i] == 0);
}

/* A cross: 4 along y, 2 along x, around (10, -1). */
static void
test_known (void)
{
  const double        vectors[] = {10, 3, 10, -5, 12, -1, 8, -1};
  const double        scores[] = {4, 0, -4, 0, 0, 2, 0, -2};
  g_autoptr (SemaPca) pca = analyse (vectors, 4, 2, 2);

  g_assert_cmpfloat_with_epsilon (pca->mean[0], 10, 1e-15);
  g_assert_cmpfloat_with_epsilon (pca->mean[1], -1, 1e-15);
  g_assert_cmpfloat_with_epsilon (pca->ratios[0], 0.8, 1e-15);
  g_assert_cmpfloat_with_epsilon (pca->ratios[1], 0.2, 1e-15);
  for (gsize i = 0; i < 8; i++)
    g_assert_cmpfloat_with_epsilon (pca->scores[i], scores[i], 1e-14);
  for (gsize i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (pca->quality[i], 1, 1e-15);
}

static void
test_quality (void)
{
  const double        vectors[] = {3, 0, -3, 0, 0, 1, 0, -1, 1, 1, -1, -1, 0, 0};
  g_autoptr (SemaPca) pca = analyse (vectors, 7, 2, 1);

  g_assert_cmpfloat_with_epsilon (pca->quality[0] + pca->quality[2], 1, 1e-14);
  g_assert_cmpfloat (pca->quality[0], >, 0.9);
  g_assert_true (isnan (pca->quality[6]));
  for (gsize i = 0; i < 6; i++)
    g_assert_cmpfloat_with_epsilon (pca->quality[i], pow (pca->scores[i], 2) / (pow (vectors[2 * i], 2) + pow (vectors[2 * i + 1], 2)), 1e-14);
}

/* Whatever LAPACK's sign is, mirrored vectors have the same axes and mirrored scores. */
static void
test_sign (void)
{
  for (guint64 seed = 0; seed < 20; seed++)
    {
      g_autofree double  *vectors = small_set_draw_vectors (9, 5, seed);
      g_autofree double  *mirrored = g_new (double, 45);
      g_autoptr (SemaPca) pca = NULL, other = NULL;

      for (gsize i = 0; i < 45; i++)
        mirrored[i] = -vectors[i];
      pca = analyse (vectors, 9, 5, 5);
      other = analyse (mirrored, 9, 5, 5);
      for (gsize c = 0; c < 5; c++)
        {
          gsize largest = 0;

          for (gsize d = 1; d < 5; d++)
            if (fabs (pca->axes[c * 5 + d]) > fabs (pca->axes[c * 5 + largest]))
              largest = d;
          g_assert_cmpfloat (pca->axes[c * 5 + largest], >, 0);
          g_assert_cmpfloat_with_epsilon (pca->axes[c * 5], other->axes[c * 5], 1e-12);
        }
      for (gsize i = 0; i < 45; i++)
        g_assert_cmpfloat_with_epsilon (pca->scores[i], -other->scores[i], 1e-12);
    }
}

/* Along (1, -1) rounding may make either coefficient the larger one; the first has to be positive. */
static void
test_sign_tie (void)
{
  for (guint64 seed = 0; seed < 20; seed++)
    {
      g_autofree double  *at = small_set_draw_vectors (1, 3, seed);
      const double        vectors[] = {at[0], at[1], at[0] + at[2], at[1] - at[2]};
      g_autoptr (SemaPca) pca = analyse (vectors, 2, 2, 1);

      g_assert_cmpfloat_with_epsilon (pca->axes[0], sqrt (0.5), 1e-12);
      g_assert_cmpfloat_with_epsilon (pca->axes[1], -sqrt (0.5), 1e-12);
    }
}

static void
test_without_variance (void)
{
  const double same[] = {0.1, 0.7, -0.3, 0.1, 0.7, -0.3, 0.1, 0.7, -0.3};

  for (gsize n = 0; n <= 3; n++)
    {
      g_autoptr (SemaPca) pca = analyse (same, n, 3, 2);

      assert_zero (pca->axes, 6);
      assert_zero (pca->scores, 2 * n);
      assert_zero (pca->ratios, 2);
      for (gsize i = 0; i < n; i++)
        g_assert_true (isnan (pca->quality[i]));
      if (n > 0)
        g_assert_cmpmem (pca->mean, 3 * sizeof (double), same, 3 * sizeof (double));
    }
}

/* The same direction at three lengths: unit vectors that differ by rounding alone. */
static void
test_rounding_is_no_variance (void)
{
  double              vectors[9];
  g_autoptr (SemaPca) pca = NULL;

  for (gsize i = 0; i < 3; i++)
    {
      const double row[] = {0.1 * (i + 1), 0.7 * (i + 1), -0.3 * (i + 1)};
      double       norm = sqrt (row[0] * row[0] + row[1] * row[1] + row[2] * row[2]);

      for (gsize d = 0; d < 3; d++)
        vectors[3 * i + d] = row[d] / norm;
    }
  pca = analyse (vectors, 3, 3, 2);
  assert_zero (pca->scores, 6);
  g_assert_true (isnan (pca->quality[1]));
}

static void
test_more_components_than_there_are (void)
{
  g_autofree double  *vectors = small_set_draw_vectors (3, 8, 5);
  g_autoptr (SemaPca) pca = analyse (vectors, 3, 8, 10);

  g_assert_cmpfloat (pca->ratios[1], >, 0);
  g_assert_cmpfloat_with_epsilon (pca->ratios[0] + pca->ratios[1], 1, 1e-14);
  assert_zero (pca->ratios + 2, 8);
  assert_zero (pca->axes + 16, 64);
  for (gsize i = 0; i < 3; i++)
    {
      assert_zero (pca->scores + i * 10 + 2, 8);
      g_assert_cmpfloat_with_epsilon (pca->quality[i], 1, 1e-14);
    }
}

/* All the components together give the vectors back, with few vectors and with many. */
static void
test_complete (void)
{
  const gsize sizes[] = {3, 6, 7, 50};

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      gsize               n = sizes[s];
      g_autofree double  *vectors = small_set_draw_vectors (n, 6, n);
      g_autoptr (SemaPca) pca = analyse (vectors, n, 6, 6);

      for (gsize i = 0; i < n * 6; i++)
        {
          double sum = pca->mean[i % 6];

          for (gsize c = 0; c < 6; c++)
            sum += pca->scores[i / 6 * 6 + c] * pca->axes[c * 6 + i % 6];
          g_assert_cmpfloat_with_epsilon (sum, vectors[i], 1e-13);
        }
    }
}

static void
test_project (void)
{
  g_autofree double  *vectors = small_set_draw_vectors (12, 6, 8);
  g_autoptr (SemaPca) pca = analyse (vectors, 12, 6, 2);
  double              scores[2];

  for (gsize i = 0; i < 12; i++)
    {
      sema_pca_project (pca, vectors + i * 6, scores);
      g_assert_cmpfloat_with_epsilon (scores[0], pca->scores[2 * i], 1e-14);
      g_assert_cmpfloat_with_epsilon (scores[1], pca->scores[2 * i + 1], 1e-14);
    }
}

/* Spread of 2 along (3, 4) and of 1 across, about (1, 1): n times the covariance, of which the lower triangle counts. */
static SemaPcaScatter *
new_scatter (void)
{
  const double    mean[] = {1, 1};
  const double    products[] = {2 * (4 * 0.36 + 0.64), NAN, 2 * (4 - 1) * 0.48, 2 * (4 * 0.64 + 0.36)};
  SemaPcaScatter *scatter = g_new0 (SemaPcaScatter, 1);

  scatter->n = 4;
  scatter->dim = 2;
  scatter->longest = 3;
  scatter->mean = sema_memory_alloc (sizeof mean, NULL);
  memcpy (scatter->mean, mean, sizeof mean);
  scatter->products = sema_memory_alloc (sizeof products, NULL);
  memcpy (scatter->products, products, sizeof products);
  return scatter;
}

static void
test_from_scatter (void)
{
  const double               axes[] = {0.6, 0.8, 0.8, -0.6};
  g_autoptr (SemaPcaScatter) scatter = new_scatter ();
  g_autoptr (SemaPca)        pca = sema_pca_new_from_scatter (scatter, 3, NULL);

  g_assert_cmpuint (pca->n, ==, 4);
  g_assert_cmpuint (pca->dim, ==, 2);
  g_assert_cmpuint (pca->k, ==, 3);
  g_assert_null (pca->scores);
  g_assert_null (pca->quality);
  for (gsize i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (pca->axes[i], axes[i], 1e-15);
  g_assert_cmpfloat_with_epsilon (pca->ratios[0], 0.8, 1e-15);
  g_assert_cmpfloat_with_epsilon (pca->ratios[1], 0.2, 1e-15);
  g_assert_true (pca->mean[0] == 1 && pca->mean[1] == 1);
  assert_zero (pca->axes + 4, 2);
  assert_zero (pca->ratios + 2, 1);
}

/* Where no direction is better than another, any axes will do that are at right angles. */
static void
test_from_scatter_of_a_ball (void)
{
  g_autoptr (SemaPcaScatter) scatter = g_new0 (SemaPcaScatter, 1);
  g_autoptr (SemaPca)        pca = NULL;

  scatter->n = 100;
  scatter->dim = 5;
  scatter->longest = 1;
  scatter->mean = sema_memory_alloc (5 * sizeof (double), NULL);
  scatter->products = sema_memory_alloc (25 * sizeof (double), NULL);
  memset (scatter->mean, 0, 5 * sizeof (double));
  for (gsize i = 0; i < 25; i++)
    scatter->products[i] = i % 6 == 0 ? 7 : 0;
  pca = sema_pca_new_from_scatter (scatter, 3, NULL);
  for (gsize a = 0; a < 3; a++)
    {
      g_assert_cmpfloat_with_epsilon (pca->ratios[a], 0.2, 1e-15);
      for (gsize b = 0; b < 3; b++)
        g_assert_cmpfloat_with_epsilon (sema_dot (pca->axes + a * 5, pca->axes + b * 5, 5), a == b, 1e-14);
    }
}

/* Of n vectors there are n - 1 components, whatever rounding says. */
static void
test_from_scatter_of_few (void)
{
  for (guint64 n = 0; n <= 2; n++)
    {
      g_autoptr (SemaPcaScatter) scatter = new_scatter ();
      g_autoptr (SemaPca)        pca = NULL;

      scatter->n = n;
      pca = sema_pca_new_from_scatter (scatter, 2, NULL);
      g_assert_true ((pca->ratios[0] > 0) == (n == 2));
      assert_zero (pca->axes + 2, 2);
    }
}

/* Its callers give finite numbers; a file that was cut while it was read may not. */
static void
test_from_scatter_refused (void)
{
  g_autoptr (SemaPcaScatter) scatter = new_scatter ();
  g_autoptr (SemaPca)        pca = NULL;
  g_autoptr (GError)         error = NULL;

  scatter->products[2] = NAN;
  pca = sema_pca_new_from_scatter (scatter, 2, &error);
  g_assert_null (pca);
  g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_LAPACK);
}

static void
test_from_scatter_without_memory (void)
{
  gboolean failed = TRUE;
  guint64  nth = 1;

  for (; failed; nth++)
    {
      g_autoptr (GError)         error = NULL;
      g_autoptr (SemaPcaScatter) scatter = new_scatter ();
      g_autoptr (SemaPca)        pca = NULL;

      sema_memory_fail_at (nth);
      pca = sema_pca_new_from_scatter (scatter, 2, &error);
      sema_memory_fail_at (0);
      failed = pca == NULL;
      if (failed)
        g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  g_assert_cmpuint (nth, >, 6);
}

static void
test_without_memory (void)
{
  const double vectors[] = {1, 2, 3, 5, 0, 0};
  gboolean     failed = TRUE;

  for (guint64 nth = 1; failed; nth++)
    {
      g_autoptr (GError)  error = NULL;
      g_autoptr (SemaPca) pca = NULL;

      sema_memory_fail_at (nth);
      pca = sema_pca_new (vectors, 3, 2, 2, &error);
      failed = pca == NULL;
      g_assert_true (failed || nth > 5);
      if (failed)
        g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
}

/* The vectors analysed come out as they did, others where sema_pca_project() puts them. */
static void
test_like (void)
{
  g_autofree double  *vectors = small_set_draw_vectors (30, 7, 9);
  g_autofree double  *others = small_set_draw_vectors (5, 7, 10);
  g_autoptr (SemaPca) pca = analyse (vectors, 30, 7, 2);
  g_autoptr (SemaPca) same = sema_pca_new_like (pca, vectors, 30, NULL);
  g_autoptr (SemaPca) other = sema_pca_new_like (pca, others, 5, NULL);
  g_autoptr (SemaPca) none = sema_pca_new_like (pca, NULL, 0, NULL);

  g_assert_cmpmem (same->scores, 60 * sizeof (double), pca->scores, 60 * sizeof (double));
  g_assert_cmpmem (same->quality, 30 * sizeof (double), pca->quality, 30 * sizeof (double));
  g_assert_cmpmem (other->axes, 14 * sizeof (double), pca->axes, 14 * sizeof (double));
  g_assert_cmpmem (other->ratios, 2 * sizeof (double), pca->ratios, 2 * sizeof (double));
  for (gsize i = 0; i < 5; i++)
    {
      double place[2], length2 = 0;

      sema_pca_project (pca, others + i * 7, place);
      for (gsize d = 0; d < 7; d++)
        length2 += pow (others[i * 7 + d] - pca->mean[d], 2);
      for (gsize c = 0; c < 2; c++)
        g_assert_cmpfloat_with_epsilon (other->scores[i * 2 + c], place[c], 1e-12);
      g_assert_cmpfloat_with_epsilon (other->quality[i], (place[0] * place[0] + place[1] * place[1]) / length2, 1e-12);
    }
  g_assert_cmpuint (none->n, ==, 0);
  for (guint64 nth = 1; nth < 8; nth++)
    {
      g_autoptr (SemaPca) failed = NULL;

      sema_memory_fail_at (nth);
      failed = sema_pca_new_like (pca, others, 5, NULL);
      sema_memory_fail_at (0);
      g_assert_true ((failed == NULL) == (nth <= 6));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pca/known", test_known);
  g_test_add_func ("/pca/quality", test_quality);
  g_test_add_func ("/pca/sign", test_sign);
  g_test_add_func ("/pca/sign-tie", test_sign_tie);
  g_test_add_func ("/pca/without-variance", test_without_variance);
  g_test_add_func ("/pca/rounding-is-no-variance", test_rounding_is_no_variance);
  g_test_add_func ("/pca/more-components-than-there-are", test_more_components_than_there_are);
  g_test_add_func ("/pca/complete", test_complete);
  g_test_add_func ("/pca/project", test_project);
  g_test_add_func ("/pca/without-memory", test_without_memory);
  g_test_add_func ("/pca/from-scatter", test_from_scatter);
  g_test_add_func ("/pca/from-scatter-of-a-ball", test_from_scatter_of_a_ball);
  g_test_add_func ("/pca/like", test_like);
  g_test_add_func ("/pca/from-scatter-of-few", test_from_scatter_of_few);
  g_test_add_func ("/pca/from-scatter-refused", test_from_scatter_refused);
  g_test_add_func ("/pca/from-scatter-without-memory", test_from_scatter_without_memory);
  return g_test_run ();
}
