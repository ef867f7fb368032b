/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-label-placement.h"

#include <math.h>

#include "sema-label-candidates.h"
#include "sema-label-grid.h"

/* Costs of a place beside the point. */
#define COST_OF_RANK 0.5 /* for each place that would be more usual */
#define COST_OF_LINE 3.0
#define COST_OF_LENGTH 0.25 /* for a logical unit of a line */
#define COST_OF_NEARNESS 1.8
#define MOST_COST 12.0 /* more makes a place farther away better */

/* Logical units at unit 1. */
#define CELL 40.0
#define NEARNESS 5.0
#define WORD_GAP 5.0 /* between labels in a row, which else read as one */

struct _SemaLabelPlacement
{
  SemaFrame      frame;
  double         unit;
  SemaLabelGrid *grid;
  GArray        *lines; /* (element-type SemaSegment) better not covered */

  /* While it runs: */
  const SemaLabelRequest *requests;
  SemaLabelPlace         *places;
  gsize                  *items; /* the label's box in the grid */
};

/**
 * sema_label_placement_new:
 * @frame: where labels may be
 * @unit: the text scale; gaps and distances follow it
 *
 * Returns: (transfer full): a placement with nothing to avoid
 */
SemaLabelPlacement *
sema_label_placement_new (const SemaFrame *frame, double unit)
{
  SemaLabelPlacement *self = g_new0 (SemaLabelPlacement, 1);

  self->frame = *frame;
  self->unit = unit;
  self->grid = sema_label_grid_new (frame, CELL * unit);
  self->lines = g_array_new (FALSE, FALSE, sizeof (SemaSegment));
  return self;
}

/**
 * sema_label_placement_free:
 * @self: (nullable) (transfer full): what is no longer needed
 */
void
sema_label_placement_free (SemaLabelPlacement *self)
{
  if (self == NULL)
    return;
  sema_label_grid_free (self->grid);
  g_array_unref (self->lines);
  g_free (self);
}

/**
 * sema_label_placement_avoid_box:
 * @self: a placement
 * @box: what no label may cover
 */
void
sema_label_placement_avoid_box (SemaLabelPlacement *self, const SemaFrame *box)
{
  sema_label_grid_add_box (self->grid, box);
}

/**
 * sema_label_placement_avoid_disc:
 * @self: a placement
 * @x: middle of a disc that no label may touch
 * @y: its other coordinate
 * @radius: of the disc
 */
void
sema_label_placement_avoid_disc (SemaLabelPlacement *self, double x, double y, double radius)
{
  sema_label_grid_add_disc (self->grid, x, y, radius);
}

/**
 * sema_label_placement_spare_line:
 * @self: a placement
 * @line: what labels cover only where there is no other place beside their points
 */
void
sema_label_placement_spare_line (SemaLabelPlacement *self, const SemaSegment *line)
{
  g_array_append_val (self->lines, *line);
}

static gboolean
is_inside (const SemaFrame *frame, const SemaFrame *box)
{
  return box->x >= frame->x && box->y >= frame->y && box->x + box->width <= frame->x + frame->width &&
         box->y + box->height <= frame->y + frame->height;
}

/* A line that only touches a label does less harm than one that strikes it out. */
static double
get_cost_of_lines (const SemaLabelPlacement *self, const SemaFrame *box)
{
  double cost = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      SemaSegment line = g_array_index (self->lines, SemaSegment, i);

      if (sema_segment_clip (&line, box))
        cost += COST_OF_LINE + COST_OF_LENGTH * hypot (line.x1 - line.x0, line.y1 - line.y0) / self->unit;
    }
  return cost;
}

static void
probe (const SemaLabelPlacement *self, gsize label, const SemaFrame *box, SemaLabelHit *hit)
{
  const SemaLabelRequest *request = &self->requests[label];

  *hit = (SemaLabelHit) {.blocked = TRUE};
  if (is_inside (&self->frame, box))
    sema_label_grid_probe_box (self->grid, box, NEARNESS * self->unit, request->x, request->y, hit);
}

static void
settle (SemaLabelPlacement *self, gsize label, const SemaFrame *box)
{
  double    gap = WORD_GAP * self->unit;
  SemaFrame wider = {box->x - gap, box->y, box->width + 2 * gap, box->height};

  self->places[label] = (SemaLabelPlace) {.shown = TRUE, .box = *box};
  self->items[label] = sema_label_grid_add_owned_box (self->grid, &wider, label);
}

/* What is at each of the places beside a point. */
typedef struct
{
  SemaFrame    boxes[SEMA_LABEL_N_BESIDE];
  SemaLabelHit hits[SEMA_LABEL_N_BESIDE];
} Beside;

static void
probe_beside (const SemaLabelPlacement *self, gsize label, Beside *beside)
{
  for (guint i = 0; i < SEMA_LABEL_N_BESIDE; i++)
    {
      beside->boxes[i] = sema_label_candidates_get_beside (&self->requests[label], self->unit, i);
      probe (self, label, &beside->boxes[i], &beside->hits[i]);
    }
}

/* Takes the cheapest free place beside the point, right if possible, off lines and other points; none that costs more than
 * the limit. */
