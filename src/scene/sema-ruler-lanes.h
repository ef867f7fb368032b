/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaRulerFlag:
 * @x: of its pole
 * @right: where it ends, with what must stay free behind it
 * @word: whose label it is
 * @lane: 0 next to the ruler, then outwards
 *
 * A label as a flag: it begins at a pole that stands where its word is.
 */
typedef struct
{
  double x;
  double right;
  gsize  word;
  guint  lane;
} SemaRulerFlag;

/**
 * SemaRulerLanes:
 * @flags: (element-type SemaRulerFlag): above the ruler and below it, each by x
 * @most: lanes that there are on either side
 *
 * Where labels go, so that none lies over another and no pole goes through one.
 */
typedef struct
{
  GArray *flags[2];
  guint   most;
} SemaRulerLanes;

SemaRulerLanes *sema_ruler_lanes_new (guint most);
void            sema_ruler_lanes_free (SemaRulerLanes *self);
gboolean        sema_ruler_lanes_add (SemaRulerLanes *self, gsize word, double x, double width);
gsize           sema_ruler_lanes_get_n_flags (const SemaRulerLanes *self);
guint           sema_ruler_lanes_get_n_lanes (const SemaRulerLanes *self, guint side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaRulerLanes, sema_ruler_lanes_free)

G_END_DECLS
