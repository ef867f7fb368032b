/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-label-grid.h"

#include <math.h>
#include <string.h>

#define MOST_CELLS 65536.0
#define ROOT_OF_HALF 0.70710678
#define FINE 8 /* fine cells along the side of a cell */

typedef enum {
  DISC,
  BOX,
  OWNED_BOX,
  LINE,
  REMOVED,
} Kind;

typedef struct
{
  Kind  kind;
  gsize owner;
  union
  {
    struct
    {
      double x;
      double y;
      double radius;
    } disc;
    SemaFrame   box;
    SemaSegment line;
  };
} Item;

/* One item in one cell; the cell's others follow by index, 0 ends the chain. */
typedef struct
{
  guint item;
  guint next;
} Entry;

typedef struct
{
  guint left;
  guint top;
  guint right;
  guint bottom;
} Cells;

struct _SemaLabelGrid
{
  SemaFrame frame;
  double    cell;
  double    least_radius; /* of the discs */
  guint     n_across;
  guint     n_down;
  guint    *heads;   /* (n_down, n_across) */
  guint8   *middles; /* (FINE × n_down, FINE × n_across): whether the middle of a disc is there */
  GArray   *entries; /* (element-type Entry), the first is none */
  GArray   *items;   /* (element-type Item) */
};

/**
 * sema_label_grid_new:
 * @frame: the part of the page
 * @cell: side of a cell, logical units; made larger where there would be too many cells
 *
 * Returns: (transfer full): a grid with nothing in it
 */
SemaLabelGrid *
sema_label_grid_new (const SemaFrame *frame, double cell)
{
  SemaLabelGrid *self = g_new0 (SemaLabelGrid, 1);
  Entry          none = {0, 0};

  self->frame = *frame;
  self->least_radius = INFINITY;
  self->cell = MAX (MAX (cell, 1), sqrt (MAX (frame->width, 1) * MAX (frame->height, 1) / MOST_CELLS));
  self->n_across = (guint)ceil (MAX (frame->width, 1) / self->cell);
  self->n_down = (guint)ceil (MAX (frame->height, 1) / self->cell);
  self->heads = g_new0 (guint, (gsize)self->n_across * self->n_down);
  self->middles = g_new0 (guint8, (gsize)self->n_across * self->n_down * FINE * FINE);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_append_val (self->entries, none);
  return self;
}

/**
 * sema_label_grid_free:
 * @self: (nullable) (transfer full): what is no longer needed
 */
void
sema_label_grid_free (SemaLabelGrid *self)
{
  if (self == NULL)
    return;
  g_free (self->heads);
  g_free (self->middles);
  g_array_unref (self->entries);
  g_array_unref (self->items);
  g_free (self);
}

/* What lies off the frame counts to the cells at its edge. */
static guint
find_cell (double place, double cell, guint n)
{
  return (guint)CLAMP (floor (place / cell), 0, n - 1.0);
}

static Cells
find_cells (const SemaLabelGrid *self, double left, double top, double right, double bottom)
{
  return (Cells) {find_cell (left - self->frame.x, self->cell, self->n_across),
                  find_cell (top - self->frame.y, self->cell, self->n_down),
                  find_cell (right - self->frame.x, self->cell, self->n_across),
                  find_cell (bottom - self->frame.y, self->cell, self->n_down)};
}

static gsize
add (SemaLabelGrid *self, const Item *item, Cells cells)
{
  guint index = self->items->len;

  g_array_append_val (self->items, *item);
  for (guint row = cells.top; row <= cells.bottom; row++)
    for (guint column = cells.left; column <= cells.right; column++)
      {
        guint *head = &self->heads[(gsize)row * self->n_across + column];
        Entry  entry = {index, *head};

        *head = self->entries->len;
        g_array_append_val (self->entries, entry);
      }
  return index;
}

