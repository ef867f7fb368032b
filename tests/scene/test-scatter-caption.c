/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-caption.h"

#include <math.h>

#include "scatter-fixture.h"
#include "sema-scatter-page.h"

static SemaScene *
compose_with (const SemaScatter *scatter, gboolean show_trust, double width, double height, gsize n_labels, gsize n_shown)
{
  SemaMeasure                 measure = fixture_get_measure ();
  SemaScatterView             view;
  g_autoptr (SemaScatterPage) page = NULL;

  sema_scatter_view_init (&view, width, height);
  view.show_trust = show_trust;
  page = sema_scatter_page_new (scatter, &view, &measure);
  page->scene->n_labels = n_labels;
  page->scene->n_points = n_shown;
  sema_scatter_page_add_caption (page);
  return g_steal_pointer (&page->scene);
}

static SemaScene *
compose (const SemaScatter *scatter, double width, double height, gsize n_labels, gsize n_shown)
{
  return compose_with (scatter, FALSE, width, height, n_labels, n_shown);
}

static const char *
get_line (const SemaScene *scene, guint line)
{
  g_assert_cmpuint (scene->texts->len, >, line);
  g_assert_cmpint (g_array_index (scene->texts, SemaTextMark, line).role, ==, SEMA_TEXT_CAPTION);
  return g_array_index (scene->texts, SemaTextMark, line).text;
}

static void
test_all_labelled (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (26, 2, 1);
  g_autoptr (SemaScene)   scene = compose (scatter, 1600, 1000, 26, 26);

  g_assert_cmpuint (scene->texts->len, ==, 1);
  g_assert_cmpstr (get_line (scene, 0), ==, "26 words · Vectors (unit vectors) · PCA keeps 39 % of the variance · faint, small dot = badly represented here");
}

static void
test_some_labelled (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (26, 2, 1);
  g_autoptr (SemaScene)   all = compose (scatter, 1600, 1000, 24, 26);
  g_autoptr (SemaScene)   near = compose (scatter, 1600, 1000, 3, 7);

  g_assert_nonnull (g_strstr_len (get_line (all, 0), -1, " · 24 of 26 labelled · "));
  g_assert_nonnull (g_strstr_len (get_line (near, 0), -1, " · 3 of 7 here labelled · "));
}

static void
test_odd (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (26, 2, 1);
  g_autoptr (SemaScene)   scene = NULL;

  sema_scatter_get_point (scatter, 3)->is_odd = TRUE;
  scene = compose (scatter, 1600, 1000, 26, 26);
  g_assert_nonnull (g_strstr_len (get_line (scene, 0), -1, " · ring = found by the diagnosis · "));
}

static void
test_one_word (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (1, 0, 1);
  g_autoptr (SemaScene)   scene = NULL;

  g_clear_pointer (&scatter->source, g_free);
  scene = compose (scatter, 1600, 1000, 1, 1);
  g_assert_true (g_str_has_prefix (get_line (scene, 0), "1 word · PCA"));
}

static void
test_two_lines (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (26, 2, 1);
  g_autoptr (SemaScene)   scene = compose (scatter, 600, 600, 20, 26);
  const SemaTextMark     *first, *second;

  g_assert_cmpuint (scene->texts->len, ==, 2);
  g_assert_true (g_str_has_prefix (get_line (scene, 0), "26 words · "));
  first = &g_array_index (scene->texts, SemaTextMark, 0);
  second = &g_array_index (scene->texts, SemaTextMark, 1);
  g_assert_cmpfloat (first->y + first->height, <=, second->y + 2);
  g_assert_cmpfloat (second->y + second->height, <=, 600);
  g_assert_cmpfloat (first->x + first->width, <=, 600);
  g_assert_cmpfloat (second->x + second->width, <=, 600);
}

/* In a space of three dimensions, of which the plane lacks one. */
static void
measure_trust (SemaScatter *scatter)
{
  gsize              n = scatter->points->len;
  g_autofree double *vectors = g_new (double, 3 * n), *places = g_new (double, 2 * n);

  for (gsize i = 0; i < n; i++)
    {
      const SemaScatterPoint *point = sema_scatter_get_point (scatter, i);

      places[2 * i] = vectors[3 * i] = point->x;
      places[2 * i + 1] = vectors[3 * i + 1] = point->y;
      vectors[3 * i + 2] = i % 5;
    }
  scatter->trust = sema_trust_new (vectors, n, 3, places, NULL, NULL);
}

