/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

static const SemaPointMark disc = {.x = 50, .y = 50, .radius = 10, .colour = 0, .strength = 1};

/* The picture's own drawing on its page, by a renderer. */
static void
draw (Picture *picture, const SemaScene *scene, gboolean background)
{
  g_autoptr (SemaRenderer) renderer = sema_renderer_new ();

  picture_init (picture, 100, 100, SEMA_RIMS_NONE);
  if (background)
    sema_renderer_draw_background (renderer, scene, picture->canvas.theme, picture->canvas.cr);
  sema_renderer_draw (renderer, scene, picture->canvas.theme, picture->canvas.cr);
}

static void
test_empty (void)
{
  g_autoptr (SemaScene) scene = sema_scene_new (100, 100);
  Picture               picture;

  draw (&picture, scene, FALSE);
  g_assert_cmpuint (picture_count (&picture, 0), ==, 100 * 100);
  picture_clear (&picture);
  draw (&picture, scene, TRUE);
  g_assert_cmpuint (picture_count (&picture, 0xffffff), ==, 100 * 100);
  picture_clear (&picture);
}

/* The background is the page's, however large the target is. */
static void
test_background_is_the_page (void)
{
  g_autoptr (SemaScene) scene = sema_scene_new (30, 20);
  Picture               picture;

  draw (&picture, scene, TRUE);
  g_assert_cmpuint (picture_count (&picture, 0xffffff), ==, 30 * 20);
  picture_clear (&picture);
}

static void
test_clip (void)
{
  g_autoptr (SemaScene) scene = sema_scene_new (100, 100);
  guint32               colour = picture_pack (sema_theme_get_cluster_colour (sema_theme_get (SEMA_THEME_LIGHT), 0));
  Picture               picture;

  g_array_append_val (scene->points, disc);
  draw (&picture, scene, FALSE);
  g_assert_cmphex (picture_get (&picture, 45, 50), ==, colour);
  picture_clear (&picture);
  scene->clip = (SemaFrame) {50, 0, 50, 100};
  draw (&picture, scene, FALSE);
  g_assert_cmphex (picture_get (&picture, 45, 50), ==, 0);
  g_assert_cmphex (picture_get (&picture, 55, 50), ==, colour);
  picture_clear (&picture);
  /* The legend's markers stand outside the plot. */
  g_array_append_val (scene->markers, disc);
  draw (&picture, scene, FALSE);
  g_assert_cmphex (picture_get (&picture, 45, 50), ==, colour);
  picture_clear (&picture);
}

/* Axis under point, point under analogy line, line under star. */
static void
test_order (void)
{
  g_autoptr (SemaScene) scene = sema_scene_new (100, 100);
  const SemaTheme      *theme = sema_theme_get (SEMA_THEME_LIGHT);
  const SemaLineMark    axis = {0, 45, 100, 45, SEMA_LINE_AXIS, 2, FALSE};
  const SemaLineMark    arrow = {0, 55, 100, 55, SEMA_LINE_ANALOGY, 2, FALSE};
  const SemaHullMark    hull = {&disc.x, 1, 30, 5, FALSE, 1};
  guint32               colour = picture_pack (sema_theme_get_cluster_colour (theme, 0));
  Picture               picture;

  /* Given last first: the order comes from the kind of mark. */
  g_array_append_val (scene->points, disc);
  g_array_append_val (scene->lines, arrow);
  g_array_append_val (scene->lines, axis);
  g_array_append_val (scene->hulls, hull);
  draw (&picture, scene, FALSE);
  g_assert_cmphex (picture_get (&picture, 50, 50), ==, colour);
  g_assert_cmphex (picture_get (&picture, 50, 45), ==, colour);
  g_assert_cmphex (picture_get (&picture, 30, 45), ==, picture_pack (sema_theme_get_line_colour (theme, SEMA_LINE_AXIS)));
  g_assert_cmphex (picture_get (&picture, 50, 55), ==, picture_pack (sema_theme_get_line_colour (theme, SEMA_LINE_ANALOGY)));
  g_assert_cmphex (picture_get (&picture, 30, 50), !=, 0);
  picture_clear (&picture);
}

