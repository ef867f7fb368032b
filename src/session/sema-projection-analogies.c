/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projection-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sema-analogy.h"
#include "sema-error.h"
#include "sema-number.h"
#include "sema-word.h"

#define N_ANSWERS 5

static const SemaRecipeAnalogy *
asked (const SemaProjection *self, gsize index)
{
  return &g_array_index (self->recipe->analogies, SemaRecipeAnalogy, index);
}

static GArray *
find_answers_in (const SemaProjection *previous, const SemaRecipeAnalogy *question)
{
  if (previous == NULL)
    return NULL;
  for (gsize i = 0; i < previous->analogies->len; i++)
    {
      const SemaRecipeAnalogy *old = asked (previous, i);

      if (g_str_equal (old->a, question->a) && g_str_equal (old->b, question->b) && g_str_equal (old->c, question->c))
        return g_array_ref (sema_projection_get_analogy (previous, i)->answers);
    }
  return NULL;
}

/* Takes a word of a question in; without a row the question has no answer, and says why. */
static guint64
find_row (SemaProjection *self, SemaProjectionAnalogy *analogy, const char *word)
{
  guint64 row = sema_projection_take_in (self, word, -1)->row;

  if (row == SEMA_VOCAB_NO_ROW && analogy->problem == NULL)
    {
      g_autofree char *label = sema_word_to_label (word, strlen (word));

      analogy->problem = g_strdup_printf (_("“%s” is not in this file."), label);
    }
  return row;
}

/* The best answer joins the words, unless its bytes cannot be a word of the recipe. */
static void
take_in_answer (SemaProjection *self, const SemaProjectionAnalogy *analogy)
{
  const SemaNeighbour *best;
  const char          *word;
  gsize                length;

  if (analogy->answers->len == 0)
    return;
  best = &g_array_index (analogy->answers, SemaNeighbour, 0);
  word = sema_vocab_get_word (sema_set_get_vocab (self->set), best->row, &length);
  if (length > 0 && memchr (word, 0, length) == NULL)
    sema_projection_take_in (self, word, -1);
}

static gboolean
answer (SemaProjection *self, gsize index, const SemaProjection *previous, SemaProgress *progress, GError **error)
{
  const SemaRecipeAnalogy *question = asked (self, index);
  SemaProjectionAnalogy   *analogy = sema_projection_peek_analogy (self, index);
  guint64                  minus = find_row (self, analogy, question->a);
  guint64                  plus[] = {find_row (self, analogy, question->b), find_row (self, analogy, question->c)};
  g_autoptr (GError)       problem = NULL;

  if (analogy->problem == NULL)
    {
      analogy->answers = find_answers_in (previous, question);
      if (analogy->answers == NULL)
        analogy->answers = sema_analogy_find (self->set, NULL, plus, 2, &minus, 1, N_ANSWERS, progress, &problem);
    }
  if (problem != NULL && !g_error_matches (problem, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (problem != NULL)
    analogy->problem = g_strdup (problem->message);
  if (analogy->answers == NULL)
    analogy->answers = g_array_new (FALSE, FALSE, sizeof (SemaNeighbour));
  take_in_answer (self, analogy);
  return TRUE;
}

/* Answers every question of the recipe, by 3CosAdd; their words join the words. Answers of @previous are used again. */
gboolean
sema_projection_answer_analogies (SemaProjection *self, const SemaProjection *previous, SemaProgress *progress, GError **error)
{
  for (gsize i = 0; i < self->recipe->analogies->len; i++)
    {
      SemaProjectionAnalogy empty = {.miss = NAN, .drawn = -1};

      g_array_append_val (self->analogies, empty);
      if (!answer (self, i, previous, progress, error))
        return FALSE;
    }
  return TRUE;
}

static gssize
point_of (const SemaProjection *self, const char *word)
{
  gssize index = sema_projection_find_word (self, word);

  return index < 0 ? -1 : sema_projection_get_word (self, (gsize)index)->point;
}

static gssize
point_of_answer (const SemaProjection *self, const SemaProjectionAnalogy *analogy)
{
  const char *word;

  if (analogy->answers->len == 0)
    return -1;
  word = sema_vocab_get_word (sema_set_get_vocab (self->set), g_array_index (analogy->answers, SemaNeighbour, 0).row, NULL);
  return point_of (self, word);
}

static char *
label_target (const SemaProjection *self, const SemaScatterAnalogy *drawn, double miss)
{
  const char *a = sema_scatter_get_point (self->scatter, drawn->a)->label;
  const char *b = sema_scatter_get_point (self->scatter, drawn->b)->label;
  const char *c = sema_scatter_get_point (self->scatter, drawn->c)->label;
  char        number[SEMA_NUMBER_SIZE];

  if (drawn->answer < 0)
    return g_strdup_printf ("%s − %s + %s", b, a, c);
  /* Translators: "king − man + woman, 4.21 from queen": what is computed, and how far from the answer it lies */
  return g_strdup_printf (_("%s − %s + %s, %s from %s"), b, a, c, sema_number_print_fixed (miss, 2, number),
                             sema_scatter_get_point (self->scatter, (gsize)drawn->answer)->label);
}

/* b - a + c of the vectors shown: because the projection is affine, its place closes the parallelogram. */
static double *
make_target (const SemaProjection *self, const SemaScatterAnalogy *drawn)
{
  gsize         dim = sema_set_get_dim (self->set);
  double       *target = g_new (double, dim);
  const double *a = self->vectors + drawn->a * dim;
  const double *b = self->vectors + drawn->b * dim;
  const double *c = self->vectors + drawn->c * dim;

  for (gsize i = 0; i < dim; i++)
    target[i] = b[i] - a[i] + c[i];
  return target;
}

static double
distance (const double *a, const double *b, gsize dim)
{
  double sum = 0;

  for (gsize i = 0; i < dim; i++)
    sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sqrt (sum);
}

static void
draw (SemaProjection *self, gsize index)
{
  const SemaRecipeAnalogy *question = asked (self, index);
  SemaProjectionAnalogy   *analogy = sema_projection_peek_analogy (self, index);
  gssize                   a = point_of (self, question->a);
  gssize                   b = point_of (self, question->b);
  gssize                   c = point_of (self, question->c);
  SemaScatterAnalogy       drawn = {(gsize)a, (gsize)b, (gsize)c, point_of_answer (self, analogy), 0, 0, NULL};
  gsize                    dim = sema_set_get_dim (self->set);
  double                   place[2];
  g_autofree double       *target = NULL;

  if (a < 0 || b < 0 || c < 0)
    return;
  target = make_target (self, &drawn);
  sema_projection_place (self, target, place);
  drawn.target_x = place[0];
  drawn.target_y = place[1];
  if (drawn.answer >= 0)
    analogy->miss = distance (target, self->vectors + (gsize)drawn.answer * dim, dim);
  drawn.target_label = label_target (self, &drawn, analogy->miss);
  analogy->drawn = self->scatter->analogies->len;
  g_array_append_val (self->scatter->analogies, drawn);
}

/* Gives the scatter the arrows, the target and the answer of every analogy whose three words are on the map. */
void
sema_projection_draw_analogies (SemaProjection *self)
{
  for (gsize i = 0; i < self->analogies->len; i++)
    draw (self, i);
}
