/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-stamp.h"

#include <math.h>

#define SHARP 1.5 /* pixels; a larger dot may lie between pixels */
#define PARTS 4

/* The part of a pixel that a disc covers, by how far its rim lies from the pixel's middle. */
static guint8
cover (double dx, double dy, double radius)
{
  return (guint8)lround (SEMA_CLOUD_STAMP_WHOLE * CLAMP (radius + 0.5 - sqrt (dx * dx + dy * dy), 0, 1));
}

static void
fill (SemaCloudStamp *self, double radius, guint8 *counts, double middle_x, double middle_y)
{
  for (int y = -self->reach; y <= self->reach; y++)
    for (int x = -self->reach; x <= self->reach; x++)
      *counts++ = cover (x + 0.5 - middle_x, y + 0.5 - middle_y, radius);
}

/**
 * sema_cloud_stamp_init:
 * @self: (out): the stamp
 * @radius: of the dot, pixels, 0.5 or more
 *
 * O(radius²)
 */
void
sema_cloud_stamp_init (SemaCloudStamp *self, double radius)
{
  gsize area;

  self->reach = (int)ceil (radius - 0.5);
  self->parts = 1;
  if (radius >= SHARP)
    {
      self->reach = (int)ceil (radius);
      self->parts = PARTS;
    }
  area = (gsize)(2 * self->reach + 1) * (gsize)(2 * self->reach + 1);
  self->counts = g_new (guint8, area * (gsize)(self->parts * self->parts));
  for (int y = 0; y < self->parts; y++)
    for (int x = 0; x < self->parts; x++)
      fill (self, radius, self->counts + area * (gsize)(y * self->parts + x), (x + 0.5) / self->parts, (y + 0.5) / self->parts);
}

/**
 * sema_cloud_stamp_clear:
 * @self: a stamp
 */
void
sema_cloud_stamp_clear (SemaCloudStamp *self)
{
  g_clear_pointer (&self->counts, g_free);
}

/**
 * sema_cloud_stamp_get:
 * @self: a stamp
 * @x: middle of the dot, pixels, of a magnitude under 2^40
 * @y: its other coordinate
 * @left: (out): the first column of pixels it touches
 * @top: (out): the first row
 *
 * Returns: (2 reach + 1, 2 reach + 1): what it adds to the pixels from there on
 */
const guint8 *
sema_cloud_stamp_get (const SemaCloudStamp *self, double x, double y, gint64 *left, gint64 *top)
{
  gint64 across = (gint64)floor (x * self->parts);
  gint64 down = (gint64)floor (y * self->parts);
  gint64 column = across >= 0 ? across / self->parts : -((-across + self->parts - 1) / self->parts);
  gint64 row = down >= 0 ? down / self->parts : -((-down + self->parts - 1) / self->parts);
  gsize  side = (gsize)(2 * self->reach + 1);
  gsize  place = (gsize)((down - row * self->parts) * self->parts + across - column * self->parts);

  *left = column - self->reach;
  *top = row - self->reach;
  return self->counts + place * side * side;
}
