/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-export.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sema-atomic-file.h"
#include "sema-export-page.h"
#include "sema-export-vector.h"
#include "sema-memory.h"
#include "sema-pixel-surface.h"
#include "sema-png.h"

static void
set_no_memory (int width, int height, GError **error)
{
  g_autofree char *needed = g_format_size ((guint64)width * (guint64)height * 4);
  g_autofree char *budget = g_format_size (sema_memory_get_budget ());

  g_set_error (error, SEMA_EXPORT_ERROR, SEMA_EXPORT_ERROR_SIZE,
               _ ("A picture of %d × %d pixels needs %s of memory, and there is not enough (%s may be used in all)."),
                  width, height, needed, budget);
}

static gboolean
draw (const SemaExportSubject *subject, const SemaExportOptions *options, cairo_surface_t *surface)
{
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;
  gboolean       is_whole;

  /* Where the pixels are not a whole number of units, the page ends with the last pixel all the same. */
  cairo_scale (cr, cairo_image_surface_get_width (surface) / options->width, cairo_image_surface_get_height (surface) / options->height);
  is_whole = sema_export_page_draw (subject, options, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return is_whole && status == CAIRO_STATUS_SUCCESS && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
}

/**
 * sema_export_subject_to_surface:
 * @subject: what to show
 * @options: how; the format does not matter
 * @error: %SEMA_EXPORT_ERROR_SIZE where a side is none or too long, or the memory too small
 *
 * Draws the picture that a PNG would hold, for a preview or the clipboard. O(pixels + marks).
 *
 * Returns: (transfer full) (nullable): an image surface of width × scale by height × scale pixels, rounded: ARGB32 where the
 *   background is transparent, else RGB24
 */
cairo_surface_t *
sema_export_subject_to_surface (const SemaExportSubject *subject, const SemaExportOptions *options, GError **error)
{
  double           width = round (options->width * options->scale);
  double           height = round (options->height * options->scale);
  cairo_format_t   format = sema_export_page_is_transparent (options) ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
  cairo_surface_t *surface;

  if (!sema_export_page_check (options->width, options->height, error) || !sema_export_page_check (width, height, error))
    return NULL;
  surface = sema_pixel_surface_new (format, (int)width, (int)height, NULL);
  if (surface != NULL && draw (subject, options, surface))
    return surface;
  g_clear_pointer (&surface, cairo_surface_destroy);
  set_no_memory ((int)width, (int)height, error);
  return NULL;
}

static GBytes *
make_png (const SemaExportSubject *subject, const SemaExportOptions *options, GError **error)
{
  cairo_surface_t *surface = sema_export_subject_to_surface (subject, options, error);
  GBytes          *bytes;

  if (surface == NULL)
    return NULL;
  bytes = sema_png_encode (surface, options->dpi);
  if (bytes == NULL)
    set_no_memory (cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface), error);
  cairo_surface_destroy (surface);
  return bytes;
}

/**
 * sema_export_subject_to_bytes:
 * @subject: what to show
 * @options: how
 * @error: %SEMA_EXPORT_ERROR_SIZE where a side is none or too long, or the memory too small
 *
 * Makes the file in memory. The same subject, options and fonts give the same bytes, in any process and at any time.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
sema_export_subject_to_bytes (const SemaExportSubject *subject, const SemaExportOptions *options, GError **error)
{
  switch (options->format)
    {
    case SEMA_EXPORT_SVG:
      return sema_export_vector_make_svg (subject, options, error);
    case SEMA_EXPORT_PDF:
      return sema_export_vector_make_pdf (subject, options, error);
    case SEMA_EXPORT_PNG:
    default:
      return make_png (subject, options, error);
    }
}

/**
 * sema_export_subject_to_file:
 * @subject: what to show
 * @options: how
 * @path: where to, bytes
 * @error: %SEMA_EXPORT_ERROR_SIZE as for sema_export_subject_to_bytes(); %SEMA_FORMAT_ERROR_WRITE where the file cannot be
 *   written, and the old one is as it was
 *
 * Returns: whether the whole picture is on the disk
 */
gboolean
sema_export_subject_to_file (const SemaExportSubject *subject, const SemaExportOptions *options, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = sema_export_subject_to_bytes (subject, options, error);

  return bytes != NULL && sema_atomic_file_write (path, bytes, error);
}

/**
 * sema_export_to_surface:
 * @scatter: what to show
 * @options: as for sema_export_subject_to_surface()
 * @error: as there
 *
 * Returns: (transfer full) (nullable): the picture of a scatter
 */
cairo_surface_t *
sema_export_to_surface (const SemaScatter *scatter, const SemaExportOptions *options, GError **error)
{
  return sema_export_subject_to_surface (&(SemaExportSubject) {.scatter = scatter}, options, error);
}

/**
 * sema_export_to_bytes:
 * @scatter: what to show
 * @options: as for sema_export_subject_to_bytes()
 * @error: as there
 *
 * Returns: (transfer full) (nullable): the file with the picture of a scatter
 */
GBytes *
sema_export_to_bytes (const SemaScatter *scatter, const SemaExportOptions *options, GError **error)
{
  return sema_export_subject_to_bytes (&(SemaExportSubject) {.scatter = scatter}, options, error);
}
