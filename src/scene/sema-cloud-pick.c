/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-pick.h"

#include <math.h>

#include "sema-cloud-cells.h"

/* The search begins this near, and looks twice as far each time until something is there: in a crowd there are too many
 * words within reach to look at them all. */
#define FIRST_REACH (1.0 / 128)

typedef struct
{
  const SemaCloud *cloud;
  double           x;
  double           y;
  double           least; /* squared distance of the nearest so far */
  guint32          row;
} Search;

static gboolean
search_run (guint64 first, guint64 end, gboolean is_inside, gpointer data)
{
  Search *search = data;

  for (guint64 i = first; i < end; i++)
    {
      double  dx = search->cloud->sorted[2 * i] - search->x;
      double  dy = search->cloud->sorted[2 * i + 1] - search->y;
      double  distance = dx * dx + dy * dy;
      guint32 row = search->cloud->rows[i];

      if (distance > search->least || (distance == search->least && row >= search->row))
        continue;
      search->least = distance;
      search->row = row;
    }
  return TRUE;
}

/* Whether there is a place within @reach; the nearest of them is then found. */
static gboolean
search_within (Search *search, double reach)
{
  SemaCloudBox box = {search->x - reach, search->y - reach, search->x + reach, search->y + reach};

  search->least = reach * reach;
  search->row = SEMA_CLOUD_NO_ROW;
  sema_cloud_cells_visit (search->cloud, &box, search_run, search);
  return search->row != SEMA_CLOUD_NO_ROW;
}

/**
 * sema_cloud_pick_at:
 * @self: a cloud
 * @camera: where one stands, of a scale over 0
 * @frame: where the data is shown
 * @page_x: a place on the page, logical units
 * @page_y: its other coordinate
 * @reach: how far from a word's place it is still meant, logical units, 0 or more
 *
 * Returns: the row of the nearest word within reach, of those equally near the least; else -1. O(log n + what is as near),
 *   some microseconds
 */
gint64
sema_cloud_pick_at (const SemaCloud *self, const SemaCamera *camera, const SemaFrame *frame, double page_x, double page_y, double reach)
{
  Search search = {.cloud = self};
  double farthest = reach / camera->scale;

  sema_camera_to_data (camera, frame, page_x, page_y, &search.x, &search.y);
  if (!isfinite (search.x) || !isfinite (search.y) || !(farthest >= 0))
    return -1;
  for (double part = FIRST_REACH; part <= 1; part *= 2)
    if (search_within (&search, part * farthest))
      return search.row;
  return -1;
}

/**
 * sema_cloud_pick_label:
 * @scene: a picture with labels of a cloud
 * @page_x: a place on the page, logical units
 * @page_y: its other coordinate
 *
 * Returns: the row of the word whose label is there, or -1
 */
gint64
sema_cloud_pick_label (const SemaScene *scene, double page_x, double page_y)
{
  for (guint i = scene->texts->len; i-- > 0;)
    {
      const SemaTextMark *text = &g_array_index (scene->texts, SemaTextMark, i);

      if (text->role == SEMA_TEXT_CLOUD && page_x >= text->x && page_x <= text->x + text->width && page_y >= text->y && page_y <= text->y + text->height)
        return text->row;
    }
  return -1;
}
