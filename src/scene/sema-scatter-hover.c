/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <math.h>

#include "sema-cloud-dots.h"

/* Logical units at text scale 1. */
#define GAP 8.0
#define LEAST_RADIUS 4.0 /* of a word of the cloud */

/* Whether the point has its label in the picture that it is drawn over. */
static gboolean
is_labelled (const SemaScene *base, gssize point)
{
  for (guint i = 0; i < base->texts->len; i++)
    if (g_array_index (base->texts, SemaTextMark, i).index == point)
      return TRUE;
  return FALSE;
}

/* Right of the one point there is or left of it, whatever may be there. */
static void
add_label (SemaScatterPage *self, SemaTextMark *mark)
{
  const SemaFrame     *frame = &self->layout.frame;
  const SemaPointMark *point = &g_array_index (self->scene->points, SemaPointMark, 0);
  double               reach = point->radius + GAP * self->layout.scale;

  mark->role = SEMA_TEXT_LABEL_STRONG;
  mark->scale = self->layout.scale;
  mark->halo = TRUE;
  self->measure->measure (self->measure->data, mark->text, mark->role, mark->scale, &mark->width, &mark->height);
  mark->x = point->x + reach + mark->width <= frame->x + frame->width ? point->x + reach : point->x - reach - mark->width;
  mark->y = CLAMP (point->y - mark->height / 2, frame->y, MAX (frame->y + frame->height - mark->height, frame->y));
  sema_scene_add_text (self->scene, mark);
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
  SemaTextMark                label;

  if (view->hovered < 0 || point >= scatter->points->len || !sema_scatter_page_is_shown (page, point))
    return g_steal_pointer (&page->scene);
  sema_scatter_page_add_hull (page, sema_scatter_get_point (scatter, point)->cluster, TRUE);
  sema_scatter_page_add_point (page, point, TRUE);
  label = (SemaTextMark) {.text = sema_scatter_get_point (scatter, point)->label, .index = view->hovered};
  if (!is_labelled (base, view->hovered))
    add_label (page, &label);
  return g_steal_pointer (&page->scene);
}

static gboolean
is_word_labelled (const SemaScene *base, guint32 row)
{
  for (guint i = 0; i < base->texts->len; i++)
    {
      const SemaTextMark *text = &g_array_index (base->texts, SemaTextMark, i);

      if (text->role == SEMA_TEXT_CLOUD && text->row == row)
        return TRUE;
    }
  return FALSE;
}

/* Whether the word lies in the plot, and the mark it then gets. */
static gboolean
find_word (const SemaScatterPage *self, gint64 row, SemaPointMark *mark)
{
  const SemaCloud *cloud = self->scatter->cloud;
  const SemaFrame *frame = &self->layout.frame;
  SemaCloudDots    dots;
  double           x, y;

  if (cloud == NULL || row < 0 || (guint64)row >= cloud->n || !sema_cloud_get_place (cloud, (guint64)row, &x, &y))
    return FALSE;
  sema_cloud_dots_find (&dots, cloud, &self->camera, frame, self->layout.scale, 1);
  *mark = (SemaPointMark) {.radius = MAX (dots.radius, LEAST_RADIUS * sqrt (self->layout.scale)), .colour = SEMA_NO_COLOUR, .strength = 1, .hovered = TRUE};
  sema_camera_to_page (&self->camera, frame, x, y, &mark->x, &mark->y);
  return mark->x >= frame->x && mark->x <= frame->x + frame->width && mark->y >= frame->y && mark->y <= frame->y + frame->height;
}

/**
 * sema_scatter_compose_word_hover:
 * @scatter: what is shown, with a cloud
 * @view: how
 * @measure: how large texts are
 * @base: the picture of the same view
 * @row: the row of a word of the cloud; -1, or one out of sight, leaves the scene empty
 * @selected: whether it is looked at; else it is only hovered
 *
 * Makes what is laid over @base where the pointer is at a word of the cloud: its dot, so large that it is seen in a crowd,
 * and its label, if it has none there. O(points), not words.
 *
 * Returns: (transfer full): the scene
 */
SemaScene *
sema_scatter_compose_word_hover (const SemaScatter *scatter, const SemaScatterView *view, const SemaMeasure *measure, const SemaScene *base, gint64 row, gboolean selected)
{
  g_autoptr (SemaScatterPage) page = sema_scatter_page_new (scatter, view, measure);
  g_autofree char            *word = NULL;
  SemaPointMark               point;
  SemaTextMark                label;

  if (!find_word (page, row, &point))
    return g_steal_pointer (&page->scene);
  point.selected = selected;
  g_array_append_val (page->scene->points, point);
  word = sema_cloud_dup_label (scatter->cloud, (guint64)row);
  label = (SemaTextMark) {.text = word, .index = -1, .row = (guint32)row};
  if (!is_word_labelled (base, (guint32)row))
    add_label (page, &label);
  return g_steal_pointer (&page->scene);
}
