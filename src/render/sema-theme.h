/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-mark.h"

G_BEGIN_DECLS

typedef enum {
  SEMA_THEME_LIGHT,
  SEMA_THEME_DARK,
} SemaThemeKind;

/**
 * SemaColour: sRGB, 0 to 1, alpha not multiplied in.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} SemaColour;

/**
 * SemaTheme:
 *
 * The colours of one look. Every one of them is for use on the theme's own background.
 */
typedef struct _SemaTheme SemaTheme;

const SemaTheme *sema_theme_get (SemaThemeKind kind);
SemaColour       sema_theme_get_background (const SemaTheme *self);
SemaColour       sema_theme_get_cluster_colour (const SemaTheme *self, int colour);
SemaColour       sema_theme_get_point_colour (const SemaTheme *self, int colour, double strength);
SemaColour       sema_theme_get_cloud_colour (const SemaTheme *self);
SemaColour       sema_theme_get_hull_colour (const SemaTheme *self, int colour, gboolean lit);
SemaColour       sema_theme_get_text_colour (const SemaTheme *self, SemaTextRole role);
SemaColour       sema_theme_get_line_colour (const SemaTheme *self, SemaLineRole role);
SemaColour       sema_theme_get_bar_colour (const SemaTheme *self, double value);
SemaColour       sema_theme_get_cell_text_colour (const SemaTheme *self, double value);

G_END_DECLS
