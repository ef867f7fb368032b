/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "sema-cloud-raster.h"
#include "sema-scene.h"
#include "sema-theme.h"

G_BEGIN_DECLS

/**
 * SemaRims:
 * @SEMA_RIMS_NONE: none, for a transparent page, where the background's colour would show
 * @SEMA_RIMS_QUICK: for the screen: those of texts are kept as pixels, for the next frame
 * @SEMA_RIMS_EXACT: for a picture that is drawn once, and for paper
 *
 * How texts, points and stars stand out from what lies under them: by a rim in the background's colour.
 */
typedef enum {
  SEMA_RIMS_NONE,
  SEMA_RIMS_QUICK,
  SEMA_RIMS_EXACT,
} SemaRims;

/**
 * SemaRenderer:
 *
 * Draws scenes, and keeps the laid out texts for the next time. Belongs to one thread.
 */
typedef struct _SemaRenderer SemaRenderer;

SemaRenderer *sema_renderer_new (void);
void          sema_renderer_free (SemaRenderer *self);

SemaMeasure sema_renderer_get_measure (SemaRenderer *self);
void        sema_renderer_set_rims (SemaRenderer *self, SemaRims rims);
void        sema_renderer_draw_background (SemaRenderer *self, const SemaScene *scene, const SemaTheme *theme, cairo_t *cr);
void        sema_renderer_draw_cloud (SemaRenderer *self, const SemaCloudImage *image, const SemaCamera *camera, const SemaFrame *frame, cairo_t *cr);
void        sema_renderer_draw (SemaRenderer *self, const SemaScene *scene, const SemaTheme *theme, cairo_t *cr);
void        sema_renderer_draw_marker (const SemaTheme *theme, SemaShape shape, int colour, double x, double y, double radius, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaRenderer, sema_renderer_free)

G_END_DECLS
