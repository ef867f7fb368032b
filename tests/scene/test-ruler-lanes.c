/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ruler-lanes.h"

#include "sema-random.h"

static const SemaRulerFlag *
get_flag (const SemaRulerLanes *lanes, guint side, guint index)
{
  return &g_array_index (lanes->flags[side], SemaRulerFlag, index);
}

/* No two flags of a lane touch, and no pole goes through a flag nearer the ruler. */
static void
assert_clear (const SemaRulerLanes *lanes)
{
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < lanes->flags[side]->len; i++)
      {
        const SemaRulerFlag *flag = get_flag (lanes, side, i);

        g_assert_cmpuint (flag->lane, <, lanes->most);
        for (guint j = 0; j < lanes->flags[side]->len; j++)
          {
            const SemaRulerFlag *other = get_flag (lanes, side, j);

            if (i != j && flag->lane == other->lane)
              g_assert_true (flag->right <= other->x || other->right <= flag->x);
            if (i != j && flag->lane > other->lane)
              g_assert_false (flag->x > other->x && flag->x < other->right);
          }
        g_assert_true (i == 0 || get_flag (lanes, side, i - 1)->x <= flag->x);
      }
}

static void
test_far_apart (void)
{
  g_autoptr (SemaRulerLanes) lanes = sema_ruler_lanes_new (1);

  for (gsize i = 0; i < 10; i++)
    g_assert_true (sema_ruler_lanes_add (lanes, i, 100.0 * (double)((7 * i) % 10), 100));
  g_assert_cmpuint (sema_ruler_lanes_get_n_flags (lanes), ==, 10);
  g_assert_cmpuint (lanes->flags[0]->len, ==, 5);
  g_assert_cmpuint (sema_ruler_lanes_get_n_lanes (lanes, 0), ==, 1);
  g_assert_cmpuint (sema_ruler_lanes_get_n_lanes (lanes, 1), ==, 1);
  assert_clear (lanes);
}

/* The one on the left flies highest. */
static void
test_stairs (void)
{
  g_autoptr (SemaRulerLanes) lanes = sema_ruler_lanes_new (3);

  for (gsize i = 0; i < 6; i++)
    g_assert_true (sema_ruler_lanes_add (lanes, i, 10.0 * (double)i, 200));
  g_assert_false (sema_ruler_lanes_add (lanes, 6, 35, 200));
  g_assert_false (sema_ruler_lanes_add (lanes, 7, 199, 10));
  g_assert_true (sema_ruler_lanes_add (lanes, 8, 260, 10));
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < 3; i++)
      g_assert_cmpuint (get_flag (lanes, side, i)->lane, ==, 2 - i);
  assert_clear (lanes);
}

static void
test_same_place (void)
{
  g_autoptr (SemaRulerLanes) lanes = sema_ruler_lanes_new (2);

  for (gsize i = 0; i < 6; i++)
    g_assert_cmpint (sema_ruler_lanes_add (lanes, i, 5, 20), ==, i < 4);
  assert_clear (lanes);
}

static void
test_no_lanes (void)
{
  g_autoptr (SemaRulerLanes) lanes = sema_ruler_lanes_new (0);

  g_assert_false (sema_ruler_lanes_add (lanes, 0, 5, 20));
  g_assert_cmpuint (sema_ruler_lanes_get_n_flags (lanes), ==, 0);
  g_assert_cmpuint (sema_ruler_lanes_get_n_lanes (lanes, 0), ==, 0);
  sema_ruler_lanes_free (NULL);
}

/* What was refused left no trace, and what was taken keeps its place. */
static void
test_random (void)
{
  SemaRandom random;

  sema_random_init (&random, 5);
  for (guint most = 1; most < 12; most++)
    {
      g_autoptr (SemaRulerLanes) lanes = sema_ruler_lanes_new (most);
      gsize                      n_taken = 0;

      for (gsize i = 0; i < 300; i++)
        n_taken += sema_ruler_lanes_add (lanes, i, (double)sema_random_below (&random, 1000), 20 + 60 * sema_random_uniform (&random)) != 0;
      g_assert_cmpuint (n_taken, ==, sema_ruler_lanes_get_n_flags (lanes));
      g_assert_cmpuint (n_taken, >=, 13 * most);
      assert_clear (lanes);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ruler-lanes/far-apart", test_far_apart);
  g_test_add_func ("/ruler-lanes/stairs", test_stairs);
  g_test_add_func ("/ruler-lanes/same-place", test_same_place);
  g_test_add_func ("/ruler-lanes/no-lanes", test_no_lanes);
  g_test_add_func ("/ruler-lanes/random", test_random);
  return g_test_run ();
}
