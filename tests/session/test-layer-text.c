/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-text.h"

#include <string.h>

#include "sema-set-builder.h"

static SemaLayerContent *
make_toy (void)
{
  return sema_layer_content_new (&SEMA_LAYER_TOY, NULL, NULL);
}

static SemaLayerContent *
make_words (void)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (1, 0);
  g_autoptr (SemaSet)        set = NULL;

  *sema_set_builder_add (builder, "king", 4, NULL) = 1;
  *sema_set_builder_add (builder, "0", 1, NULL) = 2;
  *sema_set_builder_add (builder, "42", 2, NULL) = 3;
  set = sema_set_builder_finish (builder, "words", NULL, NULL, NULL, NULL);
  return sema_layer_content_new_for_set (set, NULL, NULL);
}

static void
test_describe (void)
{
  g_autoptr (SemaLayerContent) toy = make_toy ();
  g_autoptr (SemaLayerContent) words = make_words ();
  g_autofree char             *made = sema_layer_text_describe (toy);
  g_autofree char             *opened = sema_layer_text_describe (words);
  g_autofree char             *row = sema_layer_text_describe_row (toy, 2);
  g_autofree char             *word = sema_layer_text_describe_row (words, 0);
  g_autofree char             *column = sema_layer_text_describe_column (toy, 1);

  g_assert_cmpstr (made, ==, "torch.manual_seed(123); W = torch.nn.Embedding(6, 3).weight");
  g_assert_cmpstr (opened, ==, "The vectors of “words”: row i is the vector of token id i.");
  /* numpy 1.24 of torch's table */
  g_assert_cmpstr (row, ==, "Row 2: norm 1.3010, from −0.2010 to 1.2753");
  g_assert_true (g_str_has_prefix (word, "Row 0, “king”: norm "));
  g_assert_cmpstr (column, ==, "Column 1: mean 0.2849, standard deviation 0.7896, from −0.7849 to 1.5810");
}

static void
test_compare (void)
{
  g_autoptr (SemaLayerContent) toy = make_toy ();
  g_autoptr (SemaLayerInput)   input = sema_layer_input_new (toy, "2, 3, 5, 1", TRUE, NULL, NULL);
  g_autofree char             *text = sema_layer_text_compare (input, toy);

  g_assert_nonnull (strstr (text, "4 · 6 · 3 = 72 multiply-adds"));
  g_assert_nonnull (strstr (text, "The largest difference is 0."));
}

static void
test_rows (void)
{
  g_autoptr (SemaLayerContent) words = make_words ();
  const SemaMatrix            *weight = sema_layer_content_get_weight (words);
  const guint64                ids[] = {7, 8, 9};
  g_autofree char             *plain = sema_layer_text_print_rows (weight, 1, 2, NULL, SEMA_LAYER_TEXT_PLAIN);
  g_autofree char             *csv = sema_layer_text_print_rows (weight, 0, 2, ids, SEMA_LAYER_TEXT_CSV);
  g_autofree char             *python = sema_layer_text_print_rows (weight, 0, 3, NULL, SEMA_LAYER_TEXT_PYTHON);

  g_assert_cmpstr (plain, ==, "2\n3\n");
  g_assert_cmpstr (csv, ==, "id,0\r\n7,1\r\n8,2\r\n");
  g_assert_cmpstr (python, ==, "[[1],\n [2],\n [3]]\n");
}

static void
assert_row (SemaLayerContent *content, const char *text, guint64 expected)
{
  g_autofree char *problem = NULL;
  guint64          row;

  g_assert_true (sema_layer_text_find_row (content, text, &row, &problem));
  g_assert_cmpuint (row, ==, expected);
}

static void
assert_none (SemaLayerContent *content, const char *text, const char *says)
{
  g_autofree char *problem = NULL;
  guint64          row;

  g_assert_false (sema_layer_text_find_row (content, text, &row, &problem));
  g_assert_nonnull (strstr (problem, says));
}

/* "42" is no id here, but a token; "0" is both, and an id comes first. */
static void
test_find (void)
{
  g_autoptr (SemaLayerContent) toy = make_toy ();
  g_autoptr (SemaLayerContent) words = make_words ();

  assert_row (toy, "5", 5);
  assert_row (words, "king", 0);
  assert_row (words, "42", 2);
  assert_row (words, "0", 0);
  assert_none (toy, "6", "no token id 6");
  assert_none (toy, "king", "is no token id");
  assert_none (toy, "1 2", "One token id is needed.");
  assert_none (words, "queen", "“queen” is not in this file.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layer-text/describe", test_describe);
  g_test_add_func ("/layer-text/compare", test_compare);
  g_test_add_func ("/layer-text/rows", test_rows);
  g_test_add_func ("/layer-text/find", test_find);
  return g_test_run ();
}