/**
 * sema_label_grid_add_disc:
 * @self: a grid
 * @x: its middle
 * @y: its middle
 * @radius: how far labels keep off it
 */
void
sema_label_grid_add_disc (SemaLabelGrid *self, double x, double y, double radius)
{
  Item   item = {.kind = DISC, .disc = {x, y, radius}};
  double column = floor ((x - self->frame.x) / self->cell * FINE);
  double row = floor ((y - self->frame.y) / self->cell * FINE);

  self->least_radius = MIN (self->least_radius, radius);
  if (column >= 0 && row >= 0 && column < FINE * self->n_across && row < FINE * self->n_down)
    self->middles[(gsize)row * FINE * self->n_across + (gsize)column] = 1;
  add (self, &item, find_cells (self, x - radius, y - radius, x + radius, y + radius));
}

static gsize
add_box (SemaLabelGrid *self, Kind kind, const SemaFrame *box, gsize owner)
{
  Item item = {.kind = kind, .owner = owner, .box = *box};

  return add (self, &item, find_cells (self, box->x, box->y, box->x + box->width, box->y + box->height));
}

/**
 * sema_label_grid_add_box:
 * @self: a grid
 * @box: what labels keep off
 */
void
sema_label_grid_add_box (SemaLabelGrid *self, const SemaFrame *box)
{
  add_box (self, BOX, box, 0);
}

/**
 * sema_label_grid_add_owned_box:
 * @self: a grid
 * @box: a label that was placed
 * @owner: which it is
 *
 * Returns: the item, for sema_label_grid_remove()
 */
gsize
sema_label_grid_add_owned_box (SemaLabelGrid *self, const SemaFrame *box, gsize owner)
{
  return add_box (self, OWNED_BOX, box, owner);
}

/**
 * sema_label_grid_add_line:
 * @self: a grid
 * @line: what labels and other lines keep off
 */
void
sema_label_grid_add_line (SemaLabelGrid *self, const SemaSegment *line)
{
  Item item = {.kind = LINE, .line = *line};

  add (self, &item, find_cells (self, MIN (line->x0, line->x1), MIN (line->y0, line->y1), MAX (line->x0, line->x1), MAX (line->y0, line->y1)));
}

/**
 * sema_label_grid_remove:
 * @self: a grid
 * @item: what is there no more
 */
void
sema_label_grid_remove (SemaLabelGrid *self, gsize item)
{
  g_array_index (self->items, Item, item).kind = REMOVED;
}

static double
get_squared_distance (const SemaFrame *box, double x, double y)
{
  double dx = x - CLAMP (x, box->x, box->x + box->width);
  double dy = y - CLAMP (y, box->y, box->y + box->height);

  return dx * dx + dy * dy;
}

