/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ruler-scene.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sema-count.h"
#include "sema-pick.h"
#include "sema-question-names.h"
#include "sema-ruler-lanes.h"
#include "sema-ruler-layout.h"
#include "sema-text-fit.h"
#include "sema-ticks.h"

#define SEPARATOR " · "
#define N_COLOURS 256

/* Logical units at text scale 1. */
#define TICK_DISTANCE 60.0
#define TICK_LENGTH 4.0
#define ZERO_WIDTH 1.6
#define POLE_WIDTH 0.8
#define FRAME_WIDTH 1.3
#define FRAME_GAP 2.5
#define POINT_RADIUS 5.0
#define REACH 9.0 /* how far from a point's middle it is still meant */

/* Points shrink where there are many. */
#define CROWD 60.0
#define CROWD_POWER 0.22
#define LEAST_CROWD_SIZE 0.5
#define WITHOUT_LABEL 0.3 /* strength of a point */

/**
 * Page:
 * @band: the ruler itself
 * @lanes: where the labels are
 * @n_placed: how many words have a place
 * @scene: (owned): the marks so far
 *
 * A ruler on its way to a scene.
 */
typedef struct
{
  const SemaRuler    *ruler;
  const SemaPageView *view;
  const SemaMeasure  *measure;
  SemaRulerLayout     layout;
  SemaFrame           band;
  SemaRulerLanes     *lanes;
  gsize               n_placed;
  SemaScene          *scene;
} Page;

static void
add_line (Page *self, double x0, double y0, double x1, double y1, SemaLineRole role, double width)
{
  SemaLineMark line = {x0, y0, x1, y1, role, width * sqrt (self->layout.scale), FALSE};

  g_array_append_val (self->scene->lines, line);
}

static SemaTextMark
make_text (const Page *self, const char *text, SemaTextRole role)
{
  SemaTextMark mark = {.text = text, .role = role, .scale = self->layout.scale, .index = -1};

  self->measure->measure (self->measure->data, text, role, mark.scale, &mark.width, &mark.height);
  return mark;
}

/* A label, cut where the page ends. */
static char *
fit_label (const Page *self, gsize word, double x)
{
  double room = self->layout.body.x + self->layout.body.width - x - SEMA_RULER_POLE_GAP * self->layout.scale;

  return sema_text_fit (self->measure, self->ruler->labels[word], SEMA_TEXT_LABEL, self->layout.scale, room);
}

static void
try_label (Page *self, gsize word)
{
  double           x = sema_ruler_layout_get_x (&self->layout, self->ruler->values[word]);
  g_autofree char *label = NULL;

  if (!isfinite (x))
    return;
  label = fit_label (self, word, x);
  sema_ruler_lanes_add (self->lanes, word, x, make_text (self, label, SEMA_TEXT_LABEL).width + (SEMA_RULER_POLE_GAP + SEMA_RULER_FREE) * self->layout.scale);
}

static gssize
find_extreme (const SemaRuler *ruler, gboolean largest)
{
  gssize found = -1;

  for (gsize i = 0; i < ruler->n; i++)
    if (isfinite (ruler->values[i]) && (found < 0 || (largest ? ruler->values[i] > ruler->values[found] : ruler->values[i] < ruler->values[found])))
      found = (gssize)i;
  return found;
}

/* Where there is no room for all, the outermost words come first and those that define the question, then the others as they were chosen. */
static void
place_labels (Page *self)
{
  const SemaRuler *ruler = self->ruler;
  gssize           ends[] = {find_extreme (ruler, FALSE), find_extreme (ruler, TRUE)};

  if (ends[0] >= 0)
    try_label (self, (gsize)ends[0]);
  if (ends[1] >= 0 && ends[1] != ends[0])
    try_label (self, (gsize)ends[1]);
  for (int marked = 1; marked >= 0; marked--)
    for (gsize i = 0; i < ruler->n; i++)
      if ((ruler->marked[i] != 0) == marked && (gssize)i != ends[0] && (gssize)i != ends[1])
        try_label (self, i);
}

