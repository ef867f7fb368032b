/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-camera.h"
#include "sema-mark.h"

G_BEGIN_DECLS

/**
 * SemaScene:
 * @width: of the page, logical units
 * @height: of the page, logical units
 * @clip: the plot's frame: hulls, lines, points and stars are cut off at it; width 0 is none
 * @grids: (element-type SemaGridMark) they lie under everything else
 * @hulls: (element-type SemaHullMark)
 * @lines: (element-type SemaLineMark) axes and leaders lie under the points, analogy lines over them
 * @points: (element-type SemaPointMark) later ones lie over earlier ones
 * @stars: (element-type SemaStarMark)
 * @markers: (element-type SemaPointMark) those of the legend and of guests: neither cut off at the clip nor to be picked
 * @bars: (element-type SemaBarMark)
 * @texts: (element-type SemaTextMark)
 * @strings: (private) the texts, owned
 * @blocks: (private) corners and numbers, owned
 * @n_labels: how many words are labelled
 * @n_points: how many words there are to label
 *
 * A picture as a list of marks, ready to be drawn. Read only once composed.
 */
typedef struct
{
  double        width;
  double        height;
  SemaFrame     clip;
  GArray       *grids;
  GArray       *hulls;
  GArray       *lines;
  GArray       *points;
  GArray       *stars;
  GArray       *markers;
  GArray       *bars;
  GArray       *texts;
  GStringChunk *strings;
  GPtrArray    *blocks;
  gsize         n_labels;
  gsize         n_points;
} SemaScene;

SemaScene *sema_scene_new (double width, double height);
void       sema_scene_free (SemaScene *self);
void       sema_scene_add_text (SemaScene *self, const SemaTextMark *mark);
double    *sema_scene_add_corners (SemaScene *self, gsize n_corners);
double    *sema_scene_add_numbers (SemaScene *self, gsize n);

/**
 * SemaMeasure: how render tells scene the size of a text, in logical units.
 */
typedef struct
{
  void (*measure) (gpointer data, const char *text, SemaTextRole role, double scale, double *width, double *height);
  gpointer data;
} SemaMeasure;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaScene, sema_scene_free)

G_END_DECLS
