/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-palette.h"

/**
 * sema_palette_get_style:
 * @cluster: number of a cluster, from 0; less is none
 *
 * Colours come first, since they are seen first: the shape changes each time the colours are used up. After
 * %SEMA_N_COLOURS × %SEMA_N_SHAPES clusters the styles start again.
 *
 * Returns: how the points of the cluster look
 */
SemaStyle
sema_palette_get_style (gssize cluster)
{
  if (cluster < 0)
    return (SemaStyle) {SEMA_NO_COLOUR, SEMA_SHAPE_CIRCLE};
  return (SemaStyle) {(int)(cluster % SEMA_N_COLOURS), (SemaShape)(cluster / SEMA_N_COLOURS % SEMA_N_SHAPES)};
}

/**
 * sema_palette_get_step:
 * @step: from 0 for small numbers to %SEMA_N_STEPS - 1 for large ones; less is none
 *
 * Returns: how the points of a step look: their colours go from one end to the other, the shape is the same
 */
SemaStyle
sema_palette_get_step (gssize step)
{
  if (step < 0 || step >= SEMA_N_STEPS)
    return (SemaStyle) {SEMA_NO_COLOUR, SEMA_SHAPE_CIRCLE};
  return (SemaStyle) {SEMA_N_COLOURS + (int)step, SEMA_SHAPE_CIRCLE};
}
