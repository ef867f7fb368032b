/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-looks.h"

static void
read_text (const char *text, SemaLooks *looks)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  sema_looks_read (looks, json_node_get_object (node));
}

static void
test_round_trip (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode)    root = NULL;
  g_autofree char        *text = NULL;
  g_auto (SemaLooks)      again = {0};
  SemaLooks               looks = {.place = SEMA_PLACE_QUESTIONS,
                                   .compare_as = SEMA_COMPARE_VECTORS,
                                   .metric = SEMA_METRIC_EUCLID,
                                   .order = SEMA_MATRIX_BY_TREE,
                                   .by_difference = TRUE,
                                   .pair = {(char *)"king", (char *)"\xff"},
                                   .pairs_by = SEMA_PAIR_NORM_B,
                                   .pairs_rising = TRUE,
                                   .questions_as = SEMA_QUESTIONS_RULER,
                                   .question = (char *)"edible?",
                                   .layer = {.as_points = TRUE}};

  json_builder_begin_object (builder);
  sema_looks_build (&looks, builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  read_text (text, &again);
  g_assert_true (sema_looks_equal (&looks, &again));
}

static void
test_equal_sees_everything (void)
{
  const SemaLooks others[] = {
    {.place = SEMA_PLACE_COMPARE},
    {.compare_as = SEMA_COMPARE_PAIRS},
    {.metric = SEMA_METRIC_DOT},
    {.order = SEMA_MATRIX_BY_TREE},
    {.by_difference = TRUE},
    {.pair = {(char *)"king", (char *)"queen"}},
    {.pairs_by = SEMA_PAIR_ANGLE},
    {.pairs_rising = TRUE},
    {.questions_as = SEMA_QUESTIONS_RULER},
    {.question = (char *)"edible"},
    {.layer = {.with_one_hot = TRUE}},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_auto (SemaLooks) copy = {0};

      sema_looks_copy (&others[i], &copy);
      g_assert_true (sema_looks_equal (&copy, &others[i]));
      g_assert_false (sema_looks_equal (&copy, &(SemaLooks) {0}));
    }
}

/* How a list is sorted changes no picture, and which difference is shown only one of vectors. */
static void
test_same_picture (void)
{
  SemaLooks a = {.place = SEMA_PLACE_COMPARE};
  SemaLooks b = {.place = SEMA_PLACE_COMPARE, .pair = {(char *)"king", (char *)"queen"}, .pairs_by = SEMA_PAIR_DOT, .pairs_rising = TRUE};

  a.layer.is_of_open = TRUE;
  g_assert_true (sema_looks_same_picture (&a, &b));
  a.compare_as = b.compare_as = SEMA_COMPARE_VECTORS;
  g_assert_false (sema_looks_same_picture (&a, &b));
  sema_looks_set_pair (&a, "king", "queen");
  g_assert_true (sema_looks_same_picture (&a, &b));
  a.by_difference = TRUE;
  g_assert_false (sema_looks_same_picture (&a, &b));
  sema_looks_set_pair (&a, "king", NULL);
  g_assert_null (a.pair[0]);
  g_assert_null (a.pair[1]);
}

static void
test_strangers (void)
{
  static const char *const texts[] = {"{}", "{\"view\":1,\"compare-as\":[],\"compare-by\":null,\"question\":{}}", "{\"view\":\"cellar\",\"questions-as\":\"\"}",
                                      "{\"difference\":\"king\",\"pairs-by\":[\"dot\"]}", "{\"difference\":[\"king\"]}", "{\"difference\":[\"king\",7]}", "{\"difference\":[null,{\"bytes\":\"zz\"}]}"};

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (SemaLooks) looks = {.place = SEMA_PLACE_COMPARE};

      read_text (texts[i], &looks);
      g_assert_true (sema_looks_equal (&looks, &(SemaLooks) {0}));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/looks/round-trip", test_round_trip);
  g_test_add_func ("/looks/equal-sees-everything", test_equal_sees_everything);
  g_test_add_func ("/looks/same-picture", test_same_picture);
  g_test_add_func ("/looks/strangers", test_strangers);
  return g_test_run ();
}