static gboolean
boxes_overlap (const SemaFrame *a, const SemaFrame *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
line_meets_box (const SemaSegment *line, const SemaFrame *box)
{
  SemaSegment inside = *line;

  return sema_segment_clip (&inside, box);
}

static void
hit_owner (SemaLabelHit *hit, gsize owner)
{
  if (hit->n_owners == 0)
    hit->owner = owner;
  if (hit->n_owners == 0 || hit->owner != owner)
    hit->n_owners = MIN (hit->n_owners + 1, 2);
}

static void
probe_item (const Item *item, const SemaFrame *box, double nearness, double own_x, double own_y, SemaLabelHit *hit)
{
  double distance;

  switch (item->kind)
    {
    case DISC:
      distance = get_squared_distance (box, item->disc.x, item->disc.y);
      hit->blocked = distance < item->disc.radius * item->disc.radius;
      if (distance < (item->disc.radius + nearness) * (item->disc.radius + nearness) && !(item->disc.x == own_x && item->disc.y == own_y))
        hit->near = TRUE;
      break;
    case BOX:
      hit->blocked = boxes_overlap (&item->box, box);
      break;
    case OWNED_BOX:
      if (boxes_overlap (&item->box, box))
        hit_owner (hit, item->owner);
      break;
    case LINE:
      hit->blocked = line_meets_box (&item->line, box);
      break;
    case REMOVED:
    default:
      break;
    }
}

/* Whether a fine cell so near that any disc there covers part of the box has the middle of one: most boxes among many
 * points are refused by this alone, without a look at the discs. */
static gboolean
has_middle (const SemaLabelGrid *self, const SemaFrame *box)
{
  double fine = self->cell / FINE;
  double reach = self->least_radius * ROOT_OF_HALF;
  gsize  n_across = (gsize)FINE * self->n_across;
  gint64 left = (gint64)ceil (MAX ((box->x - reach - self->frame.x) / fine, 0));
  gint64 top = (gint64)ceil (MAX ((box->y - reach - self->frame.y) / fine, 0));
  gint64 right = (gint64)floor (MIN ((box->x + box->width + reach - self->frame.x) / fine, (double)n_across));
  gint64 bottom = (gint64)floor (MIN ((box->y + box->height + reach - self->frame.y) / fine, (double)FINE * self->n_down));

  for (gint64 row = top; row < bottom && left < right; row++)
    if (memchr (self->middles + (gsize)row * n_across + left, 1, (gsize)(right - left)) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * sema_label_grid_probe_box:
 * @self: a grid
 * @box: where a label might go
 * @nearness: how close to a disc is near
 * @own_x: middle of the disc that the label names, which may be near
 * @own_y: its other coordinate
 * @hit: (out): what is there; once it is blocked nothing else is looked for
 *
 * O(items in the cells round the box).
 */
void
sema_label_grid_probe_box (const SemaLabelGrid *self, const SemaFrame *box, double nearness, double own_x, double own_y, SemaLabelHit *hit)
{
  Cells cells;

  *hit = (SemaLabelHit) {.blocked = isfinite (self->least_radius) && has_middle (self, box)};
  if (hit->blocked)
    return;
  cells = find_cells (self, box->x - nearness, box->y - nearness, box->x + box->width + nearness, box->y + box->height + nearness);
  for (guint row = cells.top; row <= cells.bottom; row++)
    for (guint column = cells.left; column <= cells.right; column++)
      for (guint at = self->heads[(gsize)row * self->n_across + column]; at != 0; at = g_array_index (self->entries, Entry, at).next)
        {
          guint item = g_array_index (self->entries, Entry, at).item;

          probe_item (&g_array_index (self->items, Item, item), box, nearness, own_x, own_y, hit);
          if (hit->blocked)
            return;
        }
}

static gboolean
item_meets_line (const Item *item, const SemaSegment *line)
{
  switch (item->kind)
    {
    case DISC:
      return sema_segment_get_distance (line, item->disc.x, item->disc.y) < item->disc.radius;
    case BOX:
    case OWNED_BOX:
      return line_meets_box (line, &item->box);
    case LINE:
      return sema_segment_crosses (line, &item->line);
    case REMOVED:
    default:
      return FALSE;
    }
}

/**
 * sema_label_grid_is_line_free:
 * @self: a grid
 * @line: where a line might go
 *
 * Returns: whether it would lie over nothing else
 */
gboolean
sema_label_grid_is_line_free (const SemaLabelGrid *self, const SemaSegment *line)
{
  Cells cells = find_cells (self, MIN (line->x0, line->x1), MIN (line->y0, line->y1), MAX (line->x0, line->x1), MAX (line->y0, line->y1));

  for (guint row = cells.top; row <= cells.bottom; row++)
    for (guint column = cells.left; column <= cells.right; column++)
      for (guint at = self->heads[(gsize)row * self->n_across + column]; at != 0; at = g_array_index (self->entries, Entry, at).next)
        if (item_meets_line (&g_array_index (self->items, Item, g_array_index (self->entries, Entry, at).item), line))
          return FALSE;
  return TRUE;
}
