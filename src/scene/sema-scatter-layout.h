/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-scatter-scene.h"

G_BEGIN_DECLS

/**
 * SemaScatterLayout:
 * @scale: of texts, over 0
 * @frame: the plot
 * @title: a line above it; width 0 is none
 * @legend: a column right of it; width 0 is none
 * @caption: lines below it; width 0 is none
 * @n_caption_lines: 0 to 3
 * @ticks: whether there is room for numbers below and left of the plot
 * @names: below and left of those, what the axes mean where they are questions; width 0 is none
 *
 * Where on the page everything goes.
 */
typedef struct
{
  double    scale;
  SemaFrame frame;
  SemaFrame title;
  SemaFrame legend;
  SemaFrame caption;
  guint     n_caption_lines;
  gboolean  ticks;
  SemaFrame names[2];
} SemaScatterLayout;

/* Logical units at text scale 1. */
#define SEMA_LAYOUT_MARGIN 18.0
#define SEMA_LAYOUT_LEGEND_LINE 22.0
#define SEMA_LAYOUT_LEGEND_MARKER 22.0 /* from the column's edge to the name */
#define SEMA_LAYOUT_LEGEND_TEXT 180.0  /* the widest name */
#define SEMA_LAYOUT_CAPTION_LINE 19.0

void sema_scatter_layout_find (const SemaScatter *scatter, const SemaScatterView *view, SemaScatterLayout *layout);

G_END_DECLS
