/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far planes of words of the sample that ships can be trusted, against scikit-learn and the definitions, which
 * tests/data/reference/make-trust.py asked. */

#include <math.h>
#include <string.h>

#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-trust.h"
#include "sema-vectors.h"
#include "stored-values.h"

/* @lines: "word x y precision recall" */
static void
read_points (SemaSet *set, char **lines, gsize n, guint64 *rows, double *places)
{
  for (gsize i = 0; i < n; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (fields), ==, 5);
      rows[i] = sema_vocab_find (sema_set_get_vocab (set), fields[0], -1);
      g_assert_cmpuint (rows[i], !=, SEMA_VOCAB_NO_ROW);
      places[2 * i] = stored_parse (fields[1]);
      places[2 * i + 1] = stored_parse (fields[2]);
    }
}

static void
assert_same (double found, const char *expected)
{
  if (isnan (stored_parse (expected)))
    g_assert_true (isnan (found));
  else
    g_assert_cmpfloat_with_epsilon (found, stored_parse (expected), 1e-14);
}

/* @lines: "plane kind n k trustworthiness continuity radius", then the points. Returns how many lines that is. */
static gsize
check_plane (SemaSet *set, char **lines)
{
  g_auto (GStrv)        head = g_strsplit (lines[0], "\t", -1);
  gsize                 n = g_ascii_strtoull (head[2], NULL, 10);
  SemaVectors           kind = strcmp (head[1], "raw") == 0 ? SEMA_VECTORS_RAW : SEMA_VECTORS_UNIT;
  g_autofree guint64   *rows = g_new (guint64, n);
  g_autofree double    *places = g_new (double, 2 * n);
  g_autoptr (SemaTrust) trust = NULL;
  double               *vectors;

  read_points (set, lines + 1, n, rows, places);
  vectors = sema_vectors_gather (set, rows, n, kind, NULL);
  trust = sema_trust_new (vectors, n, sema_set_get_dim (set), places, NULL, NULL);
  g_assert_cmpuint (trust->k, ==, g_ascii_strtoull (head[3], NULL, 10));
  assert_same (trust->trustworthiness, head[4]);
  assert_same (trust->continuity, head[5]);
  assert_same (trust->radius, head[6]);
  for (gsize i = 0; i < n; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[1 + i], "\t", -1);

      assert_same (trust->precision[i], fields[3]);
      assert_same (trust->recall[i], fields[4]);
    }
  sema_memory_free (vectors);
  return 1 + n;
}

static void
test_sample (void)
{
  g_autoptr (SemaSet) set = stored_load_sample ();
  g_auto (GStrv)      lines = stored_read_lines ("sample", "trust.tsv");
  guint               n_planes = 0;

  for (gsize l = 0; lines[l] != NULL; n_planes++)
    l += check_plane (set, lines + l);
  g_assert_cmpuint (n_planes, ==, 39);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trust-reference/sample", test_sample);
  return g_test_run ();
}
