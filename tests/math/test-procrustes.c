/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-procrustes.h"

#include <math.h>
#include <string.h>

#include "sema-math-error.h"

#define MOST_DIM 7

typedef struct
{
  gsize  n;
  gsize  dim;
  double distance;
  double rotation[MOST_DIM * MOST_DIM];
} Expected;

#include "procrustes-values.inc"

/* As make-procrustes-values.py draws. */
static double *
draw (gsize n, gsize dim, double phase)
{
  double *vectors = g_new (double, n *dim);

  for (gsize i = 0; i < n; i++)
    for (gsize d = 0; d < dim; d++)
      vectors[i * dim + d] = sin (phase + 1.7 * (double)(i * (d + 1)) + 0.3 * (double)(d * d));
  return vectors;
}

static double
measure_distance (const double *a, const double *b, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sqrt (sum);
}

static void
assert_orthogonal (const double *rotation, gsize dim)
{
  for (gsize a = 0; a < dim; a++)
    for (gsize b = 0; b < dim; b++)
      {
        double product = 0;

        for (gsize d = 0; d < dim; d++)
          product += rotation[a * dim + d] * rotation[b * dim + d];
        g_assert_cmpfloat_with_epsilon (product, a == b, 1e-13);
      }
}

static void
test_scipy (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const Expected    *to = &expected[i];
      g_autofree double *a = draw (to->n, to->dim, 0.5);
      g_autofree double *b = draw (to->n, to->dim, 2.0);
      g_autoptr (GError) error = NULL;
      double             rotation[MOST_DIM * MOST_DIM];

      g_assert_true (sema_procrustes_find (a, b, to->n, to->dim, rotation, &error));
      g_assert_no_error (error);
      assert_orthogonal (rotation, to->dim);
      for (gsize c = 0; c < to->dim * to->dim; c++)
        g_assert_cmpfloat_with_epsilon (rotation[c], to->rotation[c], 1e-12);
      sema_procrustes_turn (a, to->n, to->dim, rotation);
      g_assert_cmpfloat_with_epsilon (measure_distance (a, b, to->n * to->dim), to->distance, 1e-12);
    }
}

/* A quarter turn and a mirror: (x, y) becomes (y, x), and then (-y, x). */
static void
test_known (void)
{
  const double a[] = {1, 2, 0, 3, -4, 0.5}, mirrored[] = {2, 1, 3, 0, 0.5, -4}, turned[] = {-2, 1, -3, 0, -0.5, -4};
  double       rotation[4], moved[6];

  g_assert_true (sema_procrustes_find (a, mirrored, 3, 2, rotation, NULL));
  memcpy (moved, a, sizeof a);
  sema_procrustes_turn (moved, 3, 2, rotation);
  g_assert_cmpfloat (measure_distance (moved, mirrored, 6), <, 1e-14);
  g_assert_true (sema_procrustes_find (a, turned, 3, 2, rotation, NULL));
  memcpy (moved, a, sizeof a);
  sema_procrustes_turn (moved, 3, 2, rotation);
  g_assert_cmpfloat (measure_distance (moved, turned, 6), <, 1e-14);
}

/* Where many rotations fit alike, or nothing is there to fit, it is a rotation all the same. */
static void
test_without_direction (void)
{
  const double zeros[6] = {0}, line[] = {1, 1, 2, 2, -3, -3};
  double       rotation[4], moved[6];

  g_assert_true (sema_procrustes_find (zeros, line, 3, 2, rotation, NULL));
  assert_orthogonal (rotation, 2);
  g_assert_true (sema_procrustes_find (line, line, 0, 2, rotation, NULL));
  assert_orthogonal (rotation, 2);
  g_assert_true (sema_procrustes_find (line, line, 3, 2, rotation, NULL));
  assert_orthogonal (rotation, 2);
  memcpy (moved, line, sizeof line);
  sema_procrustes_turn (moved, 3, 2, rotation);
  g_assert_cmpfloat (measure_distance (moved, line, 6), <, 1e-14);
}

static void
test_refused (void)
{
  const double       bad[] = {1, NAN, 2, 3}, good[] = {1, 2, 3, 4};
  g_autoptr (GError) error = NULL;
  double             rotation[4];

  g_assert_false (sema_procrustes_find (bad, good, 2, 2, rotation, &error));
  g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_LAPACK);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/procrustes/scipy", test_scipy);
  g_test_add_func ("/procrustes/known", test_known);
  g_test_add_func ("/procrustes/without-direction", test_without_direction);
  g_test_add_func ("/procrustes/refused", test_refused);
  return g_test_run ();
}