/* What is used of the body stands in its middle. */
static void
place_band (Page *self)
{
  const SemaRulerLayout *layout = &self->layout;
  double                 scale = layout->scale;
  double                 above = sema_ruler_lanes_get_n_lanes (self->lanes, 0) * layout->lane + SEMA_RULER_GAP * scale;
  double                 below = sema_ruler_lanes_get_n_lanes (self->lanes, 1) * layout->lane + (SEMA_RULER_GAP + SEMA_RULER_NAMES) * scale;
  double                 height = SEMA_RULER_BAND * scale;
  double                 top = layout->body.y + MAX ((layout->body.height - above - height - below) / 2, 0) + above;

  self->band = (SemaFrame) {layout->body.x, floor (top), layout->body.width, height};
}

static double
get_value (const Page *self, double x)
{
  return self->layout.least + (x - self->layout.left) / self->layout.unit;
}

/* As in a heat map of questions: the colours end at the largest magnitude, rounded up to a tenth. */
static double
get_limit (const Page *self)
{
  double least, largest, limit;

  sema_ruler_get_range (self->ruler, &least, &largest);
  limit = ceil (MAX (-least, largest) * 10 - 1e-9) / 10;
  return limit > 0 ? MIN (limit, 1) : 1;
}

static void
add_colours (Page *self)
{
  double      *values = sema_scene_add_numbers (self->scene, N_COLOURS);
  SemaGridMark grid = {self->band.x, self->band.y, self->band.width, self->band.height, 1, N_COLOURS, values, get_limit (self), 0};

  for (guint i = 0; i < N_COLOURS; i++)
    values[i] = get_value (self, self->band.x + self->band.width * (i + 0.5) / N_COLOURS);
  g_array_append_val (self->scene->grids, grid);
}

static void
add_edges (Page *self)
{
  const SemaFrame *band = &self->band;

  add_line (self, band->x, band->y, band->x + band->width, band->y, SEMA_LINE_TREE, 1);
  add_line (self, band->x, band->y + band->height, band->x + band->width, band->y + band->height, SEMA_LINE_TREE, 1);
}

static void
add_tick (Page *self, double value, const char *text)
{
  const SemaFrame *band = &self->band;
  double           length = TICK_LENGTH * self->layout.scale;
  double           x = sema_ruler_layout_get_x (&self->layout, value);
  SemaTextMark     mark = make_text (self, text, self->view->legend ? SEMA_TEXT_CELL : SEMA_TEXT_AXIS);

  mark.ground = CLAMP (value / get_limit (self), -1, 1);
  mark.x = x - mark.width / 2;
  mark.y = band->y + (band->height - mark.height) / 2;
  if (mark.x < band->x || mark.x + mark.width > band->x + band->width)
    return;
  add_line (self, x, band->y, x, band->y + length, SEMA_LINE_TREE, 1);
  add_line (self, x, band->y + band->height - length, x, band->y + band->height, SEMA_LINE_TREE, 1);
  sema_scene_add_text (self->scene, &mark);
}

/* The ruler goes on beyond the words, but no answer is more than 1. */
static void
add_ticks (Page *self)
{
  double    least = MAX (get_value (self, self->band.x), -1);
  double    largest = MIN (get_value (self, self->band.x + self->band.width), 1);
  SemaTicks ticks;

  sema_ticks_find (&ticks, least, largest, sema_ticks_find_step (TICK_DISTANCE * self->layout.scale / self->layout.unit));
  for (guint i = 0; i < ticks.n; i++)
    {
      char number[SEMA_TICK_SIZE];

      add_tick (self, sema_ticks_get (&ticks, i), sema_ticks_print (&ticks, i, number));
    }
}

/* Yes and no part at 0, for the labels too. */
static void
add_zero (Page *self)
{
  const SemaFrame *band = &self->band;
  double           x = sema_ruler_layout_get_x (&self->layout, 0);
  double           gap = SEMA_RULER_GAP * self->layout.scale;
  double           lane = self->layout.lane;
  double           top = band->y - gap - sema_ruler_lanes_get_n_lanes (self->lanes, 0) * lane;
  double           bottom = band->y + band->height + gap + sema_ruler_lanes_get_n_lanes (self->lanes, 1) * lane;

  add_line (self, x, top, x, band->y + TICK_LENGTH * self->layout.scale, SEMA_LINE_AXIS, ZERO_WIDTH);
  add_line (self, x, band->y + band->height - TICK_LENGTH * self->layout.scale, x, bottom, SEMA_LINE_AXIS, ZERO_WIDTH);
}

