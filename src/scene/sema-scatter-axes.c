/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sema-cloud-cells.h"
#include "sema-percent.h"
#include "sema-segment.h"
#include "sema-ticks.h"

/* Logical units at text scale 1. */
#define LINE_WIDTH 1.0
#define TICK_LENGTH 4.0
#define TICK_GAP 6.0
#define TICK_DISTANCE 75.0
#define NAME_GAP 3.0
#define POINT_GAP 3.0
#define DOT_GAP 2.0

static void
add_line (SemaScatterPage *self, double x0, double y0, double x1, double y1)
{
  SemaLineMark line = {x0, y0, x1, y1, SEMA_LINE_AXIS, LINE_WIDTH * sqrt (self->layout.scale), FALSE};

  g_array_append_val (self->scene->lines, line);
}

/* A text of the axes, of the size it has, without a place. */
static SemaTextMark
make_text (const SemaScatterPage *self, const char *text)
{
  SemaTextMark mark = {.text = text, .role = SEMA_TEXT_AXIS, .scale = self->layout.scale, .index = -1};

  self->measure->measure (self->measure->data, text, SEMA_TEXT_AXIS, mark.scale, &mark.width, &mark.height);
  return mark;
}

static SemaTextMark
make_turned_text (const SemaScatterPage *self, const char *text)
{
  SemaTextMark mark = make_text (self, text);
  double       length = mark.width;

  mark.turn = 1;
  mark.width = mark.height;
  mark.height = length;
  return mark;
}

/* Whether a text's box would lie over a point. */
static gboolean
hits_point (const SemaScatterPage *self, const SemaTextMark *mark)
{
  for (gsize i = 0; i < self->scatter->points->len; i++)
    {
      double reach = sema_scatter_page_get_radius (self, i) + POINT_GAP;
      double dx = self->places[2 * i] - CLAMP (self->places[2 * i], mark->x, mark->x + mark->width);
      double dy = self->places[2 * i + 1] - CLAMP (self->places[2 * i + 1], mark->y, mark->y + mark->height);

      if (dx * dx + dy * dy < reach * reach)
        return TRUE;
    }
  return FALSE;
}

