/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-camera.h"
#include "sema-scatter.h"
#include "sema-scene.h"

G_BEGIN_DECLS

/**
 * SemaScatterEnd:
 * @row: the word's row
 * @point: index of the word's point, or -1: it is a guest, whose place is told
 * @x: where a guest is, projected by the scatter's own PCA
 * @y: its second coordinate
 * @label: the word as it is shown
 *
 * A word that a target is compared with.
 */
typedef struct
{
  guint64 row;
  gssize  point;
  double  x;
  double  y;
  char   *label;
} SemaScatterEnd;

#define SEMA_SCATTER_ENDS 2 /* the answer and the runner-up */

/**
 * SemaScatterTarget:
 * @x: what an expression comes to in the vectors shown, projected by the scatter's own PCA
 * @y: its second coordinate
 * @label: (nullable): such as "0.63 from queen"
 * @ends: (n_ends): the nearest words, the answer first
 * @n_ends: how many
 *
 * What is asked about just now: it lies over the scatter and is no part of it.
 */
typedef struct
{
  double         x;
  double         y;
  char          *label;
  SemaScatterEnd ends[SEMA_SCATTER_ENDS];
  gsize          n_ends;
} SemaScatterTarget;

/**
 * SemaScatterView:
 * @width: of the page, logical units
 * @height: of the page, logical units
 * @text_scale: 1 is normal; labels, title, legend, caption and the points' size follow it
 * @title: whether the title is shown
 * @legend: whether the clusters' names are shown
 * @caption: whether the caption is shown
 * @camera: where one stands; scale 0 fits everything
 * @selected: (nullable) (n points) which are selected
 * @hovered: the point under the pointer, or -1
 * @show_trust: whether it is shown what the plane does to the neighbourhood of the focus
 * @focus: the point looked at, or -1
 * @target: (nullable): what lies over the scatter; it outlives what is composed with the view
 *
 * How a scatter is looked at.
 */
typedef struct
{
  double        width;
  double        height;
  double        text_scale;
  gboolean      title;
  gboolean      legend;
  gboolean      caption;
  SemaCamera    camera;
  const guint8 *selected;
  gssize        hovered;
  gboolean      show_trust;
  gssize        focus;

  const SemaScatterTarget *target;
} SemaScatterView;

void       sema_scatter_view_init (SemaScatterView *view, double width, double height);
void       sema_scatter_view_get_frame (const SemaScatter *scatter, const SemaScatterView *view, SemaFrame *frame);
void       sema_scatter_view_get_camera (const SemaScatter *scatter, const SemaScatterView *view, SemaCamera *camera);
SemaScene *sema_scatter_compose (const SemaScatter *scatter, const SemaScatterView *view, const SemaMeasure *measure);
SemaScene *sema_scatter_compose_hover (const SemaScatter *scatter, const SemaScatterView *view, const SemaMeasure *measure, const SemaScene *base);
SemaScene *sema_scatter_compose_word_hover (const SemaScatter *scatter, const SemaScatterView *view, const SemaMeasure *measure, const SemaScene *base, gint64 row, gboolean selected);

G_END_DECLS
