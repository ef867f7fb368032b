/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"
#include "sample-scatter.h"
#include "sema-export-page.h"

#include <math.h>
#include <string.h>

static void
test_check (void)
{
  const struct
  {
    double   width;
    double   height;
    gboolean fits;
  } cases[] = {
    {1, 1, TRUE},
    {1600, 1000, TRUE},
    {32767, 32767, TRUE},
    {32768, 10, FALSE},
    {10, 32767.5, FALSE},
    {0, 10, FALSE},
    {10, 0.4, FALSE},
    {-5, 10, FALSE},
    {NAN, 10, FALSE},
    {10, INFINITY, FALSE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (sema_export_page_check (cases[i].width, cases[i].height, &error) == cases[i].fits);
      if (cases[i].fits)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, SEMA_EXPORT_ERROR, SEMA_EXPORT_ERROR_SIZE);
      g_assert_nonnull (strstr (error->message, "32767"));
    }
}

static void
draw (Picture *picture, SemaThemeKind theme, SemaBackground background)
{
  g_autoptr (SemaScatter) scatter = sample_scatter_new_two ();
  SemaExportOptions       options;

  sema_export_options_init (&options);
  options.width = 300;
  options.height = 200;
  options.theme = theme;
  options.background = background;
  picture_init (picture, 300, 200, SEMA_RIMS_NONE);
  sema_export_page_draw (&(SemaExportSubject) {.scatter = scatter}, &options, picture->canvas.cr);
}

/* The page's corner tells the background, the texts tell the theme. */
static void
test_backgrounds (void)
{
  const struct
  {
    SemaThemeKind  theme;
    SemaBackground background;
    SemaThemeKind  seen;
    gboolean       painted;
  } cases[] = {
    {SEMA_THEME_LIGHT, SEMA_BACKGROUND_THEME, SEMA_THEME_LIGHT, TRUE},
    {SEMA_THEME_DARK, SEMA_BACKGROUND_THEME, SEMA_THEME_DARK, TRUE},
    {SEMA_THEME_DARK, SEMA_BACKGROUND_WHITE, SEMA_THEME_LIGHT, TRUE},
    {SEMA_THEME_LIGHT, SEMA_BACKGROUND_DARK, SEMA_THEME_DARK, TRUE},
    {SEMA_THEME_DARK, SEMA_BACKGROUND_TRANSPARENT, SEMA_THEME_DARK, FALSE},
    {SEMA_THEME_LIGHT, SEMA_BACKGROUND_TRANSPARENT, SEMA_THEME_LIGHT, FALSE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SemaTheme *theme = sema_theme_get (cases[i].seen);
      guint32          page = cases[i].painted ? picture_pack (sema_theme_get_background (theme)) : 0;
      Picture          picture;

      draw (&picture, cases[i].theme, cases[i].background);
      g_assert_cmphex (picture_get (&picture, 0, 0), ==, page);
      g_assert_cmphex (picture_get (&picture, 299, 199), ==, page);
      g_assert_cmpuint (picture_count (&picture, picture_pack (sema_theme_get_text_colour (theme, SEMA_TEXT_LABEL))), >, 3);
      picture_clear (&picture);
    }
}

static void
test_is_transparent (void)
{
  SemaExportOptions options;

  sema_export_options_init (&options);
  g_assert_false (sema_export_page_is_transparent (&options));
  options.background = SEMA_BACKGROUND_TRANSPARENT;
  g_assert_true (sema_export_page_is_transparent (&options));
}

/* Neither halo nor rim on a page that is not painted: nothing there is as light as the light theme's background. */
static void
test_no_rims_on_nothing (void)
{
  Picture picture;

  draw (&picture, SEMA_THEME_LIGHT, SEMA_BACKGROUND_TRANSPARENT);
  g_assert_cmpuint (picture_count (&picture, 0xffffff), ==, 0);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  picture_pin_fonts ();
  g_test_add_func ("/export-page/check", test_check);
  g_test_add_func ("/export-page/backgrounds", test_backgrounds);
  g_test_add_func ("/export-page/is-transparent", test_is_transparent);
  g_test_add_func ("/export-page/no-rims-on-nothing", test_no_rims_on_nothing);
  return g_test_run ();
}