/* Drawing leaves the caller's cairo as it was, and follows its matrix. */
static void
test_state (void)
{
  g_autoptr (SemaRenderer) renderer = sema_renderer_new ();
  g_autoptr (SemaScene)    scene = sema_scene_new (100, 100);
  cairo_matrix_t           before, after;
  double                   left, top, right, bottom;
  Picture                  picture;

  picture_init (&picture, 100, 100, SEMA_RIMS_NONE);
  g_array_append_val (scene->points, disc);
  scene->clip = (SemaFrame) {40, 40, 20, 20};
  cairo_translate (picture.canvas.cr, -20, 10);
  cairo_set_line_width (picture.canvas.cr, 7.5);
  cairo_get_matrix (picture.canvas.cr, &before);
  sema_renderer_draw (renderer, scene, picture.canvas.theme, picture.canvas.cr);
  cairo_get_matrix (picture.canvas.cr, &after);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  g_assert_cmpfloat (cairo_get_line_width (picture.canvas.cr), ==, 7.5);
  cairo_clip_extents (picture.canvas.cr, &left, &top, &right, &bottom);
  g_assert_cmpfloat (right - left, ==, 100);
  g_assert_cmphex (picture_get (&picture, 30, 60), !=, 0);
  g_assert_cmphex (picture_get (&picture, 50, 50), ==, 0);
  picture_clear (&picture);
}

/* What is measured is what is drawn. */
static void
test_measure (void)
{
  g_autoptr (SemaRenderer)    renderer = sema_renderer_new ();
  g_autoptr (SemaTextLayouts) layouts = sema_text_layouts_new ();
  SemaMeasure                 measure = sema_renderer_get_measure (renderer);
  double                      width, height, expected_width, expected_height;

  measure.measure (measure.data, "größe", SEMA_TEXT_TITLE, 1.25, &width, &height);
  sema_text_layouts_measure (layouts, "größe", SEMA_TEXT_TITLE, 1.25, &expected_width, &expected_height);
  g_assert_cmpfloat (width, ==, expected_width);
  g_assert_cmpfloat (height, ==, expected_height);
}

/* A device with two pixels a unit gets the drawing twice as large, as sharp as its pixels are. */
static void
test_device_scale (void)
{
  g_autoptr (SemaRenderer) renderer = sema_renderer_new ();
  g_autoptr (SemaScene)    scene = sema_scene_new (50, 50);
  SemaPointMark            mark = {.x = 25, .y = 25, .radius = 10, .colour = 0, .strength = 1};
  Picture                  one, two;

  g_array_append_val (scene->points, mark);
  picture_init (&one, 100, 100, SEMA_RIMS_QUICK);
  picture_init (&two, 100, 100, SEMA_RIMS_QUICK);
  cairo_scale (one.canvas.cr, 2, 2);
  sema_renderer_draw (renderer, scene, one.canvas.theme, one.canvas.cr);
  cairo_surface_set_device_scale (two.surface, 2, 2);
  cairo_destroy (two.canvas.cr);
  two.canvas.cr = cairo_create (two.surface);
  sema_renderer_draw (renderer, scene, two.canvas.theme, two.canvas.cr);
  g_assert_cmpint (picture_compare (&one, &two), ==, 0);
  g_assert_cmphex (picture_get (&two, 50, 34), !=, 0);
  picture_clear (&one);
  picture_clear (&two);
}

static void
test_marker (void)
{
  const SemaTheme *theme = sema_theme_get (SEMA_THEME_DARK);
  Picture          picture;

  picture_init (&picture, 100, 100, SEMA_RIMS_NONE);
  sema_renderer_draw_marker (theme, SEMA_SHAPE_SQUARE, 3, 50, 50, 10, picture.canvas.cr);
  g_assert_cmphex (picture_get (&picture, 50, 50), ==, picture_pack (sema_theme_get_cluster_colour (theme, 3)));
  g_assert_cmphex (picture_get (&picture, 50, 65), ==, 0);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  picture_pin_fonts ();
  g_test_add_func ("/renderer/empty", test_empty);
  g_test_add_func ("/renderer/background-is-the-page", test_background_is_the_page);
  g_test_add_func ("/renderer/clip", test_clip);
  g_test_add_func ("/renderer/order", test_order);
  g_test_add_func ("/renderer/state", test_state);
  g_test_add_func ("/renderer/measure", test_measure);
  g_test_add_func ("/renderer/device-scale", test_device_scale);
  g_test_add_func ("/renderer/marker", test_marker);
  return g_test_run ();
}
