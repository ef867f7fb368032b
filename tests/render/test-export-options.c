/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-export.h"

#include <math.h>
#include <string.h>

static void
test_defaults (void)
{
  SemaExportOptions options;

  memset (&options, 0x55, sizeof options);
  sema_export_options_init (&options);
  g_assert_cmpint (options.format, ==, SEMA_EXPORT_PNG);
  g_assert_cmpfloat (options.width, ==, 1600);
  g_assert_cmpfloat (options.height, ==, 1000);
  g_assert_cmpfloat (options.scale, ==, 2);
  g_assert_cmpfloat (options.dpi, ==, 300);
  g_assert_cmpint (options.theme, ==, SEMA_THEME_LIGHT);
  g_assert_cmpint (options.background, ==, SEMA_BACKGROUND_THEME);
  g_assert_cmpfloat (options.text_scale, ==, 1.25);
  g_assert_true (options.title && options.legend && options.caption);
}

static void
test_names (void)
{
  const struct
  {
    const char      *name;
    SemaExportFormat format;
  } known[] = {
    {"plot.png", SEMA_EXPORT_PNG},
    {"/a.svg/b.PDF", SEMA_EXPORT_PDF},
    {"gr\xf6\xdf"
     "e.SvG",
     SEMA_EXPORT_SVG},
    {"a.pdf.png", SEMA_EXPORT_PNG},
  };
  const char *unknown[] = {"", "plot", ".png", "plot.png ", "plot.jpg", "png", "plot.png/", "gr\xf6\xdf"
                                                                                            "e"};

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      SemaExportFormat   format = 77;
      g_autoptr (GError) error = NULL;

      g_assert_true (sema_export_format_from_name (known[i].name, &format, &error));
      g_assert_no_error (error);
      g_assert_cmpint (format, ==, known[i].format);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      SemaExportFormat   format;
      g_autoptr (GError) error = NULL;

      g_assert_false (sema_export_format_from_name (unknown[i], &format, &error));
      g_assert_error (error, SEMA_EXPORT_ERROR, SEMA_EXPORT_ERROR_FORMAT);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_presets (void)
{
  const struct
  {
    const char *id;
    double      width;
    double      height;
    double      dpi;
  } expected[] = {{"slide", 1920, 1080, 144}, {"square", 1080, 1080, 144}, {"a4", 3508, 2480, 300}};
  gsize                   n;
  const SemaExportPreset *presets = sema_export_get_presets (&n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpstr (presets[i].id, ==, expected[i].id);
      g_assert_cmpfloat (round (presets[i].width * presets[i].scale), ==, expected[i].width);
      g_assert_cmpfloat (round (presets[i].height * presets[i].scale), ==, expected[i].height);
      /* A pixel has the size that the page's units give it. */
      g_assert_cmpfloat_with_epsilon (presets[i].dpi, 96 * presets[i].scale, 1e-9);
      g_assert_cmpfloat (presets[i].dpi, ==, expected[i].dpi);
      g_assert_cmpuint (strlen (presets[i].name), >, 2);
    }
  /* A4 is 297 by 210 mm. */
  g_assert_cmpfloat_with_epsilon (presets[2].width / 96 * 25.4, 297, 0.1);
  g_assert_cmpfloat_with_epsilon (presets[2].height / 96 * 25.4, 210, 0.1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export-options/defaults", test_defaults);
  g_test_add_func ("/export-options/names", test_names);
  g_test_add_func ("/export-options/presets", test_presets);
  return g_test_run ();
}
