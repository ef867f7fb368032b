/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "sema-mark.h"

G_BEGIN_DECLS

/**
 * SemaTextLayouts:
 *
 * The texts laid out so far, kept for the next frame. Belongs to one thread.
 */
typedef struct _SemaTextLayouts SemaTextLayouts;

#define SEMA_TEXT_LAYOUTS_MAX 8000

SemaTextLayouts *sema_text_layouts_new (void);
void             sema_text_layouts_free (SemaTextLayouts *self);

PangoLayout     *sema_text_layouts_get (SemaTextLayouts *self, const char *text, SemaTextRole role, double scale);
cairo_surface_t *sema_text_layouts_get_halo (SemaTextLayouts *self, const char *text, SemaTextRole role, double scale, double pixels, double reach);
void             sema_text_layouts_measure (SemaTextLayouts *self, const char *text, SemaTextRole role, double scale, double *width, double *height);
guint            sema_text_layouts_get_n_kept (const SemaTextLayouts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaTextLayouts, sema_text_layouts_free)

G_END_DECLS
