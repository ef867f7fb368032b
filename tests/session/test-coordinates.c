/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-coordinates.h"

#include <string.h>

#include "sema-kept.h"
#include "small-set.h"

static char *
print (const char *const *chosen, int clusters)
{
  static const char *const   words[] = {"a", "b,\"c\"", "caf\xe9"};
  static const float         values[] = {-2, 0, 2, 0, 0, 0};
  g_autoptr (SemaSet)        set = small_set_new (words, values, 3, 2);
  g_autoptr (SemaRecipe)     recipe = sema_recipe_new ();
  g_autoptr (SemaProjection) projection = NULL;
  g_autoptr (GError)         error = NULL;

  for (gsize i = 0; chosen[i] != NULL; i++)
    sema_recipe_add_word (recipe, chosen[i], SEMA_NO_GROUP);
  recipe->vectors = SEMA_VECTORS_RAW;
  recipe->clusters = clusters;
  projection = sema_projection_new (set, recipe, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_string_free (sema_coordinates_print_csv (projection), FALSE);
}

/* The fields of a line from the right: the last six hold no commas. */
static char **
split_line (const char *csv, guint line)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);
  char         **fields = g_new0 (char *, 8);
  char          *text = lines[line];

  for (int i = 6; i > 0; i--)
    {
      char *comma = strrchr (text, ',');

      fields[i] = g_strdup (comma + 1);
      *comma = 0;
    }
  fields[0] = g_strdup (text);
  return fields;
}

static void
assert_line (const char *csv, guint line, const char *word, double x, const char *cluster, const char *quality)
{
  g_auto (GStrv) fields = split_line (csv, line);

  g_assert_cmpstr (fields[0], ==, word);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (fields[1], NULL), x, 1e-12);
  g_assert_cmpstr (fields[2], ==, "0");
  g_assert_cmpstr (fields[3], ==, cluster);
  if (*quality == 0)
    g_assert_cmpstr (fields[4], ==, "");
  else
    g_assert_cmpfloat_with_epsilon (g_ascii_strtod (fields[4], NULL), g_ascii_strtod (quality, NULL), 1e-12);
}

static void
test_lines (void)
{
  static const char *const chosen[] = {"a", "missing", "b,\"c\"", "caf\xe9", NULL};
  g_autofree char         *csv = print (chosen, SEMA_CLUSTERS_NONE);

  g_assert_true (g_str_has_prefix (csv, "word,x,y,cluster,quality,precision,recall\r\n"));
  assert_line (csv, 1, "a", -2, "", "1");
  assert_line (csv, 2, "\"b,\"\"c\"\"\"", 2, "", "1");
  assert_line (csv, 3, "caf\xef\xbf\xbd", 0, "", "");
  g_assert_true (g_str_has_suffix (csv, "\r\n"));
}

static void
test_clusters_from_one (void)
{
  static const char *const chosen[] = {"b,\"c\"", "a", NULL};
  g_autofree char         *csv = print (chosen, 2);

  assert_line (csv, 1, "\"b,\"\"c\"\"\"", 2, "1", "1");
  assert_line (csv, 2, "a", -2, "2", "1");
}

/* Members of one cluster have its number, not the next. */
static void
test_members_share_a_number (void)
{
  static const char *const chosen[] = {"b,\"c\"", "a", NULL};
  g_autofree char         *csv = print (chosen, 1);

  assert_line (csv, 1, "\"b,\"\"c\"\"\"", 2, "1", "1");
  assert_line (csv, 2, "a", -2, "1", "1");
}

/* The third lies in the middle: one of its two neighbours is the nearest. Two words have no neighbourhoods. */
static void
test_precision_and_recall (void)
{
  static const char *const chosen[] = {"a", "b,\"c\"", "caf\xe9", NULL};
  static const char *const two[] = {"a", "b,\"c\"", NULL};
  g_autofree char         *csv = print (chosen, SEMA_CLUSTERS_NONE);
  g_autofree char         *few = print (two, SEMA_CLUSTERS_NONE);
  static const char *const precisions[] = {"1", "1", "0.5"};
  static const char *const recalls[] = {"1", "1", "1"};

  for (guint line = 1; line <= 3; line++)
    {
      g_auto (GStrv) fields = split_line (csv, line);

      g_assert_cmpstr (fields[5], ==, precisions[line - 1]);
      g_assert_cmpstr (fields[6], ==, recalls[line - 1]);
    }
  {
    g_auto (GStrv) fields = split_line (few, 1);

    g_assert_cmpstr (fields[5], ==, "");
    g_assert_cmpstr (fields[6], ==, "");
  }
}

static char *
print_composed (const char *third)
{
  g_autofree char           *path = g_test_build_filename (G_TEST_DIST, "data", "formats", "fasttext", "words.bin", NULL);
  SemaKeptNote               note;
  g_autoptr (SemaSet)        set = sema_kept_open (path, &(SemaFormatsOptions) {0}, 0, &note, NULL, NULL);
  g_autoptr (SemaRecipe)     recipe = sema_recipe_new ();
  g_autoptr (SemaProjection) projection = NULL;

  sema_recipe_add_word (recipe, "king", SEMA_NO_GROUP);
  sema_recipe_add_word (recipe, "queen", SEMA_NO_GROUP);
  sema_recipe_add_word (recipe, third, SEMA_NO_GROUP);
  projection = sema_projection_new (set, recipe, NULL, NULL, NULL);
  return g_string_free (sema_coordinates_print_csv (projection), FALSE);
}

/* The column is there only for words that have something in it. */
static void
test_composed (void)
{
  g_autofree char *composed = print_composed ("kinggg");
  g_autofree char *plain = print_composed ("größe");
  g_auto (GStrv)   lines = g_strsplit (composed, "\r\n", -1);

  g_assert_cmpstr (lines[0], ==, "word,x,y,cluster,quality,precision,recall,composed");
  g_assert_true (g_str_has_prefix (lines[1], "king,") && g_str_has_suffix (lines[1], ",0"));
  g_assert_true (g_str_has_prefix (lines[3], "kinggg,") && g_str_has_suffix (lines[3], ",1"));
  g_assert_true (g_str_has_prefix (plain, "word,x,y,cluster,quality,precision,recall\r\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coordinates/lines", test_lines);
  g_test_add_func ("/coordinates/clusters-from-one", test_clusters_from_one);
  g_test_add_func ("/coordinates/precision-and-recall", test_precision_and_recall);
  g_test_add_func ("/coordinates/composed", test_composed);
  g_test_add_func ("/coordinates/members-share-a-number", test_members_share_a_number);
  return g_test_run ();
}
