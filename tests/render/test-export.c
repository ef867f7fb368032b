/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"
#include "sample-heatmap.h"
#include "sample-scatter.h"
#include "sema-export.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "sema-formats.h"
#include "sema-memory.h"

static const char *program;

static void
init_options (SemaExportOptions *options, SemaExportFormat format)
{
  sema_export_options_init (options);
  options->text_scale = 1;
  options->format = format;
  options->width = 400;
  options->height = 250;
}

static GBytes *
export_words (SemaExportFormat format)
{
  g_autoptr (SemaScatter) scatter = sample_scatter_new_words ();
  g_autoptr (GError)      error = NULL;
  SemaExportOptions       options;
  GBytes                 *bytes;

  init_options (&options, format);
  bytes = sema_export_to_bytes (scatter, &options, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
test_surface (void)
{
  g_autoptr (SemaScatter) scatter = sample_scatter_new_words ();
  SemaExportOptions       options;
  cairo_surface_t        *surface;
  guint64                 before = sema_memory_get_used ();

  init_options (&options, SEMA_EXPORT_PNG);
  options.scale = 1.5;
  options.width = 401;
  surface = sema_export_to_surface (scatter, &options, NULL);
  g_assert_cmpint (cairo_image_surface_get_format (surface), ==, CAIRO_FORMAT_RGB24);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 602);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 375);
  g_assert_cmpuint (sema_memory_get_used (), >=, before + 602 * 375 * 4);
  cairo_surface_destroy (surface);
  g_assert_cmpuint (sema_memory_get_used (), ==, before);
  options.background = SEMA_BACKGROUND_TRANSPARENT;
  surface = sema_export_to_surface (scatter, &options, NULL);
  g_assert_cmpint (cairo_image_surface_get_format (surface), ==, CAIRO_FORMAT_ARGB32);
  g_assert_cmphex (*(const guint32 *)cairo_image_surface_get_data (surface), ==, 0);
  cairo_surface_destroy (surface);
}

/* Every pixel of the page is painted, also the last ones of a size that is no whole number of units. */
static void
test_edges (void)
{
  g_autoptr (SemaScatter) scatter = sample_scatter_new_two ();
  SemaExportOptions       options;
  cairo_surface_t        *surface;
  const guint8           *pixels;
  int                     width, height, stride;

  init_options (&options, SEMA_EXPORT_PNG);
  options.width = 333.3;
  options.height = 222.2;
  options.scale = 1.001;
  surface = sema_export_to_surface (scatter, &options, NULL);
  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);
  stride = cairo_image_surface_get_stride (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int x = 0; x < width; x++)
    g_assert_cmphex (((const guint32 *)(pixels + (height - 1) * stride))[x] & 0xffffff, ==, 0xffffff);
  for (int y = 0; y < height; y++)
    g_assert_cmphex (((const guint32 *)(pixels + y * stride))[width - 1] & 0xffffff, ==, 0xffffff);
  cairo_surface_destroy (surface);
}

static void
test_heads (void)
{
  g_autoptr (GBytes) png = export_words (SEMA_EXPORT_PNG);
  g_autoptr (GBytes) svg = export_words (SEMA_EXPORT_SVG);
  g_autoptr (GBytes) pdf = export_words (SEMA_EXPORT_PDF);

  g_assert_cmpmem (g_bytes_get_data (png, NULL), 4, "\x89PNG", 4);
  g_assert_cmpmem (g_bytes_get_data (svg, NULL), 5, "<?xml", 5);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 4, "%PDF", 4);
}

