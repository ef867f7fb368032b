/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-ruler.h"
#include "sema-scene.h"

G_BEGIN_DECLS

/**
 * SemaRulerView:
 * @width: of the page, logical units
 * @height: of the page, logical units
 * @text_scale: 1 is normal
 * @title: whether the title is drawn
 * @legend: whether the ruler has the colours of its values, as a heat map of questions has them
 * @caption: whether the caption is drawn
 *
 * How one looks at a ruler.
 */
typedef struct
{
  double   width;
  double   height;
  double   text_scale;
  gboolean title;
  gboolean legend;
  gboolean caption;
} SemaRulerView;

SemaScene *sema_ruler_compose (const SemaRuler *ruler, const SemaRulerView *view, const SemaMeasure *measure);
gssize     sema_ruler_pick (const SemaScene *scene, double x, double y);

G_END_DECLS
