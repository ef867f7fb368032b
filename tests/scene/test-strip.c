/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-strip.h"

#include <math.h>

static const SemaBarMark *
get_bar (const SemaScene *scene, guint index)
{
  return &g_array_index (scene->bars, SemaBarMark, index);
}

/* Columns are so narrow that there is no gap. */
static void
test_bars (void)
{
  const float           values[] = {1, -4, 0, 2};
  g_autoptr (SemaScene) scene = sema_strip_compose (values, 4, 8, 40);

  g_assert_cmpuint (scene->bars->len, ==, 3);
  g_assert_cmpfloat (get_bar (scene, 0)->x, ==, 0);
  g_assert_cmpfloat (get_bar (scene, 0)->width, ==, 2);
  g_assert_cmpfloat (get_bar (scene, 0)->y, ==, 15);
  g_assert_cmpfloat (get_bar (scene, 0)->height, ==, 5);
  g_assert_cmpfloat (get_bar (scene, 0)->value, ==, 0.25);
  g_assert_cmpfloat (get_bar (scene, 1)->y, ==, 20);
  g_assert_cmpfloat (get_bar (scene, 1)->height, ==, 20);
  g_assert_cmpfloat (get_bar (scene, 1)->value, ==, -1);
  g_assert_cmpfloat (get_bar (scene, 2)->x, ==, 6);
}

static void
test_odd_values (void)
{
  const float           values[] = {NAN, 2, -INFINITY, -1};
  g_autoptr (SemaScene) scene = sema_strip_compose (values, 4, 8, 40);

  g_assert_cmpuint (scene->bars->len, ==, 3);
  g_assert_cmpfloat (get_bar (scene, 0)->x, ==, 2);
  g_assert_cmpfloat (get_bar (scene, 0)->height, ==, 20);
  g_assert_cmpfloat (get_bar (scene, 1)->value, ==, -1);
  g_assert_cmpfloat (get_bar (scene, 2)->value, ==, -0.5);
}

static void
test_nothing_to_show (void)
{
  const float           zeros[3] = {0, 0, 0};
  g_autoptr (SemaScene) none = sema_strip_compose (NULL, 0, 100, 40);
  g_autoptr (SemaScene) flat = sema_strip_compose (zeros, 3, 100, 40);

  g_assert_cmpuint (none->bars->len, ==, 0);
  g_assert_cmpuint (none->lines->len, ==, 1);
  g_assert_cmpuint (flat->bars->len, ==, 0);
  g_assert_cmpfloat (g_array_index (flat->lines, SemaLineMark, 0).y0, ==, 20);
}

static void
test_more_than_pixels (void)
{
  g_autofree float     *values = g_new (float, 1000);
  g_autoptr (SemaScene) scene = NULL;

  for (guint i = 0; i < 1000; i++)
    values[i] = i % 2 == 0 ? 1 : -1;
  scene = sema_strip_compose (values, 1000, 250, 40);
  g_assert_cmpuint (scene->bars->len, ==, 1000);
  g_assert_cmpfloat_with_epsilon (get_bar (scene, 999)->x + get_bar (scene, 999)->width, 250, 1e-9);
}

static void
test_gap (void)
{
  const float           values[] = {1, 1};
  g_autoptr (SemaScene) scene = sema_strip_compose (values, 2, 20, 40);

  g_assert_cmpfloat (get_bar (scene, 0)->x, >, 0);
  g_assert_cmpfloat (get_bar (scene, 0)->x + get_bar (scene, 0)->width, <, get_bar (scene, 1)->x);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/strip/bars", test_bars);
  g_test_add_func ("/scene/strip/odd-values", test_odd_values);
  g_test_add_func ("/scene/strip/nothing-to-show", test_nothing_to_show);
  g_test_add_func ("/scene/strip/more-than-pixels", test_more_than_pixels);
  g_test_add_func ("/scene/strip/gap", test_gap);
  return g_test_run ();
}
