/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include "sema-text-fit.h"

#define UPWARDS 3     /* quarter turns */
#define GAP 14.0      /* between the texts of an axis, logical units at text scale 1 */
#define MOST_NAME 0.3 /* of the axis, unless short ends leave more */
#define ARROW_YES " →"
#define ARROW_NO "← "
#define LEAST_END 24.0 /* room for less of a word is not worth it */

/* A text along an axis, without a place. */
static SemaTextMark
make_text (const SemaScatterPage *self, const char *text, SemaTextRole role)
{
  SemaTextMark mark = {.text = text, .role = role, .scale = self->layout.scale, .index = -1};

  self->measure->measure (self->measure->data, text, role, mark.scale, &mark.width, &mark.height);
  return mark;
}

/* @along: from the negative end of the axis to the beginning of the text */
static void
add_text (SemaScatterPage *self, guint axis, SemaTextMark *mark, double along)
{
  const SemaFrame *box = &self->layout.names[axis];
  double           length = mark->width;

  if (axis == 0)
    {
      mark->x = box->x + along;
      mark->y = box->y + (box->height - mark->height) / 2;
    }
  else
    {
      mark->turn = UPWARDS;
      mark->width = mark->height;
      mark->height = length;
      mark->x = box->x + (box->width - mark->width) / 2;
      mark->y = box->y + box->height - along - length;
    }
  sema_scene_add_text (self->scene, mark);
}

static double
measure_end (const SemaScatterPage *self, const char *text)
{
  return make_text (self, text, SEMA_TEXT_AXIS).width;
}

/* The words of one end and an arrow towards it, of at most some length. */
static void
add_end (SemaScatterPage *self, guint axis, gboolean yes, double room)
{
  const SemaQuestionAxis *question = &self->scatter->questions->axes[axis];
  const SemaFrame        *box = &self->layout.names[axis];
  const char             *arrow = yes ? ARROW_YES : ARROW_NO;
  g_autofree char        *words = NULL;
  g_autofree char        *text = NULL;
  SemaTextMark            mark;

  if (room < LEAST_END * self->layout.scale)
    return;
  words = sema_text_fit (self->measure, yes ? question->yes : question->no, SEMA_TEXT_AXIS, self->layout.scale, room - measure_end (self, arrow));
  text = yes ? g_strconcat (words, arrow, NULL) : g_strconcat (arrow, words, NULL);
  mark = make_text (self, text, SEMA_TEXT_AXIS);
  add_text (self, axis, &mark, yes ? (axis == 0 ? box->width : box->height) - mark.width : 0);
}

/* The name stands in the middle, so it has what the longer end leaves on both sides. */
static double
find_room (const SemaScatterPage *self, const SemaQuestionAxis *question, double length)
{
  double longer = MAX (measure_end (self, question->yes), measure_end (self, question->no)) + measure_end (self, ARROW_YES);

  return MAX (length - 2 * (longer + GAP * self->layout.scale), MOST_NAME * length);
}

static void
add_question (SemaScatterPage *self, guint axis)
{
  const SemaQuestionAxis *question = &self->scatter->questions->axes[axis];
  const SemaFrame        *box = &self->layout.names[axis];
  double                  length = axis == 0 ? box->width : box->height;
  g_autofree char        *name = sema_text_fit (self->measure, question->name, SEMA_TEXT_LEGEND, self->layout.scale, find_room (self, question, length));
  SemaTextMark            mark = make_text (self, name, SEMA_TEXT_LEGEND);
  double                  room = (length - mark.width) / 2 - GAP * self->layout.scale;

  add_end (self, axis, FALSE, room);
  add_text (self, axis, &mark, (length - mark.width) / 2);
  add_end (self, axis, TRUE, room);
}

/**
 * sema_scatter_page_add_questions:
 * @self: a page of a scatter whose axes are questions
 *
 * Adds along each axis, outside the plot, the name of its question between the words at both ends, cut where they are too long.
 */
void
sema_scatter_page_add_questions (SemaScatterPage *self)
{
  for (guint axis = 0; axis < G_N_ELEMENTS (self->layout.names); axis++)
    if (self->layout.names[axis].width > 0)
      add_question (self, axis);
}
