/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "heatmap-fixture.h"

static void
test_texts (void)
{
  g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (4, 2);
  g_autoptr (SemaScene)   scene = fixture_compose (heatmap, 800, 600);

  g_assert_cmpint (fixture_find_text (scene, "Title")->role, ==, SEMA_TEXT_TITLE);
  g_assert_cmpint (fixture_find_text (scene, "Caption")->role, ==, SEMA_TEXT_CAPTION);
  g_assert_nonnull (fixture_find_text (scene, "row 3"));
  g_assert_nonnull (fixture_find_text (scene, "column 1"));
  g_assert_cmpuint (scene->grids->len, ==, 2);
}

static void
test_left_out (void)
{
  g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (4, 4);
  SemaPageView            view = {800, 600, 1, FALSE, FALSE, FALSE};
  SemaMeasure             measure = fixture_get_measure ();
  g_autoptr (SemaScene)   scene = sema_heatmap_compose (heatmap, &view, &measure);

  g_assert_null (fixture_find_text (scene, "Title"));
  g_assert_null (fixture_find_text (scene, "Caption"));
  g_assert_cmpuint (scene->grids->len, ==, 1);
}

/* Labels left out are told; and many cells are few marks. */
static void
test_many (void)
{
  g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (2000, 2000);
  g_autoptr (SemaScene)   scene = fixture_compose (heatmap, 1600, 1000);
  gboolean                is_told = FALSE;

  for (guint i = 0; i < scene->texts->len; i++)
    is_told |= g_pattern_match_simple ("Caption · 1 word in * is labelled", g_array_index (scene->texts, SemaTextMark, i).text);
  g_assert_true (is_told);
  g_assert_cmpuint (scene->grids->len, ==, 2);
  g_assert_cmpuint (scene->texts->len, <, 300);
}

static void
test_empty (void)
{
  g_autoptr (SemaHeatmap) heatmap = sema_heatmap_new (0, 0, NULL);
  g_autoptr (SemaScene)   scene = fixture_compose (heatmap, 800, 600);

  g_assert_cmpuint (scene->texts->len, ==, 0);
  g_assert_cmpuint (scene->grids->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heatmap-scene/texts", test_texts);
  g_test_add_func ("/heatmap-scene/left-out", test_left_out);
  g_test_add_func ("/heatmap-scene/many", test_many);
  g_test_add_func ("/heatmap-scene/empty", test_empty);
  return g_test_run ();
}
