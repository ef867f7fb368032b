/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projection.h"
#include "small-set.h"

#define N 20

static const guint32 odd_rows[] = {3, 8};

static SemaSet *
make_set (void)
{
  g_autofree float *values = g_new (float, N * 3);
  g_auto (GStrv)    words = g_new0 (char *, N + 1);

  for (gsize i = 0; i < N; i++)
    {
      words[i] = g_strdup_printf ("w%u", (guint)i);
      values[3 * i] = 5 + (float)i;
      values[3 * i + 1] = (float)(i * i % 7);
      values[3 * i + 2] = 1;
    }
  values[3 * 3] = values[3 * 3 + 1] = values[3 * 3 + 2] = 9; /* one number */
  for (gsize d = 0; d < 3; d++)
    values[3 * 8 + d] = values[3 * 4 + d];
  return small_set_new ((const char *const *)words, values, N, 3);
}

static SemaDiagnosis *
diagnose (SemaSet *set)
{
  return sema_diagnosis_new (set, NULL, &(SemaDiagnosisOptions) {.share = 0}, NULL, NULL);
}

static SemaProjection *
project (SemaSet *set)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();

  for (guint i = 2; i < 10; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%u", i);

      sema_recipe_add_word (recipe, word, SEMA_NO_GROUP);
    }
  return sema_projection_new (set, recipe, NULL, NULL, NULL);
}

static guint
count_odd (const SemaProjection *projection)
{
  const SemaScatter *scatter = sema_projection_get_scatter (projection);
  guint              n = 0;

  for (gsize i = 0; i < scatter->points->len; i++)
    n += sema_scatter_get_point (scatter, i)->is_odd;
  return n;
}

/* The one with the smallest norm is suspected, which is not on the map. */
static void
test_marks (void)
{
  g_autoptr (SemaSet)        set = make_set ();
  g_autoptr (SemaDiagnosis)  diagnosis = diagnose (set);
  g_autoptr (SemaProjection) projection = project (set);

  g_assert_cmpuint (count_odd (projection), ==, 0);
  sema_projection_mark_findings (projection, diagnosis);
  g_assert_cmpuint (count_odd (projection), ==, G_N_ELEMENTS (odd_rows));
  for (gsize i = 0; i < G_N_ELEMENTS (odd_rows); i++)
    g_assert_true (sema_scatter_get_point (sema_projection_get_scatter (projection), odd_rows[i] - 2)->is_odd);
  sema_projection_mark_findings (projection, NULL);
  g_assert_cmpuint (count_odd (projection), ==, 0);
}

static void
test_other_set (void)
{
  g_autoptr (SemaSet)        set = make_set (), other = make_set ();
  g_autoptr (SemaDiagnosis)  diagnosis = diagnose (other);
  g_autoptr (SemaProjection) projection = project (set);

  sema_projection_mark_findings (projection, diagnosis);
  g_assert_cmpuint (count_odd (projection), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection-findings/marks", test_marks);
  g_test_add_func ("/projection-findings/other-set", test_other_set);
  return g_test_run ();
}
