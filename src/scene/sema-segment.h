/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-camera.h"

G_BEGIN_DECLS

/**
 * SemaSegment: a straight piece of a line, from its first end to its second.
 */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} SemaSegment;

gboolean sema_segment_clip (SemaSegment *self, const SemaFrame *box);
gboolean sema_segment_shorten (SemaSegment *self, double at_start, double at_end);
double   sema_segment_get_distance (const SemaSegment *self, double x, double y);
gboolean sema_segment_crosses (const SemaSegment *self, const SemaSegment *other);

G_END_DECLS
