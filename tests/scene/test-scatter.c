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

static void
test_new_like (void)
{
  g_autoptr (SemaScatter) other = sema_scatter_new ();
  g_autoptr (SemaScatter) copy = NULL;

  fixture_add_cluster (other, "birds");
  fixture_add_point (other, "owl", 1, 2, 0);
  fixture_add_point (other, "oak", 3, 4, -1);
  fixture_add_point (other, "elm", 5, 7, -1);
  fixture_add_analogy (other, 0, 1, 2, -1);
  other->title = g_strdup ("Title");
  copy = sema_scatter_new_like (other);
  g_clear_pointer (&other, sema_scatter_unref);
  g_assert_cmpstr (sema_scatter_get_point (copy, 1)->label, ==, "oak");
  g_assert_cmpfloat (sema_scatter_get_point (copy, 1)->y, ==, 4);
  g_assert_cmpstr (sema_scatter_get_cluster (copy, 0)->name, ==, "birds");
  g_assert_cmpuint (sema_scatter_get_analogy (copy, 0)->c, ==, 2);
  g_assert_null (copy->title);
}

/* b − a + c */
static void
test_aim (void)
{
  g_autoptr (SemaScatter) scatter = sema_scatter_new ();

  fixture_add_point (scatter, "a", 1, 2, -1);
  fixture_add_point (scatter, "b", 3, 5, -1);
  fixture_add_point (scatter, "c", 10, 20, -1);
  fixture_add_analogy (scatter, 0, 1, 2, -1);
  sema_scatter_get_point (scatter, 1)->x = 4;
  sema_scatter_aim_analogies (scatter);
  g_assert_cmpfloat (sema_scatter_get_analogy (scatter, 0)->target_x, ==, 13);
  g_assert_cmpfloat (sema_scatter_get_analogy (scatter, 0)->target_y, ==, 23);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scatter/new", test_new);
  g_test_add_func ("/scene/scatter/ref", test_ref);
  g_test_add_func ("/scene/scatter/get", test_get);
  g_test_add_func ("/scene/scatter/out-of-range", test_out_of_range);
  g_test_add_func ("/scene/scatter/new-like", test_new_like);
  g_test_add_func ("/scene/scatter/aim", test_aim);
  return g_test_run ();
}
