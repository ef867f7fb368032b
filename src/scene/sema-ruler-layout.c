/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ruler-layout.h"

#include <math.h>

#include "sema-text-fit.h"

/* Logical units at text scale 1. As in a scatter, the letters' number plans the places of things, not a font: the picture has
 * the same shape with every font. */
#define MARGIN 18.0
#define MOST_MARGIN 0.05
#define TITLE_LINE 36.0
#define CAPTION_FONT 12.5
#define LABEL_FONT 14.0
#define LANE 22.0
#define END 14.0          /* of the ruler beyond its outermost words */
#define LEAST_BODY 110.0  /* or the caption goes, and then the title */
#define MOST_OVERHANG 0.3 /* of the ruler, for labels at its right end */

/* Of values, where all of them are the same. */
#define NARROWEST 0.02

static double
estimate_caption (const SemaRuler *ruler)
{
  double width = sema_text_fit_estimate (" · 1000 of 1000 labelled");

  for (char **part = ruler->caption; part != NULL && *part != NULL; part++)
    width += sema_text_fit_estimate (*part) + sema_text_fit_estimate (" · ");
  return CAPTION_FONT * width;
}

static void
place_texts (const SemaRuler *ruler, const SemaPageView *view, SemaRulerLayout *layout, gboolean has_title, gboolean has_caption)
{
  double     scale = layout->scale;
  double     margin = MIN (MARGIN * scale, MOST_MARGIN * MIN (view->width, view->height));
  SemaFrame *body = &layout->body;

  layout->title = layout->caption = (SemaFrame) {0, 0, 0, 0};
  layout->n_caption_lines = 0;
  *body = (SemaFrame) {margin, margin, view->width - 2 * margin, view->height - 2 * margin};
  if (has_title)
    {
      layout->title = (SemaFrame) {margin, margin, body->width, TITLE_LINE * scale};
      body->y += layout->title.height;
      body->height -= layout->title.height;
    }
  if (has_caption)
    {
      layout->n_caption_lines = scale * estimate_caption (ruler) <= body->width ? 1 : 2;
      body->height -= layout->n_caption_lines * SEMA_RULER_CAPTION_LINE * scale;
      layout->caption = (SemaFrame) {margin, body->y + body->height, body->width, layout->n_caption_lines * SEMA_RULER_CAPTION_LINE * scale};
    }
}

/* By how much labels at the right end would stick out, were the ruler as long as the page: there it has no words. */
static double
find_overhang (const SemaRuler *ruler, double least, double largest, double length, double scale)
{
  double overhang = 0;

  for (gsize i = 0; i < ruler->n; i++)
    {
      double part = (ruler->values[i] - least) / (largest - least);
      double label = scale * (LABEL_FONT * sema_text_fit_estimate (ruler->labels[i]) + SEMA_RULER_POLE_GAP + SEMA_RULER_FREE);

      if (part > 0)
        overhang = MAX (overhang, length - (length - label) / part);
    }
  return MIN (overhang, MOST_OVERHANG * length);
}

static void
place_values (const SemaRuler *ruler, SemaRulerLayout *layout)
{
  double length = MAX (layout->body.width - 2 * END * layout->scale, 1);
  double least, largest;

  sema_ruler_get_range (ruler, &least, &largest);
  if (largest - least < NARROWEST)
    {
      least -= NARROWEST / 2;
      largest += NARROWEST / 2;
    }
  layout->left = layout->body.x + END * layout->scale;
  layout->least = least;
  layout->unit = (length - find_overhang (ruler, least, largest, length, layout->scale)) / (largest - least);
}

/**
 * sema_ruler_layout_find:
 * @ruler: what is shown, with all its labels
 * @view: how
 * @layout: (out): where everything goes
 *
 * Puts the title above and the caption below, or leaves them out on a page too small for them, and spreads the values over the width, 0
 * among them. O(n).
 */
void
sema_ruler_layout_find (const SemaRuler *ruler, const SemaPageView *view, SemaRulerLayout *layout)
{
  double   scale = view->text_scale > 0 && isfinite (view->text_scale) ? view->text_scale : 1;
  gboolean has_title = view->title && ruler->title != NULL && *ruler->title != '\0';
  gboolean has_caption = view->caption && ruler->caption != NULL && ruler->caption[0] != NULL;
  double   room;

  *layout = (SemaRulerLayout) {.scale = scale, .lane = LANE * scale};
  place_texts (ruler, view, layout, has_title, has_caption);
  if (layout->body.height < LEAST_BODY * scale)
    place_texts (ruler, view, layout, has_title, FALSE);
  if (layout->body.height < LEAST_BODY * scale)
    place_texts (ruler, view, layout, FALSE, FALSE);
  room = (layout->body.height - scale * (SEMA_RULER_BAND + 2 * SEMA_RULER_GAP + SEMA_RULER_NAMES)) / 2;
  layout->most_lanes = (guint)MAX (floor (room / layout->lane), 0);
  place_values (ruler, layout);
}

/**
 * sema_ruler_layout_get_x:
 * @layout: a layout
 * @value: an answer
 *
 * Returns: where it is on the page
 */
double
sema_ruler_layout_get_x (const SemaRulerLayout *layout, double value)
{
  return layout->left + (value - layout->least) * layout->unit;
}
