/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-map.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-layer-points.h"
#include "sema-set-builder.h"

#include "layer-map-values.inc"

#define N 9
#define DIM 5

/* Two heaps of words. */
static SemaLayerContent *
make_open (void)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (DIM, 0);
  g_autoptr (SemaSet)        set = NULL;

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%u", i);
      float           *row = sema_set_builder_add (builder, word, strlen (word), NULL);

      for (guint d = 0; d < DIM; d++)
        row[d] = (float)(sin (3.1 * i + 1.3 * d) + (d == i % 2 ? 4 : 0));
    }
  set = sema_set_builder_finish (builder, "heaps", NULL, NULL, NULL, NULL);
  return sema_layer_content_new_for_set (set, NULL, NULL);
}

static SemaLayerMap *
make_map (const SemaLayerContent *content, SemaVectors kind, const guint64 *seed)
{
  g_autoptr (SemaScatter) points = sema_layer_points_new_first (content, NULL, kind);
  g_autoptr (GError)      error = NULL;
  SemaLayerMap           *map = sema_layer_map_new (content, points, kind, seed, NULL, &error);

  g_assert_no_error (error);
  return map;
}

static double
measure (const SemaScatter *scatter, gsize a, gsize b)
{
  const SemaScatterPoint *p = sema_scatter_get_point (scatter, a), *q = sema_scatter_get_point (scatter, b);

  return hypot (p->x - q->x, p->y - q->y);
}

/* The toy of the course as scikit-learn sees it: how far the rows are from the first. */
static void
test_toy (void)
{
  g_autoptr (SemaLayerContent) content = sema_layer_content_new (&SEMA_LAYER_TOY, NULL, NULL);
  g_autoptr (SemaLayerMap)     map = make_map (content, SEMA_VECTORS_RAW, NULL);
  g_autoptr (SemaScatter)      mixed = sema_layer_map_mix (map, 0);

  g_assert_null (map->random);
  g_assert_true (mixed == map->weight);
  g_assert_cmpuint (map->weight->points->len, ==, 6);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpfloat_with_epsilon (measure (map->weight, 0, i), toy_distances[i], 1e-5);
  g_assert_cmpfloat_with_epsilon (map->weight->ratios[0], toy_ratios[0], 1e-6);
  g_assert_cmpfloat_with_epsilon (map->weight->ratios[1], toy_ratios[1], 1e-6);
  g_assert_cmpstr (map->weight->source, ==, "new layer, seed 123");
}

/* The sum of squared distances of the points from where they go, after a turn, and a mirror before it. */
static double
sum_squares (const SemaLayerMap *map, double angle, double mirror)
{
  double sum = 0;

  for (guint i = 0; i < map->random->points->len; i++)
    {
      const SemaScatterPoint *from = sema_scatter_get_point (map->random, i), *to = sema_scatter_get_point (map->weight, i);
      double                  x = cos (angle) * from->x - sin (angle) * mirror * from->y;
      double                  y = sin (angle) * from->x + cos (angle) * mirror * from->y;

      sum += pow (x - to->x, 2) + pow (y - to->y, 2);
    }
  return sum;
}

/* No turn and no mirror brings the random rows nearer, and their distances are those of the layer that begins with the seed. */
static void
test_random (void)
{
  const guint64                seed = 7;
  const SemaLayerSettings      settings = {.vocab = N, .dim = DIM, .seed = seed};
  g_autoptr (SemaLayerContent) content = make_open ();
  g_autoptr (SemaLayerContent) random = sema_layer_content_new (&settings, NULL, NULL);
  g_autoptr (SemaLayerMap)     map = make_map (content, SEMA_VECTORS_RAW, &seed);
  g_autoptr (SemaLayerMap)     alone = make_map (random, SEMA_VECTORS_RAW, NULL);
  double                       least = sum_squares (map, 0, 1);

  for (guint degree = 0; degree < 360; degree++)
    {
      g_assert_cmpfloat (sum_squares (map, degree * G_PI / 180, 1), >=, least - 1e-9);
      g_assert_cmpfloat (sum_squares (map, degree * G_PI / 180, -1), >=, least - 1e-9);
    }
  for (guint i = 1; i < N; i++)
    g_assert_cmpfloat_with_epsilon (measure (map->random, 0, i), measure (alone->weight, 0, i), 1e-12);
  g_assert_true (map->random->is_turned);
  g_assert_false (map->weight->is_turned);
  g_assert_cmpfloat_with_epsilon (map->random->ratios[0], alone->weight->ratios[0], 1e-12);
  g_assert_cmpstr (map->random->source, ==, "torch.nn.Embedding, seed 7");
  g_assert_cmpstr (map->random->remarks[0], ==, "turned to lie nearest (Procrustes)");
  g_assert_cmpstr (map->weight->source, ==, "heaps (raw vectors)");
}

