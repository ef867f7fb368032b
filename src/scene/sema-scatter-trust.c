/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <math.h>

/* Logical units at size 1. */
#define LINE_WIDTH 1.3
#define CROSS_WIDTH 1.8
#define GAP 2.0
#define CROSS_REACH 3.5 /* how far a cross goes beyond the marker */

static void
add_torn (SemaScatterPage *self, gssize neighbour)
{
  SemaLineMark     style = {.role = SEMA_LINE_TORN, .width = LINE_WIDTH * sqrt (self->layout.scale)};
  SemaScatterPlace from, to;

  if (sema_scatter_page_get_place (self, self->view->focus, &from) && sema_scatter_page_get_place (self, neighbour, &to))
    sema_scatter_page_add_line (self, &from, &to, GAP * self->size, &style);
}

static void
add_false (SemaScatterPage *self, gssize neighbour)
{
  SemaLineMark     mark = {.role = SEMA_LINE_FALSE, .width = CROSS_WIDTH * sqrt (self->layout.scale)};
  SemaScatterPlace place;
  double           reach;

  if (!sema_scatter_page_get_place (self, neighbour, &place) || !sema_scatter_page_is_shown (self, (gsize)neighbour))
    return;
  reach = (place.radius + CROSS_REACH * self->size) * M_SQRT1_2;
  for (int slope = -1; slope <= 1; slope += 2)
    {
      mark.x0 = place.x - reach;
      mark.x1 = place.x + reach;
      mark.y0 = place.y - slope * reach;
      mark.y1 = place.y + slope * reach;
      g_array_append_val (self->scene->lines, mark);
    }
}

/**
 * sema_scatter_page_add_trust:
 * @self: a page whose labels are placed, so that they stay where they are when another word is looked at
 *
 * Where the view wants it, adds what the plane does to the neighbourhood of the focus: a line to each of its k nearest in
 * the space that is none of the k nearest in the plane, and a cross over each of those in the plane that is none of those
 * in the space. They are what continuity and trustworthiness count.
 */
void
sema_scatter_page_add_trust (SemaScatterPage *self)
{
  const SemaTrust *trust = self->scatter->trust;
  gssize           focus = self->view->focus;

  if (!self->view->show_trust || trust == NULL || focus < 0 || (gsize)focus >= trust->n)
    return;
  for (gsize at = (gsize)focus * trust->k; at < ((gsize)focus + 1) * trust->k; at++)
    {
      if (trust->plane_ranks[at] > trust->k)
        add_torn (self, trust->near_space[at]);
      if (trust->space_ranks[at] > trust->k)
        add_false (self, trust->near_plane[at]);
    }
}
