/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "sema-scene.h"
#include "sema-theme.h"

G_BEGIN_DECLS

/**
 * SemaRenderer:
 *
 * Draws scenes, and keeps the laid out texts for the next time. Belongs to one thread.
 */
typedef struct _SemaRenderer SemaRenderer;

SemaRenderer *sema_renderer_new (void);
void          sema_renderer_free (SemaRenderer *self);

SemaMeasure sema_renderer_get_measure (SemaRenderer *self);
void        sema_renderer_set_rims (SemaRenderer *self, gboolean rims);
void        sema_renderer_draw_background (SemaRenderer *self, const SemaScene *scene, const SemaTheme *theme, cairo_t *cr);
void        sema_renderer_draw (SemaRenderer *self, const SemaScene *scene, const SemaTheme *theme, cairo_t *cr);
void        sema_renderer_draw_marker (const SemaTheme *theme, SemaShape shape, int colour, double x, double y, double radius, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaRenderer, sema_renderer_free)

G_END_DECLS
