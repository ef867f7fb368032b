/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-palette.h"
#include "sema-scatter-page.h"

/* Logical units at text scale 1. */
#define GAP 8.0
#define RADIUS 6.0

#define NO_POINT G_MAXSSIZE /* a word of the cloud is none of the scatter's points */

/* Whether the point has its label in the picture that it is drawn over. */
static gboolean
is_labelled (const SemaScene *base, gssize point)
{
  for (guint i = 0; i < base->texts->len; i++)
    if (g_array_index (base->texts, SemaTextMark, i).index == point)
      return TRUE;
  return FALSE;
}

/* Right of the last point or left of it, whatever may be there. */
static void
add_label (SemaScatterPage *self, char *label)
{
  const SemaFrame     *frame = &self->layout.frame;
  const SemaPointMark *point = &g_array_index (self->scene->points, SemaPointMark, self->scene->points->len - 1);
  double               reach = point->radius + GAP * self->layout.scale;
  SemaTextMark         mark = {.text = label,
                               .role = SEMA_TEXT_LABEL_STRONG,
                               .scale = self->layout.scale,
                               .halo = TRUE,
                               .index = point->index};

  self->measure->measure (self->measure->data, mark.text, mark.role, mark.scale, &mark.width, &mark.height);
  mark.x = point->x + reach + mark.width <= frame->x + frame->width ? point->x + reach : point->x - reach - mark.width;
  mark.y = CLAMP (point->y - mark.height / 2, frame->y, MAX (frame->y + frame->height - mark.height, frame->y));
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
    add_label (page, sema_scatter_get_point (scatter, point)->label);
  return g_steal_pointer (&page->scene);
}

static gboolean
is_in_frame (const SemaFrame *frame, double x, double y)
{
  return x >= frame->x && x <= frame->x + frame->width && y >= frame->y && y <= frame->y + frame->height;
}

/**
 * sema_scatter_compose_cloud_word:
 * @scatter: what is shown, with a cloud
 * @view: how
 * @measure: how large texts are
 * @row: a word of the cloud
 * @selected: whether it is looked at; else it is only hovered
 *
 * Makes what is laid over the picture for one word among all: a point at its place, and its label.
 *
 * Returns: (transfer full): the scene, empty where the word is not in the frame
 */
SemaScene *
sema_scatter_compose_cloud_word (const SemaScatter *scatter, const SemaScatterView *view, const SemaMeasure *measure, guint64 row, gboolean selected)
{
  g_autoptr (SemaScatterPage) page = sema_scatter_page_new (scatter, view, measure);
  SemaStyle                   style = sema_palette_get_style (-1);
  SemaPointMark               mark = {.radius = RADIUS * page->size, .shape = style.shape, .colour = style.colour, .strength = 1, .selected = selected, .hovered = TRUE, .index = NO_POINT};
  g_autofree char            *label = NULL;

  if (!sema_cloud_get_place (scatter->cloud, row, &mark.x, &mark.y))
    return g_steal_pointer (&page->scene);
  sema_camera_to_page (&page->camera, &page->layout.frame, mark.x, mark.y, &mark.x, &mark.y);
  if (!is_in_frame (&page->layout.frame, mark.x, mark.y))
    return g_steal_pointer (&page->scene);
  label = sema_cloud_dup_label (scatter->cloud, row);
  g_array_append_val (page->scene->points, mark);
  add_label (page, label);
  return g_steal_pointer (&page->scene);
}