static gboolean
place_beside (SemaLabelPlacement *self, gsize label, const Beside *beside, double limit)
{
  double least = limit;
  guint  best = SEMA_LABEL_N_BESIDE;

  for (guint i = 0; i < SEMA_LABEL_N_BESIDE; i++)
    {
      const SemaLabelHit *hit = &beside->hits[i];
      double              cost = COST_OF_RANK * i;

      if (hit->blocked || hit->n_owners > 0)
        continue;
      cost += get_cost_of_lines (self, &beside->boxes[i]) + (hit->near ? COST_OF_NEARNESS : 0);
      if (cost < least)
        {
          least = cost;
          best = i;
        }
    }
  if (best < SEMA_LABEL_N_BESIDE)
    settle (self, label, &beside->boxes[best]);
  return best < SEMA_LABEL_N_BESIDE;
}

/* Puts a label where another is, if that one has another place beside its own point. */
static gboolean
push_aside (SemaLabelPlacement *self, gsize label, gsize other, const SemaFrame *box)
{
  SemaFrame old = self->places[other].box;
  Beside    beside;

  if (self->places[other].led || self->requests[other].urgent)
    return FALSE;
  sema_label_grid_remove (self->grid, self->items[other]);
  settle (self, label, box);
  probe_beside (self, other, &beside);
  if (place_beside (self, other, &beside, INFINITY))
    return TRUE;
  sema_label_grid_remove (self->grid, self->items[label]);
  self->places[label].shown = FALSE;
  settle (self, other, &old);
  return FALSE;
}

static gboolean
place_by_pushing (SemaLabelPlacement *self, gsize label, const Beside *beside)
{
  for (guint i = 0; i < SEMA_LABEL_N_BESIDE; i++)
    if (!beside->hits[i].blocked && beside->hits[i].n_owners == 1 && push_aside (self, label, beside->hits[i].owner, &beside->boxes[i]))
      return TRUE;
  return FALSE;
}

/* The nearest free place farther away to which a line can lead that crosses nothing; a good one is also not near other
 * points and on no line to be spared. */
static gboolean
place_led (SemaLabelPlacement *self, gsize label, gboolean good)
{
  for (guint i = 0; i < SEMA_LABEL_N_LED; i++)
    {
      SemaFrame    box = sema_label_candidates_get_led (&self->requests[label], self->unit, i);
      SemaSegment  leader;
      SemaLabelHit hit;

      probe (self, label, &box, &hit);
      if (hit.blocked || hit.n_owners > 0 || (good && (hit.near || get_cost_of_lines (self, &box) > 0)))
        continue;
      leader = sema_label_candidates_get_leader (&self->requests[label], &box);
      if (!sema_label_grid_is_line_free (self->grid, &leader))
        continue;
      settle (self, label, &box);
      self->places[label].led = TRUE;
      self->places[label].leader = leader;
      sema_label_grid_add_line (self->grid, &leader);
      return TRUE;
    }
  return FALSE;
}

/* Rather farther away than struck out, rather struck out than not shown. */
static void
place_urgent (SemaLabelPlacement *self, gsize label)
{
  Beside beside;

  probe_beside (self, label, &beside);
  if (!place_beside (self, label, &beside, MOST_COST) && !place_led (self, label, TRUE) && !place_beside (self, label, &beside, INFINITY))
    place_led (self, label, FALSE);
}

static void
place_ordinary (SemaLabelPlacement *self, gsize label)
{
  Beside beside;

  probe_beside (self, label, &beside);
  if (!place_beside (self, label, &beside, INFINITY))
    place_by_pushing (self, label, &beside);
}

static void
place_all (SemaLabelPlacement *self, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (self->requests[i].urgent)
      place_urgent (self, i);
  for (gsize i = 0; i < n; i++)
    if (!self->requests[i].urgent)
      place_ordinary (self, i);
  for (gsize i = 0; i < n; i++)
    if (!self->places[i].shown && !self->requests[i].urgent)
      place_led (self, i, TRUE);
}

/**
 * sema_label_placement_run:
 * @self: a placement with all that is to be avoided; of what labels name, too
 * @requests: (n): the labels, the most important first
 * @n: number of labels
 * @places: (out) (n): their places
 *
 * Places labels one by one: the urgent ones first, each beside its point or led there; then the others beside their
 * points, where one may push another to its other side; at last those left over, led by lines that cross nothing. Labels
 * keep inside the frame, off each other, off all lines that lead, and off what is to be avoided; those without a place are
 * not shown. The same input gives the same places, and moving all of it moves the places. O(n × what is near).
 *
 * Returns: how many labels have a place
 */
gsize
sema_label_placement_run (SemaLabelPlacement *self, const SemaLabelRequest *requests, gsize n, SemaLabelPlace *places)
{
  gsize n_shown = 0;

  self->requests = requests;
  self->places = places;
  self->items = g_new0 (gsize, n + 1);
  for (gsize i = 0; i < n; i++)
    places[i] = (SemaLabelPlace) {.shown = FALSE};
  place_all (self, n);
  for (gsize i = 0; i < n; i++)
    n_shown += places[i].shown ? 1 : 0;
  g_clear_pointer (&self->items, g_free);
  return n_shown;
}
