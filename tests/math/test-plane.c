/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-plane.h"

#include <math.h>

#include "sema-memory.h"

#define HALF 0.70710678118654752440

static const double right[] = {1, 0, 0, 0, 1, 0};
static const double skew[] = {1, 0, 0, HALF, HALF, 0};

/* Offsets from the mean (1, 2, 3) of (±2, 0, 0), (0, ±1, 0), (0, 0, ±3). */
static const double six[] = {3, 2, 3, -1, 2, 3, 1, 3, 3, 1, 1, 3, 1, 2, 6, 1, 2, 0};

static void
test_right_angle (void)
{
  g_autoptr (SemaPlane) plane = sema_plane_new (right, six, 6, 3, NULL);

  g_assert_cmpfloat_with_epsilon (plane->angle, 90, 1e-12);
  g_assert_cmpfloat_with_epsilon (plane->ratio, 10.0 / 28, 1e-14);
  g_assert_cmpfloat (plane->scores[0], ==, 3);
  g_assert_cmpfloat (plane->scores[1], ==, 2);
  g_assert_cmpfloat_with_epsilon (plane->quality[0], 1, 1e-14);
  g_assert_cmpfloat_with_epsilon (plane->quality[5], 0, 1e-14);
}

/* Two directions of the same plane: the scores are others, what it keeps is the same. */
static void
test_skew (void)
{
  g_autoptr (SemaPlane) plane = sema_plane_new (skew, six, 6, 3, NULL);
  const double          other[] = {-1, 5, 8};
  double                scores[2];

  g_assert_cmpfloat_with_epsilon (plane->angle, 45, 1e-12);
  g_assert_cmpfloat_with_epsilon (plane->ratio, 10.0 / 28, 1e-14);
  g_assert_cmpfloat_with_epsilon (plane->scores[0], 3, 1e-14);
  g_assert_cmpfloat_with_epsilon (plane->scores[1], 5 * HALF, 1e-14);
  g_assert_cmpfloat_with_epsilon (plane->quality[2], 1, 1e-14);
  sema_plane_project (plane, other, scores);
  g_assert_cmpfloat_with_epsilon (scores[0], -1, 1e-14);
  g_assert_cmpfloat_with_epsilon (scores[1], 4 * HALF, 1e-14);
}

/* What they span is a line. */
static void
test_parallel (void)
{
  const double          same[] = {HALF, HALF, 0, HALF, HALF, 0}, opposite[] = {1, 0, 0, -1, 0, 0};
  g_autoptr (SemaPlane) one = sema_plane_new (same, six, 6, 3, NULL);
  g_autoptr (SemaPlane) other = sema_plane_new (opposite, six, 6, 3, NULL);

  g_assert_cmpfloat (one->angle, ==, 0);
  g_assert_cmpfloat_with_epsilon (one->ratio, 5.0 / 28, 1e-14);
  g_assert_cmpfloat_with_epsilon (other->angle, 180, 1e-12);
  g_assert_cmpfloat_with_epsilon (other->ratio, 8.0 / 28, 1e-14);
}

static void
test_nearly_parallel (void)
{
  const double          near[] = {1, 0, 0, cos (1e-8), sin (1e-8), 0};
  g_autoptr (SemaPlane) plane = sema_plane_new (near, six, 6, 3, NULL);

  g_assert_cmpfloat_with_epsilon (plane->angle, 1e-8 * 180 / G_PI, 1e-15);
  g_assert_cmpfloat_with_epsilon (plane->ratio, 10.0 / 28, 1e-7);
}

static void
test_few (void)
{
  const double          equal[] = {0.1, 0.2, 0.3, 0.1, 0.2, 0.3, 0.1, 0.2, 0.3};
  g_autoptr (SemaPlane) none = sema_plane_new (right, NULL, 0, 3, NULL);
  g_autoptr (SemaPlane) one = sema_plane_new (right, six, 1, 3, NULL);
  g_autoptr (SemaPlane) three = sema_plane_new (right, equal, 3, 3, NULL);

  g_assert_cmpfloat (none->ratio, ==, 0);
  g_assert_cmpfloat (one->ratio, ==, 0);
  g_assert_cmpfloat (one->scores[0], ==, 3);
  g_assert_true (isnan (one->quality[0]));
  g_assert_cmpfloat (three->ratio, ==, 0);
  g_assert_true (isnan (three->quality[2]));
}

static void
test_like (void)
{
  g_autoptr (SemaPlane) all = sema_plane_new (skew, six, 6, 3, NULL);
  g_autoptr (SemaPlane) some = sema_plane_new_like (all, six + 3, 2, NULL);

  g_assert_cmpuint (some->n, ==, 2);
  g_assert_cmpfloat (some->ratio, ==, all->ratio);
  g_assert_cmpfloat (some->angle, ==, all->angle);
  for (gsize i = 0; i < 2; i++)
    {
      g_assert_cmpfloat (some->scores[2 * i + 1], ==, all->scores[2 * (i + 1) + 1]);
      g_assert_cmpfloat (some->quality[i], ==, all->quality[i + 1]);
    }
}

static void
test_no_memory (void)
{
  for (guint64 nth = 1; nth <= 5; nth++)
    {
      g_autoptr (GError)    error = NULL;
      g_autoptr (SemaPlane) plane = NULL;

      sema_memory_fail_at (nth);
      plane = sema_plane_new (right, six, 6, 3, &error);
      sema_memory_fail_at (0);
      g_assert_null (plane);
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plane/right-angle", test_right_angle);
  g_test_add_func ("/plane/skew", test_skew);
  g_test_add_func ("/plane/parallel", test_parallel);
  g_test_add_func ("/plane/nearly-parallel", test_nearly_parallel);
  g_test_add_func ("/plane/few", test_few);
  g_test_add_func ("/plane/like", test_like);
  g_test_add_func ("/plane/no-memory", test_no_memory);
  return g_test_run ();
}
