/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-model.h"

#include <string.h>

#include "sema-set-builder.h"

static void
wait_for (SemaLayerModel *model)
{
  while (sema_layer_model_get_busy (model))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_look_up (void)
{
  g_autoptr (SemaLayerModel) model = sema_layer_model_new ();

  sema_layer_model_look_up (model, "2, 3", FALSE);
  g_assert_false (sema_layer_model_get_busy (model));
  sema_layer_model_make (model, &SEMA_LAYER_TOY);
  g_assert_null (sema_layer_model_get_content (model));
  wait_for (model);
  g_assert_cmpuint (sema_layer_model_get_input (model)->n, ==, 2);
  sema_layer_model_look_up (model, "5", TRUE);
  g_assert_cmpuint (sema_layer_model_get_input (model)->n, ==, 2);
  wait_for (model);
  g_assert_cmpuint (sema_layer_model_get_input (model)->n, ==, 1);
  g_assert_null (sema_layer_model_get_problem (model));
}

/* Ids that are not there take the output away; the layer stays. */
static void
test_problem (void)
{
  g_autoptr (SemaLayerModel) model = sema_layer_model_new ();

  sema_layer_model_make (model, &SEMA_LAYER_TOY);
  sema_layer_model_look_up (model, "6", FALSE);
  wait_for (model);
  g_assert_nonnull (sema_layer_model_get_content (model));
  sema_layer_model_look_up (model, "7", FALSE);
  wait_for (model);
  g_assert_null (sema_layer_model_get_input (model));
  g_assert_nonnull (strstr (sema_layer_model_get_problem (model), "no token id 7"));
  sema_layer_model_look_up (model, "0", FALSE);
  wait_for (model);
  g_assert_null (sema_layer_model_get_problem (model));
}

static void
count (int *n)
{
  ++*n;
}

/* Of two layers that are asked for at once only the later is told. */
static void
test_latest (void)
{
  g_autoptr (SemaLayerModel) model = sema_layer_model_new ();
  int                        n = 0;

  g_signal_connect_swapped (model, "notify::content", G_CALLBACK (count), &n);
  sema_layer_model_make (model, &(SemaLayerSettings) {.vocab = 3000, .dim = 300, .seed = 1});
  sema_layer_model_make (model, &SEMA_LAYER_TOY);
  wait_for (model);
  g_assert_cmpint (n, ==, 1);
  g_assert_cmpuint (sema_layer_content_get_settings (sema_layer_model_get_content (model))->vocab, ==, 6);
}

/* Ids that are asked for while a layer is made are looked up in that one, and do not stop it. */
static void
test_meanwhile (void)
{
  g_autoptr (SemaLayerModel) model = sema_layer_model_new ();

  sema_layer_model_make (model, &(SemaLayerSettings) {.vocab = 3000, .dim = 300, .seed = 1});
  sema_layer_model_look_up (model, "2999", FALSE);
  wait_for (model);
  g_assert_cmpuint (sema_layer_model_get_input (model)->ids[0], ==, 2999);
  sema_layer_model_make (model, &SEMA_LAYER_TOY);
  sema_layer_model_look_up (model, "1, 2, 3", TRUE);
  wait_for (model);
  g_assert_cmpuint (sema_layer_content_get_settings (sema_layer_model_get_content (model))->vocab, ==, 6);
  g_assert_cmpuint (sema_layer_model_get_input (model)->n, ==, 3);
  g_assert_null (sema_layer_model_get_problem (model));
}

static void
test_set (void)
{
  g_autoptr (SemaLayerModel) model = sema_layer_model_new ();
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (1, 0);
  g_autoptr (SemaSet)        set = NULL;

  *sema_set_builder_add (builder, "a", 1, NULL) = 5;
  set = sema_set_builder_finish (builder, NULL, NULL, NULL, NULL, NULL);
  sema_layer_model_take_set (model, set);
  wait_for (model);
  g_assert_true (sema_layer_content_get_set (sema_layer_model_get_content (model)) == set);
}

/* Who goes away while something is made leaves nothing behind. */
static void
test_dropped (void)
{
  SemaLayerModel *model = sema_layer_model_new ();

  sema_layer_model_make (model, &(SemaLayerSettings) {.vocab = 100000, .dim = 100, .seed = 1});
  g_object_run_dispose (G_OBJECT (model));
  g_object_add_weak_pointer (G_OBJECT (model), (gpointer *)&model);
  g_object_unref (model);
  /* The thread may be the last to hold it. */
  for (; model != NULL; g_usleep (1000))
    g_main_context_iteration (NULL, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layer-model/look-up", test_look_up);
  g_test_add_func ("/layer-model/problem", test_problem);
  g_test_add_func ("/layer-model/latest", test_latest);
  g_test_add_func ("/layer-model/meanwhile", test_meanwhile);
  g_test_add_func ("/layer-model/set", test_set);
  g_test_add_func ("/layer-model/dropped", test_dropped);
  return g_test_run ();
}
