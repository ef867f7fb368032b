/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"
#include "sample-cloud.h"
#include "sample-heatmap.h"
#include "sample-ruler.h"
#include "sample-scatter.h"
#include "sema-export.h"

#include <stdlib.h>
#include <string.h>

/* Pictures that somebody has looked at. "test-golden --update" draws them anew: look at them again. */

#define TOLERANCE 32   /* of a channel, before a pixel counts as different */
#define MAX_PART 0.005 /* of the pixels may be different */

typedef struct
{
  const char *name;
  SemaScatter *(*create) (void);
  double         width;
  double         height;
  double         scale;
  SemaThemeKind  theme;
  SemaBackground background;
  SemaHeatmap *(*create_heatmap) (void); /* (nullable): instead */
  SemaRuler *(*create_ruler) (void);     /* (nullable): instead */
} Golden;

static SemaScatter *
create_many_clusters (void)
{
  return sample_scatter_new_clusters (60, 12);
}

static SemaScatter *
create_many_words (void)
{
  return sample_scatter_new_clusters (300, 0);
}

static const Golden goldens[] = {
  {"light", sample_scatter_new_words, 800, 500, 1, SEMA_THEME_LIGHT, SEMA_BACKGROUND_THEME},
  {"dark", sample_scatter_new_words, 800, 500, 1, SEMA_THEME_DARK, SEMA_BACKGROUND_THEME},
  {"transparent", sample_scatter_new_words, 400, 250, 2, SEMA_THEME_LIGHT, SEMA_BACKGROUND_TRANSPARENT},
  {"analogies", sample_scatter_new_analogies, 600, 400, 1, SEMA_THEME_LIGHT, SEMA_BACKGROUND_WHITE},
  {"many-clusters", create_many_clusters, 800, 500, 1, SEMA_THEME_LIGHT, SEMA_BACKGROUND_THEME},
  {"many-words", create_many_words, 800, 500, 1, SEMA_THEME_LIGHT, SEMA_BACKGROUND_DARK},
  {"odd-words", sample_scatter_new_odd_words, 600, 400, 1, SEMA_THEME_LIGHT, SEMA_BACKGROUND_THEME},
  {"two-words", sample_scatter_new_two, 400, 250, 1, SEMA_THEME_LIGHT, SEMA_BACKGROUND_THEME},
  {"axes-light", sample_scatter_new_questions, 800, 500, 1, SEMA_THEME_LIGHT, SEMA_BACKGROUND_THEME},
  {"axes-dark", sample_scatter_new_questions, 420, 300, 1, SEMA_THEME_DARK, SEMA_BACKGROUND_THEME},
  {"cloud-light", sample_cloud_new_scatter, 800, 500, 1, SEMA_THEME_LIGHT, SEMA_BACKGROUND_THEME},
  {"cloud-dark", sample_cloud_new_scatter, 800, 500, 1, SEMA_THEME_DARK, SEMA_BACKGROUND_THEME},
  {"matrix-light", NULL, 800, 500, 1, SEMA_THEME_LIGHT, SEMA_BACKGROUND_THEME, sample_heatmap_new_matrix},
  {"matrix-dark", NULL, 800, 500, 1, SEMA_THEME_DARK, SEMA_BACKGROUND_THEME, sample_heatmap_new_matrix},
  {"questions", NULL, 600, 400, 1, SEMA_THEME_LIGHT, SEMA_BACKGROUND_THEME, sample_heatmap_new_questions},
  {"ruler-light", NULL, 800, 500, 1, SEMA_THEME_LIGHT, SEMA_BACKGROUND_THEME, NULL, sample_ruler_new_words},
  {"ruler-dark", NULL, 420, 300, 1, SEMA_THEME_DARK, SEMA_BACKGROUND_THEME, NULL, sample_ruler_new_words},
  {"ruler-many", NULL, 800, 500, 1, SEMA_THEME_LIGHT, SEMA_BACKGROUND_WHITE, NULL, sample_ruler_new_many},
  {"small", sample_scatter_new_words, 240, 180, 1, SEMA_THEME_LIGHT, SEMA_BACKGROUND_THEME},
};

static gboolean is_update;

static cairo_surface_t *
draw (const Golden *golden)
{
  g_autoptr (SemaScatter) scatter = golden->create != NULL ? golden->create () : NULL;
  g_autoptr (SemaHeatmap) heatmap = golden->create_heatmap != NULL ? golden->create_heatmap () : NULL;
  g_autoptr (SemaRuler)   ruler = golden->create_ruler != NULL ? golden->create_ruler () : NULL;
  g_autoptr (GError)      error = NULL;
  SemaExportOptions       options;
  cairo_surface_t        *surface;

  sema_export_options_init (&options);
  options.width = golden->width;
  options.height = golden->height;
  options.scale = golden->scale;
  options.theme = golden->theme;
  options.background = golden->background;
  options.text_scale = 1;
  surface = sema_export_subject_to_surface (&(SemaExportSubject) {scatter, heatmap, ruler}, &options, &error);
  g_assert_no_error (error);
  return surface;
}

