/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <math.h>

#include "sema-segment.h"
#include "sema-text-fit.h"

/* Logical units at size 1. */
#define POINT_RADIUS 6.5
#define STAR_RADIUS 9.0
#define QUIET_RADIUS 0.6
#define WORST_RADIUS 0.75 /* the radius at quality 0, of that at quality 1 */

/* Points shrink where there are many for the plot. */
#define CROWD 120.0
#define CROWD_POWER 0.22
#define LEAST_CROWD_SIZE 0.5

/* What a fitting camera leaves free round the points, for their labels. */
#define PADDING_X 48.0
#define PADDING_Y 30.0
#define MOST_PADDING 0.18

#define SHORTEST_LINE 4.0 /* what is shorter has no direction that one could see */
#define SLACK 100.0       /* how far lines go on outside the plot, where the clip cuts them */

typedef struct
{
  double min_x;
  double min_y;
  double max_x;
  double max_y;
} Bounds;

static void
include (Bounds *bounds, double x, double y)
{
  if (!isfinite (x) || !isfinite (y))
    return;
  bounds->min_x = MIN (bounds->min_x, x);
  bounds->min_y = MIN (bounds->min_y, y);
  bounds->max_x = MAX (bounds->max_x, x);
  bounds->max_y = MAX (bounds->max_y, y);
}

static void
include_target (Bounds *bounds, const SemaScatterTarget *target)
{
  include (bounds, target->x, target->y);
  for (gsize i = 0; i < target->n_ends; i++)
    if (target->ends[i].point < 0)
      include (bounds, target->ends[i].x, target->ends[i].y);
}

/* A question's 0 has a meaning of its own, so it is always in sight. */
static void
fit (const SemaScatter *scatter, const SemaScatterView *view, const SemaScatterLayout *layout, SemaCamera *camera)
{
  Bounds    bounds = {INFINITY, INFINITY, -INFINITY, -INFINITY};
  SemaFrame inner = layout->frame;
  double    padding_x = MIN (PADDING_X * layout->scale, MOST_PADDING * inner.width);
  double    padding_y = MIN (PADDING_Y * layout->scale, MOST_PADDING * inner.height);

  if (scatter->cloud != NULL && scatter->cloud->n_placed > 0)
    {
      include (&bounds, scatter->cloud->min_x, scatter->cloud->min_y);
      include (&bounds, scatter->cloud->max_x, scatter->cloud->max_y);
    }
  if (scatter->questions != NULL)
    include (&bounds, 0, 0);
  for (gsize i = 0; i < scatter->points->len; i++)
    include (&bounds, sema_scatter_get_point (scatter, i)->x, sema_scatter_get_point (scatter, i)->y);
  for (gsize i = 0; i < scatter->analogies->len; i++)
    include (&bounds, sema_scatter_get_analogy (scatter, i)->target_x, sema_scatter_get_analogy (scatter, i)->target_y);
  if (view->target != NULL)
    include_target (&bounds, view->target);
  inner.width -= 2 * padding_x;
  inner.height -= 2 * padding_y;
  sema_camera_fit (camera, &inner, bounds.min_x, bounds.min_y, bounds.max_x, bounds.max_y);
}

/**
 * sema_scatter_page_find_camera:
 * @scatter: what is shown
 * @view: how
 * @layout: of its page
 * @camera: (out): the view's own, or where that has no scale, or is not finite, the one that shows all points, targets, what
 *   lies over them and the whole cloud, and the origin where the axes are questions
 */
void
sema_scatter_page_find_camera (const SemaScatter *scatter, const SemaScatterView *view, const SemaScatterLayout *layout, SemaCamera *camera)
{
  *camera = view->camera;
  if (!(camera->scale > 0) || !isfinite (camera->scale) || !isfinite (camera->centre_x) || !isfinite (camera->centre_y))
    fit (scatter, view, layout, camera);
}

