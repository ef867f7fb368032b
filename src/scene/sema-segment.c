/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-segment.h"

#include <math.h>

/* Cuts the part of the way [from, to] that lies on the wrong side of one edge: where way × rate > room. */
static gboolean
cut (double rate, double room, double *from, double *to)
{
  if (rate == 0)
    return room >= 0;
  if (rate > 0)
    *to = MIN (*to, room / rate);
  else
    *from = MAX (*from, room / rate);
  return *from <= *to;
}

/**
 * sema_segment_clip:
 * @self: (inout): a segment
 * @box: a rectangle
 *
 * Cuts off what lies outside the rectangle, by the algorithm of Liang and Barsky (1984).
 *
 * Returns: whether anything is left; if not, or where an end is not finite, @self is as it was
 */
gboolean
sema_segment_clip (SemaSegment *self, const SemaFrame *box)
{
  double dx = self->x1 - self->x0;
  double dy = self->y1 - self->y0;
  double from = 0;
  double to = 1;

  if (!isfinite (dx) || !isfinite (dy))
    return FALSE;
  if (!cut (-dx, self->x0 - box->x, &from, &to) || !cut (dx, box->x + box->width - self->x0, &from, &to) ||
      !cut (-dy, self->y0 - box->y, &from, &to) || !cut (dy, box->y + box->height - self->y0, &from, &to))
    return FALSE;
  self->x1 = self->x0 + to * dx;
  self->y1 = self->y0 + to * dy;
  self->x0 += from * dx;
  self->y0 += from * dy;
  return TRUE;
}

/**
 * sema_segment_shorten:
 * @self: (inout): a segment
 * @at_start: how much to take away at its first end
 * @at_end: how much at its second
 *
 * Returns: whether anything is left; if not, or where an end is not finite, @self is as it was
 */
gboolean
sema_segment_shorten (SemaSegment *self, double at_start, double at_end)
{
  double dx = self->x1 - self->x0;
  double dy = self->y1 - self->y0;
  double length = hypot (dx, dy);

  if (!isfinite (length) || !(length > at_start + at_end))
    return FALSE;
  self->x0 += dx / length * at_start;
  self->y0 += dy / length * at_start;
  self->x1 -= dx / length * at_end;
  self->y1 -= dy / length * at_end;
  return TRUE;
}

/**
 * sema_segment_get_distance:
 * @self: a segment
 * @x: a place
 * @y: its other coordinate
 *
 * Returns: the distance from the place to the nearest of the segment
 */
double
sema_segment_get_distance (const SemaSegment *self, double x, double y)
{
  double dx = self->x1 - self->x0;
  double dy = self->y1 - self->y0;
  double square = dx * dx + dy * dy;
  double way = square > 0 ? CLAMP (((x - self->x0) * dx + (y - self->y0) * dy) / square, 0, 1) : 0;

  return hypot (x - self->x0 - way * dx, y - self->y0 - way * dy);
}

/* Over 0 where the place lies on one side of the segment's line, under 0 on the other. */
static double
get_side (const SemaSegment *self, double x, double y)
{
  return (self->x1 - self->x0) * (y - self->y0) - (self->y1 - self->y0) * (x - self->x0);
}

/**
 * sema_segment_crosses:
 * @self: a segment
 * @other: another
 *
 * Returns: whether they cross; those that only touch, or lie on one line, do not
 */
gboolean
sema_segment_crosses (const SemaSegment *self, const SemaSegment *other)
{
  return get_side (self, other->x0, other->y0) * get_side (self, other->x1, other->y1) < 0 &&
         get_side (other, self->x0, self->y0) * get_side (other, self->x1, self->y1) < 0;
}