static void
test_unit (void)
{
  const guint64                seed = 7;
  g_autoptr (SemaLayerContent) content = make_open ();
  g_autoptr (SemaLayerMap)     map = make_map (content, SEMA_VECTORS_UNIT, &seed);

  for (guint i = 1; i < N; i++)
    {
      g_assert_cmpfloat (measure (map->weight, 0, i), <=, 2);
      g_assert_cmpfloat (measure (map->random, 0, i), <=, 2);
    }
  g_assert_cmpstr (map->weight->source, ==, "heaps (unit vectors)");
}

static void
test_mix (void)
{
  const guint64                seed = 1;
  g_autoptr (SemaLayerContent) content = make_open ();
  g_autoptr (SemaLayerMap)     map = make_map (content, SEMA_VECTORS_RAW, &seed);
  g_autoptr (SemaScatter)      start = sema_layer_map_mix (map, 0);
  g_autoptr (SemaScatter)      quarter = sema_layer_map_mix (map, 0.25);
  g_autoptr (SemaScatter)      end = sema_layer_map_mix (map, 1);
  double                       from = sema_scatter_get_point (map->random, 4)->x, to = sema_scatter_get_point (map->weight, 4)->x;

  g_assert_true (start == map->random);
  g_assert_true (end == map->weight);
  g_assert_cmpfloat_with_epsilon (sema_scatter_get_point (quarter, 4)->x, from + (to - from) / 4, 1e-12);
  g_assert_true (isnan (quarter->ratios[0]));
  g_assert_cmpstr (quarter->remarks[0], ==, "25 % of the way from random to trained");
  g_assert_null (quarter->remarks[1]);
}

/* What is known of the trained vectors only is not said of others. */
static void
test_analogy (void)
{
  const guint64                seed = 1;
  g_autoptr (SemaLayerContent) content = make_open ();
  g_autoptr (SemaScatter)      points = sema_layer_points_new_first (content, NULL, SEMA_VECTORS_UNIT);
  SemaScatterAnalogy           analogy = {.a = 0, .b = 1, .c = 2, .answer = 3, .target_label = g_strdup ("w1 − w0 + w2, 0.5 from w3")};
  g_autoptr (SemaLayerMap)     map = NULL;
  g_autoptr (SemaScatter)      half = NULL;
  const SemaScatterAnalogy    *drawn;

  g_array_append_val (points->analogies, analogy);
  map = sema_layer_map_new (content, points, SEMA_VECTORS_UNIT, &seed, NULL, NULL);
  half = sema_layer_map_mix (map, 0.5);
  g_assert_cmpstr (sema_scatter_get_analogy (map->weight, 0)->target_label, ==, "w1 − w0 + w2, 0.5 from w3");
  g_assert_cmpstr (sema_scatter_get_analogy (map->random, 0)->target_label, ==, "w1 − w0 + w2");
  g_assert_cmpstr (sema_scatter_get_analogy (half, 0)->target_label, ==, "w1 − w0 + w2");
  drawn = sema_scatter_get_analogy (map->random, 0);
  g_assert_cmpfloat_with_epsilon (drawn->target_x,
                                  sema_scatter_get_point (map->random, 1)->x - sema_scatter_get_point (map->random, 0)->x + sema_scatter_get_point (map->random, 2)->x, 1e-12);
}

/* One row, one number in a row, or nothing at all are pictures too. */
static void
test_small (void)
{
  const guint64 sizes[][2] = {{1, 1}, {1, 4}, {5, 1}, {2, 2}};

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const SemaLayerSettings      settings = {.vocab = sizes[i][0], .dim = sizes[i][1], .seed = 3};
      g_autoptr (SemaLayerContent) content = sema_layer_content_new (&settings, NULL, NULL);
      g_autoptr (SemaLayerMap)     map = make_map (content, SEMA_VECTORS_RAW, &settings.seed);
      g_autoptr (SemaScatter)      none = sema_scatter_new ();
      g_autoptr (SemaLayerMap)     empty = sema_layer_map_new (content, none, SEMA_VECTORS_RAW, &settings.seed, NULL, NULL);

      g_assert_cmpuint (map->weight->points->len, ==, sizes[i][0]);
      g_assert_true (isfinite (sema_scatter_get_point (map->random, 0)->x));
      g_assert_cmpuint (empty->random->points->len, ==, 0);
    }
}

static void
test_cancelled (void)
{
  const guint64                seed = 1;
  g_autoptr (SemaLayerContent) content = make_open ();
  g_autoptr (SemaScatter)      points = sema_layer_points_new_first (content, NULL, SEMA_VECTORS_RAW);
  g_autoptr (SemaProgress)     progress = sema_progress_new ();
  g_autoptr (GError)           error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_layer_map_new (content, points, SEMA_VECTORS_RAW, &seed, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layer-map/toy", test_toy);
  g_test_add_func ("/layer-map/random", test_random);
  g_test_add_func ("/layer-map/unit", test_unit);
  g_test_add_func ("/layer-map/mix", test_mix);
  g_test_add_func ("/layer-map/analogy", test_analogy);
  g_test_add_func ("/layer-map/small", test_small);
  g_test_add_func ("/layer-map/cancelled", test_cancelled);
  return g_test_run ();
}
