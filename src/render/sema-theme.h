/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-mark.h"

G_BEGIN_DECLS

typedef enum {
  SEMA_THEME_LIGHT,
  SEMA_THEME_DARK,
} SemaThemeKind;

typedef struct {
  double red;
  double green;
  double blue;
  double alpha;
} SemaColour;

typedef struct _SemaTheme SemaTheme;

const SemaTheme *sema_theme_get (SemaThemeKind kind);
SemaColour       sema_theme_get_background (const SemaTheme *self);
SemaColour       sema_theme_get_cluster_colour (const SemaTheme *self, int colour);

G_END_DECLS
