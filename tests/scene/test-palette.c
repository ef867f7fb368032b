/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-palette.h"

static void
test_none (void)
{
  SemaStyle style = sema_palette_get_style (-1);

  g_assert_cmpint (style.colour, ==, SEMA_NO_COLOUR);
  g_assert_cmpint (style.shape, ==, SEMA_SHAPE_CIRCLE);
}

/* Colours first, then shapes, and no two alike until all are used. */
static void
test_styles (void)
{
  gboolean seen[SEMA_N_COLOURS][SEMA_N_SHAPES] = {{FALSE}};

  for (gssize i = 0; i < SEMA_N_COLOURS * SEMA_N_SHAPES; i++)
    {
      SemaStyle style = sema_palette_get_style (i);

      g_assert_cmpint (style.colour, ==, (int)(i % 8));
      g_assert_cmpint (style.shape, ==, (int)(i / 8));
      g_assert_false (seen[style.colour][style.shape]);
      seen[style.colour][style.shape] = TRUE;
    }
}

static void
test_starts_again (void)
{
  SemaStyle style = sema_palette_get_style (SEMA_N_COLOURS * SEMA_N_SHAPES + 3);

  g_assert_cmpint (style.colour, ==, 3);
  g_assert_cmpint (style.shape, ==, SEMA_SHAPE_CIRCLE);
}

/* Steps have one shape and a colour each, none of which is a cluster's. */
static void
test_steps (void)
{
  for (gssize i = 0; i < SEMA_N_STEPS; i++)
    {
      g_assert_cmpint (sema_palette_get_step (i).colour, ==, SEMA_N_COLOURS + i);
      g_assert_cmpint (sema_palette_get_step (i).shape, ==, SEMA_SHAPE_CIRCLE);
    }
  g_assert_cmpint (sema_palette_get_step (-1).colour, ==, SEMA_NO_COLOUR);
  g_assert_cmpint (sema_palette_get_step (SEMA_N_STEPS).colour, ==, SEMA_NO_COLOUR);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/palette/none", test_none);
  g_test_add_func ("/scene/palette/steps", test_steps);
  g_test_add_func ("/scene/palette/styles", test_styles);
  g_test_add_func ("/scene/palette/starts-again", test_starts_again);
  return g_test_run ();
}
