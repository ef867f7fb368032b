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