static gboolean
crosses_line (const SemaScatterPage *self, const SemaTextMark *mark)
{
  SemaFrame box = {mark->x, mark->y, mark->width, mark->height};

  for (guint i = 0; i < self->scene->lines->len; i++)
    {
      const SemaLineMark *line = &g_array_index (self->scene->lines, SemaLineMark, i);
      SemaSegment         segment = {line->x0, line->y0, line->x1, line->y1};

      if (line->role != SEMA_LINE_AXIS && sema_segment_clip (&segment, &box))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_inside (const SemaFrame *frame, const SemaTextMark *mark)
{
  return mark->x >= frame->x && mark->y >= frame->y && mark->x + mark->width <= frame->x + frame->width &&
         mark->y + mark->height <= frame->y + frame->height;
}

/* The words of the cloud whose dots would lie under a text. */
static guint64
count_dots (const SemaScatterPage *self, const SemaTextMark *mark)
{
  SemaFrame    part = {mark->x - DOT_GAP, mark->y - DOT_GAP, mark->width + 2 * DOT_GAP, mark->height + 2 * DOT_GAP};
  SemaCloudBox box;

  if (self->scatter->cloud == NULL)
    return 0;
  sema_cloud_cells_find_box (&self->camera, &self->layout.frame, &part, &box);
  return sema_cloud_cells_count (self->scatter->cloud, &box);
}

/* Takes of some places that lie in the plot and on no point and no arrow, or at least on no point, the first one that lies on
 * the fewest dots of the cloud, and puts a ground under the text where there are some; where there is no place, the axis goes
 * without a name. */
static void
add_name (SemaScatterPage *self, SemaTextMark *mark, const double (*places)[2], guint n_places)
{
  guint64 fewest = G_MAXUINT64;
  guint   best = 0;

  mark->halo = TRUE;
  for (guint i = 0; i < 2 * n_places && fewest > 0 && (i != n_places || fewest == G_MAXUINT64); i++)
    {
      guint64 n;

      mark->x = places[i % n_places][0];
      mark->y = places[i % n_places][1];
      if (!is_inside (&self->layout.frame, mark) || hits_point (self, mark) || (i < n_places && crosses_line (self, mark)))
        continue;
      n = count_dots (self, mark);
      if (n < fewest)
        {
          fewest = n;
          best = i % n_places;
        }
    }
  if (fewest == G_MAXUINT64)
    return;
  mark->x = places[best][0];
  mark->y = places[best][1];
  mark->plate = fewest > 0;
  sema_scene_add_text (self->scene, mark);
}

/* The name of the axis across, above its line at the right end if possible; else by the numbers below the plot where a crowd is on the line. */
static void
add_name_x (SemaScatterPage *self, double axis_y)
{
  const SemaFrame *frame = &self->layout.frame;
  g_autofree char *percent = sema_percent_print (self->scatter->ratios[0]);
  g_autofree char *text = g_strdup_printf (_("PC 1 · %s of the variance"), percent);
  SemaTextMark     mark = make_text (self, text);
  double           right = frame->x + frame->width - mark.width;
  double           above = axis_y - NAME_GAP * self->layout.scale - mark.height;
  double           below = axis_y + NAME_GAP * self->layout.scale;
  double           bottom = frame->y + frame->height - NAME_GAP * self->layout.scale - mark.height;
  const double     places[][2] = {{right, above}, {right, below}, {frame->x, above}, {frame->x, below}, {right, bottom}, {frame->x, bottom}};

  add_name (self, &mark, places, self->scatter->cloud != NULL ? 6 : 4);
}

/* The name of the axis upwards, turned, right of its line at the upper end if possible. */
static void
add_name_y (SemaScatterPage *self, double axis_x)
{
  const SemaFrame *frame = &self->layout.frame;
  g_autofree char *percent = sema_percent_print (self->scatter->ratios[1]);
  g_autofree char *text = g_strdup_printf (_("PC 2 · %s"), percent);
  SemaTextMark     mark = make_turned_text (self, text);
  double           right = axis_x + NAME_GAP * self->layout.scale;
  double           left = axis_x - NAME_GAP * self->layout.scale - mark.width;
  double           bottom = frame->y + frame->height - mark.height;
  const double     places[][2] = {{right, frame->y}, {left, frame->y}, {right, bottom}, {left, bottom}};

  add_name (self, &mark, places, G_N_ELEMENTS (places));
}

/* Numbers below the plot, each under its tick at the edge. */
static void
add_ticks_x (SemaScatterPage *self, const SemaTicks *ticks)
{
  const SemaFrame *frame = &self->layout.frame;
  double           bottom = frame->y + frame->height;

  for (guint i = 0; i < ticks->n; i++)
    {
      char         number[SEMA_TICK_SIZE];
      SemaTextMark mark = make_text (self, sema_ticks_print (ticks, i, number));
      double       x, y;

      sema_camera_to_page (&self->camera, frame, sema_ticks_get (ticks, i), 0, &x, &y);
      mark.x = x - mark.width / 2;
      mark.y = bottom + 1;
      if (mark.x < frame->x || mark.x + mark.width > frame->x + frame->width)
        continue;
      add_line (self, x, bottom - TICK_LENGTH * self->layout.scale, x, bottom);
      sema_scene_add_text (self->scene, &mark);
    }
}

/* Numbers left of the plot. */
static void
add_ticks_y (SemaScatterPage *self, const SemaTicks *ticks)
{
  const SemaFrame *frame = &self->layout.frame;

  for (guint i = 0; i < ticks->n; i++)
    {
      char         number[SEMA_TICK_SIZE];
      SemaTextMark mark = make_text (self, sema_ticks_print (ticks, i, number));
      double       x, y;

      sema_camera_to_page (&self->camera, frame, 0, sema_ticks_get (ticks, i), &x, &y);
      mark.x = frame->x - TICK_GAP * self->layout.scale - mark.width;
      mark.y = y - mark.height / 2;
      if (mark.x < 0 || mark.y < frame->y || mark.y + mark.height > frame->y + frame->height)
        continue;
      add_line (self, frame->x, y, frame->x + TICK_LENGTH * self->layout.scale, y);
      sema_scene_add_text (self->scene, &mark);
    }
}

static void
add_ticks (SemaScatterPage *self)
{
  const SemaFrame *frame = &self->layout.frame;
  double           step = sema_ticks_find_step (TICK_DISTANCE * self->layout.scale / self->camera.scale);
  double           left, right, top, bottom;
  SemaTicks        ticks;

  sema_camera_to_data (&self->camera, frame, frame->x, frame->y, &left, &top);
  sema_camera_to_data (&self->camera, frame, frame->x + frame->width, frame->y + frame->height, &right, &bottom);
  sema_ticks_find (&ticks, left, right, step);
  add_ticks_x (self, &ticks);
  sema_ticks_find (&ticks, bottom, top, step);
  add_ticks_y (self, &ticks);
}

/**
 * sema_scatter_page_add_axes:
 * @self: a page with its points and analogies, which the names keep off
 *
 * Adds the two lines through the mean of the words, or where both questions answer 0, at the edge of the plot where that is out of
 * sight; their names with the variance they explain, or the questions, where they have any; and numbers at the edges, where there is room, by which distances can be read. An empty
 * scatter has no axes. O(points).
 */
void
sema_scatter_page_add_axes (SemaScatterPage *self)
{
  const SemaFrame *frame = &self->layout.frame;
  double           x, y;

  if (sema_scatter_is_empty (self->scatter))
    return;
  sema_camera_to_page (&self->camera, frame, 0, 0, &x, &y);
  x = CLAMP (x, frame->x, frame->x + frame->width);
  y = CLAMP (y, frame->y, frame->y + frame->height);
  add_line (self, frame->x, y, frame->x + frame->width, y);
  add_line (self, x, frame->y, x, frame->y + frame->height);
  if (self->layout.ticks)
    add_ticks (self);
  if (self->scatter->questions != NULL)
    {
      sema_scatter_page_add_questions (self);
      return;
    }
  if (self->scatter->is_turned || isnan (self->scatter->ratios[0]))
    return;
  add_name_x (self, y);
  add_name_y (self, x);
}
