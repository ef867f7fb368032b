/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"
#include "sample-cloud.h"
#include "sample-scatter.h"
#include "sema-export.h"

#include <math.h>
#include <string.h>

#include "sema-memory.h"
#include "sema-parallel.h"

static void
init_options (SemaExportOptions *options, SemaExportFormat format)
{
  sema_export_options_init (options);
  options->text_scale = 1;
  options->format = format;
  options->width = 400;
  options->height = 250;
}

/* Without memory for the cloud's image there is no picture, rather than one without its words. */
static void
test_no_memory (void)
{
  const SemaExportFormat  formats[] = {SEMA_EXPORT_PNG, SEMA_EXPORT_SVG, SEMA_EXPORT_PDF};
  g_autoptr (SemaScatter) scatter = sample_scatter_new_two ();
  guint64                 before;

  scatter->cloud = sample_cloud_new_clusters (1000, 1);
  before = sema_memory_get_used ();
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      SemaExportOptions  options;
      guint              nth = 0;

      init_options (&options, formats[i]);
      while (bytes == NULL)
        {
          g_autoptr (GError) error = NULL;

          sema_memory_fail_at (++nth);
          bytes = sema_export_to_bytes (scatter, &options, &error);
          sema_memory_fail_at (0);
          if (bytes == NULL)
            g_assert_error (error, SEMA_EXPORT_ERROR, SEMA_EXPORT_ERROR_SIZE);
          g_assert_true (bytes != NULL || sema_memory_get_used () == before);
        }
      g_assert_cmpuint (nth, >=, 3);
    }
}

static guint
count (GBytes *bytes, const char *needle)
{
  const char *at = g_bytes_get_data (bytes, NULL);
  const char *end = at + g_bytes_get_size (bytes);
  guint       n = 0;

  while ((at = memmem (at, (gsize)(end - at), needle, strlen (needle))) != NULL)
    {
      n++;
      at++;
    }
  return n;
}

/* One image, of the scale asked for, and the same bytes with any number of threads. */
static void
test_image (void)
{
  g_autoptr (SemaScatter) scatter = sample_scatter_new_two ();
  g_autoptr (GBytes)      svg = NULL;
  g_autoptr (GBytes)      again = NULL;
  g_autoptr (GBytes)      pdf = NULL;
  g_autofree char        *width = NULL;
  SemaExportOptions       options;
  SemaScatterView         view;
  SemaFrame               frame;

  scatter->cloud = sample_cloud_new_clusters (1000, 1);
  init_options (&options, SEMA_EXPORT_SVG);
  options.scale = 3;
  sema_parallel_set_threads (1);
  svg = sema_export_to_bytes (scatter, &options, NULL);
  sema_parallel_set_threads (5);
  again = sema_export_to_bytes (scatter, &options, NULL);
  sema_parallel_set_threads (0);
  g_assert_true (g_bytes_equal (svg, again));
  sema_scatter_view_init (&view, options.width, options.height);
  view.text_scale = options.text_scale;
  sema_scatter_view_get_frame (scatter, &view, &frame);
  width = g_strdup_printf ("width=\"%d\" height=\"%d\"", (int)(ceil ((frame.x + frame.width) * 3) - floor (frame.x * 3)),
                           (int)(ceil ((frame.y + frame.height) * 3) - floor (frame.y * 3)));
  g_assert_cmpuint (count (svg, "<image "), ==, 1);
  g_assert_cmpuint (count (svg, width), ==, 1);
  g_assert_cmpuint (count (svg, "data:image/png"), ==, 1);
  options.format = SEMA_EXPORT_PDF;
  pdf = sema_export_to_bytes (scatter, &options, NULL);
  g_assert_cmpuint (count (pdf, "/Subtype /Image"), ==, 2); /* with its mask */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  picture_pin_fonts ();
  g_test_add_func ("/export-cloud/no-memory", test_no_memory);
  g_test_add_func ("/export-cloud/image", test_image);
  return g_test_run ();
}
