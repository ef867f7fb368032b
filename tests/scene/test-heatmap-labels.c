/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "heatmap-fixture.h"

static void
assert_no_overlap (const SemaScene *scene)
{
  for (guint i = 0; i < scene->texts->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const SemaTextMark *a = &g_array_index (scene->texts, SemaTextMark, i);
        const SemaTextMark *b = &g_array_index (scene->texts, SemaTextMark, j);

        if (fixture_overlap (a, b))
          g_error ("“%s” overlaps “%s”", a->text, b->text);
      }
}

static void
test_never_overlap (void)
{
  static const gsize counts[] = {1, 2, 7, 26, 60, 200, 2000};

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (counts[i], counts[i]);
      g_autoptr (SemaScene)   large = fixture_compose (heatmap, 1600, 1000);
      g_autoptr (SemaScene)   small = fixture_compose (heatmap, 400, 300);

      assert_no_overlap (large);
      assert_no_overlap (small);
      g_assert_cmpuint (fixture_count_texts (large, SEMA_TEXT_LEGEND), >, counts[i] > 60 ? 60 : 2 * counts[i] - 1);
      g_assert_cmpuint (fixture_count_texts (large, SEMA_TEXT_LEGEND), <, 250);
    }
}

/* One of 1, 2, 5, 10, 20 and so on has its number, and the first where there is room; the strip that stands apart has its name however many others there are. */
static void
test_strips (void)
{
  static const gsize counts[][3] = {{3, 12, 1}, {5, 100, 10}, {27, 300, 20}, {27, 4096, 500}, {2001, 100, 10}};

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      gsize                   step = counts[i][2];
      g_autoptr (SemaHeatmap) heatmap = fixture_make_strips (counts[i][0], counts[i][1]);
      g_autoptr (SemaScene)   scene = fixture_compose (heatmap, 800, 600);
      g_autofree char        *first = g_strdup_printf ("%zu", step);
      g_autofree char        *second = g_strdup_printf ("%zu", 2 * step);
      g_autofree char        *odd = g_strdup_printf ("%zu", step + 1);

      assert_no_overlap (scene);
      g_assert_nonnull (fixture_find_text (scene, heatmap->row_labels[counts[i][0] - 1]));
      g_assert_nonnull (fixture_find_text (scene, first));
      g_assert_nonnull (fixture_find_text (scene, second));
      if (step > 1)
        g_assert_null (fixture_find_text (scene, odd));
    }
}

/* Each stands in the middle of as many rows as have one label. */
static void
test_thinned_labels_are_central (void)
{
  g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (200, 3);
  g_autoptr (SemaScene)   scene = fixture_compose (heatmap, 800, 600);
  g_autoptr (GArray)      rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint                   step;

  for (guint i = 0; i < scene->texts->len; i++)
    {
      const SemaTextMark *mark = &g_array_index (scene->texts, SemaTextMark, i);
      guint               row;

      if (sscanf (mark->text, "row %u", &row) == 1)
        g_array_append_val (rows, row);
    }
  g_assert_cmpuint (rows->len, >, 2);
  step = g_array_index (rows, guint, 1) - g_array_index (rows, guint, 0);
  g_assert_cmpuint (step, >, 2);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpuint (g_array_index (rows, guint, i), ==, i * step + step / 2);
}

static void
test_long (void)
{
  g_autoptr (SemaHeatmap) heatmap = fixture_make_heatmap (3, 3);
  g_autoptr (SemaScene)   scene = NULL;
  guint                   n_cut = 0, n_turned = 0;

  g_free (heatmap->row_labels[1]);
  heatmap->row_labels[1] = g_strnfill (500, 'r');
  g_free (heatmap->column_labels[1]);
  heatmap->column_labels[1] = g_strnfill (500, 'c');
  scene = fixture_compose (heatmap, 800, 600);
  assert_no_overlap (scene);
  for (guint i = 0; i < scene->texts->len; i++)
    {
      const SemaTextMark *mark = &g_array_index (scene->texts, SemaTextMark, i);

      n_cut += g_str_has_suffix (mark->text, "…");
      n_turned += mark->turn == 3;
      g_assert_cmpfloat (mark->x, >=, 0);
      g_assert_cmpfloat (mark->y, >=, 0);
      g_assert_cmpfloat (mark->x + mark->width, <=, 800);
    }
  g_assert_cmpuint (n_cut, ==, 2);
  g_assert_cmpuint (n_turned, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heatmap-labels/never-overlap", test_never_overlap);
  g_test_add_func ("/heatmap-labels/strips", test_strips);
  g_test_add_func ("/heatmap-labels/thinned-labels-are-central", test_thinned_labels_are_central);
  g_test_add_func ("/heatmap-labels/long", test_long);
  return g_test_run ();
}
