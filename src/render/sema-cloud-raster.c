/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-raster.h"

#include <math.h>
#include <stdatomic.h>
#include <string.h>

#include "sema-cloud-cells.h"
#include "sema-cloud-dots.h"
#include "sema-cloud-shades.h"
#include "sema-cloud-stamp.h"
#include "sema-error.h"
#include "sema-parallel.h"
#include "sema-pixel-surface.h"

#define ROWS_PER_BAND 16

/* Pixels added to between two looks at the progress: some tenths of a ms. */
#define BLOCK 131072

typedef struct
{
  const SemaCloud  *cloud;
  SemaProgress     *progress;
  SemaCloudStamp    stamp;
  SemaCloudShades   shades;
  const SemaCamera *camera;
  double            scale;    /* pixels for one data unit */
  double            middle_x; /* the pixel that the camera looks at */
  double            middle_y;
  int               width;
  int               height;
  guint32          *pixels;
  gsize             stride; /* in pixels */
} Raster;

/* Some rows of pixels. They belong to one thread, which first counts dots in them and then turns counts into colours. */
typedef struct
{
  const Raster *raster;
  gint64        first;
  gint64        end;
  guint64       n_left; /* places until the next look at the progress */
} Band;

static void
add_row (guint32 *pixels, const guint8 *counts, gsize n)
{
  for (gsize i = 0; i < n; i++)
    pixels[i] += counts[i];
}

/* As much of a dot as lies in the band. */
static void
add_dot (const Band *band, double x, double y)
{
  const Raster *raster = band->raster;
  gint64        side = 2 * raster->stamp.reach + 1;
  gint64        left, top, from, to, first, end;
  const guint8 *counts = sema_cloud_stamp_get (&raster->stamp, x, y, &left, &top);

  from = MAX (left, 0);
  to = MIN (left + side, raster->width);
  first = MAX (top, band->first);
  end = MIN (top + side, band->end);
  for (gint64 row = first; row < end && from < to; row++)
    add_row (raster->pixels + (gsize)row * raster->stride + from, counts + (row - top) * side + from - left, (gsize)(to - from));
}

/* Dots of one pixel, the many. */
static void
add_pixels (const Band *band, guint64 first, guint64 end)
{
  const Raster *raster = band->raster;
  const float  *places = raster->cloud->sorted;
  double        width = raster->width;
  double        above = (double)band->first;
  double        below = (double)band->end;

  for (guint64 i = first; i < end; i++)
    {
      double x = raster->middle_x + (places[2 * i] - raster->camera->centre_x) * raster->scale;
      double y = raster->middle_y - (places[2 * i + 1] - raster->camera->centre_y) * raster->scale;

      if (x >= 0 && x < width && y >= above && y < below)
        raster->pixels[(gsize)y * raster->stride + (gsize)x] += SEMA_CLOUD_STAMP_WHOLE;
    }
}

static void
add_dots (const Band *band, guint64 first, guint64 end)
{
  const Raster *raster = band->raster;
  const float  *places = raster->cloud->sorted;
  double        reach = raster->stamp.reach + 1;

  for (guint64 i = first; i < end; i++)
    {
      double x = raster->middle_x + (places[2 * i] - raster->camera->centre_x) * raster->scale;
      double y = raster->middle_y - (places[2 * i + 1] - raster->camera->centre_y) * raster->scale;

      if (x > -reach && x < raster->width + reach && y > (double)band->first - reach && y < (double)band->end + reach)
        add_dot (band, x, y);
    }
}

static guint64
get_block (const Raster *raster)
{
  guint64 side = 2 * (guint64)raster->stamp.reach + 1;

  return MAX (BLOCK / (side * side), 1);
}

static gboolean
add_run (guint64 first, guint64 end, gboolean is_inside, gpointer data)
{
  Band *band = data;

  while (first < end)
    {
      guint64 next = first + MIN (end - first, band->n_left);

      if (band->raster->stamp.reach == 0)
        add_pixels (band, first, next);
      else
        add_dots (band, first, next);
      band->n_left -= next - first;
      first = next;
      if (band->n_left > 0)
        continue;
      if (sema_progress_is_cancelled (band->raster->progress))
        return FALSE;
      band->n_left = get_block (band->raster);
    }
  return TRUE;
}

