/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter.h"

#include "scatter-fixture.h"

static void
test_new (void)
{
  g_autoptr (SemaScatter) scatter = sema_scatter_new ();

  g_assert_cmpuint (scatter->points->len, ==, 0);
  g_assert_cmpuint (scatter->clusters->len, ==, 0);
  g_assert_cmpuint (scatter->analogies->len, ==, 0);
  g_assert_null (scatter->title);
}

static void
test_ref (void)
{
  SemaScatter *scatter = fixture_make_scatter (5, 2, 1);

  g_assert_true (sema_scatter_ref (scatter) == scatter);
  sema_scatter_unref (scatter);
  g_assert_cmpuint (scatter->points->len, ==, 5);
  sema_scatter_unref (scatter);
}

static void
test_get (void)
{
  g_autoptr (SemaScatter) scatter = sema_scatter_new ();

  fixture_add_cluster (scatter, "birds");
  fixture_add_point (scatter, "owl", 1, 2, 0);
  fixture_add_point (scatter, "oak", 3, 4, -1);
  fixture_add_analogy (scatter, 0, 1, 1, -1);
  g_assert_cmpstr (sema_scatter_get_point (scatter, 1)->label, ==, "oak");
  g_assert_cmpstr (sema_scatter_get_cluster (scatter, 0)->name, ==, "birds");
  g_assert_cmpuint (sema_scatter_get_cluster (scatter, 0)->n_points, ==, 1);
  g_assert_cmpfloat (sema_scatter_get_analogy (scatter, 0)->target_x, ==, 5);
}

static void
test_out_of_range (void)
{
  if (g_test_subprocess ())
    {
      SemaScatter *scatter = sema_scatter_new ();

      sema_scatter_get_point (scatter, 0);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*index < self->points->len*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scatter/new", test_new);
  g_test_add_func ("/scene/scatter/ref", test_ref);
  g_test_add_func ("/scene/scatter/get", test_get);
  g_test_add_func ("/scene/scatter/out-of-range", test_out_of_range);
  return g_test_run ();
}
