/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-segment.h"

G_BEGIN_DECLS

/**
 * SemaLabelGrid:
 *
 * What lies on a part of the page that labels are to keep off: discs, boxes and lines, found by place.
 */
typedef struct _SemaLabelGrid SemaLabelGrid;

/**
 * SemaLabelHit:
 * @blocked: whether the box lies over something that cannot be moved
 * @n_owners: how many owned boxes it lies over: 0, 1, or 2 for more
 * @owner: whose box that is, where @n_owners is 1
 * @near: whether it comes close to a disc
 */
typedef struct
{
  gboolean blocked;
  guint    n_owners;
  gsize    owner;
  gboolean near;
} SemaLabelHit;

SemaLabelGrid *sema_label_grid_new (const SemaFrame *frame, double cell);
void           sema_label_grid_free (SemaLabelGrid *self);

void  sema_label_grid_add_disc (SemaLabelGrid *self, double x, double y, double radius);
void  sema_label_grid_add_box (SemaLabelGrid *self, const SemaFrame *box);
gsize sema_label_grid_add_owned_box (SemaLabelGrid *self, const SemaFrame *box, gsize owner);
void  sema_label_grid_add_line (SemaLabelGrid *self, const SemaSegment *line);
void  sema_label_grid_remove (SemaLabelGrid *self, gsize item);

void     sema_label_grid_probe_box (const SemaLabelGrid *self, const SemaFrame *box, double nearness, double own_x, double own_y, SemaLabelHit *hit);
gboolean sema_label_grid_is_line_free (const SemaLabelGrid *self, const SemaSegment *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaLabelGrid, sema_label_grid_free)

G_END_DECLS
