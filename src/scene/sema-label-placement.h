/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-segment.h"

G_BEGIN_DECLS

/**
 * SemaLabelRequest:
 * @x: middle of what the label names
 * @y: its other coordinate
 * @clearance: radius round there that the label keeps off
 * @width: of the label
 * @height: of the label
 * @urgent: whether it goes before all labels that are not, wherever its place may be
 */
typedef struct
{
  double   x;
  double   y;
  double   clearance;
  double   width;
  double   height;
  gboolean urgent;
} SemaLabelRequest;

/**
 * SemaLabelPlace:
 * @shown: whether there is a place
 * @box: where the label goes
 * @led: whether it lies so far away that a line leads to it
 * @leader: that line, from the label to the rim of what it names
 */
typedef struct
{
  gboolean    shown;
  SemaFrame   box;
  gboolean    led;
  SemaSegment leader;
} SemaLabelPlace;

/**
 * SemaLabelPlacement:
 *
 * Finds places for labels that overlap nothing.
 */
typedef struct _SemaLabelPlacement SemaLabelPlacement;

SemaLabelPlacement *sema_label_placement_new (const SemaFrame *frame, double unit);
void                sema_label_placement_free (SemaLabelPlacement *self);

void  sema_label_placement_avoid_box (SemaLabelPlacement *self, const SemaFrame *box);
void  sema_label_placement_avoid_disc (SemaLabelPlacement *self, double x, double y, double radius);
void  sema_label_placement_spare_line (SemaLabelPlacement *self, const SemaSegment *line);
gsize sema_label_placement_run (SemaLabelPlacement *self, const SemaLabelRequest *requests, gsize n, SemaLabelPlace *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaLabelPlacement, sema_label_placement_free)

G_END_DECLS