static guint32 *
get_pixel (cairo_surface_t *surface, int x, int y)
{
  return (guint32 *)(cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)) + x;
}

static gboolean
differ (guint32 a, guint32 b, gboolean has_alpha)
{
  for (int shift = 0; shift < (has_alpha ? 32 : 24); shift += 8)
    if (abs ((int)((a >> shift) & 0xff) - (int)((b >> shift) & 0xff)) > TOLERANCE)
      return TRUE;
  return FALSE;
}

/* How many pixels differ; @difference becomes red there. */
static gsize
compare (cairo_surface_t *expected, cairo_surface_t *actual, cairo_surface_t *difference)
{
  gboolean has_alpha = cairo_image_surface_get_format (actual) == CAIRO_FORMAT_ARGB32;
  gsize    n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (actual); y++)
    for (int x = 0; x < cairo_image_surface_get_width (actual); x++)
      if (differ (*get_pixel (expected, x, y), *get_pixel (actual, x, y), has_alpha))
        {
          *get_pixel (difference, x, y) = 0xff0000;
          n++;
        }
  cairo_surface_mark_dirty (difference);
  return n;
}

static void
save (cairo_surface_t *surface, const Golden *golden, const char *what)
{
  g_autofree char *name = g_strdup_printf ("golden-%s-%s.png", golden->name, what);
  g_autofree char *path = g_build_filename (g_test_get_dir (G_TEST_BUILT), name, NULL);

  cairo_surface_write_to_png (surface, path);
  g_test_message ("See %s", path);
}

static void
compare_with_file (const Golden *golden, const char *path, cairo_surface_t *actual)
{
  cairo_surface_t *expected = cairo_image_surface_create_from_png (path);
  int              width = cairo_image_surface_get_width (actual);
  int              height = cairo_image_surface_get_height (actual);
  cairo_surface_t *difference = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  gsize            n;

  g_assert_cmpint (cairo_surface_status (expected), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_format (expected), ==, cairo_image_surface_get_format (actual));
  g_assert_cmpint (cairo_image_surface_get_width (expected), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (expected), ==, height);
  n = compare (expected, actual, difference);
  if (n > MAX_PART * width * height)
    {
      save (actual, golden, "actual");
      save (difference, golden, "difference");
    }
  g_assert_cmpfloat ((double)n, <=, MAX_PART * width * height);
  cairo_surface_destroy (expected);
  cairo_surface_destroy (difference);
}

static void
test_golden (gconstpointer data)
{
  const Golden    *golden = data;
  g_autofree char *name = g_strdup_printf ("%s.png", golden->name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", name, NULL);
  cairo_surface_t *actual = draw (golden);

  if (is_update)
    g_assert_cmpint (cairo_surface_write_to_png (actual, path), ==, CAIRO_STATUS_SUCCESS);
  else
    compare_with_file (golden, path, actual);
  cairo_surface_destroy (actual);
}

/* The comparison itself: one blot of 1 % is seen, a shade everywhere is not. */
static void
test_comparison (void)
{
  cairo_surface_t *one = draw (&goldens[0]);
  cairo_surface_t *other = draw (&goldens[0]);
  cairo_surface_t *difference = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 500);
  cairo_t         *cr = cairo_create (other);

  cairo_set_source_rgb (cr, 0.95, 0.95, 0.95);
  cairo_set_operator (cr, CAIRO_OPERATOR_MULTIPLY);
  cairo_paint (cr);
  cairo_surface_flush (other);
  g_assert_cmpuint (compare (one, other, difference), ==, 0);
  cairo_set_operator (cr, CAIRO_OPERATOR_DIFFERENCE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 10, 10, 80, 50);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (other);
  g_assert_cmpuint (compare (one, other, difference), >, 3900);
  g_assert_cmphex (*get_pixel (difference, 20, 20), ==, 0xff0000);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
  cairo_surface_destroy (difference);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  picture_pin_fonts ();
  is_update = argc > 1 && strcmp (argv[1], "--update") == 0;
  g_test_add_func ("/golden/comparison", test_comparison);
  for (gsize i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *path = g_strdup_printf ("/golden/%s", goldens[i].name);

      g_test_add_data_func (path, &goldens[i], test_golden);
    }
  return g_test_run ();
}
