/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to show all words of a file: seeded clusters of three sizes, and the file that SEMA_FULL_VECTORS names
 * or the sample. Median and 99th percentile of some tries. */

#include "sample-cloud.h"

#include <stdio.h>
#include <stdlib.h>

#include "sema-cloud-pick.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-random.h"
#include "sema-renderer.h"
#include "sema-scatter-scene.h"

#define WIDTH 1280
#define HEIGHT 800
#define MAX_TRIES 400

typedef struct
{
  SemaScatter    *scatter;
  SemaScatterView view;
  SemaCloudView   seen;
  SemaRenderer   *renderer;
  cairo_t        *cr;
  SemaCloudImage *image;
  SemaRandom      random;
} Bench;

typedef void (*RunFunc) (Bench *bench);

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a;
  double y = *(const double *)b;

  return x < y ? -1 : x > y;
}

static void
measure (const char *what, Bench *bench, RunFunc run, guint n_tries)
{
  double times[MAX_TRIES];

  for (guint i = 0; i < n_tries; i++)
    {
      gint64 start = g_get_monotonic_time ();

      run (bench);
      times[i] = (double)(g_get_monotonic_time () - start) / 1000;
    }
  qsort (times, n_tries, sizeof (double), compare_times);
  printf ("  %-24s median %8.3f ms   p99 %8.3f ms\n", what, times[n_tries / 2], times[MIN (n_tries * 99 / 100, n_tries - 1)]);
}

static void
run_index (Bench *bench)
{
  const SemaCloud *cloud = bench->scatter->cloud;

  sema_cloud_unref (sema_cloud_new (cloud->places, cloud->n, cloud->vocab, NULL, NULL));
}

static void
run_raster (Bench *bench)
{
  sema_cloud_image_free (sema_cloud_image_new (bench->scatter->cloud, &bench->seen, sema_theme_get (SEMA_THEME_LIGHT), NULL, NULL));
}

/* Somewhere on the page, each time elsewhere. */
static void
run_pick (Bench *bench)
{
  double x = sema_random_uniform (&bench->random) * WIDTH;
  double y = sema_random_uniform (&bench->random) * HEIGHT;

  sema_cloud_pick_at (bench->scatter->cloud, &bench->seen.camera, &bench->seen.frame, x, y, 14);
}

static void
run_compose (Bench *bench)
{
  SemaMeasure measures = sema_renderer_get_measure (bench->renderer);

  bench->view.camera = bench->seen.camera;
  sema_scene_free (sema_scatter_compose (bench->scatter, &bench->view, &measures));
}

/* Each time one step further: as many words are new as while one pans. */
static void
run_pan (Bench *bench)
{
  sema_camera_pan (&bench->seen.camera, 7, 3);
  run_compose (bench);
}

static void
run_draw (Bench *bench)
{
  SemaMeasure           measures = sema_renderer_get_measure (bench->renderer);
  g_autoptr (SemaScene) scene = sema_scatter_compose (bench->scatter, &bench->view, &measures);

  sema_renderer_draw (bench->renderer, scene, sema_theme_get (SEMA_THEME_LIGHT), bench->cr);
}

/* What is left to do for the thread that owns the window when an image is there. */
static void
run_paint (Bench *bench)
{
  sema_renderer_draw_cloud (bench->renderer, bench->image, &bench->seen.camera, &bench->seen.frame, bench->cr);
}

static void
bench_zoom (Bench *bench, double zoom)
{
  SemaCamera fit = bench->seen.camera;

  printf (" zoom %g\n", zoom);
  bench->seen.camera = fit;
  /* A place where there are words. */
  sema_cloud_get_place (bench->scatter->cloud, 17, &bench->seen.camera.centre_x, &bench->seen.camera.centre_y);
  if (zoom == 1)
    bench->seen.camera = fit;
  bench->seen.camera.scale = fit.scale * zoom;
  measure ("raster", bench, run_raster, 100);
  bench->image = sema_cloud_image_new (bench->scatter->cloud, &bench->seen, sema_theme_get (SEMA_THEME_LIGHT), NULL, NULL);
  measure ("painting the image", bench, run_paint, 100);
  g_clear_pointer (&bench->image, sema_cloud_image_free);
  measure ("pick", bench, run_pick, MAX_TRIES);
  measure ("labels, first time", bench, run_compose, 1);
  measure ("labels, still", bench, run_compose, 100);
  measure ("labels, panning", bench, run_pan, 100);
  measure ("labels and drawing", bench, run_draw, 30);
  bench->seen.camera = fit;
}

static void
bench_cloud (const char *name, SemaCloud *cloud)
{
  Bench            bench = {.scatter = sema_scatter_new ()};
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);

  printf ("%s: %" G_GUINT64_FORMAT " words\n", name, cloud->n);
  bench.scatter->cloud = cloud;
  bench.renderer = sema_renderer_new ();
  bench.cr = cairo_create (surface);
  sema_random_init (&bench.random, 1);
  sema_scatter_view_init (&bench.view, WIDTH, HEIGHT);
  bench.seen = (SemaCloudView) {.text_scale = 1, .pixels = 1};
  sema_scatter_view_get_frame (bench.scatter, &bench.view, &bench.seen.frame);
  sema_scatter_view_get_camera (bench.scatter, &bench.view, &bench.seen.camera);
  measure ("index", &bench, run_index, 10);
  for (double zoom = 1; zoom <= 64; zoom *= 8)
    bench_zoom (&bench, zoom);
  cairo_destroy (bench.cr);
  cairo_surface_destroy (surface);
  sema_renderer_free (bench.renderer);
  sema_scatter_unref (bench.scatter);
}

int
main (void)
{
  static const guint64 sizes[] = {30000, 341000, 3000000};
  const char          *path = g_getenv ("SEMA_FULL_VECTORS");
  g_autoptr (SemaSet)  set = sema_formats_load (path != NULL ? path : g_getenv ("SEMA_SAMPLE"), NULL, NULL);
  double               ratios[2];

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    bench_cloud ("clusters", sample_cloud_new_clusters (sizes[i], 1));
  bench_cloud (sema_set_get_name (set), sample_cloud_new_words (set, ratios));
  return 0;
}
