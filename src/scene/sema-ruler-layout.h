/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-ruler-scene.h"

G_BEGIN_DECLS

/**
 * SemaRulerLayout:
 * @scale: of texts, over 0
 * @title: a line at the top; width 0 is none
 * @caption: lines at the bottom; width 0 is none
 * @n_caption_lines: 0 to 2
 * @body: what is left for the ruler, its labels and the names of its ends
 * @lane: height of a line of labels
 * @most_lanes: how many there are above the ruler, and as many below
 * @left: where on the page the least value is
 * @least: the value there
 * @unit: logical units for a value of 1
 *
 * Where on the page everything goes. The ruler is as long as the body is wide.
 */
typedef struct
{
  double    scale;
  SemaFrame title;
  SemaFrame caption;
  guint     n_caption_lines;
  SemaFrame body;
  double    lane;
  guint     most_lanes;
  double    left;
  double    least;
  double    unit;
} SemaRulerLayout;

/* Logical units at text scale 1. */
#define SEMA_RULER_BAND 26.0    /* height of the ruler */
#define SEMA_RULER_GAP 12.0     /* between it and the nearest labels */
#define SEMA_RULER_NAMES 26.0   /* height of the line with the words at its ends */
#define SEMA_RULER_POLE_GAP 5.0 /* between the pole of a label and its first letter */
#define SEMA_RULER_FREE 9.0     /* behind a label */
#define SEMA_RULER_CAPTION_LINE 19.0

void   sema_ruler_layout_find (const SemaRuler *ruler, const SemaPageView *view, SemaRulerLayout *layout);
double sema_ruler_layout_get_x (const SemaRulerLayout *layout, double value);

G_END_DECLS
