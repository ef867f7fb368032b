/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pick.h"

#include <math.h>

/* How much worse a step aside is than a step ahead. */
#define ASIDE 2.0

static gssize
pick_label (const SemaScene *scene, double x, double y)
{
  for (guint i = scene->texts->len; i-- > 0;)
    {
      const SemaTextMark *text = &g_array_index (scene->texts, SemaTextMark, i);

      if (text->index >= 0 && x >= text->x && x <= text->x + text->width && y >= text->y && y <= text->y + text->height)
        return text->index;
    }
  return -1;
}

/**
 * sema_pick_at:
 * @scene: a scatter's scene
 * @x: a place on the page, logical units
 * @y: its other coordinate
 * @reach: how far from a point's middle it is still meant
 *
 * Returns: the index of the nearest point within reach, the uppermost of those equally near; else of the point whose
 *   label is there; else -1
 */
gssize
sema_pick_at (const SemaScene *scene, double x, double y, double reach)
{
  gssize nearest = -1;
  double least = reach;

  for (guint i = 0; i < scene->points->len; i++)
    {
      const SemaPointMark *point = &g_array_index (scene->points, SemaPointMark, i);
      double               distance = hypot (point->x - x, point->y - y);

      if (distance > least)
        continue;
      least = distance;
      nearest = (gssize)point->index;
    }
  return nearest >= 0 ? nearest : pick_label (scene, x, y);
}

/**
 * sema_pick_inside:
 * @scene: a scatter's scene
 * @x0: one corner of a rectangle on the page
 * @y0: its other coordinate
 * @x1: the opposite corner
 * @y1: its other coordinate
 * @selected: (n points of the scatter): set to 1 for each point whose middle lies inside; the others stay as they are
 */
void
sema_pick_inside (const SemaScene *scene, double x0, double y0, double x1, double y1, guint8 *selected)
{
  for (guint i = 0; i < scene->points->len; i++)
    {
      const SemaPointMark *point = &g_array_index (scene->points, SemaPointMark, i);

      if (point->x >= MIN (x0, x1) && point->x <= MAX (x0, x1) && point->y >= MIN (y0, y1) && point->y <= MAX (y0, y1))
        selected[point->index] = 1;
    }
}

static const SemaPointMark *
find_point (const SemaScene *scene, gssize index)
{
  for (guint i = 0; i < scene->points->len; i++)
    {
      const SemaPointMark *point = &g_array_index (scene->points, SemaPointMark, i);

      if ((gssize)point->index == index)
        return point;
    }
  return NULL;
}

static gssize
find_middle (const SemaScene *scene)
{
  gboolean clipped = scene->clip.width > 0;
  double   x = clipped ? scene->clip.x + scene->clip.width / 2 : scene->width / 2;
  double   y = clipped ? scene->clip.y + scene->clip.height / 2 : scene->height / 2;

  return sema_pick_at (scene, x, y, INFINITY);
}

/* How far another point is for somebody who looks in a direction; without end where it lies behind or more aside than ahead. */
static double
get_way (const SemaPointMark *from, const SemaPointMark *to, double dx, double dy)
{
  double x = to->x - from->x;
  double y = to->y - from->y;
  double ahead = x * dx + y * dy;
  double aside = fabs (x * dy - y * dx);

  return ahead > 0 && aside <= ASIDE * ahead ? ahead + ASIDE * aside : INFINITY;
}

/**
 * sema_pick_towards:
 * @scene: a scatter's scene
 * @from: the index of a point; -1, or one that is not in the scene, is none
 * @dx: a direction on the page, of any length over 0
 * @dy: its other coordinate, downwards
 *
 * Finds where an arrow key leads: the point that is ahead and little aside, as near as can be.
 *
 * Returns: its index; -1 where none is in that direction; from no point, the one nearest the middle of the plot
 */
gssize
sema_pick_towards (const SemaScene *scene, gssize from, double dx, double dy)
{
  const SemaPointMark *start = find_point (scene, from);
  double               length = hypot (dx, dy);
  double               least = INFINITY;
  gssize               next = -1;

  if (start == NULL)
    return find_middle (scene);
  if (!(length > 0))
    return -1;
  for (guint i = 0; i < scene->points->len; i++)
    {
      const SemaPointMark *point = &g_array_index (scene->points, SemaPointMark, i);
      double               way = get_way (start, point, dx / length, dy / length);

      if (way < least || (way == least && isfinite (way) && (gssize)point->index < next))
        {
          least = way;
          next = (gssize)point->index;
        }
    }
  return next;
}
