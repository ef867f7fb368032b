/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-histogram-scene.h"

#include "sema-ticks.h"

#define PADDING 2.0
#define TICK_HEIGHT 14.0
#define TICK_DISTANCE 44.0
#define LINE_WIDTH 1.0
#define GAP 1.0 /* between bars */

typedef struct
{
  const SemaHistogram *histogram;
  double               limit;
  double               scale;
  const SemaMeasure   *measure;
  SemaScene           *scene;
  SemaFrame            frame;
} Page;

static double
get_x (const Page *self, double value)
{
  const SemaHistogram *histogram = self->histogram;

  return self->frame.x + self->frame.width * (value - histogram->least) / (histogram->most - histogram->least);
}

static guint64
find_fullest (const SemaHistogram *histogram)
{
  guint64 fullest = 1;

  for (guint bin = 0; bin < histogram->n_bins; bin++)
    fullest = MAX (fullest, histogram->counts[bin]);
  return fullest;
}

/* In the colour that the numbers of the bin have elsewhere. */
static void
add_bars (Page *self)
{
  const SemaHistogram *histogram = self->histogram;
  double               one = self->frame.height / (double)find_fullest (histogram);

  for (guint bin = 0; bin < histogram->n_bins; bin++)
    {
      double      from = sema_histogram_get_edge (histogram, bin), to = sema_histogram_get_edge (histogram, bin + 1);
      SemaBarMark bar = {.x = get_x (self, from), .height = (double)histogram->counts[bin] * one, .value = CLAMP ((from + to) / 2 / self->limit, -1, 1)};

      bar.width = MAX (get_x (self, to) - bar.x - GAP, GAP);
      bar.y = self->frame.y + self->frame.height - bar.height;
      if (bar.height > 0)
        g_array_append_val (self->scene->bars, bar);
    }
}

static void
add_ticks (Page *self)
{
  const SemaHistogram *histogram = self->histogram;
  double               bottom = self->frame.y + self->frame.height;
  SemaTicks            ticks;

  sema_ticks_find (&ticks, histogram->least, histogram->most,
                   sema_ticks_find_step ((histogram->most - histogram->least) * TICK_DISTANCE * self->scale / self->frame.width));
  for (guint i = 0; i < ticks.n; i++)
    {
      char         buffer[SEMA_TICK_SIZE];
      SemaTextMark mark = {.text = sema_ticks_print (&ticks, i, buffer), .role = SEMA_TEXT_AXIS, .scale = self->scale, .index = -1};

      self->measure->measure (self->measure->data, mark.text, mark.role, mark.scale, &mark.width, &mark.height);
      mark.x = CLAMP (get_x (self, sema_ticks_get (&ticks, i)) - mark.width / 2, 0, MAX (self->scene->width - mark.width, 0));
      mark.y = bottom + PADDING;
      sema_scene_add_text (self->scene, &mark);
    }
}

/**
 * sema_histogram_scene_compose:
 * @histogram: how numbers are spread
 * @limit: over 0, the magnitude of the strongest colours
 * @width: of the page
 * @height: of the page
 * @scale: of texts, 1 is normal
 * @measure: how large texts are
 *
 * Makes a picture of how numbers are spread: a bar for each bin, the fullest as high as there is room, with round numbers below.
 *
 * Returns: (transfer full): the scene
 */
SemaScene *
sema_histogram_scene_compose (const SemaHistogram *histogram, double limit, double width, double height, double scale, const SemaMeasure *measure)
{
  Page         page = {histogram, limit > 0 ? limit : 1, scale, measure, sema_scene_new (width, height), {PADDING, PADDING, width - 2 * PADDING, height - TICK_HEIGHT * scale - PADDING}};
  double       bottom = page.frame.y + page.frame.height;
  SemaLineMark floor = {0, bottom, width, bottom, SEMA_LINE_AXIS, LINE_WIDTH, FALSE};

  if (histogram->n_bins == 0 || page.frame.width <= 0 || page.frame.height <= 0)
    return page.scene;
  add_bars (&page);
  add_ticks (&page);
  g_array_append_val (page.scene->lines, floor);
  return page.scene;
}
