/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"
#include "sample-heatmap.h"
#include "sample-scatter.h"
#include "sema-export-vector.h"

#include <string.h>

#include "sema-memory.h"

static GBytes *
make_of (const SemaScatter *scatter, SemaExportFormat format, double width, double height, GError **error)
{
  SemaExportOptions options;

  sema_export_options_init (&options);
  options.width = width;
  options.height = height;
  return format == SEMA_EXPORT_SVG ? sema_export_vector_make_svg (&(SemaExportSubject) {.scatter = scatter}, &options, error) : sema_export_vector_make_pdf (&(SemaExportSubject) {.scatter = scatter}, &options, error);
}

static GBytes *
make (SemaExportFormat format, double width, double height, GError **error)
{
  g_autoptr (SemaScatter) scatter = sample_scatter_new_words ();

  return make_of (scatter, format, width, height, error);
}

static gboolean
has (GBytes *bytes, const char *needle)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), needle, strlen (needle)) != NULL;
}

typedef struct
{
  GHashTable *ids;
  GPtrArray  *references;
  guint       n_elements;
} Seen;

static void
start_element (GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer data, GError **error)
{
  Seen *seen = data;

  seen->n_elements++;
  for (int i = 0; names[i] != NULL; i++)
    {
      if (strcmp (names[i], "id") == 0)
        g_assert_true (g_hash_table_add (seen->ids, g_strdup (values[i])));
      else if (g_str_has_suffix (names[i], "href") && values[i][0] == '#')
        g_ptr_array_add (seen->references, g_strdup (values[i] + 1));
      else if (g_str_has_prefix (values[i], "url(#"))
        g_ptr_array_add (seen->references, g_strndup (values[i] + 5, strlen (values[i]) - 6));
    }
}

/* Well-formed, every id once, and every reference leads to one. */
static void
test_svg_is_whole (void)
{
  const GMarkupParser  parser = {start_element};
  Seen                 seen = {g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), g_ptr_array_new_with_free_func (g_free), 0};
  g_autoptr (GError)   error = NULL;
  g_autoptr (GBytes)   svg = make (SEMA_EXPORT_SVG, 800, 500, &error);
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &seen, NULL);

  g_assert_no_error (error);
  g_markup_parse_context_parse (context, g_bytes_get_data (svg, NULL), (gssize)g_bytes_get_size (svg), &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seen.n_elements, >, 100);
  g_assert_cmpuint (seen.references->len, >, 100);
  for (guint i = 0; i < seen.references->len; i++)
    g_assert_true (g_hash_table_contains (seen.ids, g_ptr_array_index (seen.references, i)));
  g_markup_parse_context_free (context);
  g_hash_table_unref (seen.ids);
  g_ptr_array_unref (seen.references);
}

static void
test_svg_size (void)
{
  g_autoptr (GBytes) svg = make (SEMA_EXPORT_SVG, 800, 500, NULL);

  g_assert_true (has (svg, "width=\"800px\" height=\"500px\" viewBox=\"0 0 800 500\""));
}

/* 800 by 500 units of 1/96 inch are 600 by 375 points of 1/72. */
static void
test_pdf_head (void)
{
  g_autoptr (GBytes) pdf = make (SEMA_EXPORT_PDF, 800, 500, NULL);

  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  g_assert_true (has (pdf, "/MediaBox [ 0 0 600 375 ]"));
  g_assert_true (has (pdf, "/Count 1\n"));
  g_assert_true (has (pdf, "/Title (Royals, animals, fruit and capitals)"));
  g_assert_false (has (pdf, "/CreationDate"));
  g_assert_false (has (pdf, "/ModDate"));
}

static void
test_title_of_any_letters (void)
{
  g_autoptr (SemaScatter) scatter = sample_scatter_new_two ();
  g_autoptr (GBytes)      plain = NULL;
  g_autoptr (GBytes)      titled = NULL;
  SemaExportOptions       options;

  sema_export_options_init (&options);
  plain = sema_export_vector_make_pdf (&(SemaExportSubject) {.scatter = scatter}, &options, NULL);
  g_assert_false (has (plain, "/Title"));
  scatter->title = g_strdup ("größe (a)");
  titled = sema_export_vector_make_pdf (&(SemaExportSubject) {.scatter = scatter}, &options, NULL);
  g_assert_true (has (titled, "/Title <FEFF0067007200F600DF00650020002800610029>"));
}

/* Its scale is an image in the file, its cells are not. */
static void
test_heatmap (void)
{
  g_autoptr (SemaHeatmap) heatmap = sample_heatmap_new_matrix ();
  const SemaExportSubject subject = {.heatmap = heatmap};
  g_autoptr (GBytes)      pdf = NULL;
  g_autoptr (GBytes)      svg = NULL;
  SemaExportOptions       options;

  sema_export_options_init (&options);
  pdf = sema_export_vector_make_pdf (&subject, &options, NULL);
  svg = sema_export_vector_make_svg (&subject, &options, NULL);
  g_assert_true (has (pdf, "/Title (Every two words)"));
  g_assert_true (has (svg, "<image"));
  g_assert_true (has (svg, "rgb(83.529412%,36.862745%,0%)"));
}

static void
test_sizes_refused (void)
{
  for (SemaExportFormat format = SEMA_EXPORT_SVG; format <= SEMA_EXPORT_PDF; format++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (make (format, 40000, 500, &error));
      g_assert_error (error, SEMA_EXPORT_ERROR, SEMA_EXPORT_ERROR_SIZE);
    }
}

/* Wherever memory ends: an error, no file, nothing kept. */
static void
test_no_memory (void)
{
  for (SemaExportFormat format = SEMA_EXPORT_SVG; format <= SEMA_EXPORT_PDF; format++)
    {
      g_autoptr (SemaScatter) scatter = sample_scatter_new_words ();
      guint64                 before = sema_memory_get_used ();
      guint64                 nth = 0;
      g_autoptr (GBytes)      bytes = NULL;

      while (bytes == NULL)
        {
          g_autoptr (GError) error = NULL;

          sema_memory_fail_at (++nth);
          bytes = make_of (scatter, format, 300, 200, &error);
          sema_memory_fail_at (0);
          if (bytes != NULL)
            break;
          g_assert_error (error, SEMA_EXPORT_ERROR, SEMA_EXPORT_ERROR_SIZE);
          g_assert_cmpuint (sema_memory_get_used (), ==, before);
        }
      g_assert_cmpuint (nth, >=, 3);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  picture_pin_fonts ();
  g_test_add_func ("/export-vector/svg-is-whole", test_svg_is_whole);
  g_test_add_func ("/export-vector/svg-size", test_svg_size);
  g_test_add_func ("/export-vector/pdf-head", test_pdf_head);
  g_test_add_func ("/export-vector/title-of-any-letters", test_title_of_any_letters);
  g_test_add_func ("/export-vector/heatmap", test_heatmap);
  g_test_add_func ("/export-vector/sizes-refused", test_sizes_refused);
  g_test_add_func ("/export-vector/no-memory", test_no_memory);
  return g_test_run ();
}
