/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-palette.h"
#include "sema-scatter-page.h"

#define HOVERED_SIZE 1.3

typedef struct
{
  gsize  index;
  guint  layer;
  double quality;
} Entry;

/* Well represented points lie over badly represented ones, quiet ones under and selected and hovered ones over all. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;

  if (x->layer != y->layer)
    return x->layer < y->layer ? -1 : 1;
  if (x->quality != y->quality)
    return x->quality < y->quality ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

static guint
get_layer (const SemaScatterPage *self, gsize point)
{
  if (self->view->hovered == (gssize)point)
    return 3;
  if (sema_scatter_page_is_selected (self, point))
    return 2;
  return sema_scatter_page_is_quiet (self, point) ? 0 : 1;
}

/* A point half out of the plot is cut by the clip, not left out: it would jump while one pans. */
static gboolean
touches_frame (const SemaScatterPage *self, gsize point)
{
  const SemaFrame *frame = &self->layout.frame;
  double           reach = 2 * sema_scatter_page_get_radius (self, point);
  double           x = self->places[2 * point] - frame->x;
  double           y = self->places[2 * point + 1] - frame->y;

  return x > -reach && x < frame->width + reach && y > -reach && y < frame->height + reach;
}

/**
 * sema_scatter_page_add_point:
 * @self: a page
 * @point: index of a point
 * @hovered: whether it is drawn as the one pointed at, which is larger
 *
 * Adds the marker of one point.
 */
void
sema_scatter_page_add_point (SemaScatterPage *self, gsize point, gboolean hovered)
{
  SemaStyle     style = sema_scatter_get_style (self->scatter, sema_scatter_get_point (self->scatter, point)->cluster);
  SemaPointMark mark = {.x = self->places[2 * point],
                        .y = self->places[2 * point + 1],
                        .radius = sema_scatter_page_get_radius (self, point) * (hovered ? HOVERED_SIZE : 1),
                        .shape = style.shape,
                        .colour = style.colour,
                        .strength = self->scatter->has_steps ? 1 : sema_scatter_page_get_quality (self, point),
                        .selected = sema_scatter_page_is_selected (self, point),
                        .hovered = hovered,
                        .odd = sema_scatter_get_point (self->scatter, point)->is_odd,
                        .index = point};

  g_array_append_val (self->scene->points, mark);
}

/**
 * sema_scatter_page_add_points:
 * @self: a page
 *
 * Adds the markers of the points that the plot shows, the uppermost last. O(n log n).
 */
void
sema_scatter_page_add_points (SemaScatterPage *self)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (gsize i = 0; i < self->scatter->points->len; i++)
    {
      Entry entry = {i, get_layer (self, i), sema_scatter_page_get_quality (self, i)};

      if (touches_frame (self, i))
        g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      sema_scatter_page_add_point (self, entry->index, self->view->hovered == (gssize)entry->index);
    }
}
