/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-looks.h"

static char *
print (const SemaLayerLooks *looks)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode)    root = NULL;

  json_builder_begin_object (builder);
  sema_layer_looks_build (looks, builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
read_text (const char *text, SemaLayerLooks *looks)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  sema_layer_looks_read (looks, json_node_get_object (node));
}

static void
test_round_trip (void)
{
  const SemaLayerLooks looks[] = {
    {.settings = {.vocab = 50257, .dim = 768, .positions = 1024, .seed = 4294967295, .initialiser = SEMA_INITIALISER_SCALED}},
    {.is_of_open = TRUE},
    {.ids = (char *)"7 – 9"},
    {.ids = (char *)""},
    {.as_points = TRUE},
    {.with_one_hot = TRUE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *text = print (&looks[i]);
      SemaLayerLooks   again, copy;

      read_text (text, &again);
      g_assert_true (sema_layer_looks_equal (&looks[i], &again));
      g_assert_false (sema_layer_looks_equal (&again, &(SemaLayerLooks) {0}));
      sema_layer_looks_copy (&again, &copy);
      sema_layer_looks_clear (&again);
      g_assert_true (sema_layer_looks_equal (&looks[i], &copy));
      sema_layer_looks_clear (&copy);
    }
}

/* How one begins is not written; what is not said is like it. */
static void
test_beginning (void)
{
  const SemaLayerSettings toy = SEMA_LAYER_TOY;
  g_autofree char        *text = print (&(SemaLayerLooks) {.settings = toy, .ids = (char *)"2, 3, 5, 1"});
  SemaLayerLooks          looks;
  SemaLayerSettings       settings;

  g_assert_cmpstr (text, ==, "{}");
  read_text (text, &looks);
  settings = sema_layer_looks_get_settings (&looks);
  g_assert_true (sema_layer_settings_equal (&settings, &toy));
  g_assert_cmpstr (sema_layer_looks_get_ids (&looks), ==, "2, 3, 5, 1");
}

/* Files of anybody. */
static void
test_wrong (void)
{
  static const char *const texts[] = {
    "{\"layer\":7}",
    "{\"layer\":[]}",
    "{\"layer\":{\"vocab\":0,\"dim\":-1,\"positions\":1e300,\"seed\":\"x\",\"init\":\"torch\",\"ids\":9,\"as-points\":1,\"one-hot\":null,\"of-open-vectors\":\"yes\"}}",
    "{\"layer\":{\"vocab\":1e18,\"dim\":1e18,\"init\":[]}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      SemaLayerLooks looks;

      read_text (texts[i], &looks);
      g_assert_true (sema_layer_looks_equal (&looks, &(SemaLayerLooks) {0}));
      sema_layer_looks_clear (&looks);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layer-looks/round-trip", test_round_trip);
  g_test_add_func ("/layer-looks/beginning", test_beginning);
  g_test_add_func ("/layer-looks/wrong", test_wrong);
  return g_test_run ();
}