static double
get_edge (const Page *self, guint side)
{
  return side == 0 ? self->band.y : self->band.y + self->band.height;
}

/* Round a label whose word defines the question, as in a heat map of questions. */
static void
add_frame (Page *self, const SemaTextMark *label)
{
  double gap = FRAME_GAP * self->layout.scale;
  double left = label->x - gap, right = label->x + label->width + gap;
  double middle = label->y + label->height / 2, reach = self->layout.lane / 2 - FRAME_WIDTH;

  add_line (self, left, middle - reach, right, middle - reach, SEMA_LINE_FRAME, FRAME_WIDTH);
  add_line (self, left, middle + reach, right, middle + reach, SEMA_LINE_FRAME, FRAME_WIDTH);
  add_line (self, left, middle - reach, left, middle + reach, SEMA_LINE_FRAME, FRAME_WIDTH);
  add_line (self, right, middle - reach, right, middle + reach, SEMA_LINE_FRAME, FRAME_WIDTH);
}

static void
add_label (Page *self, guint side, const SemaRulerFlag *flag)
{
  const SemaRulerLayout *layout = &self->layout;
  double                 outwards = side == 0 ? -1 : 1;
  double                 edge = get_edge (self, side);
  double                 middle = edge + outwards * (SEMA_RULER_GAP * layout->scale + (flag->lane + 0.5) * layout->lane);
  g_autofree char       *text = fit_label (self, flag->word, flag->x);
  SemaTextMark           mark = make_text (self, text, SEMA_TEXT_LABEL);

  mark.index = (gssize)flag->word;
  mark.halo = TRUE;
  mark.x = flag->x + SEMA_RULER_POLE_GAP * layout->scale;
  mark.y = middle - mark.height / 2;
  add_line (self, flag->x, edge, flag->x, middle + outwards * mark.height / 3, SEMA_LINE_LEADER, POLE_WIDTH);
  sema_scene_add_text (self->scene, &mark);
  if (self->ruler->marked[flag->word] != 0)
    add_frame (self, &mark);
}

static void
add_point (Page *self, gsize word, guint side, double strength)
{
  double        size = sqrt (self->layout.scale) * CLAMP (pow (CROWD / (double)MAX (self->n_placed, 1), CROWD_POWER), LEAST_CROWD_SIZE, 1);
  SemaPointMark mark = {.radius = POINT_RADIUS * size, .shape = SEMA_SHAPE_CIRCLE, .colour = SEMA_NO_COLOUR, .strength = strength, .index = word};

  mark.x = sema_ruler_layout_get_x (&self->layout, self->ruler->values[word]);
  mark.y = get_edge (self, side);
  if (isfinite (mark.x))
    g_array_append_val (self->scene->points, mark);
}

/* Those with a label lie on its edge of the ruler, over the others. */
static void
add_words (Page *self)
{
  g_autofree guint8 *labelled = g_new0 (guint8, self->ruler->n + 1);

  for (guint side = 0; side < G_N_ELEMENTS (self->lanes->flags); side++)
    for (guint i = 0; i < self->lanes->flags[side]->len; i++)
      {
        const SemaRulerFlag *flag = &g_array_index (self->lanes->flags[side], SemaRulerFlag, i);

        labelled[flag->word] = (guint8)(side + 1);
        add_label (self, side, flag);
      }
  for (gsize i = 0; i < self->ruler->n; i++)
    if (labelled[i] == 0)
      add_point (self, i, 0, WITHOUT_LABEL);
  for (gsize i = 0; i < self->ruler->n; i++)
    if (labelled[i] != 0)
      add_point (self, i, labelled[i] - 1u, 1);
  self->scene->n_labels = sema_ruler_lanes_get_n_flags (self->lanes);
  self->scene->n_points = self->n_placed;
}

static void
add_names (Page *self)
{
  double    height = SEMA_RULER_NAMES * self->layout.scale;
  double    bottom = self->band.y + self->band.height + SEMA_RULER_GAP * self->layout.scale + sema_ruler_lanes_get_n_lanes (self->lanes, 1) * self->layout.lane;
  SemaFrame box = {self->band.x, bottom, self->band.width, height};

  if (box.width > box.height)
    sema_question_names_add (self->scene, self->measure, self->layout.scale, &box, &self->ruler->question);
}

