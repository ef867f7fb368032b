/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-set.h"

#include <string.h>

#include "sema-set-builder.h"

/* A set of the given rows; words end with NUL. */
SemaSet *
small_set_new (const char *const *words, const float *values, guint64 n_rows, gsize dim)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (dim, n_rows);
  g_autoptr (GError)         error = NULL;
  SemaSet                   *set;

  for (guint64 row = 0; row < n_rows; row++)
    {
      float *place = sema_set_builder_add (builder, words[row], strlen (words[row]), &error);

      g_assert_no_error (error);
      memcpy (place, values + row * dim, dim * sizeof (float));
    }
  set = sema_set_builder_finish (builder, "small", "test", "none", NULL, &error);
  g_assert_no_error (error);
  return set;
}

/* A set of the given rows; their words are their numbers. */
SemaSet *
small_set_new_numbered (const float *values, guint64 n_rows, gsize dim)
{
  g_auto (GStrv) words = g_new0 (char *, n_rows + 1);

  for (guint64 row = 0; row < n_rows; row++)
    words[row] = g_strdup_printf ("%" G_GUINT64_FORMAT, row);
  return small_set_new ((const char *const *)words, values, n_rows, dim);
}

/* A set of random rows; their words are their numbers. */
SemaSet *
small_set_new_random (guint64 n_rows, gsize dim, guint64 seed)
{
  g_autofree float *values = g_new (float, n_rows *dim);
  SemaRandom        random;

  sema_random_init (&random, seed);
  for (gsize i = 0; i < n_rows * dim; i++)
    values[i] = small_set_draw (&random);
  return small_set_new_numbered (values, n_rows, dim);
}

/* From -1 to 1. */
double
small_set_draw (SemaRandom *random)
{
  return 2 * sema_random_uniform (random) - 1;
}

/* (n, dim) random numbers; free with g_free(). */
double *
small_set_draw_vectors (gsize n, gsize dim, guint64 seed)
{
  double    *vectors = g_new (double, n *dim + 1);
  SemaRandom random;

  sema_random_init (&random, seed);
  for (gsize i = 0; i < n * dim; i++)
    vectors[i] = small_set_draw (&random);
  return vectors;
}
