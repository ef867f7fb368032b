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

/* Adds the unit vectors, each by a weight. */
static void
add_units (const SemaSet *set, const guint64 *rows, gsize n, double weight, double *sum)
{
  gsize             dim = sema_set_get_dim (set);
  g_autofree float *space = sema_set_new_space (set, 1);

  for (gsize i = 0; i < n; i++)
    {
      const SemaFloat *row = sema_set_read_row (set, rows[i], space);
      double           norm = sema_set_get_norm (set, rows[i]);

      for (gsize d = 0; d < dim; d++)
        sum[d] += weight * (row[d] / norm);
    }
}

/* The mean of the one less the mean of the other, normalised; FALSE when they are the same but for rounding. */
static gboolean
find_direction (const SemaSet *set, const SemaQuestionWords *words, double *direction)
{
  gsize  dim = sema_set_get_dim (set);
  double norm;

  memset (direction, 0, dim * sizeof *direction);
  add_units (set, words->yes, words->n_yes, 1.0 / (double)words->n_yes, direction);
  add_units (set, words->no, words->n_no, -1.0 / (double)words->n_no, direction);
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
  if (words->n_yes > 0 && words->n_no > 0 && find_direction (set, words, direction))
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
  g_autofree float *space = sema_set_new_space (set, 1);
  const SemaFloat  *values = sema_set_read_row (set, row, space);
  double            dot;

  if (!sema_vectors_is_usable (set, row, SEMA_VECTORS_UNIT))
    return NAN;
  sema_dot_rows (&values, 1, sema_set_get_dim (set), direction, &dot);
  return CLAMP (dot / sema_set_get_norm (set, row), -1, 1);
}

/**
 * Sides:
 * @set: (unowned)
 * @dim: of its rows
 * @yes: (dim) sum of the unit vectors of the one side
 * @no: (dim) that of the other
 * @unit: (dim) the word that is left out, divided by its norm
 * @left: (dim) the mean of its side without it
 * @direction: (dim) from the mean of the other side to that of its own
 *
 * What a word is judged by that is left out, without adding all the others up again.
 */
typedef struct
{
  const SemaSet *set;
  gsize          dim;
  double        *yes;
  double        *no;
  double        *unit;
  double        *left;
  double        *direction;
} Sides;

/* Whether a word that the question does not know lies on its own side of the middle between the two means. */
static gboolean
is_right (const Sides *self, guint64 row, const double *own, gsize n_own, const double *other, gsize n_other)
{
  g_autofree float *space = sema_set_new_space (self->set, 1);
  const SemaFloat  *values = sema_set_read_row (self->set, row, space);
  double            norm = sema_set_get_norm (self->set, row);
  double            answer = 0, own_mean = 0, other_mean = 0;

  for (gsize d = 0; d < self->dim; d++)
    {
      self->unit[d] = values[d] / norm;
      self->left[d] = (own[d] - self->unit[d]) / (double)(n_own - 1);
      self->direction[d] = self->left[d] - other[d] / (double)n_other;
    }
  if (sema_vectors_norm (self->direction, self->dim) <= 8 * DBL_EPSILON * (double)(n_own + n_other))
    return FALSE;
  for (gsize d = 0; d < self->dim; d++)
    {
      answer += self->unit[d] * self->direction[d];
      own_mean += self->left[d] * self->direction[d];
      other_mean += other[d] / (double)n_other * self->direction[d];
    }
  return answer > (own_mean + other_mean) / 2;
}

static gsize
count_side (const Sides *self, const guint64 *rows, const double *own, gsize n_own, const double *other, gsize n_other)
{
  gsize n_right = 0;

  for (gsize i = 0; n_own > 1 && i < n_own; i++)
    n_right += is_right (self, rows[i], own, n_own, other, n_other);
  return n_right;
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
 * is right when it lies on its side of the middle between the means of both. O(dim n).
 *
 * Returns: whether there was memory for it
 */
gboolean
sema_question_count_right (const SemaSet *set, const SemaQuestionWords *words, gsize *n_right, gsize *n_tried, GError **error)
{
  gsize   dim = sema_set_get_dim (set);
  double *numbers = sema_memory_alloc_n (5 * dim, sizeof *numbers, error);
  Sides   sides = {set, dim, numbers, numbers + dim, numbers + 2 * dim, numbers + 3 * dim, numbers + 4 * dim};

  *n_right = 0;
  *n_tried = (words->n_yes > 1 ? words->n_yes : 0) + (words->n_no > 1 ? words->n_no : 0);
  if (numbers == NULL)
    return FALSE;
  memset (numbers, 0, 2 * dim * sizeof *numbers);
  add_units (set, words->yes, words->n_yes, 1, sides.yes);
  add_units (set, words->no, words->n_no, 1, sides.no);
  *n_right = count_side (&sides, words->yes, sides.yes, words->n_yes, sides.no, words->n_no) +
             count_side (&sides, words->no, sides.no, words->n_no, sides.yes, words->n_yes);
  sema_memory_free (numbers);
  return TRUE;
}
