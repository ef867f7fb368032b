/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-export-vector.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

#include "sema-byte-sink.h"
#include "sema-export-page.h"
#include "sema-svg-ids.h"

/* A logical unit is 1/96 inch, a PDF's is 1/72. */
#define POINTS_PER_UNIT 0.75

static void
set_no_memory (GError **error)
{
  g_set_error_literal (error, SEMA_EXPORT_ERROR, SEMA_EXPORT_ERROR_SIZE, _ ("There is not enough memory for the picture."));
}

/* Draws, and closes the surface; whether all of it was written. */
static gboolean
draw_and_finish (const SemaExportSubject *subject, const SemaExportOptions *options, cairo_surface_t *surface, double scale)
{
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;
  gboolean       is_whole;

  cairo_scale (cr, scale, scale);
  is_whole = sema_export_page_draw (subject, options, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return is_whole && status == CAIRO_STATUS_SUCCESS;
}

static const char *
get_title (const SemaExportSubject *subject)
{
  if (subject->scatter != NULL)
    return subject->scatter->title;
  return subject->heatmap != NULL ? subject->heatmap->title : subject->ruler->title;
}

/**
 * sema_export_vector_make_svg:
 * @subject: what to show
 * @options: how; the scale matters for a cloud, which is an image in the file; the dpi does not matter
 * @error: %SEMA_EXPORT_ERROR_SIZE
 *
 * Returns: (transfer full) (nullable): an SVG 1.1 file whose pixels are logical units, its texts as outlines; the same
 *   picture is the same bytes
 */
GBytes *
sema_export_vector_make_svg (const SemaExportSubject *subject, const SemaExportOptions *options, GError **error)
{
  g_auto (SemaByteSink) raw = {0};
  g_auto (SemaByteSink) file = {0};
  cairo_surface_t      *surface;

  if (!sema_export_page_check (options->width, options->height, error))
    return NULL;
  surface = cairo_svg_surface_create_for_stream (sema_byte_sink_write, &raw, options->width, options->height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  if (draw_and_finish (subject, options, surface, 1) && sema_svg_ids_renumber ((const char *)raw.bytes, raw.length, &file))
    return sema_byte_sink_take (&file);
  set_no_memory (error);
  return NULL;
}

/**
 * sema_export_vector_make_pdf:
 * @subject: what to show; its title is the document's
 * @options: how; the scale matters for a cloud, which is an image in the file; the dpi does not matter
 * @error: %SEMA_EXPORT_ERROR_SIZE
 *
 * Returns: (transfer full) (nullable): a PDF of one page, a logical unit being 1/96 inch on it, without any date; the
 *   same picture is the same bytes
 */
GBytes *
sema_export_vector_make_pdf (const SemaExportSubject *subject, const SemaExportOptions *options, GError **error)
{
  g_auto (SemaByteSink) file = {0};
  const char           *title = get_title (subject);
  cairo_surface_t      *surface;

  if (!sema_export_page_check (options->width, options->height, error))
    return NULL;
  surface = cairo_pdf_surface_create_for_stream (sema_byte_sink_write, &file, options->width * POINTS_PER_UNIT, options->height * POINTS_PER_UNIT);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (draw_and_finish (subject, options, surface, POINTS_PER_UNIT))
    return sema_byte_sink_take (&file);
  set_no_memory (error);
  return NULL;
}
