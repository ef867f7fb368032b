/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-label-candidates.h"

#include <math.h>

/* Logical units at unit 1. */
#define GAP 2.5
#define NEAREST_RING 14.0
#define RING_STEP 13.0

#define N_DIRECTIONS 12
#define DIAGONAL 0.72
#define STEEP 1.6  /* from which direction on a box lies straight above or beside, not askew */
#define TOUCH 0.01 /* a line that ends at a rim does not cross it */

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
  {1, -0.5},
  {1, 0.5},
  {-1, -0.5},
  {-1, 0.5},
  {0.5, -1},
  {0.5, 1},
  {-0.5, -1},
  {-0.5, 1},
};

#define HALF 0.5
#define ROOT 0.86602540378443865 /* half the square root of 3 */

static const double ring[N_DIRECTIONS][2] = {
  {1, 0},
  {ROOT, -HALF},
  {ROOT, HALF},
  {-1, 0},
  {-ROOT, -HALF},
  {-ROOT, HALF},
  {HALF, -ROOT},
  {HALF, ROOT},
  {-HALF, -ROOT},
  {-HALF, ROOT},
  {0, -1},
  {0, 1},
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
  if (fabs (dx) == 1 && fabs (dy) == 1)
    {
      gap_x = DIAGONAL * gap_x;
      gap_y = DIAGONAL * gap_y;
    }
  return (SemaFrame) {request->x + dx * gap_x + (dx - 1) / 2 * request->width,
                      request->y + dy * gap_y + (dy - 1) / 2 * request->height,
                      request->width, request->height};
}

/**
 * sema_label_candidates_get_led:
 * @request: a label
 * @unit: the text scale
 * @index: less than %SEMA_LABEL_N_LED; the less the nearer
 *
 * Returns: a place farther away
 */
SemaFrame
sema_label_candidates_get_led (const SemaLabelRequest *request, double unit, guint index)
{
  double    reach = request->clearance + unit * (NEAREST_RING + RING_STEP * (index / N_DIRECTIONS));
  double    dx = ring[index % N_DIRECTIONS][0];
  double    dy = ring[index % N_DIRECTIONS][1];
  SemaFrame box = {.width = request->width, .height = request->height};

  /* The box lies on the ring by the side that faces the point, or by the corner. */
  box.x = request->x + reach * dx + (CLAMP (STEEP * dx, -1, 1) - 1) / 2 * request->width;
  box.y = request->y + reach * dy + (CLAMP (STEEP * dy, -1, 1) - 1) / 2 * request->height;
  return box;
}

/**
 * sema_label_candidates_get_leader:
 * @request: a label
 * @box: a place farther away
 *
 * Returns: the line from the place's nearest spot to the rim of what the label names
 */
SemaSegment
sema_label_candidates_get_leader (const SemaLabelRequest *request, const SemaFrame *box)
{
  double      x = CLAMP (request->x, box->x, box->x + box->width);
  double      y = CLAMP (request->y, box->y, box->y + box->height);
  SemaSegment leader = {x, y, request->x, request->y};

  sema_segment_shorten (&leader, 0, request->clearance + TOUCH);
  return leader;
}
