/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <math.h>

/* Logical units at size 1. */
#define ANSWER_WIDTH 1.8
#define RUNNER_UP_WIDTH 1.0
#define GAP 1.0 /* the lines are often short, and want to be seen */
#define GUEST_RADIUS 4.0
#define GUEST_STRENGTH 0.7
#define STAR_SIZE 1.5 /* times an analogy's star, which can be in it */

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

static void
add_guest (SemaScatterPage *self, const SemaScatterPlace *place)
{
  SemaPointMark mark = {place->x, place->y, place->radius, SEMA_SHAPE_CIRCLE, SEMA_NO_COLOUR, GUEST_STRENGTH, FALSE, FALSE, 0};

  g_array_append_val (self->scene->markers, mark);
}

static void
add_guests (SemaScatterPage *self)
{
  SemaScatterPlace place;

  for (gsize i = 0; i < self->view->target->n_ends; i++)
    if (sema_scatter_page_get_guest (self, i, &place))
      add_guest (self, &place);
}

/**
 * sema_scatter_page_get_aim:
 * @self: a page whose view has a target
 * @place: (out): where the target's star is
 *
 * Returns: whether it lies in the plot
 */
gboolean
sema_scatter_page_get_aim (const SemaScatterPage *self, SemaScatterPlace *place)
{
  find_place (self, self->view->target->x, self->view->target->y, STAR_SIZE * sema_scatter_page_get_star_radius (self), place);
  return is_in_plot (self, place);
}

/**
 * sema_scatter_page_get_guest:
 * @self: a page whose view has a target
 * @end: index of an end of the target
 * @place: (out): where the word is
 *
 * Returns: whether it has no point of its own, and lies in the plot
 */
gboolean
sema_scatter_page_get_guest (const SemaScatterPage *self, gsize end, SemaScatterPlace *place)
{
  find_end (self, &self->view->target->ends[end], place);
  return self->view->target->ends[end].point < 0 && is_in_plot (self, place);
}

/**
 * sema_scatter_page_add_target:
 * @self: a page
 *
 * Adds what is asked about, if there is anything: a hollow star where the target is, a line from it to each of its ends, and
 * those of them that have no point as small points.
 */
void
sema_scatter_page_add_target (SemaScatterPage *self)
{
  SemaScatterPlace place;
  SemaStarMark     star;
  gboolean         is_shown;

  if (self->view->target == NULL || !isfinite (self->view->target->x) || !isfinite (self->view->target->y))
    return;
  is_shown = sema_scatter_page_get_aim (self, &place);
  star = (SemaStarMark) {place.x, place.y, place.radius, TRUE};
  add_lines (self, &place);
  add_guests (self);
  if (is_shown)
    g_array_append_val (self->scene->stars, star);
}
