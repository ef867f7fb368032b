/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <math.h>

#include "sema-segment.h"

/* Logical units at size 1. */
#define LINE_WIDTH 2.0
#define GAP 3.0
#define MISS_GAP 1.0 /* a miss is often short, and wants to be seen */
#define SHORTEST 4.0 /* what is shorter has no direction that one could see */
#define SLACK 100.0  /* how far lines go on outside the plot, where the clip cuts them */

typedef struct
{
  double x;
  double y;
  double radius;
} Place;

static gboolean
get_place (const SemaScatterPage *self, gssize point, Place *place)
{
  if (point < 0 || (gsize)point >= self->scatter->points->len)
    return FALSE;
  place->x = self->places[2 * point];
  place->y = self->places[2 * point + 1];
  place->radius = sema_scatter_page_get_radius (self, (gsize)point);
  return TRUE;
}

/* A line from rim to rim; a head that lies outside the plot is cut off with the rest there. */
static void
add_line (SemaScatterPage *self, const Place *from, const Place *to, SemaLineRole role)
{
  const SemaFrame *frame = &self->layout.frame;
  SemaFrame        around = {frame->x - SLACK, frame->y - SLACK, frame->width + 2 * SLACK, frame->height + 2 * SLACK};
  SemaSegment      line = {from->x, from->y, to->x, to->y};
  SemaLineMark     mark = {.role = role, .width = LINE_WIDTH * sqrt (self->layout.scale), .arrow = role != SEMA_LINE_MISS};
  double           gap = (role == SEMA_LINE_MISS ? MISS_GAP : GAP) * self->size;

  if (!sema_segment_shorten (&line, from->radius + gap, to->radius + gap) || !sema_segment_clip (&line, &around) ||
      hypot (line.x1 - line.x0, line.y1 - line.y0) < SHORTEST)
    return;
  mark.x0 = line.x0;
  mark.y0 = line.y0;
  mark.x1 = line.x1;
  mark.y1 = line.y1;
  g_array_append_val (self->scene->lines, mark);
}

static void
add_star (SemaScatterPage *self, const Place *target)
{
  SemaStarMark star = {target->x, target->y, target->radius};

  g_array_append_val (self->scene->stars, star);
}

static void
add_analogy (SemaScatterPage *self, gsize index)
{
  const SemaScatterAnalogy *analogy = sema_scatter_get_analogy (self->scatter, index);
  Place                     target = {.radius = sema_scatter_page_get_star_radius (self)};
  gboolean                  shown = sema_scatter_page_get_target (self, index, &target.x, &target.y);
  Place                     a, b, c, answer;

  if (!isfinite (target.x) || !isfinite (target.y))
    return;
  if (get_place (self, (gssize)analogy->a, &a) && get_place (self, (gssize)analogy->b, &b))
    add_line (self, &a, &b, SEMA_LINE_ANALOGY);
  if (get_place (self, (gssize)analogy->c, &c))
    add_line (self, &c, &target, SEMA_LINE_ANALOGY_DASHED);
  if (get_place (self, analogy->answer, &answer))
    add_line (self, &target, &answer, SEMA_LINE_MISS);
  if (shown)
    add_star (self, &target);
}

/**
 * sema_scatter_page_add_analogies:
 * @self: a page
 *
 * Adds the analogies: an arrow from a to b, the same arrow dashed from c to the target, a star there, and a dotted line
 * from it to the answer. Lines end short of the markers; those that would have no length are left out.
 */
void
sema_scatter_page_add_analogies (SemaScatterPage *self)
{
  for (gsize i = 0; i < self->scatter->analogies->len; i++)
    add_analogy (self, i);
}
