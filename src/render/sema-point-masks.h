/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "sema-mark.h"

G_BEGIN_DECLS

/**
 * SemaPointMasks:
 *
 * The markers drawn so far, as alpha masks to be painted in any colour. Belongs to one thread.
 */
typedef struct _SemaPointMasks SemaPointMasks;

#define SEMA_POINT_MASKS_MAX 4096

SemaPointMasks *sema_point_masks_new (void);
void            sema_point_masks_free (SemaPointMasks *self);

void  sema_point_masks_paint (SemaPointMasks *self, cairo_t *cr, SemaShape shape, double x, double y, double radius, double margin);
guint sema_point_masks_get_n_kept (const SemaPointMasks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaPointMasks, sema_point_masks_free)

G_END_DECLS
