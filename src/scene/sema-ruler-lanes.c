/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ruler-lanes.h"

#define NO_LANE G_MAXUINT

static SemaRulerFlag *
get_flag (const GArray *flags, guint index)
{
  return &g_array_index (flags, SemaRulerFlag, index);
}

/**
 * sema_ruler_lanes_new:
 * @most: lanes that there are on either side, may be 0
 *
 * Returns: (transfer full): lanes without labels
 */
SemaRulerLanes *
sema_ruler_lanes_new (guint most)
{
  SemaRulerLanes *self = g_new0 (SemaRulerLanes, 1);

  self->most = most;
  for (guint side = 0; side < G_N_ELEMENTS (self->flags); side++)
    self->flags[side] = g_array_new (FALSE, FALSE, sizeof (SemaRulerFlag));
  return self;
}

/**
 * sema_ruler_lanes_free:
 * @self: (nullable) (transfer full): lanes
 */
void
sema_ruler_lanes_free (SemaRulerLanes *self)
{
  if (self == NULL)
    return;
  for (guint side = 0; side < G_N_ELEMENTS (self->flags); side++)
    g_array_unref (self->flags[side]);
  g_free (self);
}

/* The first of the flags right of a place. */
static guint
find_position (const GArray *flags, double x)
{
  guint low = 0, high = flags->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_flag (flags, middle)->x <= x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* A flag flies over all those whose poles stand under it, so that no pole goes through it. What is right of @last stays as it is. */
static gboolean
find_lanes (GArray *flags, guint last, guint most)
{
  gboolean fits = TRUE;

  for (guint i = last + 1; i-- > 0;)
    {
      SemaRulerFlag *flag = get_flag (flags, i);

      flag->lane = 0;
      for (guint j = i + 1; j < flags->len && get_flag (flags, j)->x < flag->right; j++)
        flag->lane = MAX (flag->lane, get_flag (flags, j)->lane + 1);
      fits = fits && flag->lane < most;
    }
  return fits;
}

static void
take_out (SemaRulerLanes *self, guint side, guint position)
{
  g_array_remove_index (self->flags[side], position);
  if (position > 0)
    find_lanes (self->flags[side], position - 1, self->most);
}

/* The lane that the flag gets on a side, %NO_LANE where there is no room for it or for those left of it. */
static guint
try_side (SemaRulerLanes *self, guint side, const SemaRulerFlag *flag, guint *position)
{
  GArray *flags = self->flags[side];

  *position = find_position (flags, flag->x);
  g_array_insert_val (flags, *position, *flag);
  if (find_lanes (flags, *position, self->most))
    return get_flag (flags, *position)->lane;
  take_out (self, side, *position);
  return NO_LANE;
}

/**
 * sema_ruler_lanes_add:
 * @self: lanes
 * @word: whose label it is
 * @x: where the word is
 * @width: of its label, and of what must stay free behind it
 *
 * Finds a place for a label, nearest the ruler on either side; those that are there may move outwards for it. O(labels) times how many poles
 * stand under one.
 *
 * Returns: whether there was room
 */
gboolean
sema_ruler_lanes_add (SemaRulerLanes *self, gsize word, double x, double width)
{
  SemaRulerFlag flag = {.x = x, .right = x + width, .word = word};
  guint         positions[2], lanes[2], worse;

  for (guint side = 0; side < G_N_ELEMENTS (lanes); side++)
    lanes[side] = try_side (self, side, &flag, &positions[side]);
  if (lanes[0] == lanes[1])
    worse = self->flags[0]->len > self->flags[1]->len ? 0 : 1;
  else
    worse = lanes[0] > lanes[1] ? 0 : 1;
  if (lanes[worse] != NO_LANE)
    take_out (self, worse, positions[worse]);
  return lanes[1 - worse] != NO_LANE;
}

/**
 * sema_ruler_lanes_get_n_flags:
 * @self: lanes
 *
 * Returns: how many labels have a place
 */
gsize
sema_ruler_lanes_get_n_flags (const SemaRulerLanes *self)
{
  return (gsize)self->flags[0]->len + self->flags[1]->len;
}

/**
 * sema_ruler_lanes_get_n_lanes:
 * @self: lanes
 * @side: 0 above, 1 below
 *
 * Returns: how many of its lanes have a label
 */
guint
sema_ruler_lanes_get_n_lanes (const SemaRulerLanes *self, guint side)
{
  guint n = 0;

  for (guint i = 0; i < self->flags[side]->len; i++)
    n = MAX (n, get_flag (self->flags[side], i)->lane + 1);
  return n;
}
