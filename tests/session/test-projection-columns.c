/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sema-formats.h"
#include "sema-palette.h"
#include "sema-projection.h"
#include "sema-test-files.h"

#define N_WORDS 6

/* Six words with a kind, of which one has none, and a number; and the numbers of the vectors. */
static SemaSet *
load (void)
{
  static const char  tensors[] = "1\t0\n0\t1\n1\t1\n2\t1\n1\t3\n3\t1\n";
  static const char  metadata[] = "word\tkind\tweight\nking\troyal\t0\ncat\tanimal\t7\ndog\tanimal\t3.5\ncow\tanimal\t1\nqueen\troyal\t\nstone\t\t6.9\n";
  g_autofree char   *path = sema_test_files_write ("tensors.tsv", tensors, strlen (tensors));
  g_autoptr (GError) error = NULL;
  SemaSet           *set;

  g_free (sema_test_files_write ("metadata.tsv", metadata, strlen (metadata)));
  set = sema_formats_load (path, NULL, &error);
  g_assert_no_error (error);
  return set;
}

static SemaProjection *
project (SemaSet *set, const char *column, const char *const *words)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();

  for (; *words != NULL; words++)
    sema_recipe_add_word (recipe, *words, SEMA_NO_GROUP);
  recipe->colour_by = SEMA_COLOUR_BY_COLUMN;
  recipe->column = g_strdup (column);
  return sema_projection_new (set, recipe, NULL, NULL, NULL);
}

static const char *const all[] = {"king", "cat", "dog", "cow", "queen", "stone", NULL};

static void
assert_clusters (SemaProjection *projection, const int *clusters, gsize n_clusters)
{
  SemaScatter *scatter = sema_projection_get_scatter (projection);

  g_assert_cmpuint (scatter->clusters->len, ==, n_clusters);
  for (guint i = 0; i < scatter->points->len; i++)
    g_assert_cmpint (sema_scatter_get_point (scatter, i)->cluster, ==, clusters[i]);
}

/* The most frequent category comes first; a word without one is of no colour. */
static void
test_categories (void)
{
  static const int           clusters[] = {1, 0, 0, 0, 1, -1};
  g_autoptr (SemaSet)        set = load ();
  g_autoptr (SemaProjection) projection = project (set, "kind", all);
  SemaScatter               *scatter = sema_projection_get_scatter (projection);

  assert_clusters (projection, clusters, 2);
  g_assert_cmpstr (sema_scatter_get_cluster (scatter, 0)->name, ==, "animal");
  g_assert_cmpstr (sema_scatter_get_cluster (scatter, 1)->name, ==, "royal");
  g_assert_cmpuint (sema_scatter_get_cluster (scatter, 0)->n_points, ==, 3);
  g_assert_false (scatter->has_steps);
  g_assert_true (g_strv_contains ((const char *const *)scatter->remarks, "colours: “kind”"));
}

/* Seven steps of the same width from the smallest to the largest of the file, whichever words are shown. */
static void
test_numbers (void)
{
  static const int           clusters[] = {0, 6, 3, 1, -1, 6};
  static const int           of_two[] = {3, 6};
  static const char *const   two[] = {"dog", "stone", NULL};
  g_autoptr (SemaSet)        set = load ();
  g_autoptr (SemaProjection) projection = project (set, "weight", all);
  g_autoptr (SemaProjection) part = project (set, "weight", two);
  SemaScatter               *scatter = sema_projection_get_scatter (projection);

  assert_clusters (projection, clusters, SEMA_N_STEPS);
  assert_clusters (part, of_two, SEMA_N_STEPS);
  g_assert_true (scatter->has_steps);
  g_assert_cmpstr (sema_scatter_get_cluster (scatter, 3)->name, ==, "3 – < 4");
  g_assert_true (sema_scatter_get_cluster (scatter, 3)->has_no_hull);
  g_assert_cmpint (sema_scatter_get_style (scatter, 2).colour, ==, SEMA_N_COLOURS + 2);
}

/* A recipe may have been made with another file. */
static void
test_missing (void)
{
  static const int           clusters[] = {-1, -1, -1, -1, -1, -1};
  g_autoptr (SemaSet)        set = load ();
  g_autoptr (SemaProjection) projection = project (set, "colour", all);
  g_autoptr (SemaProjection) nameless = project (set, NULL, all);

  assert_clusters (projection, clusters, 0);
  assert_clusters (nameless, clusters, 0);
  g_assert_true (g_strv_contains ((const char *const *)sema_projection_get_scatter (projection)->remarks, "no column “colour” in this file"));
}

/* More categories than colours can tell apart: the others go together. */
static void
test_many (void)
{
  g_autoptr (GString)        tensors = g_string_new (NULL);
  g_autoptr (GString)        metadata = g_string_new ("word\tkind\n");
  g_autoptr (GPtrArray)      words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SemaSet)        set = NULL;
  g_autoptr (SemaProjection) projection = NULL;
  g_autofree char           *path = NULL;
  SemaScatter               *scatter;

  for (guint i = 0; i < 30; i++)
    {
      g_string_append_printf (tensors, "%u\t%u\n", i + 1, i * i);
      g_string_append_printf (metadata, "w%u\tkind %u\n", i, i);
      g_ptr_array_add (words, g_strdup_printf ("w%u", i));
    }
  g_ptr_array_add (words, NULL);
  path = sema_test_files_write ("tensors.tsv", tensors->str, tensors->len);
  g_free (sema_test_files_write ("metadata.tsv", metadata->str, metadata->len));
  set = sema_formats_load (path, NULL, NULL);
  projection = project (set, "kind", (const char *const *)words->pdata);
  scatter = sema_projection_get_scatter (projection);
  g_assert_cmpuint (scatter->clusters->len, ==, 20);
  g_assert_cmpstr (sema_scatter_get_cluster (scatter, 0)->name, ==, "kind 0");
  g_assert_cmpstr (sema_scatter_get_cluster (scatter, 19)->name, ==, "11 others");
  g_assert_cmpuint (sema_scatter_get_cluster (scatter, 19)->n_points, ==, 11);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-columns/categories", test_categories);
  g_test_add_func ("/projection-columns/numbers", test_numbers);
  g_test_add_func ("/projection-columns/missing", test_missing);
  g_test_add_func ("/projection-columns/many", test_many);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