/* By how many points there would be in the frame were they spread evenly: the same while one pans. */
static double
find_size (const SemaScatter *scatter, const SemaScatterView *view, const SemaScatterLayout *layout, const SemaCamera *camera)
{
  SemaCamera fitting;
  double     zoom;
  double     crowd;

  fit (scatter, view, layout, &fitting);
  zoom = camera->scale / fitting.scale;
  crowd = pow (CROWD * zoom * zoom / MAX (scatter->points->len, 1), CROWD_POWER);
  return sqrt (layout->scale) * CLAMP (crowd, LEAST_CROWD_SIZE, 1);
}

static double *
find_places (const SemaScatter *scatter, const SemaScatterLayout *layout, const SemaCamera *camera)
{
  double *places = g_new (double, 2 * scatter->points->len + 1);

  for (gsize i = 0; i < scatter->points->len; i++)
    {
      const SemaScatterPoint *point = sema_scatter_get_point (scatter, i);

      sema_camera_to_page (camera, &layout->frame, point->x, point->y, &places[2 * i], &places[2 * i + 1]);
    }
  return places;
}

/**
 * sema_scatter_page_new:
 * @scatter: what to show; outlives the page
 * @view: how; outlives the page
 * @measure: how large texts are; outlives the page
 *
 * Plans the page and finds where its points are. O(points).
 *
 * Returns: (transfer full): a page without marks
 */
SemaScatterPage *
sema_scatter_page_new (const SemaScatter *scatter, const SemaScatterView *view, const SemaMeasure *measure)
{
  SemaScatterPage *self = g_new0 (SemaScatterPage, 1);

  self->scatter = scatter;
  self->view = view;
  self->measure = measure;
  sema_scatter_layout_find (scatter, view, &self->layout);
  sema_scatter_page_find_camera (scatter, view, &self->layout, &self->camera);
  self->size = find_size (scatter, view, &self->layout, &self->camera);
  self->places = find_places (scatter, &self->layout, &self->camera);
  self->scene = sema_scene_new (view->width, view->height);
  self->scene->clip = self->layout.frame;
  return self;
}

/**
 * sema_scatter_page_free:
 * @self: (nullable) (transfer full): what is no longer needed; its scene goes too unless it was taken
 */
void
sema_scatter_page_free (SemaScatterPage *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->scene, sema_scene_free);
  g_free (self->places);
  g_free (self);
}

/**
 * sema_scatter_page_is_shown:
 * @self: a page
 * @point: index of a point
 *
 * Returns: whether the point's middle lies in the plot
 */
gboolean
sema_scatter_page_is_shown (const SemaScatterPage *self, gsize point)
{
  const SemaFrame *frame = &self->layout.frame;
  double           x = self->places[2 * point] - frame->x;
  double           y = self->places[2 * point + 1] - frame->y;

  return x >= 0 && x <= frame->width && y >= 0 && y <= frame->height;
}

/**
 * sema_scatter_page_is_selected:
 * @self: a page
 * @point: index of a point
 *
 * Returns: whether the view has it selected
 */
gboolean
sema_scatter_page_is_selected (const SemaScatterPage *self, gsize point)
{
  return self->view->selected != NULL && self->view->selected[point] != 0;
}

/**
 * sema_scatter_page_get_quality:
 * @self: a page
 * @point: index of a point
 *
 * Returns: how well the plane represents it, 0 to 1; 0 where that is not known
 */
double
sema_scatter_page_get_quality (const SemaScatterPage *self, gsize point)
{
  double quality = sema_scatter_get_point (self->scatter, point)->quality;

  return isnan (quality) ? 0 : CLAMP (quality, 0, 1);
}

/**
 * sema_scatter_page_is_quiet:
 * @self: a page
 * @point: index of a point
 *
 * Returns: whether it is in the background: it has no label, and others may lie over it
 */
gboolean
sema_scatter_page_is_quiet (const SemaScatterPage *self, gsize point)
{
  return sema_scatter_get_point (self->scatter, point)->is_quiet && !sema_scatter_page_is_selected (self, point) && self->view->hovered != (gssize)point;
}

/**
 * sema_scatter_page_get_radius:
 * @self: a page
 * @point: index of a point
 *
 * Returns: the radius of its marker, logical units: the better it is represented the larger; a quiet one lies in the background
 */
