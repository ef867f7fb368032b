/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-input.h"

#include <string.h>

#include "sema-token-ids.h"

static SemaLayerContent *
make (guint64 vocab, guint64 dim, guint64 positions)
{
  const SemaLayerSettings settings = {.vocab = vocab, .dim = dim, .positions = positions, .seed = 123};

  return sema_layer_content_new (&settings, NULL, NULL);
}

static void
test_course (void)
{
  g_autoptr (SemaLayerContent) content = make (6, 3, 0);
  g_autoptr (SemaLayerInput)   input = sema_layer_input_new (content, "2, 3, 5, 1", TRUE, NULL, NULL);
  const guint64                lit[] = {1, 2, 3, 5};

  g_assert_cmpuint (input->n, ==, 4);
  g_assert_cmpmem (input->lit, input->n_lit * sizeof (guint64), lit, sizeof lit);
  for (gsize i = 0; i < 4; i++)
    {
      g_assert_cmpmem (sema_matrix_get_row (input->output, i), 12, sema_matrix_get_row (sema_layer_content_get_weight (content), input->ids[i]), 12);
      for (guint64 id = 0; id < 6; id++)
        g_assert_cmpfloat (sema_matrix_get_row (input->one_hot, i)[id], ==, id == input->ids[i] ? 1 : 0);
    }
  g_assert_cmpfloat (input->difference, ==, 0);
  g_assert_cmpfloat (input->lookup_seconds, >, 0);
  g_assert_cmpfloat (input->product_seconds, >, 0);
}

static void
test_repeats (void)
{
  g_autoptr (SemaLayerContent) content = make (6, 3, 0);
  g_autoptr (SemaLayerInput)   input = sema_layer_input_new (content, "4 4 4", FALSE, NULL, NULL);
  g_autoptr (SemaLayerInput)   none = sema_layer_input_new (content, "", TRUE, NULL, NULL);

  g_assert_cmpuint (input->n, ==, 3);
  g_assert_cmpuint (input->n_lit, ==, 1);
  g_assert_cmpuint (none->n, ==, 0);
  g_assert_null (none->output);
}

static void
test_positions (void)
{
  g_autoptr (GError)           error = NULL;
  g_autoptr (SemaLayerContent) content = make (6, 3, 2);
  g_autoptr (SemaLayerInput)   input = sema_layer_input_new (content, "4 4", TRUE, NULL, NULL);

  for (gsize i = 0; i < 2; i++)
    g_assert_cmpfloat (sema_matrix_get_row (input->output, i)[1], ==,
                       sema_matrix_get_row (sema_layer_content_get_weight (content), 4)[1] + sema_matrix_get_row (sema_layer_content_get_positions (content), i)[1]);
  g_assert_cmpfloat (input->difference, ==, 0);
  g_assert_null (sema_layer_input_new (content, "1 2 3", FALSE, NULL, &error));
  g_assert_error (error, SEMA_TOKEN_IDS_ERROR, SEMA_TOKEN_IDS_ERROR_MANY);
}

/* Too large to be shown, but multiplied all the same. */
static void
test_large (void)
{
  g_autoptr (SemaLayerContent) content = make (50000, 2, 0);
  g_autoptr (SemaLayerInput)   input = sema_layer_input_new (content, "0-99", TRUE, NULL, NULL);

  g_assert_null (input->one_hot);
  g_assert_cmpfloat (input->difference, ==, 0);
}

static void
test_worked_out (void)
{
  g_autoptr (SemaLayerContent) small = make (3, 1, 0);
  g_autoptr (SemaLayerContent) large = make (50, 1, 0);
  g_autoptr (SemaLayerInput)   one = sema_layer_input_new (small, "1", FALSE, NULL, NULL);
  g_autoptr (SemaLayerInput)   other = sema_layer_input_new (large, "7", FALSE, NULL, NULL);
  g_autofree char             *all = sema_layer_input_work_out (one, small, 0, 0);
  g_autofree char             *some = sema_layer_input_work_out (other, large, 0, 0);

  g_assert_cmpstr (all, ==, "0 × (−0.1115) + 1 × 0.1204 + 0 × (−0.3696) = 0.1204");
  g_assert_true (g_str_has_prefix (some, "1 × "));
  g_assert_nonnull (strstr (some, " + 49 products with 0 = "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layer-input/course", test_course);
  g_test_add_func ("/layer-input/repeats", test_repeats);
  g_test_add_func ("/layer-input/positions", test_positions);
  g_test_add_func ("/layer-input/large", test_large);
  g_test_add_func ("/layer-input/worked-out", test_worked_out);
  return g_test_run ();
}
