/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaPageView:
 * @width: of the page, logical units
 * @height: of the page, logical units
 * @text_scale: 1 is normal
 * @title: whether the title is drawn
 * @legend: whether colours are told: the scale beside a heat map, those of its values on a ruler
 * @caption: whether the caption is drawn
 *
 * How one looks at a picture that is always shown whole.
 */
typedef struct
{
  double   width;
  double   height;
  double   text_scale;
  gboolean title;
  gboolean legend;
  gboolean caption;
} SemaPageView;

G_END_DECLS
