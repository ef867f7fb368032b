/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-curve.h"

#include <math.h>

#include "sema-ticks.h"

#define PADDING 4.0
#define TICK_WIDTH 36.0
#define TICK_DISTANCE 22.0
#define LINE_WIDTH 1.5

typedef struct
{
  const double      *values;
  gsize              n;
  gsize              n_all;
  double             scale;
  const SemaMeasure *measure;
  SemaScene         *scene;
  SemaFrame          frame;
  double             least;
  double             most;
} Curve;

static double
get_x (const Curve *self, gsize i)
{
  return self->frame.x + self->frame.width * (double)(i + 1) / (double)MAX (self->n_all, 1);
}

static double
get_y (const Curve *self, double value)
{
  return self->frame.y + self->frame.height * (self->most - value) / (self->most - self->least);
}

static void
find_range (Curve *self)
{
  self->least = INFINITY;
  self->most = -INFINITY;
  for (gsize i = 0; i < self->n; i++)
    if (isfinite (self->values[i]))
      {
        self->least = MIN (self->least, self->values[i]);
        self->most = MAX (self->most, self->values[i]);
      }
  if (!(self->most - self->least > 1e-9))
    {
      self->most += 0.5;
      self->least = self->most - 1;
    }
}

static void
add_line (Curve *self, double x0, double y0, double x1, double y1, SemaLineRole role, double width)
{
  SemaLineMark line = {x0, y0, x1, y1, role, width, FALSE};

  g_array_append_val (self->scene->lines, line);
}

static void
add_ticks (Curve *self)
{
  SemaTicks ticks;
  double    step = sema_ticks_find_step ((self->most - self->least) * TICK_DISTANCE * self->scale / self->frame.height);

  sema_ticks_find (&ticks, self->least, self->most, step);
  for (guint i = 0; i < ticks.n; i++)
    {
      char         buffer[SEMA_TICK_SIZE];
      double       y = get_y (self, sema_ticks_get (&ticks, i));
      SemaTextMark mark = {.text = sema_ticks_print (&ticks, i, buffer), .role = SEMA_TEXT_AXIS, .scale = self->scale, .index = -1};

      self->measure->measure (self->measure->data, mark.text, mark.role, mark.scale, &mark.width, &mark.height);
      mark.x = self->frame.x - PADDING - mark.width;
      mark.y = y - mark.height / 2;
      sema_scene_add_text (self->scene, &mark);
      add_line (self, self->frame.x, y, self->frame.x + self->frame.width, y, SEMA_LINE_AXIS, 1);
    }
}

static void
add_curve (Curve *self)
{
  for (gsize i = 1; i < self->n; i++)
    if (isfinite (self->values[i - 1]) && isfinite (self->values[i]))
      add_line (self, get_x (self, i - 1), get_y (self, self->values[i - 1]), get_x (self, i), get_y (self, self->values[i]), SEMA_LINE_TARGET, LINE_WIDTH);
}

/**
 * sema_curve_compose:
 * @values: (n) numbers; what is not finite leaves a gap
 * @n: how many there are already, may be 0
 * @n_all: how many there will be; they fill the width
 * @width: of the page
 * @height: of the page
 * @scale: of texts, 1 is normal
 * @measure: how large texts are
 *
 * Makes a curve of numbers that come one after the other, with round numbers beside it. O(@n).
 *
 * Returns: (transfer full): the scene
 */
SemaScene *
sema_curve_compose (const double *values, gsize n, gsize n_all, double width, double height, double scale, const SemaMeasure *measure)
{
  Curve curve = {.values = values, .n = n, .n_all = MAX (n, n_all), .scale = scale, .measure = measure, .scene = sema_scene_new (width, height)};

  curve.frame = (SemaFrame) {TICK_WIDTH * scale, PADDING * 2, width - TICK_WIDTH * scale - PADDING, height - 4 * PADDING};
  if (n == 0 || curve.frame.width <= 0 || curve.frame.height <= 0)
    return curve.scene;
  find_range (&curve);
  add_ticks (&curve);
  add_curve (&curve);
  return curve.scene;
}
