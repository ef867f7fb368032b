/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-raster.h"

#include <math.h>

#include "sample-cloud.h"
#include "sema-cloud-dots.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"

static SemaCloudView
make_view (double x, double y, double scale, double pixels)
{
  return (SemaCloudView) {{x, y, scale}, {20.3, 11.9, 300.5, 200.25}, 0, 1, pixels};
}

static SemaCloudImage *
make_image (const SemaCloud *cloud, const SemaCloudView *view)
{
  g_autoptr (GError) error = NULL;
  SemaCloudImage    *image = sema_cloud_image_new (cloud, view, sema_theme_get (SEMA_THEME_LIGHT), NULL, &error);

  g_assert_no_error (error);
  return image;
}

static guint32
get_pixel (const SemaCloudImage *image, int x, int y)
{
  return ((guint32 *)(gpointer)(cairo_image_surface_get_data (image->surface) + y * cairo_image_surface_get_stride (image->surface)))[x];
}

/* The plain way, word by word in the order of the file, with nothing kept from one to the next. */
static void
add_plainly (guint32 *counts, int width, int height, double x, double y, double radius)
{
  double parts = radius >= 1.5 ? 4 : 1;
  double middle_x = (floor (x * parts) + 0.5) / parts;
  double middle_y = (floor (y * parts) + 0.5) / parts;

  for (int row = (int)MAX (floor (y - radius - 2), 0); row < MIN (height, y + radius + 2); row++)
    for (int column = (int)MAX (floor (x - radius - 2), 0); column < MIN (width, x + radius + 2); column++)
      {
        double distance = sqrt ((column + 0.5 - middle_x) * (column + 0.5 - middle_x) + (row + 0.5 - middle_y) * (row + 0.5 - middle_y));

        counts[row * width + column] += (guint32)lround (64 * CLAMP (radius + 0.5 - distance, 0, 1));
      }
}

static guint32
shade_plainly (const SemaCloudDots *dots, guint32 count)
{
  SemaColour colour = sema_theme_get_cloud_colour (sema_theme_get (SEMA_THEME_LIGHT));
  guint32    kept = count;
  long       alpha;

  /* Of 512 and more only nine binary digits, the first among them, count. */
  for (guint32 step = 1; kept >> 9 != 0 && count / step >= 512; step *= 2)
    kept = count / (2 * step) * (2 * step);
  alpha = lround (255 * sema_cloud_dots_get_opacity (dots, kept / 64.0));
  return (guint32)alpha << 24 | (guint32)lround (colour.red * (double)alpha) << 16 | (guint32)lround (colour.green * (double)alpha) << 8 |
         (guint32)lround (colour.blue * (double)alpha);
}

static void
check (const SemaCloud *cloud, const SemaCloudView *view)
{
  g_autoptr (SemaCloudImage) image = make_image (cloud, view);
  int                        width = cairo_image_surface_get_width (image->surface);
  int                        height = cairo_image_surface_get_height (image->surface);
  g_autofree guint32        *counts = g_new0 (guint32, (gsize)width * (gsize)height);
  SemaCloudDots              dots;

  sema_cloud_dots_find (&dots, cloud, &view->camera, &view->frame, view->text_scale, view->pixels);
  for (guint64 row = 0; row < cloud->n; row++)
    {
      double x, y;

      if (!sema_cloud_get_place (cloud, row, &x, &y))
        continue;
      x = (view->frame.x + view->frame.width / 2) * view->pixels - image->left + (x - view->camera.centre_x) * (view->camera.scale * view->pixels);
      y = (view->frame.y + view->frame.height / 2) * view->pixels - image->top - (y - view->camera.centre_y) * (view->camera.scale * view->pixels);
      add_plainly (counts, width, height, x, y, MAX (dots.radius * view->pixels, 0.5));
    }
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      g_assert_cmphex (get_pixel (image, x, y), ==, shade_plainly (&dots, counts[y * width + x]));
}

