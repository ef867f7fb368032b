/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaQuestionAxis:
 * @name: (owned) what the question is called
 * @yes: (owned) the words at the positive end, as they are shown
 * @no: (owned) the words at the negative end
 *
 * A question as an axis.
 */
typedef struct
{
  char *name;
  char *yes;
  char *no;
} SemaQuestionAxis;

/**
 * SemaQuestionAxes:
 * @axes: x and y
 * @angle: between the directions of both, 0 to 180 degrees; the picture has them at 90
 * @ratio: how much of the variance the plane that they span keeps, 0 to 1
 *
 * What the axes of a scatter mean where they are two questions. Read only once it is made, and shared by reference.
 */
typedef struct
{
  SemaQuestionAxis axes[2];
  double           angle;
  double           ratio;
  gint             ref_count;
} SemaQuestionAxes;

SemaQuestionAxes *sema_question_axes_new (const SemaQuestionAxis axes[2], double angle, double ratio);
SemaQuestionAxes *sema_question_axes_ref (SemaQuestionAxes *self);
void              sema_question_axes_unref (SemaQuestionAxes *self);
gboolean          sema_question_axes_is_right (const SemaQuestionAxes *self);
gboolean          sema_question_axes_equal (const SemaQuestionAxes *a, const SemaQuestionAxes *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaQuestionAxes, sema_question_axes_unref)

G_END_DECLS
