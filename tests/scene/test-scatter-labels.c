/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-scene.h"

#include <math.h>

#include <string.h>

#include "scatter-fixture.h"
#include "sema-word.h"

/* The part of a line's height, in the middle, where letters are. */
#define TIGHT 0.84

static SemaScene *
compose (const SemaScatter *scatter, const SemaScatterView *view)
{
  SemaMeasure measure = fixture_get_measure ();

  return sema_scatter_compose (scatter, view, &measure);
}

static SemaFrame
get_box (const SemaTextMark *text)
{
  double rim = text->halo ? (1 - TIGHT) / 2 * text->height : 0;

  return (SemaFrame) {text->x, text->y + rim, text->width, text->height - 2 * rim};
}

static gboolean
overlap (const SemaFrame *a, const SemaFrame *b)
{
  const double slack = 1e-6;

  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width && a->y + slack < b->y + b->height && b->y + slack < a->y + a->height;
}

static double
get_distance (const SemaFrame *box, double x, double y)
{
  return hypot (x - CLAMP (x, box->x, box->x + box->width), y - CLAMP (y, box->y, box->y + box->height));
}

static void
assert_clear (const SemaScene *scene, guint at)
{
  const SemaTextMark *text = &g_array_index (scene->texts, SemaTextMark, at);
  SemaFrame           box = get_box (text);
  const SemaFrame    *clip = &scene->clip;

  for (guint i = 0; i < scene->texts->len; i++)
    {
      SemaFrame other = get_box (&g_array_index (scene->texts, SemaTextMark, i));

      g_assert_true (i == at || !overlap (&box, &other));
    }
  for (guint i = 0; i < scene->points->len; i++)
    {
      const SemaPointMark *point = &g_array_index (scene->points, SemaPointMark, i);

      g_assert_cmpfloat (get_distance (&box, point->x, point->y), >, point->radius);
    }
  for (guint i = 0; i < scene->stars->len; i++)
    {
      const SemaStarMark *star = &g_array_index (scene->stars, SemaStarMark, i);

      g_assert_cmpfloat (get_distance (&box, star->x, star->y), >, star->radius);
    }
  g_assert_true (box.x >= clip->x && box.y >= clip->y && box.x + box.width <= clip->x + clip->width && box.y + box.height <= clip->y + clip->height);
}

/* Labels are clear of each other, of points, stars and texts, on pages and at scales of all sorts; the counts are right. */
static void
test_nothing_overlaps (gconstpointer data)
{
  gsize                   n = GPOINTER_TO_SIZE (data);
  const double            sizes[][3] = {{1280, 800, 1}, {1600, 1000, 1.6}, {640, 900, 0.7}, {240, 180, 1}};
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (n, 3, n);

  fixture_add_analogy (scatter, 0, 1, n - 1, (gssize)(n / 2));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (SemaScene) scene = NULL;
      SemaScatterView       view;
      gsize                 n_labels = 0;

      sema_scatter_view_init (&view, sizes[i][0], sizes[i][1]);
      view.text_scale = sizes[i][2];
      scene = compose (scatter, &view);
      for (guint j = 0; j < scene->texts->len; j++)
        if (g_array_index (scene->texts, SemaTextMark, j).index >= 0)
          {
            assert_clear (scene, j);
            n_labels++;
          }
      g_assert_cmpuint (scene->n_labels, ==, n_labels);
      g_assert_cmpuint (scene->n_points, ==, n);
      g_assert_cmpuint (n_labels, >=, MIN (n, i < 3 ? 20 : 1));
    }
}

/* In a heap of points that cannot all be labelled, it goes by importance, not by row. */
static void
test_priority (void)
{
  g_autoptr (SemaScatter) scatter = sema_scatter_new ();
  guint8                  selected[61] = {0};
  SemaScatterView         view;

  for (gsize i = 0; i < 60; i++)
    fixture_add_point (scatter, "heaped", 0.01 * (double)(i % 8), 0.01 * (double)(i / 8), -1);
  fixture_add_point (scatter, "far", 9, 0, -1);
  sema_scatter_view_init (&view, 1280, 800);
  {
    g_autoptr (SemaScene) scene = compose (scatter, &view);

    g_assert_cmpuint (scene->n_labels, <, 60);
    g_assert_null (fixture_find_label (scene, 59));
  }
  selected[59] = 1;
  view.selected = selected;
  {
    g_autoptr (SemaScene) scene = compose (scatter, &view);

    g_assert_cmpuint (scene->n_labels, <, 60);
    g_assert_nonnull (fixture_find_label (scene, 59));
    g_assert_cmpint (g_array_index (scene->points, SemaPointMark, 60).index, ==, 59);
  }
}

