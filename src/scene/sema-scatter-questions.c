/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question-names.h"
#include "sema-scatter-page.h"

/**
 * sema_scatter_page_add_questions:
 * @self: a page of a scatter whose axes are questions
 *
 * Adds along each axis, outside the plot, the name of its question between the words at both ends.
 */
void
sema_scatter_page_add_questions (SemaScatterPage *self)
{
  for (guint axis = 0; axis < G_N_ELEMENTS (self->layout.names); axis++)
    if (self->layout.names[axis].width > 0)
      sema_question_names_add (self->scene, self->measure, self->layout.scale, &self->layout.names[axis], &self->scatter->questions->axes[axis]);
}
