/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-strip.h"

#include <math.h>

#define LINE_WIDTH 1.0
#define GAP 0.2 /* between bars, of a column's width, where columns are wide enough */
#define WIDE_COLUMN 3.0

static double
find_largest (const SemaFloat *values, gsize n)
{
  double largest = 0;

  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]))
      largest = MAX (largest, fabs (values[i]));
  return largest;
}

static void
add_bar (SemaScene *scene, gsize column, double width, double value)
{
  double      gap = width >= WIDE_COLUMN ? GAP * width : 0;
  double      middle = scene->height / 2;
  SemaBarMark bar = {.x = (double)column * width + gap / 2, .width = width - gap, .height = fabs (value) * middle, .value = value};

  bar.y = value > 0 ? middle - bar.height : middle;
  g_array_append_val (scene->bars, bar);
}

/**
 * sema_strip_compose:
 * @values: (n): the numbers of a vector
 * @n: how many, may be 0
 * @width: of the page, logical units
 * @height: of the page
 *
 * Makes a picture of a vector: one bar for each number, upwards from the middle where it is over 0, downwards where it is
 * under, the largest magnitude as long as there is room. NaN has no bar; infinity has the longest. However many numbers
 * there are, each has its column. O(n).
 *
 * Returns: (transfer full): the scene
 */
SemaScene *
sema_strip_compose (const SemaFloat *values, gsize n, double width, double height)
{
  SemaScene   *scene = sema_scene_new (width, height);
  double       largest = find_largest (values, n);
  SemaLineMark zero = {0, height / 2, width, height / 2, SEMA_LINE_AXIS, LINE_WIDTH, FALSE};

  for (gsize i = 0; i < n; i++)
    {
      double value = isinf (values[i]) ? copysign (1, values[i]) : values[i] / largest;

      if (!isnan (value) && value != 0)
        add_bar (scene, i, width / (double)n, value);
    }
  g_array_append_val (scene->lines, zero);
  return scene;
}
