/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-labels.h"

#include <math.h>

#include "sema-cloud-cells.h"
#include "sema-cloud-candidates.h"
#include "sema-label-grid.h"
#include "sema-text-fit.h"

/* Logical units at text scale 1. */
#define GAP 3.0      /* between a dot and its label */
#define SPACE 4.0    /* between a label and anything else, across */
#define LEADING 1.0  /* the same, upwards */
#define WIDEST 180.0 /* longer words are cut */
#define CELL 64.0    /* of the grid of what is taken */
#define RIM 2.0      /* round points and stars */

/* Words this far outside the frame take their places too: what lies inside does not then change while one pans. */
#define BEYOND_X 240.0
#define BEYOND_Y 60.0

/* A place shorter than any word: where not even this is free, no word is measured. */
#define SHORTEST 10.0

static SemaFrame
widen (const SemaFrame *frame, double across, double up)
{
  return (SemaFrame) {frame->x - across, frame->y - up, frame->width + 2 * across, frame->height + 2 * up};
}

static gboolean
has_place (const SemaFrame *frame, double x, double y)
{
  return x >= frame->x && x <= frame->x + frame->width && y >= frame->y && y <= frame->y + frame->height;
}

/* Word and label both: a label at the edge whose dot is out of sight names nothing. */
static gboolean
is_inside (const SemaFrame *frame, const SemaTextMark *mark, double x, double y)
{
  return has_place (frame, x, y) && has_place (frame, mark->x, mark->y) && has_place (frame, mark->x + mark->width, mark->y + mark->height);
}

/* All that the picture has so far. */
static SemaLabelGrid *
collect_taken (const SemaCloudLabels *self, const SemaFrame *around, const SemaScene *scene)
{
  SemaLabelGrid *taken = sema_label_grid_new (around, CELL * self->text_scale);

  for (guint i = 0; i < scene->points->len; i++)
    {
      const SemaPointMark *point = &g_array_index (scene->points, SemaPointMark, i);

      sema_label_grid_add_disc (taken, point->x, point->y, point->radius + RIM);
    }
  for (guint i = 0; i < scene->stars->len; i++)
    {
      const SemaStarMark *star = &g_array_index (scene->stars, SemaStarMark, i);

      sema_label_grid_add_disc (taken, star->x, star->y, star->radius + RIM);
    }
  for (guint i = 0; i < scene->texts->len; i++)
    {
      const SemaTextMark *text = &g_array_index (scene->texts, SemaTextMark, i);
      SemaFrame           box = {text->x, text->y, text->width, text->height};

      sema_label_grid_add_box (taken, &box);
    }
  for (guint i = 0; i < scene->lines->len; i++)
    {
      const SemaLineMark *line = &g_array_index (scene->lines, SemaLineMark, i);
      SemaSegment         segment = {line->x0, line->y0, line->x1, line->y1};

      if (line->role != SEMA_LINE_AXIS)
        sema_label_grid_add_line (taken, &segment);
    }
  return taken;
}

static gboolean
is_free (const SemaLabelGrid *taken, const SemaFrame *box)
{
  SemaLabelHit hit;

  sema_label_grid_probe_box (taken, box, 0, NAN, NAN, &hit);
  return !hit.blocked;
}

/* With the space round it. */
static SemaFrame
get_box (const SemaCloudLabels *self, const SemaTextMark *mark)
{
  SemaFrame box = {mark->x, mark->y, mark->width, mark->height};

  return widen (&box, SPACE / 2 * self->text_scale, LEADING / 2 * self->text_scale);
}

static char *
measure_label (const SemaCloudLabels *self, guint32 row, SemaTextMark *mark)
{
  char *text = sema_cloud_dup_label (self->cloud, row);

  self->measure->measure (self->measure->data, text, mark->role, mark->scale, &mark->width, &mark->height);
  if (mark->width > WIDEST * mark->scale)
    {
      char *shorter = sema_text_fit (self->measure, text, mark->role, mark->scale, WIDEST * mark->scale);

      g_free (text);
      text = shorter;
      self->measure->measure (self->measure->data, text, mark->role, mark->scale, &mark->width, &mark->height);
    }
  mark->text = text;
  return text;
}

/* Whether the word of a row has its label in the picture now. It goes right of its dot, or nowhere. */
static gboolean
add_label (const SemaCloudLabels *self, const SemaFrame *around, SemaLabelGrid *taken, guint32 row, SemaScene *scene)
{
  SemaTextMark     mark = {.role = SEMA_TEXT_CLOUD, .scale = self->text_scale, .halo = TRUE, .index = -1, .row = row};
  double           x, y, page_x, page_y;
  SemaFrame        box;
  g_autofree char *text = NULL;

  sema_cloud_get_place (self->cloud, row, &x, &y);
  sema_camera_to_page (self->camera, self->frame, x, y, &page_x, &page_y);
  mark.x = page_x + self->clearance + GAP * self->text_scale;
  box = (SemaFrame) {mark.x, page_y, SHORTEST * self->text_scale, 0};
  if (!has_place (around, page_x, page_y) || !is_free (taken, &box))
    return FALSE;
  text = measure_label (self, row, &mark);
  mark.y = page_y - mark.height / 2;
  box = get_box (self, &mark);
  if (!is_free (taken, &box))
    return FALSE;
  sema_label_grid_add_box (taken, &box);
  if (!is_inside (self->frame, &mark, page_x, page_y))
    return FALSE;
  sema_scene_add_text (scene, &mark);
  return TRUE;
}

static gboolean
is_skipped (const SemaCloudLabels *self, guint32 row)
{
  return self->skipped != NULL && g_hash_table_contains (self->skipped, GUINT_TO_POINTER (row + 1));
}

/**
 * sema_cloud_labels_add:
 * @self: what they go by
 * @scene: a picture with all its points, stars and other labels, which these keep off
 *
 * Labels the most frequent words, those of the least rows, of the squares of a grid that is tied to the data: one in each,
 * where there is room right of its dot for the whole word, by row. While one pans the squares stay; while one zooms in
 * they part, and the first word of a square is still the first of its part. So a word keeps its label unless one of a
 * less row takes the place. At most %SEMA_CLOUD_MOST_LABELS. O(labels × log n).
 *
 * Returns: how many words have a label now
 */
gsize
sema_cloud_labels_add (const SemaCloudLabels *self, SemaScene *scene)
{
  SemaFrame                 around = widen (self->frame, BEYOND_X * self->text_scale, BEYOND_Y * self->text_scale);
  g_autoptr (GArray)        rows = sema_cloud_candidates_find (self->cloud, self->camera, self->frame, &around, self->text_scale);
  g_autoptr (SemaLabelGrid) taken = collect_taken (self, &around, scene);
  gsize                     n = 0;

  for (guint i = 0; i < rows->len && n < SEMA_CLOUD_MOST_LABELS; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);

      if (!is_skipped (self, row) && add_label (self, &around, taken, row, scene))
        n++;
    }
  return n;
}
