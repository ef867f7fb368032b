/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-points.h"

#include <string.h>

#include "sema-set-builder.h"

static SemaLayerContent *
make_new (guint64 vocab)
{
  const SemaLayerSettings settings = {.vocab = vocab, .dim = 3, .seed = 1};

  return sema_layer_content_new (&settings, NULL, NULL);
}

/* Words w0, w1 … of which every third is a row of zeros. */
static SemaLayerContent *
make_open (guint n)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (2, 0);
  g_autoptr (SemaSet)        set = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%u", i);
      float           *row = sema_set_builder_add (builder, word, strlen (word), NULL);

      row[0] = i % 3 == 2 ? 0 : 1;
      row[1] = 0;
    }
  set = sema_set_builder_finish (builder, "words", NULL, NULL, NULL, NULL);
  return sema_layer_content_new_for_set (set, NULL, NULL);
}

static SemaLayerInput *
look_up (const SemaLayerContent *content, const char *ids)
{
  return sema_layer_input_new (content, ids, FALSE, NULL, NULL);
}

static void
assert_point (const SemaScatter *points, gsize index, guint64 row, const char *label, gboolean is_looked_up)
{
  const SemaScatterPoint *point = sema_scatter_get_point (points, index);

  g_assert_cmpuint (point->row, ==, row);
  g_assert_cmpstr (point->label, ==, label);
  g_assert_cmpint (point->cluster, ==, is_looked_up ? 0 : -1);
  g_assert_cmpint (point->is_quiet, ==, points->points->len > 40 && !is_looked_up);
}

static void
test_first (void)
{
  g_autoptr (SemaLayerContent) content = make_new (6);
  g_autoptr (SemaLayerInput)   input = look_up (content, "5, 3, 3, 1");
  g_autoptr (SemaScatter)      points = sema_layer_points_new_first (content, input, SEMA_VECTORS_RAW);

  g_assert_cmpuint (points->points->len, ==, 6);
  for (guint i = 0; i < 6; i++)
    {
      const char label[] = {(char)('0' + i), 0};

      assert_point (points, i, i, label, i % 2 == 1);
    }
  g_assert_cmpuint (sema_scatter_get_cluster (points, 0)->n_points, ==, 3);
  g_assert_true (points->is_of_rows);
  g_assert_null (points->remarks[0]);
}

/* What is looked up beyond the first rows is there as well. */
static void
test_many (void)
{
  g_autoptr (SemaLayerContent) content = make_new (5000);
  g_autoptr (SemaLayerInput)   input = look_up (content, "7, 4999, 1000");
  g_autoptr (SemaScatter)      points = sema_layer_points_new_first (content, input, SEMA_VECTORS_RAW);
  g_autoptr (SemaScatter)      without = sema_layer_points_new_first (content, NULL, SEMA_VECTORS_RAW);

  g_assert_cmpuint (points->points->len, ==, 1002);
  assert_point (points, 7, 7, "7", TRUE);
  assert_point (points, 999, 999, "999", FALSE);
  assert_point (points, 1000, 1000, "1000", TRUE);
  assert_point (points, 1001, 4999, "4999", TRUE);
  g_assert_cmpstr (points->remarks[0], ==, "the first 1000 of 5000");
  g_assert_null (points->remarks[1]);
  g_assert_cmpuint (without->points->len, ==, 1000);
}

static void
test_looked_up (void)
{
  g_autoptr (SemaLayerContent) content = make_open (9);
  g_autoptr (SemaLayerInput)   input = look_up (content, "7, 2, 1, 5, 7");
  g_autoptr (SemaScatter)      unit = sema_layer_points_new_looked_up (content, input, SEMA_VECTORS_UNIT);
  g_autoptr (SemaScatter)      raw = sema_layer_points_new_looked_up (content, input, SEMA_VECTORS_RAW);
  g_autoptr (SemaScatter)      none = sema_layer_points_new_looked_up (content, NULL, SEMA_VECTORS_RAW);

  g_assert_cmpuint (unit->points->len, ==, 2);
  assert_point (unit, 0, 1, "w1", TRUE);
  assert_point (unit, 1, 7, "w7", TRUE);
  g_assert_cmpstr (unit->remarks[0], ==, "2 without a direction left out");
  g_assert_cmpuint (raw->points->len, ==, 4);
  g_assert_null (raw->remarks[0]);
  g_assert_cmpuint (none->points->len, ==, 0);
}

/* However many ids there are. */
static void
test_too_many (void)
{
  g_autoptr (SemaLayerContent) content = make_new (5000);
  g_autoptr (SemaLayerInput)   input = look_up (content, "0-4999");
  g_autoptr (SemaScatter)      looked_up = sema_layer_points_new_looked_up (content, input, SEMA_VECTORS_RAW);
  g_autoptr (SemaScatter)      first = sema_layer_points_new_first (content, input, SEMA_VECTORS_RAW);

  g_assert_cmpuint (looked_up->points->len, ==, 1000);
  g_assert_cmpstr (looked_up->remarks[0], ==, "the first 1000 of 5000");
  g_assert_cmpuint (first->points->len, ==, 1000);
}

static void
test_words (void)
{
  g_autoptr (SemaScatter) map = sema_scatter_new ();
  g_autoptr (SemaScatter) points = NULL;
  SemaScatterPoint        point = {.label = g_strdup ("king"), .row = 17, .x = 3, .y = 4, .cluster = -1};

  g_array_append_val (map->points, point);
  points = sema_layer_points_new_words (map);
  g_assert_cmpuint (points->points->len, ==, 1);
  g_assert_cmpuint (sema_scatter_get_point (points, 0)->row, ==, 17);
  g_assert_cmpstr (sema_scatter_get_point (points, 0)->label, ==, "king");
  g_assert_true (points->is_of_rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layer-points/first", test_first);
  g_test_add_func ("/layer-points/many", test_many);
  g_test_add_func ("/layer-points/looked-up", test_looked_up);
  g_test_add_func ("/layer-points/too-many", test_too_many);
  g_test_add_func ("/layer-points/words", test_words);
  return g_test_run ();
}
