/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-layout.h"

#include <math.h>

#include "sema-scatter-caption.h"
#include "sema-scatter-legend.h"
#include "sema-text-fit.h"

/* Logical units at text scale 1. The places of things are planned by the letters' number, not by a font: the camera is
 * then known before any text is measured, and the picture has the same shape with every font. */
#define TITLE_LINE 36.0
#define CAPTION_GAP 6.0
#define LEGEND_GAP 18.0
#define LEGEND_FONT 13.0
#define LEGEND_SLACK 6.0 /* short names differ more from the guess */
#define CAPTION_FONT 12.5
#define FULL_LINES 1.7
#define TICK_ROW 18.0
#define TICK_COLUMN 34.0
#define NAME_LINE 21.0

/* The plot keeps at least this part of the page, or something else goes. */
#define LEAST_PLOT 0.55
#define LEAST_NAMED_PLOT 0.5 /* where the axes are questions, of which they tell more */
#define MOST_MARGIN 0.05

typedef struct
{
  gboolean title;
  gboolean legend;
  gboolean caption;
  gboolean ticks;
  gboolean names;
} Contents;

static double
get_scale (const SemaScatterView *view)
{
  return view->text_scale > 0 && isfinite (view->text_scale) ? view->text_scale : 1;
}

static double
plan_legend (const SemaScatter *scatter, double scale)
{
  double widest = 0;

  for (gsize i = 0; i < scatter->clusters->len; i++)
    widest = MAX (widest, sema_text_fit_estimate (sema_scatter_get_cluster (scatter, i)->name));
  return scale * (SEMA_LAYOUT_LEGEND_MARKER + CLAMP (LEGEND_FONT * widest + LEGEND_SLACK, 40, SEMA_LAYOUT_LEGEND_TEXT));
}

/* One line breaks between parts only, so that two are seldom full. What is said of questions may take a third. */
static guint
plan_caption (const SemaScatter *scatter, const SemaScatterView *view, double width, double scale)
{
  double   n_lines = scale * CAPTION_FONT * sema_scatter_caption_estimate (scatter, view) / width;
  gboolean is_long = scatter->questions != NULL || scatter->remarks != NULL;

  return n_lines <= 1 ? 1 : n_lines > FULL_LINES && is_long ? 3
                                                            : 2;
}

/* A line below the plot and a column left of it, as long as its sides. */
static void
place_names (SemaScatterLayout *layout)
{
  const SemaFrame *frame = &layout->frame;
  double           line = NAME_LINE * layout->scale;

  layout->names[0] = (SemaFrame) {frame->x, frame->y + frame->height + (layout->ticks ? TICK_ROW * layout->scale : 0), frame->width, line};
  layout->names[1] = (SemaFrame) {frame->x - (layout->ticks ? TICK_COLUMN * layout->scale : 0) - line, frame->y, line, frame->height};
}

static void
arrange (const SemaScatter *scatter, const SemaScatterView *view, const Contents *contents, SemaScatterLayout *layout)
{
  double scale = get_scale (view);
  double margin = MIN (SEMA_LAYOUT_MARGIN * scale, MOST_MARGIN * MIN (view->width, view->height));
  double left = margin + (contents->ticks ? TICK_COLUMN * scale : 0) + (contents->names ? NAME_LINE * scale : 0);
  double right = view->width - margin;
  double top = margin + (contents->title ? TITLE_LINE * scale : 0);
  double bottom = view->height - margin;

  *layout = (SemaScatterLayout) {.scale = scale, .ticks = contents->ticks};
  if (contents->title)
    layout->title = (SemaFrame) {margin, margin, right - margin, TITLE_LINE * scale};
  if (contents->caption)
    {
      layout->n_caption_lines = plan_caption (scatter, view, right - margin, scale);
      bottom -= layout->n_caption_lines * SEMA_LAYOUT_CAPTION_LINE * scale;
      layout->caption = (SemaFrame) {margin, bottom, right - margin, view->height - margin - bottom};
      bottom -= CAPTION_GAP * scale;
    }
  if (contents->ticks)
    bottom -= TICK_ROW * scale;
  if (contents->names)
    bottom -= NAME_LINE * scale;
  if (contents->legend)
    {
      double width = plan_legend (scatter, scale);

      layout->legend = (SemaFrame) {right - width, top, width, bottom - top};
      right -= width + LEGEND_GAP * scale;
    }
  layout->frame = (SemaFrame) {left, top, right - left, bottom - top};
  if (contents->names)
    place_names (layout);
}

static gboolean
is_roomy (const SemaScatter *scatter, const SemaScatterView *view, const SemaScatterLayout *layout)
{
  double least = scatter->questions != NULL ? LEAST_NAMED_PLOT : LEAST_PLOT;

  return layout->frame.width > 0 && layout->frame.height > 0 && layout->frame.width * layout->frame.height >= least * view->width * view->height;
}

/**
 * sema_scatter_layout_find:
 * @scatter: what is shown
 * @view: how; its size, text scale and what is asked for count
 * @layout: (out): where everything goes
 *
 * Puts the title above the plot, the legend right of it and the caption below. On a page too small for all of them the
 * legend goes first, then the title, the numbers at the edges, the caption and what the axes mean. O(clusters).
 */
void
sema_scatter_layout_find (const SemaScatter *scatter, const SemaScatterView *view, SemaScatterLayout *layout)
{
  gboolean  empty = sema_scatter_is_empty (scatter);
  Contents  contents = {.title = view->title && scatter->title != NULL && *scatter->title != '\0',
                        .legend = view->legend && sema_scatter_legend_count (scatter) > 0 && !empty,
                        .caption = view->caption && !empty,
                        .ticks = !empty,
                        .names = scatter->questions != NULL && !empty};
  gboolean *droppable[] = {&contents.legend, &contents.title, &contents.ticks, &contents.caption, &contents.names};

  arrange (scatter, view, &contents, layout);
  for (guint i = 0; i < G_N_ELEMENTS (droppable) && !is_roomy (scatter, view, layout); i++)
    {
      *droppable[i] = FALSE;
      arrange (scatter, view, &contents, layout);
    }
  layout->frame.width = MAX (layout->frame.width, 1);
  layout->frame.height = MAX (layout->frame.height, 1);
}