/* From all words in a few pixels to a few words as discs; the image covers the frame. */
static void
test_against_plain_loops (void)
{
  g_autoptr (SemaCloud) cloud = sample_cloud_new_clusters (30000, 2);
  const double          scales[] = {0.5, 20, 90, 400, 3000, 20000, 1e6};

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    for (double pixels = 1; pixels <= 3; pixels += 1.3)
      {
        SemaCloudView view = make_view (0.1, -0.05, scales[i], pixels);

        view.margin = 7 * (pixels - 1);
        check (cloud, &view);
      }
}

static void
test_size (void)
{
  g_autoptr (SemaCloud)      cloud = sample_cloud_new_clusters (10, 2);
  SemaCloudView              view = make_view (0, 0, 100, 2);
  g_autoptr (SemaCloudImage) image = make_image (cloud, &view);
  g_autoptr (SemaCloudImage) wider = NULL;

  g_assert_cmpint (image->left, ==, 40);
  g_assert_cmpint (image->top, ==, 23);
  g_assert_cmpint (cairo_image_surface_get_width (image->surface), ==, 642 - 40);
  g_assert_cmpint (cairo_image_surface_get_height (image->surface), ==, 425 - 23);
  view.margin = 21;
  wider = make_image (cloud, &view);
  g_assert_cmpint (wider->left, ==, -2);
  g_assert_cmpint (wider->top, ==, -19);
  g_assert_cmpint (cairo_image_surface_get_width (wider->surface), ==, 684 + 2);
  g_assert_cmpint (cairo_image_surface_get_height (wider->surface), ==, 467 + 19);
  g_assert_cmpint (cairo_image_surface_get_format (image->surface), ==, CAIRO_FORMAT_ARGB32);
}

/* None, one, two in one place, none with a place. */
static void
test_few (void)
{
  const float places[] = {0, 0, 0, 0, NAN, 0};

  for (guint64 first = 0; first <= 2; first++)
    for (guint64 n = 0; first + n <= 3; n++)
      {
        g_autoptr (SemaCloud) cloud = sema_cloud_new (places + 2 * first, n, NULL, NULL, NULL);
        SemaCloudView         view = make_view (0, 0, 100, 1);

        check (cloud, &view);
      }
}

/* A word alone is seen: its pixels are as strong as one dot is, and all of it is there. */
static void
test_one (void)
{
  const float                places[] = {0, 0};
  g_autoptr (SemaCloud)      cloud = sema_cloud_new (places, 1, NULL, NULL, NULL);
  SemaCloudView              view = {{0, 0, 100}, {0, 0, 101, 101}, 0, 1, 1};
  g_autoptr (SemaCloudImage) image = make_image (cloud, &view);
  guint                      n = 0;

  for (int y = 0; y < 101; y++)
    for (int x = 0; x < 101; x++)
      n += get_pixel (image, x, y) >> 24 == 204;
  g_assert_cmphex (get_pixel (image, 50, 50) >> 24, ==, 204);
  g_assert_cmphex (get_pixel (image, 50, 40), ==, 0);
  g_assert_cmpuint (n, >, 80);
  g_assert_cmpuint (n, <, 114);
}

/* More in one pixel than a band's share of work, over a thousand words in one place. */
static void
test_one_place (void)
{
  g_autofree float     *places = g_new0 (float, 2 * 300000);
  g_autoptr (SemaCloud) cloud = sema_cloud_new (places, 300000, NULL, NULL, NULL);
  SemaCloudView         view = make_view (0, 0, 100, 1);

  check (cloud, &view);
}

