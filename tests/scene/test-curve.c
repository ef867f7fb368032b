/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-curve.h"

#include <math.h>

static void
measure_text (gpointer data, const char *text, SemaTextRole role, double scale, double *width, double *height)
{
  *width = 6 * scale * (double)g_utf8_strlen (text, -1);
  *height = 10 * scale;
}

static const SemaMeasure measure = {measure_text, NULL};

static guint
count_lines (const SemaScene *scene, SemaLineRole role)
{
  guint n = 0;

  for (guint i = 0; i < scene->lines->len; i++)
    n += g_array_index (scene->lines, SemaLineMark, i).role == role;
  return n;
}

/* It falls from the upper left to where it is now, which is half of the way. */
static void
test_falls (void)
{
  const double          values[] = {4, 3, 2};
  g_autoptr (SemaScene) scene = sema_curve_compose (values, 3, 6, 400, 100, 1, &measure);
  const SemaLineMark   *first = NULL, *last = NULL;

  for (guint i = 0; i < scene->lines->len; i++)
    {
      const SemaLineMark *line = &g_array_index (scene->lines, SemaLineMark, i);

      if (line->role != SEMA_LINE_TARGET)
        continue;
      first = first != NULL ? first : line;
      last = line;
    }
  g_assert_cmpuint (count_lines (scene, SEMA_LINE_TARGET), ==, 2);
  g_assert_cmpfloat (first->y0, <, last->y1);
  g_assert_cmpfloat (last->x1, <, 230);
  g_assert_cmpuint (scene->texts->len, >=, 2);
}

static void
test_gap (void)
{
  const double          values[] = {4, NAN, 2, 1};
  g_autoptr (SemaScene) scene = sema_curve_compose (values, 4, 4, 400, 100, 1, &measure);

  g_assert_cmpuint (count_lines (scene, SEMA_LINE_TARGET), ==, 1);
}

static void
test_little (void)
{
  const double          values[] = {2, 2, NAN};
  g_autoptr (SemaScene) none = sema_curve_compose (values, 0, 6, 400, 100, 1, &measure);
  g_autoptr (SemaScene) flat = sema_curve_compose (values, 2, 6, 400, 100, 1, &measure);
  g_autoptr (SemaScene) nothing = sema_curve_compose (values + 2, 1, 6, 400, 100, 1, &measure);
  g_autoptr (SemaScene) small = sema_curve_compose (values, 2, 6, 10, 10, 1, &measure);

  g_assert_cmpuint (none->lines->len, ==, 0);
  g_assert_cmpuint (count_lines (flat, SEMA_LINE_TARGET), ==, 1);
  g_assert_cmpuint (count_lines (nothing, SEMA_LINE_TARGET), ==, 0);
  g_assert_cmpuint (small->lines->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/curve/falls", test_falls);
  g_test_add_func ("/curve/gap", test_gap);
  g_test_add_func ("/curve/little", test_little);
  return g_test_run ();
}
