/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-training-map.h"

#include <math.h>
#include <string.h>

#include "sema-set-builder.h"

/* Three words at the corners of a triangle of unit vectors, a word of nothing, and one more. */
static SemaSet *
make (double sign)
{
  static const float         rows[][3] = {{1, 0, 0}, {0, 2, 0}, {0, 0, 0}, {0.9f, 0.1f, 0}, {0.1f, 0.9f, 0.2f}};
  static const char *const   words[] = {"king", "mango", "nothing", "queen", "grape"};
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (3, 0);

  for (guint i = 0; i < 5; i++)
    {
      float *row = sema_set_builder_add (builder, words[i], strlen (words[i]), NULL);

      for (guint k = 0; k < 3; k++)
        row[k] = rows[i][k] * (float)sign;
    }
  return sema_set_builder_finish (builder, NULL, NULL, NULL, NULL, NULL);
}

static void
test_places (void)
{
  g_autoptr (SemaSet)     set = make (1);
  g_autoptr (SemaScatter) map = sema_training_map_new (set, 10, NULL, NULL);
  g_autoptr (SemaScatter) few = sema_training_map_new (set, 3, NULL, NULL);

  g_assert_cmpuint (map->points->len, ==, 4);
  g_assert_cmpstr (sema_scatter_get_point (map, 2)->label, ==, "queen");
  g_assert_cmpuint (sema_scatter_get_point (map, 2)->row, ==, 3);
  g_assert_cmpfloat (fabs (sema_scatter_get_point (map, 0)->x - sema_scatter_get_point (map, 2)->x), <, 0.2);
  g_assert_cmpfloat (fabs (sema_scatter_get_point (map, 0)->x - sema_scatter_get_point (map, 1)->x), >, 1);
  g_assert_cmpfloat (map->ratios[0], >, 0.9);
  g_assert_cmpuint (few->points->len, ==, 3);
}

/* Words stay on their side of an axis, whichever way the axis itself points. */
static void
test_before (void)
{
  g_autoptr (SemaSet)     set = make (1);
  g_autoptr (SemaSet)     turned = make (-1);
  g_autoptr (SemaScatter) map = sema_training_map_new (set, 10, NULL, NULL);
  g_autoptr (SemaScatter) mirror = sema_training_map_new (set, 10, NULL, NULL);
  g_autoptr (SemaScatter) next = NULL;
  g_autoptr (SemaScatter) other = NULL;

  for (guint i = 0; i < mirror->points->len; i++)
    {
      sema_scatter_get_point (mirror, i)->x *= -1;
      sema_scatter_get_point (mirror, i)->y *= -1;
    }
  next = sema_training_map_new (set, 10, mirror, NULL);
  other = sema_training_map_new (turned, 10, map, NULL);
  for (guint i = 0; i < map->points->len; i++)
    {
      g_assert_cmpfloat (sema_scatter_get_point (next, i)->x, ==, sema_scatter_get_point (mirror, i)->x);
      g_assert_cmpfloat_with_epsilon (sema_scatter_get_point (other, i)->x, sema_scatter_get_point (map, i)->x, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/training-map/places", test_places);
  g_test_add_func ("/training-map/before", test_before);
  return g_test_run ();
}
