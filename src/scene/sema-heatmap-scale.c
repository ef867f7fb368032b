/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-heatmap-page.h"
#include "sema-ticks.h"

#define N_COLOURS 256
#define TICK_DISTANCE 36.0
#define TICK_LENGTH 4.0
#define TICK_GAP 7.0

/* Colours that end beyond these have numbers with exponents: others would not fit on the page. */
#define LEAST_PLAIN 0.01
#define MOST_PLAIN 10000.0
#define SHORT "%.3g"

static void
add_colours (SemaHeatmapPage *self, double least)
{
  const SemaFrame *bar = &self->layout.bar;
  double           limit = self->heatmap->limit;
  double          *values = sema_scene_add_numbers (self->scene, N_COLOURS);
  SemaGridMark     grid = {bar->x, bar->y, bar->width, bar->height, N_COLOURS, 1, values, limit, 0};

  for (guint i = 0; i < N_COLOURS; i++)
    values[i] = limit + (least - limit) * (i + 0.5) / N_COLOURS;
  g_array_append_val (self->scene->grids, grid);
}

static void
add_tick (SemaHeatmapPage *self, double y, const char *text)
{
  const SemaFrame *bar = &self->layout.bar;
  double           scale = self->layout.scale;
  double           right = bar->x + bar->width;
  SemaLineMark     line = {right, y, right + TICK_LENGTH * scale, y, SEMA_LINE_TREE, 1, FALSE};
  SemaTextMark     mark = {.x = right + TICK_GAP * scale, .text = text, .role = SEMA_TEXT_AXIS, .scale = scale, .index = -1};

  self->measure->measure (self->measure->data, text, SEMA_TEXT_AXIS, scale, &mark.width, &mark.height);
  mark.y = y - mark.height / 2;
  g_array_append_val (self->scene->lines, line);
  sema_scene_add_text (self->scene, &mark);
}

static const char *
print (const SemaTicks *ticks, guint index, double limit, char buffer[SEMA_TICK_SIZE])
{
  if (limit >= LEAST_PLAIN && limit < MOST_PLAIN)
    return sema_ticks_print (ticks, index, buffer);
  return g_ascii_formatd (buffer, SEMA_TICK_SIZE, SHORT, sema_ticks_get (ticks, index));
}

/**
 * sema_heatmap_page_add_scale:
 * @self: a page
 *
 * Adds a bar of the colours, the largest value on top, with round numbers beside it.
 */
void
sema_heatmap_page_add_scale (SemaHeatmapPage *self)
{
  const SemaFrame *bar = &self->layout.bar;
  double           limit = self->heatmap->limit;
  double           least = self->heatmap->range == SEMA_HEATMAP_DIVERGING ? -limit : 0;
  double           distance = TICK_DISTANCE * self->layout.scale;
  SemaTicks        ticks;

  if (bar->width <= 0 || bar->height <= 0)
    return;
  add_colours (self, least);
  sema_ticks_find (&ticks, least, limit, sema_ticks_find_step ((limit - least) * MIN (distance / bar->height, 0.5)));
  for (guint i = 0; i < ticks.n; i++)
    {
      char   buffer[SEMA_TICK_SIZE];
      double y = bar->y + bar->height * (limit - sema_ticks_get (&ticks, i)) / (limit - least);

      add_tick (self, y, print (&ticks, i, limit, buffer));
    }
}
