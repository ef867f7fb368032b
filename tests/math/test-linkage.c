/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-linkage.h"

#include <math.h>

#include "sema-error.h"
#include "sema-math-error.h"
#include "sema-memory.h"
#include "small-set.h"

static SemaLinkage *
link_all (const double *distances, gsize n)
{
  g_autoptr (GError) error = NULL;
  SemaLinkage       *linkage = sema_linkage_new (distances, n, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (linkage->n, ==, n);
  return linkage;
}

static void
assert_merge (const SemaLinkage *linkage, gsize m, gsize a, gsize b, double height, gsize size)
{
  g_assert_cmpuint (linkage->merges[m].a, ==, a);
  g_assert_cmpuint (linkage->merges[m].b, ==, b);
  g_assert_cmpfloat (linkage->merges[m].height, ==, height);
  g_assert_cmpuint (linkage->merges[m].size, ==, size);
}

/* 0 and 2 are near each other, and 1 is 3 away from one and 5 from the other: 4 on average. */
static void
test_known (void)
{
  const double            distances[] = {0, 3, 1, 3, 0, 5, 1, 5, 0};
  const gsize             leaves[] = {1, 0, 2};
  g_autoptr (SemaLinkage) linkage = link_all (distances, 3);

  assert_merge (linkage, 0, 0, 2, 1, 2);
  assert_merge (linkage, 1, 1, 3, 4, 3);
  g_assert_cmpmem (linkage->leaves, 3 * sizeof (gsize), leaves, sizeof leaves);
}

static void
test_few (void)
{
  const double            two[] = {0, 7, 7, 0};
  g_autoptr (SemaLinkage) none = link_all (two, 0), one = link_all (two, 1), both = link_all (two, 2);

  g_assert_cmpuint (none->n, ==, 0);
  g_assert_cmpuint (one->leaves[0], ==, 0);
  assert_merge (both, 0, 0, 1, 7, 2);
  g_assert_cmpuint (both->leaves[1], ==, 1);
}

/* What stands in the diagonal is not looked at as a distance. */
static void
test_diagonal (void)
{
  const double            distances[] = {-9, 3, 1, 3, 2, 5, 1, 5, 0};
  g_autoptr (SemaLinkage) linkage = link_all (distances, 3);

  assert_merge (linkage, 0, 0, 2, 1, 2);
  assert_merge (linkage, 1, 1, 3, 4, 3);
}

/* (n, n) from the line of the upper triangle */
static double *
read_distances (const char *line, gsize n)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  double        *distances = g_new0 (double, n *n);
  gsize          at = 0;

  g_assert_cmpuint (g_strv_length (fields), ==, n * (n - 1) / 2);
  for (gsize i = 0; i < n; i++)
    for (gsize j = i + 1; j < n; j++)
      distances[i * n + j] = distances[j * n + i] = g_ascii_strtod (fields[at++], NULL);
  return distances;
}

static void
check_merge (const SemaLinkage *linkage, gsize m, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);

  g_assert_cmpuint (g_strv_length (fields), ==, 4);
  assert_merge (linkage, m, g_ascii_strtoull (fields[0], NULL, 10), g_ascii_strtoull (fields[1], NULL, 10), g_ascii_strtod (fields[2], NULL),
                g_ascii_strtoull (fields[3], NULL, 10));
}

/* @lines: "tree name n", the distances, n - 1 merges, the leaves. Returns how many lines that is. */
static gsize
check_tree (char **lines)
{
  g_auto (GStrv)          head = g_strsplit (lines[0], "\t", -1), leaves = NULL;
  gsize                   n = g_ascii_strtoull (head[2], NULL, 10);
  g_autofree double      *distances = read_distances (lines[1], n);
  g_autoptr (SemaLinkage) linkage = link_all (distances, n);

  g_test_message ("%s, %s items", head[1], head[2]);
  for (gsize m = 0; m + 1 < n; m++)
    check_merge (linkage, m, lines[2 + m]);
  leaves = g_strsplit (lines[n + 1], "\t", -1);
  g_assert_cmpuint (g_strv_length (leaves), ==, n);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpuint (linkage->leaves[i], ==, g_ascii_strtoull (leaves[i], NULL, 10));
  return n + 2;
}

/* To the bit, also where there are ties; tests/data/reference/make-linkage.py asked scipy. */
static void
test_scipy (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "reference", "sample", "linkage.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv)   lines = NULL;
  guint            n_trees = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (gsize l = 0; lines[l] != NULL; n_trees++)
    l += check_tree (lines + l);
  g_assert_cmpuint (n_trees, ==, 20);
}

/* Two thousand random points: in order, and every one once among the leaves. The time is printed, not judged. */
static void
test_many (void)
{
  const gsize             n = 2000;
  g_autofree double      *distances = small_set_draw_vectors (n, n, 3);
  g_autofree gboolean    *seen = g_new0 (gboolean, n);
  g_autoptr (SemaLinkage) linkage = NULL;
  gint64                  start;

  for (gsize i = 0; i < n; i++)
    for (gsize j = i; j < n; j++)
      distances[j * n + i] = distances[i * n + j] = fabs (distances[i * n + j]);
  start = g_get_monotonic_time ();
  linkage = link_all (distances, n);
  g_test_message ("%.1f ms", (g_get_monotonic_time () - start) / 1e3);
  for (gsize m = 1; m + 1 < n; m++)
    g_assert_cmpfloat (linkage->merges[m].height, >=, linkage->merges[m - 1].height);
  g_assert_cmpuint (linkage->merges[n - 2].size, ==, n);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_false (seen[linkage->leaves[i]]);
      seen[linkage->leaves[i]] = TRUE;
    }
}

static void
test_errors (void)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  const double             distances[] = {0, 1, 1, 0}, bad[] = {0, NAN, NAN, 0}, endless[] = {0, INFINITY, INFINITY, 0};

  g_assert_null (sema_linkage_new (bad, 2, NULL, &error));
  g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED);
  g_clear_error (&error);
  g_assert_null (sema_linkage_new (endless, 2, NULL, &error));
  g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED);
  g_clear_error (&error);
  sema_progress_cancel (progress);
  g_assert_null (sema_linkage_new (distances, 2, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  for (guint64 nth = 1; nth <= 6; nth++)
    {
      g_clear_error (&error);
      sema_memory_fail_at (nth);
      g_assert_null (sema_linkage_new (distances, 2, NULL, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/linkage/known", test_known);
  g_test_add_func ("/linkage/few", test_few);
  g_test_add_func ("/linkage/diagonal", test_diagonal);
  g_test_add_func ("/linkage/scipy", test_scipy);
  g_test_add_func ("/linkage/many", test_many);
  g_test_add_func ("/linkage/errors", test_errors);
  return g_test_run ();
}
