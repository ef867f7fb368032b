/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-map-model.h"

#include <math.h>
#include <string.h>

#include "sema-layer-points.h"
#include "sema-set-builder.h"

static void
set_true (gboolean *is_made)
{
  *is_made = TRUE;
}

/* Asks for the rows of a layer, and waits for them. */
static void
make (SemaLayerMapModel *model, SemaLayerContent *content, guint64 seed)
{
  g_autoptr (SemaScatter) points = sema_layer_points_new_first (content, NULL, SEMA_VECTORS_RAW);
  gboolean                is_made = FALSE;
  gulong                  handler = g_signal_connect_swapped (model, "made", G_CALLBACK (set_true), &is_made);

  sema_layer_map_model_make (model, content, points, SEMA_VECTORS_RAW, seed);
  while (!is_made)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (model, handler);
}

static SemaLayerContent *
make_open (float last)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (2, 0);
  g_autoptr (SemaSet)        set = NULL;
  float                     *row = sema_set_builder_add (builder, "king", 4, NULL);

  row[0] = row[1] = 1;
  row = sema_set_builder_add (builder, "queen", 5, NULL);
  row[0] = 2;
  row[1] = last;
  set = sema_set_builder_finish (builder, "kings", NULL, NULL, NULL, NULL);
  return sema_layer_content_new_for_set (set, NULL, NULL);
}

/* What has learnt something has a beginning; what has not is one. */
static void
test_random (void)
{
  g_autoptr (SemaLayerMapModel) model = sema_layer_map_model_new ();
  g_autoptr (SemaLayerContent)  toy = sema_layer_content_new (&SEMA_LAYER_TOY, NULL, NULL);
  g_autoptr (SemaLayerContent)  open = make_open (3);

  g_assert_null (sema_layer_map_model_get_map (model));
  make (model, toy, 1);
  g_assert_cmpuint (sema_layer_map_model_get_map (model)->weight->points->len, ==, 6);
  g_assert_null (sema_layer_map_model_get_map (model)->random);
  make (model, open, 5);
  g_assert_cmpuint (sema_layer_map_model_get_map (model)->weight->points->len, ==, 2);
  g_assert_cmpstr (sema_layer_map_model_get_map (model)->random->source, ==, "torch.nn.Embedding, seed 5");
  g_assert_null (sema_layer_map_model_get_problem (model));
}

/* Of two that are asked for at once only the later is told. */
static void
test_latest (void)
{
  g_autoptr (SemaLayerMapModel) model = sema_layer_map_model_new ();
  g_autoptr (SemaLayerContent)  large = sema_layer_content_new (&(SemaLayerSettings) {.vocab = 1000, .dim = 300, .seed = 1}, NULL, NULL);
  g_autoptr (SemaLayerContent)  toy = sema_layer_content_new (&SEMA_LAYER_TOY, NULL, NULL);
  g_autoptr (SemaScatter)       points = sema_layer_points_new_first (large, NULL, SEMA_VECTORS_RAW);

  sema_layer_map_model_make (model, large, points, SEMA_VECTORS_RAW, 1);
  make (model, toy, 1);
  g_assert_cmpuint (sema_layer_map_model_get_map (model)->weight->points->len, ==, 6);
  for (guint i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
    }
  g_assert_cmpuint (sema_layer_map_model_get_map (model)->weight->points->len, ==, 6);
}

/* Rows that are no numbers have no plane: that is said, and the old picture goes. */
static void
test_problem (void)
{
  g_autoptr (SemaLayerMapModel) model = sema_layer_map_model_new ();
  g_autoptr (SemaLayerContent)  good = make_open (3);
  g_autoptr (SemaLayerContent)  bad = make_open (NAN);
  g_autoptr (SemaScatter)       points = sema_layer_points_new_first (good, NULL, SEMA_VECTORS_RAW);
  gboolean                      is_made = FALSE;

  make (model, good, 1);
  g_signal_connect_swapped (model, "made", G_CALLBACK (set_true), &is_made);
  sema_layer_map_model_make (model, bad, points, SEMA_VECTORS_RAW, 1);
  while (!is_made)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (sema_layer_map_model_get_map (model));
  g_assert_nonnull (sema_layer_map_model_get_problem (model));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layer-map-model/random", test_random);
  g_test_add_func ("/layer-map-model/latest", test_latest);
  g_test_add_func ("/layer-map-model/problem", test_problem);
  return g_test_run ();
}
