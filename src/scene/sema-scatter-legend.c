/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-legend.h"

#include <glib/gi18n-lib.h>

#include "sema-palette.h"
#include "sema-scatter-page.h"
#include "sema-text-fit.h"

#define MOST_ENTRIES 24
#define MARKER_RADIUS 5.5 /* logical units at text scale 1 */

/**
 * sema_scatter_legend_count:
 * @scatter: a scatter
 *
 * Returns: how many clusters have a point, and so a place in the legend
 */
gsize
sema_scatter_legend_count (const SemaScatter *scatter)
{
  gsize n = 0;

  for (gsize i = 0; i < scatter->clusters->len; i++)
    n += sema_scatter_get_cluster (scatter, i)->n_points > 0;
  return n;
}

static void
add_text (SemaScatterPage *self, const char *text, gsize line)
{
  const SemaFrame *box = &self->layout.legend;
  double           scale = self->layout.scale;
  double           indent = SEMA_LAYOUT_LEGEND_MARKER * scale;
  g_autofree char *fitting = sema_text_fit (self->measure, text, SEMA_TEXT_LEGEND, scale, box->width - indent);
  SemaTextMark     mark = {.x = box->x + indent, .text = fitting, .role = SEMA_TEXT_LEGEND, .scale = scale, .index = -1};

  self->measure->measure (self->measure->data, fitting, SEMA_TEXT_LEGEND, scale, &mark.width, &mark.height);
  mark.y = box->y + (line + 0.5) * SEMA_LAYOUT_LEGEND_LINE * scale - mark.height / 2;
  sema_scene_add_text (self->scene, &mark);
}

static void
add_marker (SemaScatterPage *self, gsize cluster, gsize line)
{
  const SemaFrame *box = &self->layout.legend;
  SemaStyle        style = sema_scatter_get_style (self->scatter, (gssize)cluster);
  SemaPointMark    mark = {.radius = MARKER_RADIUS * self->layout.scale, .shape = style.shape, .colour = style.colour, .strength = 1};

  mark.x = box->x + SEMA_LAYOUT_LEGEND_MARKER * self->layout.scale / 2;
  mark.y = box->y + (line + 0.5) * SEMA_LAYOUT_LEGEND_LINE * self->layout.scale;
  g_array_append_val (self->scene->markers, mark);
}

/* All of them where they fit, else one less than there are lines: the last line then counts the rest. */
static gsize
count_entries (const SemaScatterPage *self, gsize n)
{
  gsize n_lines = (gsize)MAX (self->layout.legend.height / (SEMA_LAYOUT_LEGEND_LINE * self->layout.scale), 1);

  n_lines = MIN (n_lines, MOST_ENTRIES);
  return n <= n_lines ? n : n_lines - 1;
}

/**
 * sema_scatter_page_add_legend:
 * @self: a page
 *
 * Adds marker and name of each cluster that has points, as many as there is room for.
 */
void
sema_scatter_page_add_legend (SemaScatterPage *self)
{
  gsize n = sema_scatter_legend_count (self->scatter);
  gsize n_entries = count_entries (self, n);
  gsize line = 0;

  if (self->layout.legend.width <= 0)
    return;
  for (gsize i = 0; i < self->scatter->clusters->len && line < n_entries; i++)
    {
      const SemaScatterCluster *cluster = sema_scatter_get_cluster (self->scatter, i);

      if (cluster->n_points == 0)
        continue;
      add_marker (self, i, line);
      add_text (self, cluster->name, line++);
    }
  if (n > n_entries)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("+ %u more", "+ %u more", (gulong)(n - n_entries)), (guint)(n - n_entries));

      add_text (self, rest, line);
    }
}
