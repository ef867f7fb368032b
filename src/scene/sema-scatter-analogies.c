/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <math.h>

/* Logical units at size 1. */
#define LINE_WIDTH 2.0
#define GAP 3.0
#define MISS_GAP 1.0 /* a miss is often short, and wants to be seen */

static void
add_line (SemaScatterPage *self, const SemaScatterPlace *from, const SemaScatterPlace *to, SemaLineRole role)
{
  SemaLineMark style = {.role = role, .width = LINE_WIDTH * sqrt (self->layout.scale), .arrow = role != SEMA_LINE_MISS};

  sema_scatter_page_add_line (self, from, to, (role == SEMA_LINE_MISS ? MISS_GAP : GAP) * self->size, &style);
}

static void
add_star (SemaScatterPage *self, const SemaScatterPlace *target)
{
  SemaStarMark star = {target->x, target->y, target->radius};

  g_array_append_val (self->scene->stars, star);
}

static void
add_analogy (SemaScatterPage *self, gsize index)
{
  const SemaScatterAnalogy *analogy = sema_scatter_get_analogy (self->scatter, index);
  SemaScatterPlace          target = {.radius = sema_scatter_page_get_star_radius (self)};
  gboolean                  shown = sema_scatter_page_get_target (self, index, &target.x, &target.y);
  SemaScatterPlace          a, b, c, answer;

  if (!isfinite (target.x) || !isfinite (target.y))
    return;
  if (sema_scatter_page_get_place (self, (gssize)analogy->a, &a) && sema_scatter_page_get_place (self, (gssize)analogy->b, &b))
    add_line (self, &a, &b, SEMA_LINE_ANALOGY);
  if (sema_scatter_page_get_place (self, (gssize)analogy->c, &c))
    add_line (self, &c, &target, SEMA_LINE_ANALOGY_DASHED);
  if (sema_scatter_page_get_place (self, analogy->answer, &answer))
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