static void
test_trust (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (26, 2, 1);
  g_autoptr (SemaScene)   scene = NULL;
  g_autofree char        *expected = NULL;

  measure_trust (scatter);
  g_assert_cmpfloat (scatter->trust->trustworthiness, <, 0.99);
  expected = g_strdup_printf (" of the variance · trustworthiness %.2f, continuity %.2f · ", scatter->trust->trustworthiness, scatter->trust->continuity);
  scene = compose (scatter, 1600, 1000, 26, 26);
  g_assert_nonnull (g_strstr_len (get_line (scene, 0), -1, expected));
}

static void
test_marks_are_explained (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (26, 2, 1), unknown = fixture_make_scatter (26, 2, 1);
  g_autoptr (SemaScene)   shown = NULL, hidden = NULL, nothing = NULL;

  measure_trust (scatter);
  shown = compose_with (scatter, TRUE, 2000, 1000, 26, 26);
  hidden = compose_with (scatter, FALSE, 2000, 1000, 26, 26);
  nothing = compose_with (unknown, TRUE, 2000, 1000, 26, 26);
  g_assert_nonnull (g_strstr_len (get_line (shown, 0), -1, " · line = near word torn away, × = near only here · faint"));
  g_assert_null (g_strstr_len (get_line (hidden, 0), -1, "×"));
  g_assert_null (g_strstr_len (get_line (nothing, 0), -1, "×"));
}

/* Not quite 1 is not 1, and of two words there is nothing to say. */
static void
test_trust_at_its_ends (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (26, 2, 1), two = fixture_make_scatter (2, 1, 1);
  g_autoptr (SemaScene)   scene = NULL, scene_of_two = NULL;

  measure_trust (scatter);
  measure_trust (two);
  scatter->trust->trustworthiness = 0.9999;
  scatter->trust->continuity = 1;
  scene = compose (scatter, 1600, 1000, 26, 26);
  g_assert_nonnull (g_strstr_len (get_line (scene, 0), -1, "trustworthiness 0.99, continuity 1.00"));
  scene_of_two = compose (two, 1600, 1000, 2, 2);
  g_assert_null (g_strstr_len (get_line (scene_of_two, 0), -1, "trustworthiness"));
}

/* A narrow page keeps whole parts, the first ones. */
static void
test_narrow (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (26, 2, 1);
  g_autoptr (SemaScene)   scene = compose (scatter, 260, 400, 20, 26);

  g_assert_cmpuint (scene->texts->len, ==, 2);
  g_assert_cmpstr (get_line (scene, 0), ==, "26 words");
  g_assert_cmpstr (get_line (scene, 1), ==, "Vectors (unit vectors)");
}

/* The guess that the page is planned by is not less than what is written. */
static void
test_estimate (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (2000, 2, 1);
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view = {.show_trust = TRUE};
  const SemaTextMark     *line;

  measure_trust (scatter);
  scene = compose_with (scatter, TRUE, 3000, 1000, 1999, 2000);
  line = &g_array_index (scene->texts, SemaTextMark, 0);
  g_assert_cmpuint (scene->texts->len, ==, 1);
  g_assert_cmpfloat (sema_scatter_caption_estimate (scatter, &view) * 12.5, >=, line->width - 1e-6);
}

/* Rows are no words, and a plane between two explains nothing. */
static void
test_rows (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (26, 2, 1);
  g_autoptr (SemaScene)   scene = NULL;

  scatter->is_of_rows = TRUE;
  scatter->ratios[0] = NAN;
  scene = compose (scatter, 1600, 1000, 26, 26);
  g_assert_cmpstr (get_line (scene, 0), ==, "26 rows · Vectors (unit vectors) · faint, small dot = badly represented here");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scatter-caption/all-labelled", test_all_labelled);
  g_test_add_func ("/scene/scatter-caption/some-labelled", test_some_labelled);
  g_test_add_func ("/scene/scatter-caption/odd", test_odd);
  g_test_add_func ("/scene/scatter-caption/one-word", test_one_word);
  g_test_add_func ("/scene/scatter-caption/two-lines", test_two_lines);
  g_test_add_func ("/scene/scatter-caption/trust", test_trust);
  g_test_add_func ("/scene/scatter-caption/marks-are-explained", test_marks_are_explained);
  g_test_add_func ("/scene/scatter-caption/trust-at-its-ends", test_trust_at_its_ends);
  g_test_add_func ("/scene/scatter-caption/narrow", test_narrow);
  g_test_add_func ("/scene/scatter-caption/estimate", test_estimate);
  g_test_add_func ("/scene/scatter-caption/rows", test_rows);
  return g_test_run ();
}
