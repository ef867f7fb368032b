/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-hull.h"

#include "sema-random.h"
#include "small-set.h"

#define MAX_POINTS 60

static void
assert_hull (const double *points, gsize n, const gsize *expected, gsize n_expected)
{
  gsize corners[MAX_POINTS];

  g_assert_cmpuint (sema_hull_find (points, n, corners), ==, n_expected);
  for (gsize i = 0; i < n_expected; i++)
    g_assert_cmpuint (corners[i], ==, expected[i]);
}

static void
test_square (void)
{
  const double points[] = {1, 1, 1, 0, 0.5, 0.5, 0, 1, 0, 0, 0.5, 0, 1, 0.25, 0, 0.75};
  const gsize  corners[] = {4, 1, 0, 3};

  assert_hull (points, 8, corners, 4);
}

static void
test_few (void)
{
  const double points[] = {2, 1, 0, 3};
  const gsize  corners[] = {1, 0};
  const gsize  first[] = {0};

  assert_hull (points, 0, NULL, 0);
  assert_hull (points, 1, first, 1);
  assert_hull (points, 2, corners, 2);
}

static void
test_doubles (void)
{
  const double points[] = {1, 1, 1, 1, 0, 0, 2, 0, 0, 0, 2, 0};
  const gsize  corners[] = {2, 3, 0};
  const gsize  one[] = {0};

  assert_hull (points, 6, corners, 3);
  assert_hull (points, 2, one, 1);
}

/* Tenths on a line do not lie on it exactly. */
static void
test_collinear (void)
{
  double      points[2 * 21];
  const gsize ends[] = {0, 20};
  const gsize upright[] = {1, 0};

  for (gsize i = 0; i <= 20; i++)
    {
      points[2 * i] = i * 0.1;
      points[2 * i + 1] = i * 0.3 - 1.7;
    }
  assert_hull (points, 21, ends, 2);
  assert_hull ((const double[]) {1, 5, 1, 2, 1, 3}, 3, upright, 2);
}

static double
turn (const double *p, const double *q, const double *r)
{
  return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
}

static void
check_cloud (guint64 seed)
{
  g_autofree double *points = small_set_draw_vectors (MAX_POINTS, 2, seed);
  gsize              corners[MAX_POINTS], n_corners = sema_hull_find (points, MAX_POINTS, corners);

  g_assert_cmpuint (n_corners, >=, 3);
  for (gsize c = 0; c < n_corners; c++)
    {
      const double *p = points + 2 * corners[c], *q = points + 2 * corners[(c + 1) % n_corners];

      g_assert_cmpfloat (turn (p, q, points + 2 * corners[(c + 2) % n_corners]), >, 0);
      g_assert_cmpfloat (points[2 * corners[0]], <=, p[0]);
      for (gsize i = 0; i < MAX_POINTS; i++)
        g_assert_cmpfloat (turn (p, q, points + 2 * i), >=, -1e-15);
    }
}

static void
test_clouds (void)
{
  for (guint64 seed = 0; seed < 50; seed++)
    check_cloud (seed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hull/square", test_square);
  g_test_add_func ("/hull/few", test_few);
  g_test_add_func ("/hull/doubles", test_doubles);
  g_test_add_func ("/hull/collinear", test_collinear);
  g_test_add_func ("/hull/clouds", test_clouds);
  return g_test_run ();
}