static void
test_threads (void)
{
  g_autoptr (SemaCloud)      cloud = sample_cloud_new_clusters (100000, 5);
  SemaCloudView              view = make_view (0.1, 0, 500, 1.5);
  g_autoptr (SemaCloudImage) one = NULL;
  gsize                      n_bytes;

  sema_parallel_set_threads (1);
  one = make_image (cloud, &view);
  n_bytes = (gsize)cairo_image_surface_get_stride (one->surface) * (gsize)cairo_image_surface_get_height (one->surface);
  for (guint n_threads = 2; n_threads <= 5; n_threads += 3)
    {
      g_autoptr (SemaCloudImage) other = NULL;

      sema_parallel_set_threads (n_threads);
      other = make_image (cloud, &view);
      g_assert_cmpmem (cairo_image_surface_get_data (one->surface), n_bytes, cairo_image_surface_get_data (other->surface), n_bytes);
    }
  sema_parallel_set_threads (0);
}

static void
test_cancelled (void)
{
  g_autoptr (SemaCloud)    cloud = sample_cloud_new_clusters (1000, 5);
  SemaCloudView            view = make_view (0, 0, 100, 1);
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  guint64                  before = sema_memory_get_used ();

  sema_progress_cancel (progress);
  g_assert_null (sema_cloud_image_new (cloud, &view, sema_theme_get (SEMA_THEME_DARK), progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  g_assert_cmpuint (sema_memory_get_used (), ==, before);
}

typedef struct
{
  SemaProgress *progress;
  gint64        at;
} Cancel;

static gpointer
cancel_soon (gpointer data)
{
  Cancel *cancel = data;

  g_usleep (10000);
  cancel->at = g_get_monotonic_time ();
  sema_progress_cancel (cancel->progress);
  return NULL;
}

/* Discs so large that one band takes a second: the wait goes by pixels, not by words. */
static void
test_cancelled_midway (void)
{
  g_autofree float        *places = g_new0 (float, 2 * 4000000);
  g_autoptr (SemaCloud)    cloud = sema_cloud_new (places, 4000000, NULL, NULL, NULL);
  SemaCloudView            view = {{0, 0, 1e5}, {0, 0, 300, 200}, 0, 1, 8};
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  Cancel                   cancel = {progress, 0};
  GThread                 *thread;

  /* A crowd that is not known of: dots of the largest size. */
  cloud->crowding = 0;
  view.text_scale = 16;
  thread = g_thread_new ("cancel", cancel_soon, &cancel);
  g_assert_null (sema_cloud_image_new (cloud, &view, sema_theme_get (SEMA_THEME_LIGHT), progress, &error));
  g_thread_join (thread);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  /* Some ms; a busy machine may take longer to wake up. */
  g_assert_cmpint (g_get_monotonic_time () - cancel.at, <, 300000);
}

static void
test_without_memory (void)
{
  g_autoptr (SemaCloud)      cloud = sample_cloud_new_clusters (1000, 5);
  SemaCloudView              view = make_view (0, 0, 100, 1);
  g_autoptr (GError)         error = NULL;
  g_autoptr (SemaCloudImage) image = NULL;
  guint64                    before = sema_memory_get_used ();

  sema_memory_fail_at (1);
  g_assert_null (sema_cloud_image_new (cloud, &view, sema_theme_get (SEMA_THEME_LIGHT), NULL, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  g_assert_cmpuint (sema_memory_get_used (), ==, before);
  sema_memory_fail_at (2);
  image = make_image (cloud, &view);
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/cloud-raster/against-plain-loops", test_against_plain_loops);
  g_test_add_func ("/render/cloud-raster/size", test_size);
  g_test_add_func ("/render/cloud-raster/few", test_few);
  g_test_add_func ("/render/cloud-raster/one", test_one);
  g_test_add_func ("/render/cloud-raster/one-place", test_one_place);
  g_test_add_func ("/render/cloud-raster/threads", test_threads);
  g_test_add_func ("/render/cloud-raster/cancelled", test_cancelled);
  g_test_add_func ("/render/cloud-raster/cancelled-midway", test_cancelled_midway);
  g_test_add_func ("/render/cloud-raster/without-memory", test_without_memory);
  return g_test_run ();
}