/* At one place there is room for some: the selected ones, then those of the analogy, the hovered one, then by row. */
static void
test_ranks (void)
{
  g_autoptr (SemaScatter) scatter = sema_scatter_new ();
  g_autoptr (SemaScene)   scene = NULL;
  const SemaTextMark     *texts;
  guint8                  selected[42] = {0};
  SemaScatterView         view;
  const gssize            first[] = {33, 5, 21, 38, -1, 17};
  guint                   at = 0;

  for (gsize i = 0; i < 40; i++)
    fixture_add_point (scatter, "word", (double)(i % 8), (double)(i / 8), -1);
  fixture_add_analogy (scatter, 21, 5, 38, -1);
  selected[33] = 1;
  sema_scatter_view_init (&view, 1280, 800);
  view.selected = selected;
  view.hovered = 17;
  scene = compose (scatter, &view);
  texts = &g_array_index (scene->texts, SemaTextMark, 0);
  while (texts[at].role == SEMA_TEXT_AXIS)
    at++;
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    g_assert_cmpint (texts[at + i].index, ==, first[i]);
  for (guint i = at + G_N_ELEMENTS (first) + 1; i < scene->texts->len && texts[i].index >= 0; i++)
    g_assert_cmpint (texts[i].index, >, texts[i - 1].index);
  g_assert_cmpint (texts[at].role, ==, SEMA_TEXT_LABEL_STRONG);
  g_assert_cmpint (texts[at + 1].role, ==, SEMA_TEXT_LABEL);
  g_assert_cmpint (texts[at + 4].role, ==, SEMA_TEXT_ANALOGY);
  g_assert_cmpint (texts[at + 5].role, ==, SEMA_TEXT_LABEL_STRONG);
}

/* Zooming in brings the labels that had no place; words out of sight count no more. */
static void
test_zoom_brings_labels (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (300, 0, 5);
  g_autoptr (SemaScene)   far = NULL;
  g_autoptr (SemaScene)   near = NULL;
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1280, 800);
  far = compose (scatter, &view);
  sema_scatter_view_get_camera (scatter, &view, &view.camera);
  view.camera.scale *= 5;
  near = compose (scatter, &view);
  g_assert_cmpuint (far->n_labels, <, far->n_points);
  g_assert_cmpuint (near->n_points, <, 300);
  g_assert_cmpfloat ((double)near->n_labels / (double)near->n_points, >, 1.3 * (double)far->n_labels / (double)far->n_points);
}

/* The ring of a selected point moves its label. */
static void
test_ring (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (2, 0, 5);
  const guint8            selected[] = {1, 1};
  SemaScatterView         view;

  sema_scatter_view_init (&view, 1280, 800);
  {
    g_autoptr (SemaScene) plain = compose (scatter, &view);
    g_autoptr (SemaScene) ringed = NULL;

    view.selected = selected;
    ringed = compose (scatter, &view);
    g_assert_cmpfloat (fixture_find_label (ringed, 0)->x, >, fixture_find_label (plain, 0)->x + 2);
  }
}

static void
test_long_word (void)
{
  g_autoptr (SemaScatter) scatter = fixture_make_scatter (2, 0, 5);
  g_autoptr (SemaScene)   scene = NULL;
  SemaScatterView         view;

  g_free (sema_scatter_get_point (scatter, 0)->label);
  sema_scatter_get_point (scatter, 0)->label = g_strnfill (5000, 'o');
  sema_scatter_view_init (&view, 1280, 800);
  scene = compose (scatter, &view);
  g_assert_nonnull (fixture_find_label (scene, 0));
  g_assert_cmpfloat (fixture_find_label (scene, 0)->width, <=, 260);
  g_assert_true (g_str_has_suffix (fixture_find_label (scene, 0)->text, "…"));
}

