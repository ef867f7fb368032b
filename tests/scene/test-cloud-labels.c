/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-labels.h"

#include <math.h>

#include "cloud-fixture.h"
#include "scatter-fixture.h"

static const SemaFrame frame = {40, 20, 900, 600};

static gsize
add_labels (const SemaCloud *cloud, const SemaCamera *camera, GHashTable *skipped, SemaScene *scene)
{
  SemaMeasure     measure = fixture_get_measure ();
  SemaCloudLabels labels = {cloud, camera, &frame, 1, 2, &measure, skipped};

  return sema_cloud_labels_add (&labels, scene);
}

static SemaScene *
make (const SemaCloud *cloud, const SemaCamera *camera)
{
  SemaScene *scene = sema_scene_new (1000, 700);

  g_assert_cmpuint (add_labels (cloud, camera, NULL, scene), ==, scene->texts->len);
  return scene;
}

static gboolean
overlap (const SemaTextMark *a, const SemaTextMark *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static const SemaTextMark *
find_row (const SemaScene *scene, guint32 row)
{
  for (guint i = 0; i < scene->texts->len; i++)
    if (g_array_index (scene->texts, SemaTextMark, i).row == row && g_array_index (scene->texts, SemaTextMark, i).role == SEMA_TEXT_CLOUD)
      return &g_array_index (scene->texts, SemaTextMark, i);
  return NULL;
}

/* No overlaps, all of each in the plot, right of its dot and at its height, whatever the scale. */
static void
test_places (void)
{
  g_autoptr (SemaCloud) cloud = fixture_make_cloud (30000, 3);
  gsize                 n = 0;

  for (double scale = 5; scale < 1e6; scale *= 2.3)
    {
      SemaCamera            camera = {1.05, -1.95, scale};
      g_autoptr (SemaScene) scene = make (cloud, &camera);

      n += scene->texts->len;
      g_assert_cmpuint (scene->texts->len, <=, SEMA_CLOUD_MOST_LABELS);
      for (guint i = 0; i < scene->texts->len; i++)
        {
          const SemaTextMark *label = &g_array_index (scene->texts, SemaTextMark, i);
          double              x, y, page_x, page_y;
          g_autofree char    *text = sema_cloud_dup_label (cloud, label->row);

          g_assert_cmpstr (label->text, ==, text);
          g_assert_true (label->halo);
          g_assert_cmpint (label->index, ==, -1);
          g_assert_true (sema_cloud_get_place (cloud, label->row, &x, &y));
          sema_camera_to_page (&camera, &frame, x, y, &page_x, &page_y);
          g_assert_cmpfloat_with_epsilon (label->x, page_x + 5, 1e-9);
          g_assert_cmpfloat_with_epsilon (label->y + label->height / 2, page_y, 1e-9);
          g_assert_cmpfloat (page_x, >=, frame.x);
          g_assert_cmpfloat (label->x + label->width, <=, frame.x + frame.width);
          g_assert_cmpfloat (label->y, >=, frame.y);
          g_assert_cmpfloat (label->y + label->height, <=, frame.y + frame.height);
          for (guint j = 0; j < i; j++)
            g_assert_false (overlap (label, &g_array_index (scene->texts, SemaTextMark, j)));
        }
    }
  g_assert_cmpuint (n, >, 300);
}

/* Nothing goes over what is there: points, stars, texts, arrows. */
static void
test_reserved (void)
{
  g_autoptr (SemaCloud) cloud = fixture_make_cloud (30000, 3);
  SemaCamera            camera = {3, 0, 150};
  g_autoptr (SemaScene) free_scene = make (cloud, &camera);
  g_autoptr (SemaScene) scene = sema_scene_new (1000, 700);
  SemaPointMark         point = {.x = 300, .y = 300, .radius = 30};
  SemaStarMark          star = {500, 200, 30};
  SemaTextMark          text = {.x = 600, .y = 300, .width = 200, .height = 100, .text = "x", .role = SEMA_TEXT_LABEL};
  SemaLineMark          line = {100, 500, 900, 560, SEMA_LINE_ANALOGY, 2, TRUE};
  SemaLineMark          axis = {40, 400, 900, 400, SEMA_LINE_AXIS, 2, FALSE};
  gsize                 n, n_on_axis = 0;

  g_array_append_val (scene->points, point);
  g_array_append_val (scene->stars, star);
  g_array_append_val (scene->lines, line);
  g_array_append_val (scene->lines, axis);
  sema_scene_add_text (scene, &text);
  n = add_labels (cloud, &camera, NULL, scene);
  g_assert_cmpuint (n, <, free_scene->texts->len);
  g_assert_cmpuint (n, >, free_scene->texts->len / 2);
  for (guint i = 1; i < scene->texts->len; i++)
    {
      const SemaTextMark *label = &g_array_index (scene->texts, SemaTextMark, i);
      double              at = label->x + label->width / 2;
      double              middle = label->y + label->height / 2;

      g_assert_false (overlap (label, &text));
      g_assert_cmpfloat (hypot (at - 300, middle - 300), >, 30);
      g_assert_cmpfloat (hypot (at - 500, middle - 200), >, 30);
      g_assert_true (at < 100 || fabs (500 + (at - 100) * 0.075 - middle) > label->height / 2);
      n_on_axis += fabs (middle - 400) < 5;
    }
  g_assert_cmpuint (n_on_axis, >, 0);
}

/* Whether a label of a less row lies where this one would be. */
static gboolean
is_ousted (const SemaScene *scene, const SemaTextMark *label, double dx, double dy)
{
  SemaTextMark moved = *label;

  moved.x += dx - 4;
  moved.y += dy - 1;
  moved.width += 8;
  moved.height += 2;
  for (guint i = 0; i < scene->texts->len; i++)
    {
      const SemaTextMark *other = &g_array_index (scene->texts, SemaTextMark, i);

      if (other->row < label->row && overlap (&moved, other))
        return TRUE;
    }
  return FALSE;
}

/* Small steps: what was there goes with the picture, also near the edges, and nothing comes in between. */
static void
test_panning (void)
{
  g_autoptr (SemaCloud) cloud = fixture_make_cloud (30000, 3);
  SemaCamera            camera = {3, 0, 150};
  g_autoptr (SemaScene) before = make (cloud, &camera);
  guint                 n_kept = 0;

  for (int step = 0; step < 60; step++)
    {
      SemaScene *scene;

      sema_camera_pan (&camera, 3, -2);
      scene = make (cloud, &camera);
      for (guint i = 0; i < before->texts->len; i++)
        {
          const SemaTextMark *label = &g_array_index (before->texts, SemaTextMark, i);
          const SemaTextMark *now = find_row (scene, label->row);

          if (now == NULL)
            {
              g_assert_true (label->x + 3 + label->width > frame.x + frame.width || label->y - 2 < frame.y);
              continue;
            }
          n_kept++;
          g_assert_cmpfloat_with_epsilon (now->x, label->x + 3, 1e-6);
          g_assert_cmpfloat_with_epsilon (now->y, label->y - 2, 1e-6);
        }
      for (guint i = 0; i < scene->texts->len; i++)
        {
          const SemaTextMark *label = &g_array_index (scene->texts, SemaTextMark, i);

          /* What is new came in at the edges, or its dot did. */
          if (find_row (before, label->row) == NULL)
            g_assert_true (label->x - 3 - 5 < frame.x || label->y + 2 + label->height > frame.y + frame.height);
        }
      sema_scene_free (before);
      before = g_steal_pointer (&scene);
    }
  g_assert_cmpuint (n_kept, >, 2000);
}

/* Step by step nearer: a label goes only where it leaves the plot, or one of a less row comes. */
static void
test_zooming (void)
{
  g_autoptr (SemaCloud) cloud = fixture_make_cloud (30000, 3);
  SemaCamera            camera = {1.05, -1.95, 20};
  g_autoptr (SemaScene) before = make (cloud, &camera);
  guint                 n_gone = 0, n_kept = 0;

  for (int step = 0; step < 100; step++)
    {
      SemaScene *scene;

      sema_camera_zoom (&camera, &frame, 480, 310, 1.07);
      scene = make (cloud, &camera);
      for (guint i = 0; i < before->texts->len; i++)
        {
          const SemaTextMark *label = &g_array_index (before->texts, SemaTextMark, i);
          double              x, y, page_x, page_y, dx, dy;

          if (find_row (scene, label->row) != NULL)
            {
              n_kept++;
              continue;
            }
          sema_cloud_get_place (cloud, label->row, &x, &y);
          sema_camera_to_page (&camera, &frame, x, y, &page_x, &page_y);
          dx = page_x + 5 - label->x;
          dy = page_y - label->height / 2 - label->y;
          n_gone++;
          g_assert_true (page_x < frame.x || page_x + 5 + label->width > frame.x + frame.width || label->y + dy < frame.y ||
                         label->y + dy + label->height > frame.y + frame.height || is_ousted (scene, label, dx, dy));
        }
      sema_scene_free (before);
      before = g_steal_pointer (&scene);
    }
  g_assert_cmpuint (n_kept, >, 4 * n_gone);
}

static void
test_skipped (void)
{
  g_autoptr (SemaCloud)  cloud = fixture_make_cloud (1000, 3);
  SemaCamera             camera = {3, 0, 150};
  g_autoptr (SemaScene)  all = make (cloud, &camera);
  g_autoptr (SemaScene)  some = sema_scene_new (1000, 700);
  g_autoptr (GHashTable) skipped = g_hash_table_new (NULL, NULL);
  guint32                row = g_array_index (all->texts, SemaTextMark, 2).row;

  g_hash_table_add (skipped, GUINT_TO_POINTER (row + 1));
  add_labels (cloud, &camera, skipped, some);
  g_assert_nonnull (find_row (all, row));
  g_assert_null (find_row (some, row));
}

static void
test_few (void)
{
  const float           places[] = {0, 0, 0, 0, NAN, NAN};
  g_autoptr (SemaCloud) none = fixture_make_cloud_of (places, 0);
  g_autoptr (SemaCloud) twins = fixture_make_cloud_of (places, 3);
  SemaCamera            camera = {0, 0, 100};
  g_autoptr (SemaScene) nothing = make (none, &camera);
  g_autoptr (SemaScene) one = make (twins, &camera);

  g_assert_cmpuint (nothing->texts->len, ==, 0);
  g_assert_cmpuint (one->texts->len, ==, 1);
  g_assert_cmpuint (g_array_index (one->texts, SemaTextMark, 0).row, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/cloud-labels/places", test_places);
  g_test_add_func ("/scene/cloud-labels/reserved", test_reserved);
  g_test_add_func ("/scene/cloud-labels/panning", test_panning);
  g_test_add_func ("/scene/cloud-labels/zooming", test_zooming);
  g_test_add_func ("/scene/cloud-labels/skipped", test_skipped);
  g_test_add_func ("/scene/cloud-labels/few", test_few);
  return g_test_run ();
}
