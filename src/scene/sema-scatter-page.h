/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-scatter-layout.h"

G_BEGIN_DECLS

/**
 * SemaScatterPage:
 * @scatter: (unowned): what is shown
 * @view: (unowned): how
 * @measure: (unowned): how large texts are
 * @layout: where on the page things go
 * @camera: the one really used
 * @size: of points and what belongs to them, times their sizes in logical units
 * @places: (n points, 2): the points on the page, NaN for those without a place
 * @scene: (owned): the marks so far
 *
 * A scatter on its way to a scene: what all the files that add marks to it have in common.
 */
typedef struct
{
  const SemaScatter     *scatter;
  const SemaScatterView *view;
  const SemaMeasure     *measure;
  SemaScatterLayout      layout;
  SemaCamera             camera;
  double                 size;
  double                *places;
  SemaScene             *scene;
} SemaScatterPage;

/**
 * SemaScatterPlace:
 * @x: on the page, logical units
 * @y: on the page
 * @radius: of the marker there
 *
 * Where a line begins or ends.
 */
typedef struct
{
  double x;
  double y;
  double radius;
} SemaScatterPlace;

SemaScatterPage *sema_scatter_page_new (const SemaScatter *scatter, const SemaScatterView *view, const SemaMeasure *measure);
void             sema_scatter_page_free (SemaScatterPage *self);

void     sema_scatter_page_find_camera (const SemaScatter *scatter, const SemaScatterView *view, const SemaScatterLayout *layout, SemaCamera *camera);
gboolean sema_scatter_page_is_shown (const SemaScatterPage *self, gsize point);
gboolean sema_scatter_page_is_selected (const SemaScatterPage *self, gsize point);
gboolean sema_scatter_page_is_quiet (const SemaScatterPage *self, gsize point);
double   sema_scatter_page_get_radius (const SemaScatterPage *self, gsize point);
double   sema_scatter_page_get_star_radius (const SemaScatterPage *self);
double   sema_scatter_page_get_quality (const SemaScatterPage *self, gsize point);
gboolean sema_scatter_page_get_place (const SemaScatterPage *self, gssize point, SemaScatterPlace *place);
gboolean sema_scatter_page_get_aim (const SemaScatterPage *self, SemaScatterPlace *place);
gboolean sema_scatter_page_get_guest (const SemaScatterPage *self, gsize end, SemaScatterPlace *place);
gboolean sema_scatter_page_get_target (const SemaScatterPage *self, gsize analogy, double *x, double *y);

void sema_scatter_page_add_line (SemaScatterPage *self, const SemaScatterPlace *from, const SemaScatterPlace *to, double gap, const SemaLineMark *style);

/* Each adds marks of one kind to the scene. */
void sema_scatter_page_add_axes (SemaScatterPage *self);
void sema_scatter_page_add_questions (SemaScatterPage *self);
void sema_scatter_page_add_hulls (SemaScatterPage *self);
void sema_scatter_page_add_hull (SemaScatterPage *self, int cluster, gboolean lit);
void sema_scatter_page_add_points (SemaScatterPage *self);
void sema_scatter_page_add_point (SemaScatterPage *self, gsize point, gboolean hovered);
void sema_scatter_page_add_analogies (SemaScatterPage *self);
void sema_scatter_page_add_labels (SemaScatterPage *self);
void sema_scatter_page_add_trust (SemaScatterPage *self);
void sema_scatter_page_add_target (SemaScatterPage *self);
void sema_scatter_page_add_cloud_labels (SemaScatterPage *self);
void sema_scatter_page_add_title (SemaScatterPage *self);
void sema_scatter_page_add_legend (SemaScatterPage *self);
void sema_scatter_page_add_caption (SemaScatterPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaScatterPage, sema_scatter_page_free)

G_END_DECLS