static SemaScene *
compose_with (const char *label)
{
  g_autoptr (SemaScatter) scatter = sema_scatter_new ();
  SemaScatterView         view;

  fixture_add_point (scatter, label, 0, 2, -1);
  fixture_add_point (scatter, "oak", 3, -4, -1);
  fixture_add_point (scatter, "elm", -3, -1, -1);
  sema_scatter_view_init (&view, 1280, 800);
  return compose (scatter, &view);
}

/* Whatever a word holds, its label stays narrow, and those of other words stay where they are. */
static void
test_words_of_strangers (void)
{
  g_autofree char      *huge = g_strnfill (65536, 'w');
  g_autofree char      *marks = g_strnfill (65536, '\xcc'); /* the first bytes of combining marks */
  g_autoptr (SemaScene) plain = compose_with ("owl");
  const char           *words[] = {"\u202egnirts\u202c", "\u2067\u2067\u2067", "a\ab\nc", "e\u0301\u0301\u0301\u0301\u0301\u0301", huge, marks};

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char      *label = sema_word_to_label (words[i], strlen (words[i]));
      g_autoptr (SemaScene) scene = compose_with (label);

      g_assert_nonnull (fixture_find_label (scene, 0));
      g_assert_cmpfloat (fixture_find_label (scene, 0)->width, <=, 260);
      for (int other = 1; other <= 2; other++)
        {
          g_assert_cmpfloat (fixture_find_label (scene, other)->x, ==, fixture_find_label (plain, other)->x);
          g_assert_cmpfloat (fixture_find_label (scene, other)->y, ==, fixture_find_label (plain, other)->y);
        }
    }
}

/* A quiet point speaks when it is selected or pointed at. */
static void
test_quiet (void)
{
  g_autoptr (SemaScatter) scatter = sema_scatter_new ();
  g_autoptr (SemaScene)   plain = NULL;
  g_autoptr (SemaScene)   selected = NULL;
  g_autoptr (SemaScene)   hovered = NULL;
  const guint8            marks[3] = {0, 1, 0};
  SemaScatterView         view;

  fixture_add_point (scatter, "owl", 1, 2, -1);
  fixture_add_point (scatter, "oak", 3, -4, -1);
  fixture_add_point (scatter, "elm", -3, 0, -1);
  sema_scatter_get_point (scatter, 1)->is_quiet = TRUE;
  sema_scatter_get_point (scatter, 2)->is_quiet = TRUE;
  sema_scatter_view_init (&view, 800, 600);
  plain = compose (scatter, &view);
  view.selected = marks;
  selected = compose (scatter, &view);
  view.selected = NULL;
  view.hovered = 2;
  hovered = compose (scatter, &view);
  g_assert_nonnull (fixture_find_label (plain, 0));
  g_assert_null (fixture_find_label (plain, 1));
  g_assert_nonnull (fixture_find_label (selected, 1));
  g_assert_null (fixture_find_label (selected, 2));
  g_assert_nonnull (fixture_find_label (hovered, 2));
  g_assert_cmpuint (plain->n_points, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/scene/scatter-labels/nothing-overlaps/2", GSIZE_TO_POINTER (2), test_nothing_overlaps);
  g_test_add_data_func ("/scene/scatter-labels/nothing-overlaps/26", GSIZE_TO_POINTER (26), test_nothing_overlaps);
  g_test_add_data_func ("/scene/scatter-labels/nothing-overlaps/300", GSIZE_TO_POINTER (300), test_nothing_overlaps);
  g_test_add_data_func ("/scene/scatter-labels/nothing-overlaps/2000", GSIZE_TO_POINTER (2000), test_nothing_overlaps);
  g_test_add_func ("/scene/scatter-labels/priority", test_priority);
  g_test_add_func ("/scene/scatter-labels/ranks", test_ranks);
  g_test_add_func ("/scene/scatter-labels/zoom-brings-labels", test_zoom_brings_labels);
  g_test_add_func ("/scene/scatter-labels/ring", test_ring);
  g_test_add_func ("/scene/scatter-labels/long-word", test_long_word);
  g_test_add_func ("/scene/scatter-labels/words-of-strangers", test_words_of_strangers);
  g_test_add_func ("/scene/scatter-labels/quiet", test_quiet);
  return g_test_run ();
}
