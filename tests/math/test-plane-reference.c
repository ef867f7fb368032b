/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where words of the sample that ships lie on the planes of two questions, against numpy, which
 * tests/data/reference/make-planes.py asked. */

#include <string.h>

#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-plane-rows.h"
#include "sema-question.h"
#include "stored-values.h"

static void
find_direction (SemaSet *set, const char *yes, const char *no, double *direction)
{
  guint64           yes_rows[STORED_MOST_ROWS], no_rows[STORED_MOST_ROWS];
  SemaQuestionWords words = {yes_rows, stored_find_rows (set, yes, yes_rows), no_rows, stored_find_rows (set, no, no_rows)};

  g_assert_true (sema_question_find_direction (set, &words, direction, NULL));
}

/* @lines: "word x y quality" for each */
static double *
gather (SemaSet *set, char **lines, gsize n, SemaVectors kind)
{
  g_autofree guint64 *rows = g_new (guint64, n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *word = g_strndup (lines[i], strcspn (lines[i], "\t"));

      rows[i] = stored_find_row (set, word);
    }
  return sema_vectors_gather (set, rows, n, kind, NULL);
}

static void
check_word (SemaSet *set, SemaVectors kind, const SemaPlane *plane, gsize i, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);

  for (gsize c = 0; c < 2; c++)
    {
      g_assert_cmpfloat_with_epsilon (plane->scores[2 * i + c], stored_parse (fields[1 + c]), 1e-10);
      if (kind == SEMA_VECTORS_UNIT)
        g_assert_cmpfloat_with_epsilon (sema_question_answer (set, stored_find_row (set, fields[0]), plane->directions + c * plane->dim), stored_parse (fields[1 + c]), 1e-10);
    }
  g_assert_cmpfloat_with_epsilon (plane->quality[i], stored_parse (fields[3]), 1e-10);
}

/* @lines: "kind n angle ratio ratio yes no yes no", then the words. Returns n. */
static gsize
check_plane (SemaSet *set, char **lines)
{
  g_auto (GStrv)            head = g_strsplit (lines[0], "\t", -1);
  SemaVectors               kind = strcmp (head[0], "raw") == 0 ? SEMA_VECTORS_RAW : SEMA_VECTORS_UNIT;
  gsize                     n = g_ascii_strtoull (head[1], NULL, 10), dim = sema_set_get_dim (set);
  g_autofree double        *directions = g_new (double, 2 * dim);
  double                   *vectors = gather (set, lines + 1, n, kind);
  g_autoptr (SemaPlane)     plane = NULL;
  g_autoptr (SemaPlaneRows) rows = NULL;

  find_direction (set, head[5], head[6], directions);
  find_direction (set, head[7], head[8], directions + dim);
  plane = sema_plane_new (directions, vectors, n, dim, NULL);
  sema_memory_free (vectors);
  rows = sema_plane_rows_new (set, kind, directions, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (plane->angle, stored_parse (head[2]), 2e-6);
  g_assert_cmpfloat_with_epsilon (plane->ratio, stored_parse (head[3]), 1e-11);
  g_assert_cmpfloat_with_epsilon (rows->plane->ratio, stored_parse (head[4]), 1e-11);
  for (gsize i = 0; i < n; i++)
    check_word (set, kind, plane, i, lines[1 + i]);
  return n;
}

static void
test_sample (void)
{
  g_autoptr (SemaSet) set = stored_load_sample ();
  g_auto (GStrv)      lines = stored_read_lines ("sample", "planes.tsv");
  guint               n_planes = 0;

  for (gsize l = 0; lines[l] != NULL; l++, n_planes++)
    l += check_plane (set, lines + l);
  g_assert_cmpuint (n_planes, ==, 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plane-reference/sample", test_sample);
  return g_test_run ();
}