static void
test_empty (void)
{
  for (SemaExportFormat format = SEMA_EXPORT_PNG; format <= SEMA_EXPORT_PDF; format++)
    {
      g_autoptr (SemaScatter) scatter = sema_scatter_new ();
      g_autoptr (GError)      error = NULL;
      g_autoptr (GBytes)      bytes = NULL;
      SemaExportOptions       options;

      init_options (&options, format);
      bytes = sema_export_to_bytes (scatter, &options, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
    }
}

static void
test_extreme_sizes (void)
{
  const struct
  {
    double   width;
    double   height;
    double   scale;
    gboolean fits;
  } cases[] = {
    {1, 1, 1, TRUE},
    {30, 1, 2, TRUE},
    {32767, 1, 1, TRUE},
    {32767, 1, 2, FALSE},
    {400, 250, 0.001, FALSE},
    {400, 250, 0, FALSE},
    {400, 250, -1, FALSE},
    {400, 250, NAN, FALSE},
    {400, NAN, 1, FALSE},
    {1e300, 250, 1, FALSE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SemaScatter) scatter = sample_scatter_new_words ();
      g_autoptr (GError)      error = NULL;
      g_autoptr (GBytes)      bytes = NULL;
      SemaExportOptions       options;

      init_options (&options, SEMA_EXPORT_PNG);
      options.width = cases[i].width;
      options.height = cases[i].height;
      options.scale = cases[i].scale;
      bytes = sema_export_to_bytes (scatter, &options, &error);
      g_assert_true ((bytes != NULL) == cases[i].fits);
      if (!cases[i].fits)
        g_assert_error (error, SEMA_EXPORT_ERROR, SEMA_EXPORT_ERROR_SIZE);
    }
}

/* A picture that the memory cannot hold is refused with its figures, before any of it is drawn. */
static void
test_budget (void)
{
  g_autoptr (SemaScatter) scatter = sample_scatter_new_words ();
  g_autoptr (GError)      error = NULL;
  SemaExportOptions       options;

  init_options (&options, SEMA_EXPORT_PNG);
  sema_memory_set_budget (sema_memory_get_used () + 100000);
  g_assert_null (sema_export_to_bytes (scatter, &options, &error));
  sema_memory_set_budget (0);
  g_assert_error (error, SEMA_EXPORT_ERROR, SEMA_EXPORT_ERROR_SIZE);
  g_assert_nonnull (strstr (error->message, "800 × 500"));
  g_assert_nonnull (strstr (error->message, "1.6"));
}

static void
test_no_memory (void)
{
  g_autoptr (SemaScatter) scatter = sample_scatter_new_two ();
  guint64                 before = sema_memory_get_used ();
  SemaExportOptions       options;

  init_options (&options, SEMA_EXPORT_PNG);
  for (guint64 nth = 1; nth <= 3; nth++)
    {
      g_autoptr (GError) error = NULL;

      sema_memory_fail_at (nth);
      g_assert_null (sema_export_to_bytes (scatter, &options, &error));
      sema_memory_fail_at (0);
      g_assert_error (error, SEMA_EXPORT_ERROR, SEMA_EXPORT_ERROR_SIZE);
      g_assert_cmpuint (sema_memory_get_used (), ==, before);
    }
}

static void
test_file (void)
{
  g_autoptr (SemaScatter) scatter = sample_scatter_new_words ();
  g_autofree char        *directory = g_dir_make_tmp ("sema-XXXXXX", NULL);
  g_autofree char        *path = g_build_filename (directory, "plot.svg", NULL);
  g_autofree char        *missing = g_build_filename (directory, "missing", "plot.svg", NULL);
  g_autofree char        *text = NULL;
  g_autoptr (GBytes)      expected = export_words (SEMA_EXPORT_SVG);
  g_autoptr (GError)      error = NULL;
  SemaExportOptions       options;
  gsize                   length;

  init_options (&options, SEMA_EXPORT_SVG);
  g_assert_true (sema_export_subject_to_file (&(SemaExportSubject) {.scatter = scatter}, &options, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpmem (text, length, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
  g_assert_false (sema_export_subject_to_file (&(SemaExportSubject) {.scatter = scatter}, &options, missing, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE);
  g_clear_error (&error);
  /* A picture that cannot be made leaves the old one. */
  options.width = 1e9;
  g_assert_false (sema_export_subject_to_file (&(SemaExportSubject) {.scatter = scatter}, &options, path, &error));
  g_assert_error (error, SEMA_EXPORT_ERROR, SEMA_EXPORT_ERROR_SIZE);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_unlink (path);
  g_rmdir (directory);
}

/* Title, legend and caption each take their place on the page, or leave it. */
static void
test_parts (void)
{
  gboolean                shown[3];
  g_autoptr (SemaScatter) scatter = sample_scatter_new_words ();
  g_autoptr (GBytes)      all = NULL;
  SemaExportOptions       options;

  init_options (&options, SEMA_EXPORT_SVG);
  options.width = 800;
  options.height = 500;
  all = sema_export_to_bytes (scatter, &options, NULL);
  for (int part = 0; part < 3; part++)
    {
      g_autoptr (GBytes) without = NULL;

      for (int i = 0; i < 3; i++)
        shown[i] = i != part;
      options.title = shown[0];
      options.legend = shown[1];
      options.caption = shown[2];
      without = sema_export_to_bytes (scatter, &options, NULL);
      g_assert_false (g_bytes_equal (all, without));
    }
}

/* The three files' checksums, after some other drawings: every one leaves its mark on cairo's counters. */
static char *
print_checksums (guint n_before)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_before; i++)
    {
      g_autoptr (SemaScatter) scatter = sample_scatter_new_clusters (20 + 7 * i, i);
      g_autoptr (GBytes)      bytes = NULL;
      SemaExportOptions       options;

      init_options (&options, i % 2 == 0 ? SEMA_EXPORT_SVG : SEMA_EXPORT_PDF);
      options.text_scale = 1 + i * 0.25;
      bytes = sema_export_to_bytes (scatter, &options, NULL);
    }
  for (SemaExportFormat format = SEMA_EXPORT_PNG; format <= SEMA_EXPORT_PDF; format++)
    {
      g_autoptr (GBytes) bytes = export_words (format);
      g_autofree char   *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      g_string_append_printf (text, "%s\n", checksum);
    }
  return g_string_free (text, FALSE);
}

static char *
print_checksums_elsewhere (const char *n_before)
{
  const char        *command[] = {program, "--checksums", n_before, NULL};
  g_autoptr (GError) error = NULL;
  char              *output = NULL;
  int                status;

  g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

static void
test_same_bytes (void)
{
  g_autofree char *first = print_checksums (0);
  g_autofree char *second = print_checksums (3);
  g_autofree char *elsewhere = print_checksums_elsewhere ("0");
  g_autofree char *elsewhere_later = print_checksums_elsewhere ("5");

  g_assert_cmpuint (strlen (first), ==, 3 * 65);
  g_assert_cmpstr (second, ==, first);
  g_assert_cmpstr (elsewhere, ==, first);
  g_assert_cmpstr (elsewhere_later, ==, first);
}

/* A heat map goes the same ways as a scatter. */
static void
test_heatmap (void)
{
  g_autoptr (SemaHeatmap) heatmap = sample_heatmap_new_questions ();
  const SemaExportSubject subject = {.heatmap = heatmap};
  SemaExportOptions       options;

  for (SemaExportFormat format = SEMA_EXPORT_PNG; format <= SEMA_EXPORT_PDF; format++)
    {
      g_autoptr (GBytes) one = NULL;
      g_autoptr (GBytes) again = NULL;
      g_autoptr (GBytes) bare = NULL;

      init_options (&options, format);
      one = sema_export_subject_to_bytes (&subject, &options, NULL);
      again = sema_export_subject_to_bytes (&subject, &options, NULL);
      options.legend = options.caption = FALSE;
      bare = sema_export_subject_to_bytes (&subject, &options, NULL);
      g_assert_true (g_bytes_equal (one, again));
      g_assert_false (g_bytes_equal (one, bare));
    }
}

/* A part is seen whole and in the middle, on a page of any shape; what is no part shows everything. */
static void
test_region (void)
{
  g_autoptr (SemaScatter) scatter = sample_scatter_new_two ();
  const SemaRegion        none = {0, 0, 0, 0};
  const SemaRegion        wrong = {0, 0, -1, NAN};
  const SemaRegion        part = {0.1, 0.1, 0.5, 0.5};
  const SemaRegion       *regions[] = {&none, &wrong, &part};
  GBytes                 *bytes[3];
  SemaExportOptions       options;

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      init_options (&options, SEMA_EXPORT_SVG);
      options.region = *regions[i];
      bytes[i] = sema_export_to_bytes (scatter, &options, NULL);
    }
  g_assert_true (g_bytes_equal (bytes[0], bytes[1]));
  g_assert_false (g_bytes_equal (bytes[0], bytes[2]));
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    g_bytes_unref (bytes[i]);
}

int
main (int argc, char **argv)
{
  program = argv[0];
  /* The child of a test, with the fonts that its parent pinned. */
  if (argc > 2 && strcmp (argv[1], "--checksums") == 0)
    {
      g_autofree char *checksums = print_checksums ((guint)g_ascii_strtoull (argv[2], NULL, 10));

      fputs (checksums, stdout);
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  picture_pin_fonts ();
  g_test_add_func ("/export/surface", test_surface);
  g_test_add_func ("/export/edges", test_edges);
  g_test_add_func ("/export/heads", test_heads);
  g_test_add_func ("/export/empty", test_empty);
  g_test_add_func ("/export/extreme-sizes", test_extreme_sizes);
  g_test_add_func ("/export/budget", test_budget);
  g_test_add_func ("/export/no-memory", test_no_memory);
  g_test_add_func ("/export/file", test_file);
  g_test_add_func ("/export/parts", test_parts);
  g_test_add_func ("/export/heatmap", test_heatmap);
  g_test_add_func ("/export/region", test_region);
  g_test_add_func ("/export/same-bytes", test_same_bytes);
  return g_test_run ();
}
