/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sema-dot.h"
#include "sema-math-error.h"
#include "sema-memory.h"
#include "sema-vectors.h"

static gboolean
check_usable (const SemaSet *set, const guint64 *rows, gsize n, GError **error)
{
  for (gsize i = 0; i < n; i++)
    if (!sema_vectors_check_usable (set, rows[i], SEMA_VECTORS_UNIT, error))
      return FALSE;
  return TRUE;
}

/* Adds the unit vectors, each by a weight, but that of one of them; any number beyond the last leaves none out. */
static void
add_units (const SemaSet *set, const guint64 *rows, gsize n, gsize left_out, double weight, double *sum)
{
  gsize dim = sema_set_get_dim (set);

  for (gsize i = 0; i < n; i++)
    {
      const SemaFloat *row = sema_set_get_row (set, rows[i]);
      double           norm = sema_set_get_norm (set, rows[i]);

      for (gsize d = 0; i != left_out && d < dim; d++)
        sum[d] += weight * (row[d] / norm);
    }
}

/* The mean of the one less the mean of the other, normalised; FALSE when they are the same but for rounding. */
static gboolean
find_direction (const SemaSet *set, const SemaQuestionWords *words, gsize left_out_yes, gsize left_out_no, double *direction)
{
  gsize  dim = sema_set_get_dim (set);
  gsize  n_yes = words->n_yes - (left_out_yes < words->n_yes);
  gsize  n_no = words->n_no - (left_out_no < words->n_no);
  double norm;

  memset (direction, 0, dim * sizeof *direction);
  add_units (set, words->yes, words->n_yes, left_out_yes, 1.0 / (double)n_yes, direction);
  add_units (set, words->no, words->n_no, left_out_no, -1.0 / (double)n_no, direction);
  norm = sema_vectors_norm (direction, dim);
  if (norm <= 8 * DBL_EPSILON)
    return FALSE;
  for (gsize d = 0; d < dim; d++)
    direction[d] /= norm;
  return TRUE;
}

/**
 * sema_question_find_direction:
 * @set: a set
 * @words: one word or more on either side
 * @direction: (dim) where it goes, of length 1
 * @error: %SEMA_MATH_ERROR_UNDEFINED where a row is zero or not finite, a side is empty or both come to the same
 *
 * Finds the direction of a question: from the mean of the unit vectors of the one side to that of the other (a semantic
 * projection: Grand, Blank, Pereira and Fedorenko 2022, with means in place of the mean of all differences, which is the same).
 * O(dim n).
 *
 * Returns: whether there is one
 */
gboolean
sema_question_find_direction (const SemaSet *set, const SemaQuestionWords *words, double *direction, GError **error)
{
  if (!check_usable (set, words->yes, words->n_yes, error) || !check_usable (set, words->no, words->n_no, error))
    return FALSE;
  if (words->n_yes > 0 && words->n_no > 0 && find_direction (set, words, G_MAXSIZE, G_MAXSIZE, direction))
    return TRUE;
  g_set_error_literal (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED,
                       _ ("A question needs words on both sides that do not come to the same vector."));
  return FALSE;
}

/**
 * sema_question_answer:
 * @set: a set
 * @row: a row of it, from 0
 * @direction: (dim) of a question
 *
 * Returns: how far the word's unit vector goes in that direction, -1 to 1; NaN for a row that is zero or not finite. O(dim).
 */
double
sema_question_answer (const SemaSet *set, guint64 row, const double *direction)
{
  const SemaFloat *values = sema_set_get_row (set, row);
  double           dot;

  if (!sema_vectors_is_usable (set, row, SEMA_VECTORS_UNIT))
    return NAN;
  sema_dot_rows (&values, 1, sema_set_get_dim (set), direction, &dot);
  return CLAMP (dot / sema_set_get_norm (set, row), -1, 1);
}

/* The mean of the answers of a side, but that of one of its words. */
static double
find_mean (const SemaSet *set, const guint64 *rows, gsize n, gsize left_out, const double *direction)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    if (i != left_out)
      sum += sema_question_answer (set, rows[i], direction);
  return sum / (double)(n - (left_out < n));
}

/* Whether a word that the question does not know lies on its own side of the middle between the two means. */
static gboolean
is_right (const SemaSet *set, const SemaQuestionWords *words, gsize left_out_yes, gsize left_out_no, double *direction)
{
  gboolean is_yes = left_out_yes < words->n_yes;
  guint64  row = is_yes ? words->yes[left_out_yes] : words->no[left_out_no];
  double   middle;

  if (!find_direction (set, words, left_out_yes, left_out_no, direction))
    return FALSE;
  middle = (find_mean (set, words->yes, words->n_yes, left_out_yes, direction) + find_mean (set, words->no, words->n_no, left_out_no, direction)) / 2;
  return is_yes ? sema_question_answer (set, row, direction) > middle : sema_question_answer (set, row, direction) < middle;
}

/**
 * sema_question_count_right:
 * @set: a set
 * @words: rows that have a direction
 * @n_right: (out): of how many words the question is right that does not know them
 * @n_tried: (out): how many words were left out in turn: those of a side that has others
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Says how well a question separates its own words: each is left out in turn, the question is made of the others, and the word
 * is right when it lies on its side of the middle between the means of both. O(dim n^2).
 *
 * Returns: whether there was memory for it
 */
gboolean
sema_question_count_right (const SemaSet *set, const SemaQuestionWords *words, gsize *n_right, gsize *n_tried, GError **error)
{
  double *direction = sema_memory_alloc_n (sema_set_get_dim (set), sizeof *direction, error);

  *n_right = 0;
  *n_tried = (words->n_yes > 1 ? words->n_yes : 0) + (words->n_no > 1 ? words->n_no : 0);
  for (gsize i = 0; direction != NULL && words->n_yes > 1 && i < words->n_yes; i++)
    *n_right += is_right (set, words, i, G_MAXSIZE, direction);
  for (gsize i = 0; direction != NULL && words->n_no > 1 && i < words->n_no; i++)
    *n_right += is_right (set, words, G_MAXSIZE, i, direction);
  sema_memory_free (direction);
  return direction != NULL;
}
