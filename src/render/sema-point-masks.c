/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-point-masks.h"

#include <math.h>

#include "sema-draw.h"

/* Sizes and places are rounded to these parts of a pixel, finer than the eye sees. */
#define PARTS_OF_SIZE 8
#define PARTS_OF_PLACE 4

typedef struct
{
  SemaShape shape;
  int       radius;
  int       margin;
  int       x;
  int       y;
} Key;

struct _SemaPointMasks
{
  GHashTable *masks; /* Key -> cairo_surface_t */
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return (((((guint)key->shape * 1031 + (guint)key->radius) * 1031 + (guint)key->margin) * PARTS_OF_PLACE + (guint)key->x) * PARTS_OF_PLACE) + (guint)key->y;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *k = a;
  const Key *l = b;

  return k->shape == l->shape && k->radius == l->radius && k->margin == l->margin && k->x == l->x && k->y == l->y;
}

static void
destroy_surface (gpointer surface)
{
  cairo_surface_destroy (surface);
}

/**
 * sema_point_masks_new:
 *
 * Returns: (transfer full): a keeper of no masks yet
 */
SemaPointMasks *
sema_point_masks_new (void)
{
  SemaPointMasks *self = g_new0 (SemaPointMasks, 1);

  self->masks = g_hash_table_new_full (key_hash, key_equal, g_free, destroy_surface);
  return self;
}

/**
 * sema_point_masks_free:
 * @self: (nullable) (transfer full): what is no longer needed
 */
void
sema_point_masks_free (SemaPointMasks *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->masks);
  g_free (self);
}

static cairo_surface_t *
create_mask (const Key *key)
{
  double           radius = (double)key->radius / PARTS_OF_SIZE;
  double           margin = (double)key->margin / PARTS_OF_SIZE;
  int              border = (int)ceil (SEMA_SHAPE_REACH * (radius + margin)) + 1;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 2 * border + 1, 2 * border + 1);
  cairo_t         *cr = cairo_create (surface);

  sema_draw_shape_path (cr, key->shape, border + (double)key->x / PARTS_OF_PLACE, border + (double)key->y / PARTS_OF_PLACE, radius, margin);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_set_device_offset (surface, border, border);
  return surface;
}

static cairo_surface_t *
ensure_mask (SemaPointMasks *self, const Key *key)
{
  cairo_surface_t *mask = g_hash_table_lookup (self->masks, key);

  if (mask != NULL)
    return mask;
  if (g_hash_table_size (self->masks) >= SEMA_POINT_MASKS_MAX)
    g_hash_table_remove_all (self->masks);
  mask = create_mask (key);
  g_hash_table_insert (self->masks, g_memdup2 (key, sizeof *key), mask);
  return mask;
}

/* The whole pixel of a place counted in parts, and what remains. */
static int
split_place (double place, int *part)
{
  double parts = round (place * PARTS_OF_PLACE);
  double whole = floor (parts / PARTS_OF_PLACE);

  *part = (int)(parts - whole * PARTS_OF_PLACE);
  return (int)whole;
}

/**
 * sema_point_masks_paint:
 * @self: where masks are kept
 * @cr: where to paint with its source, in pixels
 * @shape: which marker
 * @x: its middle, pixels
 * @y: its middle, pixels
 * @radius: as for sema_draw_shape_path(), pixels
 * @margin: as for sema_draw_shape_path(), pixels
 *
 * Fills a marker within 1/8 pixel of its place and 1/16 of its size. A mask painted again takes 1 µs, its path 6.
 */
void
sema_point_masks_paint (SemaPointMasks *self, cairo_t *cr, SemaShape shape, double x, double y, double radius, double margin)
{
  Key key = {shape, (int)round (radius * PARTS_OF_SIZE), (int)round (margin * PARTS_OF_SIZE)};
  int whole_x = split_place (x, &key.x);
  int whole_y = split_place (y, &key.y);

  cairo_mask_surface (cr, ensure_mask (self, &key), whole_x, whole_y);
}

/**
 * sema_point_masks_get_n_kept:
 * @self: where masks are kept
 *
 * Returns: how many, %SEMA_POINT_MASKS_MAX at the most
 */
guint
sema_point_masks_get_n_kept (const SemaPointMasks *self)
{
  return g_hash_table_size (self->masks);
}