double
sema_scatter_page_get_radius (const SemaScatterPage *self, gsize point)
{
  double share = WORST_RADIUS + (1 - WORST_RADIUS) * sema_scatter_page_get_quality (self, point);

  return POINT_RADIUS * self->size * share * (sema_scatter_page_is_quiet (self, point) ? QUIET_RADIUS : 1);
}

/**
 * sema_scatter_page_get_star_radius:
 * @self: a page
 *
 * Returns: the radius of an analogy's target, logical units
 */
double
sema_scatter_page_get_star_radius (const SemaScatterPage *self)
{
  return STAR_RADIUS * sqrt (self->layout.scale);
}

/**
 * sema_scatter_page_get_place:
 * @self: a page
 * @point: index of a point, or what is none
 * @place: (out): where its marker is
 *
 * Returns: whether there is such a point
 */
gboolean
sema_scatter_page_get_place (const SemaScatterPage *self, gssize point, SemaScatterPlace *place)
{
  if (point < 0 || (gsize)point >= self->scatter->points->len)
    return FALSE;
  place->x = self->places[2 * point];
  place->y = self->places[2 * point + 1];
  place->radius = sema_scatter_page_get_radius (self, (gsize)point);
  return TRUE;
}

/**
 * sema_scatter_page_add_line:
 * @self: a page
 * @from: where it begins
 * @to: where it ends
 * @gap: between it and the rims of the markers, logical units
 * @style: its role, width and arrow
 *
 * Adds a line from rim to rim, unless it would have no length. What lies outside the plot is cut off, with an arrow's head.
 */
void
sema_scatter_page_add_line (SemaScatterPage *self, const SemaScatterPlace *from, const SemaScatterPlace *to, double gap, const SemaLineMark *style)
{
  const SemaFrame *frame = &self->layout.frame;
  SemaFrame        around = {frame->x - SLACK, frame->y - SLACK, frame->width + 2 * SLACK, frame->height + 2 * SLACK};
  SemaSegment      line = {from->x, from->y, to->x, to->y};
  SemaLineMark     mark = *style;

  if (!sema_segment_shorten (&line, from->radius + gap, to->radius + gap) || !sema_segment_clip (&line, &around) ||
      hypot (line.x1 - line.x0, line.y1 - line.y0) < SHORTEST_LINE)
    return;
  mark.x0 = line.x0;
  mark.y0 = line.y0;
  mark.x1 = line.x1;
  mark.y1 = line.y1;
  g_array_append_val (self->scene->lines, mark);
}

/**
 * sema_scatter_page_get_target:
 * @self: a page
 * @analogy: index of an analogy
 * @x: (out): where its target is on the page
 * @y: (out): its other coordinate
 *
 * Returns: whether the target lies in the plot
 */
gboolean
sema_scatter_page_get_target (const SemaScatterPage *self, gsize analogy, double *x, double *y)
{
  const SemaScatterAnalogy *drawn = sema_scatter_get_analogy (self->scatter, analogy);
  const SemaFrame          *frame = &self->layout.frame;

  sema_camera_to_page (&self->camera, frame, drawn->target_x, drawn->target_y, x, y);
  return *x >= frame->x && *x <= frame->x + frame->width && *y >= frame->y && *y <= frame->y + frame->height;
}

/**
 * sema_scatter_page_add_title:
 * @self: a page
 *
 * Adds the title, cut where it is too long.
 */
void
sema_scatter_page_add_title (SemaScatterPage *self)
{
  const SemaFrame *box = &self->layout.title;
  SemaTextMark     mark = {.x = box->x, .y = box->y, .role = SEMA_TEXT_TITLE, .scale = self->layout.scale, .index = -1};
  g_autofree char *text = NULL;

  if (box->width <= 0)
    return;
  text = sema_text_fit (self->measure, self->scatter->title, SEMA_TEXT_TITLE, mark.scale, box->width);
  mark.text = text;
  self->measure->measure (self->measure->data, text, SEMA_TEXT_TITLE, mark.scale, &mark.width, &mark.height);
  sema_scene_add_text (self->scene, &mark);
}