static void
add_title (Page *self)
{
  const SemaFrame *box = &self->layout.title;
  g_autofree char *text = NULL;
  SemaTextMark     mark;

  if (box->width <= 0)
    return;
  text = sema_text_fit (self->measure, self->ruler->title, SEMA_TEXT_TITLE, self->layout.scale, box->width);
  mark = make_text (self, text, SEMA_TEXT_TITLE);
  mark.x = box->x;
  mark.y = box->y;
  sema_scene_add_text (self->scene, &mark);
}

static void
add_caption_line (Page *self, const char *text, guint line)
{
  const SemaFrame *box = &self->layout.caption;
  g_autofree char *fitting = sema_text_fit (self->measure, text, SEMA_TEXT_CAPTION, self->layout.scale, box->width);
  SemaTextMark     mark = make_text (self, fitting, SEMA_TEXT_CAPTION);

  mark.x = box->x;
  mark.y = box->y + (line + 0.5) * SEMA_RULER_CAPTION_LINE * self->layout.scale - mark.height / 2;
  sema_scene_add_text (self->scene, &mark);
}

/* Lines break between parts. What is left out is said before all else, and a narrow page does without the last parts. */
static void
add_caption (Page *self)
{
  g_autofree char *line = NULL;
  guint            n_lines = 0;

  if (self->layout.caption.width <= 0)
    return;
  if (self->scene->n_labels < self->n_placed)
    line = g_strdup_printf (_("%s of %s labelled"), SEMA_COUNT (self->scene->n_labels), SEMA_COUNT (self->n_placed));
  for (char **part = self->ruler->caption; *part != NULL; part++)
    {
      g_autofree char *longer = line != NULL ? g_strconcat (line, SEPARATOR, *part, NULL) : g_strdup (*part);
      gboolean         fits = line == NULL || make_text (self, longer, SEMA_TEXT_CAPTION).width <= self->layout.caption.width;

      if (!fits && n_lines + 1 == self->layout.n_caption_lines)
        break;
      if (!fits)
        add_caption_line (self, line, n_lines++);
      g_free (line);
      line = fits ? g_steal_pointer (&longer) : g_strdup (*part);
    }
  add_caption_line (self, line, n_lines);
}

/**
 * sema_ruler_compose:
 * @ruler: what to show, with all its labels
 * @view: how
 * @measure: how large texts are
 *
 * Makes the picture: the ruler with numbers in it and the words at its ends, a point for every word on one of its edges, where it answers,
 * and labels on poles above and below, none over another and no pole through one; where there is no room for all, the caption
 * tells how many have one. Labels of words that define the question are framed. Without words there is a ruler all the same. The same
 * input gives the same scene. O(n labels).
 *
 * Returns: (transfer full): the scene
 */
SemaScene *
sema_ruler_compose (const SemaRuler *ruler, const SemaPageView *view, const SemaMeasure *measure)
{
  Page   self = {.ruler = ruler, .view = view, .measure = measure, .scene = sema_scene_new (view->width, view->height)};
  double least, largest;

  self.n_placed = sema_ruler_get_range (ruler, &least, &largest);
  sema_ruler_layout_find (ruler, view, &self.layout);
  self.lanes = sema_ruler_lanes_new (self.layout.most_lanes);
  place_labels (&self);
  place_band (&self);
  if (view->legend)
    add_colours (&self);
  add_zero (&self);
  add_edges (&self);
  add_ticks (&self);
  add_words (&self);
  add_names (&self);
  add_title (&self);
  add_caption (&self);
  sema_ruler_lanes_free (self.lanes);
  return self.scene;
}

/**
 * sema_ruler_pick:
 * @scene: of a ruler
 * @x: a place on the page, logical units
 * @y: its other coordinate
 *
 * Returns: the index of the word whose point is there, the nearest of several, or else whose label is there; else -1
 */
gssize
sema_ruler_pick (const SemaScene *scene, double x, double y)
{
  return sema_pick_at (scene, x, y, REACH);
}
