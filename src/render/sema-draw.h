/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "sema-cloud-raster.h"
#include "sema-point-masks.h"
#include "sema-renderer.h"
#include "sema-text-layouts.h"

G_BEGIN_DECLS

/* Inside render only: how each kind of mark is drawn, one file a kind. */

/**
 * SemaCanvas:
 * @cr: where to draw, in logical units
 * @theme: the colours
 * @layouts: the texts laid out before
 * @masks: the markers drawn before
 * @rims: how texts, points and stars stand out
 */
typedef struct
{
  cairo_t         *cr;
  const SemaTheme *theme;
  SemaTextLayouts *layouts;
  SemaPointMasks  *masks;
  SemaRims         rims;
} SemaCanvas;

typedef enum {
  SEMA_LINES_UNDER_POINTS,
  SEMA_LINES_OVER_POINTS,
  SEMA_LINES_OF_SELECTION,
} SemaLineLayer;

static inline void
sema_draw_set_colour (cairo_t *cr, SemaColour colour)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

/* No shape reaches further from its middle than this many times radius and margin together. */
#define SEMA_SHAPE_REACH 2.0

void sema_draw_shape_path (cairo_t *cr, SemaShape shape, double x, double y, double radius, double margin);

void sema_draw_cloud (cairo_t *cr, const SemaCloudImage *image, const SemaCamera *camera, const SemaFrame *frame);
void sema_draw_grids (const SemaCanvas *canvas, const GArray *grids);
void sema_draw_hulls (const SemaCanvas *canvas, const GArray *hulls);
void sema_draw_lines (const SemaCanvas *canvas, const GArray *lines, SemaLineLayer layer);
void sema_draw_points (const SemaCanvas *canvas, const GArray *points);
void sema_draw_stars (const SemaCanvas *canvas, const GArray *stars);
void sema_draw_bars (const SemaCanvas *canvas, const GArray *bars);
void sema_draw_texts (const SemaCanvas *canvas, const GArray *texts);

G_END_DECLS
