/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question-names.h"

#include "sema-text-fit.h"

#define UPWARDS 3     /* quarter turns */
#define GAP 14.0      /* between the texts of an axis, logical units at text scale 1 */
#define MOST_NAME 0.3 /* of the axis, unless short ends leave more */
#define ARROW_YES " →"
#define ARROW_NO "← "
#define LEAST_END 12.0 /* room for less of a word is not worth it */

/**
 * Axis:
 * @box: where the texts go
 * @length: of its longer side, along which they run
 */
typedef struct
{
  SemaScene              *scene;
  const SemaMeasure      *measure;
  double                  scale;
  const SemaFrame        *box;
  double                  length;
  const SemaQuestionAxis *question;
} Axis;

/* A text along an axis, without a place. */
static SemaTextMark
make_text (const Axis *self, const char *text, SemaTextRole role)
{
  SemaTextMark mark = {.text = text, .role = role, .scale = self->scale, .index = -1};

  self->measure->measure (self->measure->data, text, role, mark.scale, &mark.width, &mark.height);
  return mark;
}

/* @along: from the negative end of the axis to the beginning of the text */
static void
add_text (const Axis *self, SemaTextMark *mark, double along)
{
  const SemaFrame *box = self->box;
  double           length = mark->width;

  if (box->width >= box->height)
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
measure_end (const Axis *self, const char *text)
{
  return make_text (self, text, SEMA_TEXT_AXIS).width;
}

/* The words of one end and an arrow towards it, of at most some length. */
static void
add_end (const Axis *self, gboolean yes, double room)
{
  const char      *end = yes ? self->question->yes : self->question->no;
  const char      *arrow = yes ? ARROW_YES : ARROW_NO;
  double           left = room - measure_end (self, arrow);
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  SemaTextMark     mark;

  if (left < LEAST_END * self->scale && left < measure_end (self, end))
    return;
  words = sema_text_fit (self->measure, end, SEMA_TEXT_AXIS, self->scale, left);
  text = yes ? g_strconcat (words, arrow, NULL) : g_strconcat (arrow, words, NULL);
  mark = make_text (self, text, SEMA_TEXT_AXIS);
  add_text (self, &mark, yes ? self->length - mark.width : 0);
}

/* The name stands in the middle, so it has what the longer end leaves on both sides. */
static double
find_room (const Axis *self)
{
  double longer = MAX (measure_end (self, self->question->yes), measure_end (self, self->question->no)) + measure_end (self, ARROW_YES);

  return MAX (self->length - 2 * (longer + GAP * self->scale), MOST_NAME * self->length);
}

/**
 * sema_question_names_add:
 * @scene: where the texts go
 * @measure: how large they are
 * @scale: text scale
 * @box: along the axis: wider than high for one to the right, higher than wide for one upwards
 * @question: what the axis means
 *
 * Adds the name of a question between the words at both ends of its axis, cut where they are too long.
 */
void
sema_question_names_add (SemaScene *scene, const SemaMeasure *measure, double scale, const SemaFrame *box, const SemaQuestionAxis *question)
{
  const Axis       self = {scene, measure, scale, box, MAX (box->width, box->height), question};
  g_autofree char *name = sema_text_fit (measure, question->name, SEMA_TEXT_LEGEND, scale, find_room (&self));
  SemaTextMark     mark = make_text (&self, name, SEMA_TEXT_LEGEND);
  double           room = (self.length - mark.width) / 2 - GAP * scale;

  add_end (&self, FALSE, room);
  add_text (&self, &mark, (self.length - mark.width) / 2);
  add_end (&self, TRUE, room);
}
