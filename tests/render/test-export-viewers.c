/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"
#include "sample-cloud.h"
#include "sample-scatter.h"
#include "sema-export.h"

#include <glib/gstdio.h>
#include <math.h>

static void
init_options (SemaExportOptions *options, SemaExportFormat format)
{
  sema_export_options_init (options);
  options->text_scale = 1;
  options->format = format;
  options->width = 800;
  options->height = 500;
  options->scale = 1;
}

#define BLOCK 5 /* pixels a side */

static double
get_mean (cairo_surface_t *surface, int left, int top, int channel)
{
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  int           stride = cairo_image_surface_get_stride (surface);
  double        sum = 0;

  for (int y = top; y < top + BLOCK; y++)
    for (int x = left; x < left + BLOCK; x++)
      sum += pixels[y * stride + x * 4 + channel];
  return sum / (BLOCK * BLOCK);
}

/* The mean difference, 0 to 255, of two pictures made of blocks: every viewer has its own idea of a letter's edges. */
static double
measure_difference (const char *path, cairo_surface_t *expected)
{
  cairo_surface_t *seen = cairo_image_surface_create_from_png (path);
  int              width = cairo_image_surface_get_width (expected);
  int              height = cairo_image_surface_get_height (expected);
  double           sum = 0;

  g_assert_cmpint (cairo_image_surface_get_width (seen), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (seen), ==, height);
  for (int y = 0; y + BLOCK <= height; y += BLOCK)
    for (int x = 0; x + BLOCK <= width; x += BLOCK)
      for (int channel = 0; channel < 3; channel++)
        sum += fabs (get_mean (seen, x, y, channel) - get_mean (expected, x, y, channel));
  cairo_surface_destroy (seen);
  return sum * BLOCK * BLOCK / (3.0 * width * height);
}

/* Another program's idea of the SVG and the PDF is our PNG. What is allowed is three halves of what was measured; a
 * legend left out adds 0.5 and a caption 0.7, a picture moved by two pixels differs by 2. */
static void
compare_with_viewer (SemaScatter *shown, SemaExportFormat format, const char *const *arguments, double allowed)
{
  g_autoptr (SemaScatter) scatter = shown;
  g_autofree char        *found = g_find_program_in_path (arguments[0]);
  g_autofree char        *directory = g_dir_make_tmp ("sema-XXXXXX", NULL);
  g_autofree char        *in = g_build_filename (directory, "in", NULL);
  g_autofree char        *out = g_build_filename (directory, "out.png", NULL);
  g_autoptr (GError)      error = NULL;
  SemaExportOptions       options;
  cairo_surface_t        *expected;
  int                     status;

  if (found == NULL)
    {
      g_test_skip ("the viewer is not installed");
      g_rmdir (directory);
      return;
    }
  init_options (&options, format);
  g_assert_true (sema_export_subject_to_file (&(SemaExportSubject) {.scatter = scatter}, &options, in, NULL));
  expected = sema_export_to_surface (scatter, &options, NULL);
  g_spawn_sync (directory, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_test_message ("%s differs by %.2f", arguments[0], measure_difference (out, expected));
  g_assert_cmpfloat (measure_difference (out, expected), <, allowed);
  cairo_surface_destroy (expected);
  g_unlink (in);
  g_unlink (out);
  g_rmdir (directory);
}

static void
test_words (void)
{
  const char *const svg[] = {"rsvg-convert", "-o", "out.png", "in", NULL};
  const char *const pdf[] = {"pdftoppm", "-r", "96", "-png", "-singlefile", "in", "out", NULL};

  compare_with_viewer (sample_scatter_new_words (), SEMA_EXPORT_SVG, svg, 0.8);
  compare_with_viewer (sample_scatter_new_words (), SEMA_EXPORT_PDF, pdf, 1.4);
}

/* The cloud's image lies where it lies in the PNG; left out it adds 6, moved by two pixels 0.7
 * or more. */
static void
test_cloud (void)
{
  const char *const svg[] = {"rsvg-convert", "-o", "out.png", "in", NULL};
  const char *const pdf[] = {"pdftoppm", "-r", "96", "-png", "-singlefile", "in", "out", NULL};

  compare_with_viewer (sample_cloud_new_scatter (), SEMA_EXPORT_SVG, svg, 0.8);
  compare_with_viewer (sample_cloud_new_scatter (), SEMA_EXPORT_PDF, pdf, 1.9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  picture_pin_fonts ();
  g_test_add_func ("/export-viewers/words", test_words);
  g_test_add_func ("/export-viewers/cloud", test_cloud);
  return g_test_run ();
}
