/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-mark.h"

G_BEGIN_DECLS

#define SEMA_N_COLOURS 8
#define SEMA_N_STEPS 7 /* from small to large numbers; their colours come after those of clusters */

/**
 * SemaStyle: how the points of one cluster look; above 8 clusters the shape changes too.
 */
typedef struct
{
  int       colour;
  SemaShape shape;
} SemaStyle;

SemaStyle sema_palette_get_style (gssize cluster);
SemaStyle sema_palette_get_step (gssize step);

G_END_DECLS
