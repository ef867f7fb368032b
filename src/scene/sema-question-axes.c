/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question-axes.h"

#include <math.h>

#define RIGHT 90.0
#define NEARLY 0.05 /* what one decimal does not tell from it */

/**
 * sema_question_axes_new:
 * @axes: the questions of x and y; copied
 * @angle: between their directions, 0 to 180 degrees
 * @ratio: how much of the variance their plane keeps
 *
 * Returns: (transfer full): the axes
 */
SemaQuestionAxes *
sema_question_axes_new (const SemaQuestionAxis axes[2], double angle, double ratio)
{
  SemaQuestionAxes *self = g_new0 (SemaQuestionAxes, 1);

  for (guint i = 0; i < G_N_ELEMENTS (self->axes); i++)
    self->axes[i] = (SemaQuestionAxis) {g_strdup (axes[i].name), g_strdup (axes[i].yes), g_strdup (axes[i].no)};
  self->angle = angle;
  self->ratio = ratio;
  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

/**
 * sema_question_axes_ref:
 * @self: axes
 *
 * Returns: (transfer full): @self
 */
SemaQuestionAxes *
sema_question_axes_ref (SemaQuestionAxes *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sema_question_axes_unref:
 * @self: (transfer full): axes
 */
void
sema_question_axes_unref (SemaQuestionAxes *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->axes); i++)
    {
      g_free (self->axes[i].name);
      g_free (self->axes[i].yes);
      g_free (self->axes[i].no);
    }
  g_free (self);
}

/**
 * sema_question_axes_is_right:
 * @self: axes
 *
 * Returns: whether the directions are at a right angle, to a twentieth of a degree, as they are in the picture
 */
gboolean
sema_question_axes_is_right (const SemaQuestionAxes *self)
{
  return fabs (self->angle - RIGHT) < NEARLY;
}

/**
 * sema_question_axes_equal:
 * @a: (nullable): axes; %NULL for principal components
 * @b: (nullable): axes
 *
 * Returns: whether both mean the same, by the questions' names and words
 */
gboolean
sema_question_axes_equal (const SemaQuestionAxes *a, const SemaQuestionAxes *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  for (guint i = 0; i < G_N_ELEMENTS (a->axes); i++)
    if (!g_str_equal (a->axes[i].name, b->axes[i].name) || !g_str_equal (a->axes[i].yes, b->axes[i].yes) || !g_str_equal (a->axes[i].no, b->axes[i].no))
      return FALSE;
  return TRUE;
}