/* Where in the data the band and all that reaches into it lie, and a little more. */
static SemaCloudBox
find_box (const Raster *raster, const Band *band)
{
  double reach = raster->stamp.reach + 1;

  return (SemaCloudBox) {
    raster->camera->centre_x + (-reach - raster->middle_x) / raster->scale,
    raster->camera->centre_y + (raster->middle_y - (double)band->end - reach) / raster->scale,
    raster->camera->centre_x + (raster->width + reach - raster->middle_x) / raster->scale,
    raster->camera->centre_y + (raster->middle_y - (double)band->first + reach) / raster->scale,
  };
}

static void
raster_band (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  const Raster *raster = data;
  Band          band = {raster, (gint64)first, (gint64)end, get_block (raster)};
  SemaCloudBox  box = find_box (raster, &band);

  if (!sema_cloud_cells_visit (raster->cloud, &box, add_run, &band))
    return;
  for (guint64 row = first; row < end; row++)
    sema_cloud_shades_apply (&raster->shades, raster->pixels + row * raster->stride, (gsize)raster->width);
}

static void
init_raster (Raster *self, const SemaCloud *cloud, const SemaCloudImage *image, const SemaTheme *theme)
{
  const SemaCloudView *view = &image->view;
  SemaCloudDots        dots;

  sema_cloud_dots_find (&dots, cloud, &view->camera, &view->frame, view->text_scale, view->pixels);
  self->cloud = cloud;
  self->camera = &view->camera;
  self->scale = view->camera.scale * view->pixels;
  self->middle_x = (view->frame.x + view->frame.width / 2) * view->pixels - image->left;
  self->middle_y = (view->frame.y + view->frame.height / 2) * view->pixels - image->top;
  self->width = cairo_image_surface_get_width (image->surface);
  self->height = cairo_image_surface_get_height (image->surface);
  self->pixels = (guint32 *)(gpointer)cairo_image_surface_get_data (image->surface);
  self->stride = (gsize)cairo_image_surface_get_stride (image->surface) / sizeof (guint32);
  sema_cloud_stamp_init (&self->stamp, MAX (dots.radius * view->pixels, 0.5));
  sema_cloud_shades_init (&self->shades, &dots, sema_theme_get_cloud_colour (theme));
}

static gboolean
raster_all (const SemaCloud *cloud, SemaCloudImage *image, const SemaTheme *theme, SemaProgress *progress, GError **error)
{
  Raster   raster = {.progress = progress};
  gboolean is_done;

  init_raster (&raster, cloud, image, theme);
  is_done = sema_parallel_rows ((guint64)raster.height, ROWS_PER_BAND, progress, raster_band, &raster) && !sema_progress_is_cancelled (progress);
  sema_cloud_stamp_clear (&raster.stamp);
  cairo_surface_mark_dirty (image->surface);
  if (!is_done)
    sema_set_cancelled (error);
  return is_done;
}

/**
 * sema_cloud_image_new:
 * @cloud: the words
 * @view: how one looks at them; the image's sides are 1 to 32,767 pixels
 * @theme: gives the dots' colour
 * @progress: (nullable): polled every 2 ms or oftener; its counts are left alone
 * @error: %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Counts in each pixel of the frame and its margin the dots that lie there, in parts of 1/64, and colours it by sema_cloud_dots_get_opacity().
 * Sums of whole numbers do not depend on their order, so the bytes are the same with any number of threads. Parts of the
 * cloud outside the frame cost nothing. 3 million words take 10 ms on two processors.
 *
 * Returns: (transfer full) (nullable): the picture
 */
SemaCloudImage *
sema_cloud_image_new (const SemaCloud *cloud, const SemaCloudView *view, const SemaTheme *theme, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaCloudImage) self = g_new0 (SemaCloudImage, 1);
  const SemaFrame           *frame = &view->frame;

  self->view = *view;
  self->left = (int)floor ((frame->x - view->margin) * view->pixels);
  self->top = (int)floor ((frame->y - view->margin) * view->pixels);
  self->surface = sema_pixel_surface_new (CAIRO_FORMAT_ARGB32, (int)ceil ((frame->x + frame->width + view->margin) * view->pixels) - self->left,
                                          (int)ceil ((frame->y + frame->height + view->margin) * view->pixels) - self->top, error);
  if (self->surface == NULL || !raster_all (cloud, self, theme, progress, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * sema_cloud_image_free:
 * @self: (nullable) (transfer full): what is no longer needed
 */
void
sema_cloud_image_free (SemaCloudImage *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self);
}
