/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-content.h"

#include "sema-error.h"
#include "sema-set-builder.h"

static void
test_new (void)
{
  g_autoptr (GError)           error = NULL;
  g_autoptr (SemaLayerContent) content = sema_layer_content_new (&SEMA_LAYER_TOY, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (sema_layer_settings_equal (sema_layer_content_get_settings (content), &SEMA_LAYER_TOY));
  g_assert_cmpuint (sema_matrix_get_n_rows (sema_layer_content_get_weight (content)), ==, 6);
  g_assert_null (sema_layer_content_get_positions (content));
  g_assert_null (sema_layer_content_get_set (content));
  g_assert_cmpfloat_with_epsilon (sema_layer_content_get_limit (content), 2.839994, 1e-5);
  g_assert_cmpfloat_with_epsilon (sema_layer_content_get_stats (content)[2].most, 1.301040, 1e-5);
}

static void
test_set (void)
{
  g_autoptr (SemaSetBuilder)   builder = sema_set_builder_new (2, 0);
  g_autoptr (SemaSet)          set = NULL;
  g_autoptr (SemaLayerContent) content = NULL;
  float                       *row = sema_set_builder_add (builder, "king", 4, NULL);

  row[0] = 3;
  row[1] = -7;
  set = sema_set_builder_finish (builder, "kings", NULL, NULL, NULL, NULL);
  content = sema_layer_content_new_for_set (set, NULL, NULL);
  g_assert_true (sema_layer_content_get_set (content) == set);
  g_assert_true (sema_layer_content_get_weight (content) == sema_set_get_matrix (set));
  g_assert_cmpuint (sema_layer_content_get_settings (content)->vocab, ==, 1);
  g_assert_cmpfloat (sema_layer_content_get_limit (content), ==, 7);
}

static void
test_too_large (void)
{
  const SemaLayerSettings settings = {.vocab = G_MAXUINT64, .dim = 2};
  g_autoptr (GError)      error = NULL;

  g_assert_null (sema_layer_content_new (&settings, NULL, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layer-content/new", test_new);
  g_test_add_func ("/layer-content/set", test_set);
  g_test_add_func ("/layer-content/too-large", test_too_large);
  return g_test_run ();
}
