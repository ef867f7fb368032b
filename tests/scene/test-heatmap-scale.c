/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "heatmap-fixture.h"

static const SemaGridMark *
get_bar (const SemaScene *scene)
{
  return &g_array_index (scene->grids, SemaGridMark, scene->grids->len - 1);
}

static void
test_diverging (void)
{
  g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (3, 3);
  g_autoptr (SemaScene)   scene = fixture_compose (heatmap, 800, 600);
  const SemaGridMark     *bar = get_bar (scene);
  const SemaTextMark     *zero = fixture_find_text (scene, "0.0");

  g_assert_cmpfloat (bar->values[0], >, 0.99);
  g_assert_cmpfloat (bar->values[bar->n_rows - 1], <, -0.99);
  g_assert_cmpfloat (bar->values[bar->n_rows / 2 - 1], ==, -bar->values[bar->n_rows / 2]);
  g_assert_nonnull (fixture_find_text (scene, "−1.0"));
  g_assert_cmpfloat_with_epsilon (zero->y + zero->height / 2, bar->y + bar->height / 2, 1e-6);
}

static void
test_sequential (void)
{
  g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (3, 3);
  g_autoptr (SemaScene)   scene = NULL;
  const SemaTextMark     *zero;

  heatmap->range = SEMA_HEATMAP_SEQUENTIAL;
  heatmap->limit = 40;
  scene = fixture_compose (heatmap, 800, 600);
  zero = fixture_find_text (scene, "0");
  g_assert_cmpfloat (get_bar (scene)->values[0], >, 39.8);
  g_assert_cmpfloat (get_bar (scene)->values[get_bar (scene)->n_rows - 1], >, 0);
  g_assert_cmpfloat_with_epsilon (zero->y + zero->height / 2, get_bar (scene)->y + get_bar (scene)->height, 1e-6);
}

/* However large or small the values are, their numbers stay on the page. */
static void
test_extreme (void)
{
  static const double limits[] = {8e76, 123456, 9999, 0.02, 3e-9, 1e-300};

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (3, 3);
      g_autoptr (SemaScene)   scene = NULL;

      heatmap->limit = limits[i];
      scene = fixture_compose (heatmap, 800, 600);
      g_assert_cmpuint (fixture_count_texts (scene, SEMA_TEXT_AXIS), >=, 3);
      for (guint j = 0; j < scene->texts->len; j++)
        {
          const SemaTextMark *mark = &g_array_index (scene->texts, SemaTextMark, j);

          if (mark->role == SEMA_TEXT_AXIS)
            g_assert_cmpfloat (mark->width, <, 60);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heatmap-scale/diverging", test_diverging);
  g_test_add_func ("/heatmap-scale/sequential", test_sequential);
  g_test_add_func ("/heatmap-scale/extreme", test_extreme);
  return g_test_run ();
}
