/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-heatmap-scene.h"

#include <glib/gi18n-lib.h>

#include "sema-heatmap-page.h"
#include "sema-text-fit.h"

static void
add_text (SemaHeatmapPage *self, const SemaFrame *box, const char *text, SemaTextRole role)
{
  double           scale = self->layout.scale;
  g_autofree char *fitting = NULL;
  SemaTextMark     mark = {.x = box->x, .role = role, .scale = scale, .index = -1};

  if (box->width <= 0)
    return;
  fitting = sema_text_fit (self->measure, text, role, scale, box->width);
  mark.text = fitting;
  self->measure->measure (self->measure->data, fitting, role, scale, &mark.width, &mark.height);
  mark.y = role == SEMA_TEXT_TITLE ? box->y : box->y + box->height - mark.height;
  sema_scene_add_text (self->scene, &mark);
}

/* What is left out is said. */
static void
add_caption (SemaHeatmapPage *self)
{
  gsize            step = self->heatmap->is_strips ? self->row_step : MAX (self->row_step, self->column_step);
  g_autofree char *thinned = NULL;
  g_autofree char *text = NULL;

  if (self->heatmap->caption == NULL)
    return;
  /* Translators: part of the caption of a heat map, of a number from 2 on, in as few words as possible */
  thinned = step > 1 ? g_strdup_printf (_("1 word in %zu is labelled"), step) : NULL;
  text = thinned != NULL ? g_strconcat (self->heatmap->caption, " · ", thinned, NULL) : g_strdup (self->heatmap->caption);
  add_text (self, &self->layout.caption, text, SEMA_TEXT_CAPTION);
}

/**
 * sema_heatmap_compose:
 * @heatmap: what to show, with all its labels; lives as long as the scene, which borrows its values
 * @view: how
 * @measure: how large texts are
 *
 * Makes the picture: cells, numbers in them where they fit, labels that never overlap, trees, a bar that tells the colours,
 * title and caption. Without rows or columns there is a title at most. The same input gives the same scene. O(cells), where there
 * is room for numbers in them.
 *
 * Returns: (transfer full): the scene
 */
SemaScene *
sema_heatmap_compose (const SemaHeatmap *heatmap, const SemaPageView *view, const SemaMeasure *measure)
{
  SemaHeatmapPage page = {.heatmap = heatmap, .measure = measure, .row_step = 1, .column_step = 1};

  sema_heatmap_layout_find (heatmap, view, &page.layout);
  page.scene = sema_scene_new (view->width, view->height);
  if (page.layout.cells.width > 0)
    {
      sema_heatmap_page_add_cells (&page);
      sema_heatmap_page_add_labels (&page);
      sema_heatmap_page_add_trees (&page);
      sema_heatmap_page_add_scale (&page);
    }
  add_text (&page, &page.layout.title, heatmap->title, SEMA_TEXT_TITLE);
  add_caption (&page);
  return page.scene;
}
