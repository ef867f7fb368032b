/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-histogram-scene.h"

#include <math.h>

static void
measure_text (gpointer data, const char *text, SemaTextRole role, double scale, double *width, double *height)
{
  *width = 6 * scale * (double)g_utf8_strlen (text, -1);
  *height = 10 * scale;
}

static const SemaMeasure measure = {measure_text, NULL};

static SemaScene *
compose (const SemaFloat *values, gsize n, double limit, double width, double height)
{
  SemaHistogram histogram;

  sema_histogram_count (&histogram, values, n);
  return sema_histogram_scene_compose (&histogram, limit, width, height, 1, &measure);
}

/* Of -1 and two of 2 in three bins the middle one is empty; the fullest is as high as there is room, twice the other. */
static void
test_bars (void)
{
  const SemaFloat       values[] = {-1, 2, 2};
  g_autoptr (SemaScene) scene = compose (values, 3, 1, 304, 66);
  const SemaBarMark    *low, *high;

  g_assert_cmpuint (scene->bars->len, ==, 2);
  low = &g_array_index (scene->bars, SemaBarMark, 0);
  high = &g_array_index (scene->bars, SemaBarMark, 1);
  g_assert_cmpfloat_with_epsilon (low->x, 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (high->x, 202, 1e-9);
  g_assert_cmpfloat_with_epsilon (high->y, 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (high->height, 2 * low->height, 1e-9);
  g_assert_cmpfloat_with_epsilon (high->y + high->height, low->y + low->height, 1e-9);
}

/* Bins have the colours of their middles, as far as there are colours. */
static void
test_colours (void)
{
  const SemaFloat       values[] = {-1, 2, 2};
  g_autoptr (SemaScene) scene = compose (values, 3, 1, 304, 66);

  g_assert_cmpfloat_with_epsilon (g_array_index (scene->bars, SemaBarMark, 0).value, -0.5, 1e-9);
  g_assert_cmpfloat (g_array_index (scene->bars, SemaBarMark, 1).value, ==, 1);
}

/* Round numbers stand within the page, each apart from the next. */
static void
test_ticks (void)
{
  SemaFloat             values[] = {-2.9F, 0.1F, 0.2F, 3.1F};
  g_autoptr (SemaScene) scene = compose (values, 4, 3, 300, 66);
  double                last = -1;

  g_assert_cmpuint (scene->texts->len, >=, 3);
  for (guint i = 0; i < scene->texts->len; i++)
    {
      const SemaTextMark *text = &g_array_index (scene->texts, SemaTextMark, i);

      g_assert_cmpfloat (text->x, >=, 0);
      g_assert_cmpfloat (text->x, >, last);
      last = text->x + text->width;
      g_assert_cmpfloat (last, <=, 300);
      g_assert_cmpfloat (text->y + text->height, <=, 66);
    }
}

static void
test_nothing (void)
{
  const SemaFloat       values[] = {NAN, 1, 2};
  g_autoptr (SemaScene) empty = compose (values, 1, 1, 300, 66), flat = compose (values, 3, 1, 300, 10), colourless = compose (values + 1, 2, 0, 300, 66);

  g_assert_cmpuint (empty->bars->len, ==, 0);
  g_assert_cmpuint (empty->texts->len, ==, 0);
  g_assert_cmpuint (flat->bars->len, ==, 0);
  g_assert_cmpuint (colourless->bars->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/histogram-scene/bars", test_bars);
  g_test_add_func ("/histogram-scene/colours", test_colours);
  g_test_add_func ("/histogram-scene/ticks", test_ticks);
  g_test_add_func ("/histogram-scene/nothing", test_nothing);
  return g_test_run ();
}
