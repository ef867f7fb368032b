/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <math.h>
#include <string.h>

/* Logical units at size 1. */
#define ANSWER_WIDTH 1.8
#define RUNNER_UP_WIDTH 1.0
#define GAP 1.0 /* the lines are often short, and want to be seen */
#define GUEST_RADIUS 4.0
#define GUEST_STRENGTH 0.7
#define STAR_SIZE 1.3 /* times an analogy's star, which can be in it */

static gboolean
is_in_plot (const SemaScatterPage *self, const SemaScatterPlace *place)
{
  const SemaFrame *frame = &self->layout.frame;

  return place->x >= frame->x && place->x <= frame->x + frame->width && place->y >= frame->y && place->y <= frame->y + frame->height;
}

static void
find_place (const SemaScatterPage *self, double x, double y, double radius, SemaScatterPlace *place)
{
  place->radius = radius;
  sema_camera_to_page (&self->camera, &self->layout.frame, x, y, &place->x, &place->y);
}

static void
find_end (const SemaScatterPage *self, const SemaScatterEnd *end, SemaScatterPlace *place)
{
  if (!sema_scatter_page_get_place (self, end->point, place))
    find_place (self, end->x, end->y, GUEST_RADIUS * sqrt (self->layout.scale), place);
}

static void
add_lines (SemaScatterPage *self, const SemaScatterPlace *star)
{
  const SemaScatterTarget *target = self->view->target;

  for (gsize i = 0; i < target->n_ends; i++)
    {
      SemaLineMark     style = {.role = SEMA_LINE_TARGET, .width = (i == 0 ? ANSWER_WIDTH : RUNNER_UP_WIDTH) * sqrt (self->layout.scale)};
      SemaScatterPlace place;

      find_end (self, &target->ends[i], &place);
      sema_scatter_page_add_line (self, star, &place, GAP * self->size, &style);
    }
}

/* All words may be there, and this one among them with its name. */
static gboolean
is_named (const SemaScatterPage *self, const char *word)
{
  for (guint i = 0; i < self->scene->texts->len; i++)
    {
      const SemaTextMark *text = &g_array_index (self->scene->texts, SemaTextMark, i);

      if (text->role == SEMA_TEXT_CLOUD && strcmp (text->text, word) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_guest (SemaScatterPage *self, const SemaScatterPlace *place)
{
  SemaPointMark mark = {place->x, place->y, place->radius, SEMA_SHAPE_CIRCLE, SEMA_NO_COLOUR, GUEST_STRENGTH, FALSE, FALSE, 0};

  g_array_append_val (self->scene->markers, mark);
}

/* Whether the word has no point of its own, and lies in the plot. */
static gboolean
find_guest (const SemaScatterPage *self, const SemaScatterEnd *end, SemaScatterPlace *place)
{
  if (end->point >= 0)
    return FALSE;
  find_end (self, end, place);
  return is_in_plot (self, place);
}

static void
add_guests (SemaScatterPage *self)
{
  const SemaScatterTarget *target = self->view->target;
  SemaScatterPlace         place;

  for (gsize i = 0; i < target->n_ends; i++)
    if (find_guest (self, &target->ends[i], &place))
      add_guest (self, &place);
}

static void
name_guests (SemaScatterPage *self)
{
  const SemaScatterTarget *target = self->view->target;
  SemaScatterPlace         place;

  for (gsize i = 0; i < target->n_ends; i++)
    {
      const SemaScatterEnd *end = &target->ends[i];

      if (find_guest (self, end, &place) && end->label != NULL && !is_named (self, end->label))
        sema_scatter_page_add_loose_label (self, end->label, SEMA_TEXT_GUEST, &place);
    }
}

/**
 * sema_scatter_page_add_target:
 * @self: a page whose labels are placed, so that they stay where they are while one types
 *
 * Adds what lies over the scatter, if there is anything: a hollow star where the target is, a line from it to each of its
 * ends, and those of them that have no point as small points with their labels.
 */
void
sema_scatter_page_add_target (SemaScatterPage *self)
{
  const SemaScatterTarget *target = self->view->target;
  SemaScatterPlace         place;
  SemaStarMark             star;
  gboolean                 is_shown;

  if (target == NULL || !isfinite (target->x) || !isfinite (target->y))
    return;
  find_place (self, target->x, target->y, STAR_SIZE * sema_scatter_page_get_star_radius (self), &place);
  star = (SemaStarMark) {place.x, place.y, place.radius, TRUE};
  is_shown = is_in_plot (self, &place);
  add_lines (self, &place);
  add_guests (self);
  if (is_shown)
    g_array_append_val (self->scene->stars, star);
  if (is_shown && target->label != NULL)
    sema_scatter_page_add_loose_label (self, target->label, SEMA_TEXT_ANALOGY, &place);
  name_guests (self);
}
