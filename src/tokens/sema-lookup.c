/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-lookup.h"

#include <math.h>
#include <string.h>

/* Rows of the weight matrix between two looks at cancel. */
#define ROWS_PER_STEP 256

/**
 * sema_lookup_rows:
 * @weight: (vocab, dim) the weight matrix of an embedding layer
 * @ids: (n) token ids below vocab, in any order, some perhaps more than once
 * @n: how many
 * @output: (n, dim) where the rows go
 *
 * What an embedding layer does: it copies the rows of the ids. O(n dim), without any multiplication.
 */
void
sema_lookup_rows (const SemaMatrix *weight, const guint64 *ids, gsize n, float *output)
{
  gsize             dim = sema_matrix_get_dim (weight);
  g_autofree float *space = sema_matrix_new_space (weight, 1);

  for (gsize i = 0; i < n; i++)
    memcpy (output + i * dim, sema_matrix_read_row (weight, ids[i], space), dim * sizeof *output);
}

/* One line of the product: each row of the matrix times a number of the one-hot vector, which is 0 but once. */
static gboolean
multiply_one (const SemaMatrix *weight, guint64 id, float *output, SemaProgress *progress)
{
  gsize             dim = sema_matrix_get_dim (weight);
  g_autofree float *space = sema_matrix_new_space (weight, 1);

  memset (output, 0, dim * sizeof *output);
  for (guint64 row = 0; row < sema_matrix_get_n_rows (weight); row++)
    {
      const SemaFloat *values = sema_matrix_read_row (weight, row, space);
      float            hot = row == id ? 1 : 0;

      if (row % ROWS_PER_STEP == 0 && sema_progress_is_cancelled (progress))
        return FALSE;
      for (gsize column = 0; column < dim; column++)
        output[column] += hot * values[column];
    }
  return TRUE;
}

/**
 * sema_lookup_multiply:
 * @weight: (vocab, dim) the weight matrix
 * @ids: (n) token ids below vocab
 * @n: how many
 * @output: (n, dim) where the product goes
 * @progress: (nullable): cancels
 *
 * The same as a linear layer would do it: the one-hot matrix (n, vocab) of the ids times the weight, with all its multiplications
 * by zero. n vocab dim multiply-adds, in one thread. A row with a number that is not finite makes the column not a number, since 0 times it is.
 *
 * Returns: whether it was not cancelled
 */
gboolean
sema_lookup_multiply (const SemaMatrix *weight, const guint64 *ids, gsize n, float *output, SemaProgress *progress)
{
  gsize dim = sema_matrix_get_dim (weight);

  for (gsize i = 0; i < n; i++)
    if (!multiply_one (weight, ids[i], output + i * dim, progress))
      return FALSE;
  return TRUE;
}

/**
 * sema_lookup_compare:
 * @a: (n) numbers
 * @b: (n) others
 * @n: how many, may be 0
 *
 * Returns: the largest difference of two that are at one place; not a number where one of them is none
 */
double
sema_lookup_compare (const float *a, const float *b, gsize n)
{
  double largest = 0;

  for (gsize i = 0; i < n; i++)
    {
      double difference = fabs ((double)a[i] - (double)b[i]);

      if (isnan (difference) || difference > largest)
        largest = difference;
      if (isnan (largest))
        break;
    }
  return largest;
}
