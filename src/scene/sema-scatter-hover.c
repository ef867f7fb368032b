/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

/* Logical units at text scale 1. */
#define GAP 8.0

/* Whether the point has its label in the picture that it is drawn over. */
static gboolean
is_labelled (const SemaScene *base, gssize point)
{
  for (guint i = 0; i < base->texts->len; i++)
    if (g_array_index (base->texts, SemaTextMark, i).index == point)
      return TRUE;
  return FALSE;
}

/* Right of the point or left of it, whatever may be there. */
static void
add_label (SemaScatterPage *self, gsize point)
{
  const SemaFrame *frame = &self->layout.frame;
  double           x = self->places[2 * point];
  double           reach = g_array_index (self->scene->points, SemaPointMark, 0).radius + GAP * self->layout.scale;
  SemaTextMark     mark = {.text = sema_scatter_get_point (self->scatter, point)->label,
                           .role = SEMA_TEXT_LABEL_STRONG,
                           .scale = self->layout.scale,
                           .halo = TRUE,
                           .index = (gssize)point};

  self->measure->measure (self->measure->data, mark.text, mark.role, mark.scale, &mark.width, &mark.height);
  mark.x = x + reach + mark.width <= frame->x + frame->width ? x + reach : x - reach - mark.width;
  mark.y = CLAMP (self->places[2 * point + 1] - mark.height / 2, frame->y, MAX (frame->y + frame->height - mark.height, frame->y));
  sema_scene_add_text (self->scene, &mark);
}

/**
 * sema_scatter_compose_hover:
 * @scatter: what is shown
 * @view: how; its hovered point counts, with none the scene is empty
 * @measure: how large texts are
 * @base: the picture of the same view without a hovered point
 *
 * Makes what is laid over @base: the point itself, larger, the hull of its cluster, lit, and its label, if it has none
 * there. O(points): no label looks for its place.
 *
 * Returns: (transfer full): the scene
 */
SemaScene *
sema_scatter_compose_hover (const SemaScatter *scatter, const SemaScatterView *view, const SemaMeasure *measure, const SemaScene *base)
{
  g_autoptr (SemaScatterPage) page = sema_scatter_page_new (scatter, view, measure);
  gsize                       point = (gsize)view->hovered;

  if (view->hovered < 0 || point >= scatter->points->len || !sema_scatter_page_is_shown (page, point))
    return g_steal_pointer (&page->scene);
  sema_scatter_page_add_hull (page, sema_scatter_get_point (scatter, point)->cluster, TRUE);
  sema_scatter_page_add_point (page, point, TRUE);
  if (!is_labelled (base, view->hovered))
    add_label (page, point);
  return g_steal_pointer (&page->scene);
}
