/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-theme.h"

#include <math.h>

#include "sema-palette.h"

static const SemaThemeKind kinds[] = {SEMA_THEME_LIGHT, SEMA_THEME_DARK};

static double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* WCAG 2.1: relative luminance, and the contrast of two. */
static double
measure_luminance (SemaColour c)
{
  return 0.2126 * linearise (c.red) + 0.7152 * linearise (c.green) + 0.0722 * linearise (c.blue);
}

static double
measure_contrast (SemaColour a, SemaColour b)
{
  double x = measure_luminance (a) + 0.05;
  double y = measure_luminance (b) + 0.05;

  return MAX (x, y) / MIN (x, y);
}

static void
test_contrast (void)
{
  SemaColour grey = {0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0, 1};
  SemaColour white = {1, 1, 1, 1};

  /* The lightest grey that passes on white is known to be #767676, at 4.54. */
  g_assert_cmpfloat_with_epsilon (measure_contrast (grey, white), 4.54, 0.005);
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const SemaTheme *theme = sema_theme_get (kinds[k]);
      SemaColour       background = sema_theme_get_background (theme);

      for (SemaTextRole role = SEMA_TEXT_LABEL; role <= SEMA_TEXT_CAPTION; role++)
        g_assert_cmpfloat (measure_contrast (sema_theme_get_text_colour (theme, role), background), >=, 4.5);
      g_assert_cmpfloat (measure_contrast (sema_theme_get_line_colour (theme, SEMA_LINE_ANALOGY), background), >=, 4.5);
      g_assert_cmpfloat (measure_contrast (sema_theme_get_cloud_colour (theme), background), >=, 4.5);
      g_assert_cmpfloat (sema_theme_get_cloud_colour (theme).alpha, ==, 1);
      g_assert_cmpfloat (measure_contrast (sema_theme_get_line_colour (theme, SEMA_LINE_SELECTION), background), >=, 4.5);
      g_assert_cmpfloat (measure_contrast (sema_theme_get_line_colour (theme, SEMA_LINE_ODD), background), >=, 4.5);
      g_assert_cmpfloat (measure_contrast (sema_theme_get_line_colour (theme, SEMA_LINE_TORN), background), >=, 4.5);
      g_assert_cmpfloat (measure_contrast (sema_theme_get_line_colour (theme, SEMA_LINE_FALSE), background), >=, 4.5);
      g_assert_cmpfloat (measure_contrast (sema_theme_get_line_colour (theme, SEMA_LINE_AXIS), background), >=, 1.25);
    }
}

/* Labels lie on hulls, too. */
static void
test_contrast_on_hulls (void)
{
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const SemaTheme *theme = sema_theme_get (kinds[k]);
      SemaColour       page = sema_theme_get_background (theme);

      for (int colour = SEMA_NO_COLOUR; colour < SEMA_N_COLOURS; colour++)
        {
          SemaColour hull = sema_theme_get_hull_colour (theme, colour, TRUE);
          double     a = hull.alpha;
          SemaColour seen = {page.red + a * (hull.red - page.red), page.green + a * (hull.green - page.green), page.blue + a * (hull.blue - page.blue), 1};

          g_assert_cmpfloat (a, >, sema_theme_get_hull_colour (theme, colour, FALSE).alpha);
          g_assert_cmpfloat (measure_contrast (sema_theme_get_text_colour (theme, SEMA_TEXT_LABEL), seen), >=, 7);
          g_assert_cmpfloat (measure_contrast (sema_theme_get_text_colour (theme, SEMA_TEXT_ANALOGY), seen), >=, 4.5);
        }
    }
}

/* Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB; the first is normal sight. */
static const double sights[4][9] = {
  {1, 0, 0, 0, 1, 0, 0, 0, 1},
  {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
  {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
  {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
};

static double
bend (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

/* CIE L*a*b*, D65, of what an eye of this sight sees. */
static void
measure_lab (SemaColour colour, const double sight[9], double lab[3])
{
  double in[3] = {linearise (colour.red), linearise (colour.green), linearise (colour.blue)};
  double rgb[3];
  double x, y, z;

  for (int i = 0; i < 3; i++)
    rgb[i] = CLAMP (sight[3 * i] * in[0] + sight[3 * i + 1] * in[1] + sight[3 * i + 2] * in[2], 0, 1);
  x = bend ((0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047);
  y = bend (0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2]);
  z = bend ((0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883);
  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

static double
measure_difference (SemaColour a, SemaColour b, const double sight[9])
{
  double p[3], q[3];

  measure_lab (a, sight, p);
  measure_lab (b, sight, q);
  return sqrt ((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1]) + (p[2] - q[2]) * (p[2] - q[2]));
}

static void
test_palette (void)
{
  SemaColour red = {1, 0, 0, 1};
  SemaColour lime = {0, 1, 0, 1};

  /* Published: the sRGB red and green are 170.6 apart (CIE 1976). */
  g_assert_cmpfloat_with_epsilon (measure_difference (red, lime, sights[0]), 170.6, 0.2);
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (gsize s = 0; s < G_N_ELEMENTS (sights); s++)
      for (int i = 0; i < SEMA_N_COLOURS; i++)
        for (int j = 0; j < i; j++)
          {
            const SemaTheme *theme = sema_theme_get (kinds[k]);
            double           difference = measure_difference (sema_theme_get_cluster_colour (theme, i), sema_theme_get_cluster_colour (theme, j), sights[s]);

            if (difference < (s == 0 ? 25 : 12))
              g_test_message ("theme %u, sight %u: colours %d and %d are %.1f apart", kinds[k], (guint)s, i, j, difference);
            g_assert_cmpfloat (difference, >=, s == 0 ? 25 : 12);
          }
}

static gboolean
are_equal (SemaColour a, SemaColour b)
{
  return fabs (a.red - b.red) + fabs (a.green - b.green) + fabs (a.blue - b.blue) + fabs (a.alpha - b.alpha) < 1e-9;
}

/* From small to large numbers it grows lighter, step by step, and each step stands out from the page and from the next one. */
static void
test_steps (void)
{
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (int step = 0; step < SEMA_N_STEPS; step++)
      {
        const SemaTheme *theme = sema_theme_get (kinds[k]);
        SemaColour       colour = sema_theme_get_cluster_colour (theme, SEMA_N_COLOURS + step);
        SemaColour       next = sema_theme_get_cluster_colour (theme, SEMA_N_COLOURS + MIN (step + 1, SEMA_N_STEPS - 1));

        g_assert_cmpfloat (measure_contrast (colour, sema_theme_get_background (theme)), >=, 2);
        if (step + 1 == SEMA_N_STEPS)
          continue;
        g_assert_cmpfloat (measure_contrast ((SemaColour) {0, 0, 0, 1}, next), >, measure_contrast ((SemaColour) {0, 0, 0, 1}, colour));
        g_assert_cmpfloat (measure_difference (colour, next, sights[0]), >=, 12);
      }
}

static void
test_points (void)
{
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const SemaTheme *theme = sema_theme_get (kinds[k]);
      SemaColour       background = sema_theme_get_background (theme);

      for (int i = SEMA_NO_COLOUR; i < SEMA_N_COLOURS; i++)
        {
          SemaColour strong = sema_theme_get_point_colour (theme, i, 1);
          SemaColour weak = sema_theme_get_point_colour (theme, i, 0);

          g_assert_true (are_equal (strong, sema_theme_get_cluster_colour (theme, i)));
          g_assert_true (are_equal (weak, sema_theme_get_point_colour (theme, i, NAN)));
          g_assert_true (are_equal (weak, sema_theme_get_point_colour (theme, i, -3)));
          g_assert_true (are_equal (strong, sema_theme_get_point_colour (theme, i, 3)));
          g_assert_cmpfloat (measure_difference (weak, background, sights[0]), >=, 12);
          g_assert_cmpfloat (measure_difference (weak, background, sights[0]), <, measure_difference (strong, background, sights[0]));
          g_assert_cmpfloat (weak.alpha, ==, 1);
        }
      g_assert_true (are_equal (sema_theme_get_cluster_colour (theme, SEMA_NO_COLOUR), sema_theme_get_cluster_colour (theme, SEMA_N_COLOURS + SEMA_N_STEPS)));
    }
}

static void
test_bars (void)
{
  const SemaTheme *theme = sema_theme_get (SEMA_THEME_LIGHT);
  SemaColour       low = sema_theme_get_bar_colour (theme, -1);
  SemaColour       high = sema_theme_get_bar_colour (theme, 1);
  SemaColour       zero = sema_theme_get_bar_colour (theme, 0);

  g_assert_cmpfloat (low.blue, >, low.red);
  g_assert_cmpfloat (high.red, >, high.blue);
  g_assert_cmpfloat_with_epsilon (zero.red, zero.blue, 0.03);
  g_assert_true (are_equal (low, sema_theme_get_bar_colour (theme, -INFINITY)));
  g_assert_true (are_equal (zero, sema_theme_get_bar_colour (theme, NAN)));
}

static void
test_kinds (void)
{
  g_assert_true (sema_theme_get (SEMA_THEME_LIGHT) != sema_theme_get (SEMA_THEME_DARK));
  g_assert_cmpfloat (measure_luminance (sema_theme_get_background (sema_theme_get (SEMA_THEME_LIGHT))), >, 0.9);
  g_assert_cmpfloat (measure_luminance (sema_theme_get_background (sema_theme_get (SEMA_THEME_DARK))), <, 0.05);
}

/* A number can be read on any colour of the scale. */
static void
test_cells (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (int value = -20; value <= 20; value++)
      {
        const SemaTheme *theme = sema_theme_get (kinds[i]);
        SemaColour       ground = sema_theme_get_bar_colour (theme, value / 20.0);

        g_assert_cmpfloat (measure_contrast (sema_theme_get_cell_text_colour (theme, value / 20.0), ground), >=, 3.8);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme/contrast", test_contrast);
  g_test_add_func ("/theme/contrast-on-hulls", test_contrast_on_hulls);
  g_test_add_func ("/theme/palette", test_palette);
  g_test_add_func ("/theme/points", test_points);
  g_test_add_func ("/theme/steps", test_steps);
  g_test_add_func ("/theme/bars", test_bars);
  g_test_add_func ("/theme/cells", test_cells);
  g_test_add_func ("/theme/kinds", test_kinds);
  return g_test_run ();
}
