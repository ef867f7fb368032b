/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-label-candidates.h"

#include <math.h>

/* Logical units at unit 1. */
#define GAP 2.5
#define NEAREST_RING 14.0
#define RING_STEP 13.0

#define N_DIRECTIONS 12
#define DIAGONAL 0.72

/* Upwards is −1, as on the page. */
static const double directions[SEMA_LABEL_N_BESIDE][2] = {
  {1, 0},
  {-1, 0},
  {0, -1},
  {0, 1},
  {1, -1},
  {1, 1},
  {-1, -1},
  {-1, 1},
};

/**
 * sema_label_candidates_get_beside:
 * @request: a label
 * @unit: the text scale
 * @index: less than %SEMA_LABEL_N_BESIDE; the less the better
 *
 * Returns: a place right beside what the label names
 */
SemaFrame
sema_label_candidates_get_beside (const SemaLabelRequest *request, double unit, guint index)
{
  double dx = directions[index][0];
  double dy = directions[index][1];
  double gap_x = request->clearance + GAP * unit;
  double gap_y = request->clearance;

  /* At a corner the box may come closer: only its corner is there. */
  if (dx != 0 && dy != 0)
    {
      gap_x = DIAGONAL * gap_x;
      gap_y = DIAGONAL * gap_y;
    }
  return (SemaFrame) {request->x + dx * gap_x + (dx - 1) / 2 * request->width,
                      request->y + dy * gap_y + (dy - 1) / 2 * request->height,
                      request->width, request->height};
}

/* The place of the box nearest to the point, and from there to the rim of what stands at the point. */
static SemaSegment
find_leader (const SemaLabelRequest *request, const SemaFrame *box)
{
  double      x = CLAMP (request->x, box->x, box->x + box->width);
  double      y = CLAMP (request->y, box->y, box->y + box->height);
  SemaSegment leader = {x, y, request->x, request->y};

  sema_segment_shorten (&leader, 0, request->clearance + 0.01);
  return leader;
}

/**
 * sema_label_candidates_get_led:
 * @request: a label
 * @unit: the text scale
 * @index: less than %SEMA_LABEL_N_LED; the less the nearer
 * @leader: (out): the line from the label to what it names
 *
 * Returns: a place farther away
 */
SemaFrame
sema_label_candidates_get_led (const SemaLabelRequest *request, double unit, guint index, SemaSegment *leader)
{
  double    reach = request->clearance + unit * (NEAREST_RING + RING_STEP * (index / N_DIRECTIONS));
  double    angle = 2 * G_PI * (index % N_DIRECTIONS) / N_DIRECTIONS;
  double    dx = cos (angle);
  double    dy = sin (angle);
  SemaFrame box = {.width = request->width, .height = request->height};

  /* The box lies on the ring by the side that faces the point, or by the corner. */
  box.x = request->x + reach * dx + (CLAMP (1.6 * dx, -1, 1) - 1) / 2 * request->width;
  box.y = request->y + reach * dy + (CLAMP (1.6 * dy, -1, 1) - 1) / 2 * request->height;
  *leader = find_leader (request, &box);
  return box;
}
