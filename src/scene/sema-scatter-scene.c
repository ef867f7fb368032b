/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-scene.h"

#include "sema-scatter-page.h"

/**
 * sema_scatter_view_init:
 * @view: (out): how to look
 * @width: of the page, logical units
 * @height: of the page
 *
 * At normal size with title, legend and caption, from where everything is seen, with nothing selected.
 */
void
sema_scatter_view_init (SemaScatterView *view, double width, double height)
{
  *view = (SemaScatterView) {.width = width,
                             .height = height,
                             .text_scale = 1,
                             .title = TRUE,
                             .legend = TRUE,
                             .caption = TRUE,
                             .hovered = -1,
                             .focus = -1};
}

/**
 * sema_scatter_view_get_frame:
 * @scatter: what is shown
 * @view: how
 * @frame: (out): where on the page the plot is
 */
void
sema_scatter_view_get_frame (const SemaScatter *scatter, const SemaScatterView *view, SemaFrame *frame)
{
  SemaScatterLayout layout;

  sema_scatter_layout_find (scatter, view, &layout);
  *frame = layout.frame;
}

/**
 * sema_scatter_view_get_camera:
 * @scatter: what is shown
 * @view: how
 * @camera: (out): the view's own camera, or the one that shows everything where that has no scale. O(points)
 */
void
sema_scatter_view_get_camera (const SemaScatter *scatter, const SemaScatterView *view, SemaCamera *camera)
{
  SemaScatterLayout layout;

  sema_scatter_layout_find (scatter, view, &layout);
  sema_scatter_page_find_camera (scatter, view, &layout, camera);
}

/**
 * sema_scatter_compose:
 * @scatter: what to show; without points there is a title at most
 * @view: how
 * @measure: how large texts are
 *
 * Makes the picture: axes, hulls, points, analogies, what is asked about, labels that overlap nothing, the neighbourhood of the
 * focus, title, legend and caption. x and y share
 * one scale. Points whose places are not finite are left out. Of a
 * cloud these are the labels; its dots are drawn by the rasteriser in render. The same input gives the same scene. O(n log n).
 *
 * Returns: (transfer full): the scene
 */
SemaScene *
sema_scatter_compose (const SemaScatter *scatter, const SemaScatterView *view, const SemaMeasure *measure)
{
  g_autoptr (SemaScatterPage) page = sema_scatter_page_new (scatter, view, measure);

  sema_scatter_page_add_hulls (page);
  sema_scatter_page_add_points (page);
  sema_scatter_page_add_analogies (page);
  sema_scatter_page_add_target (page);
  sema_scatter_page_add_axes (page);
  sema_scatter_page_add_labels (page);
  sema_scatter_page_add_cloud_labels (page);
  sema_scatter_page_add_trust (page);
  sema_scatter_page_add_title (page);
  sema_scatter_page_add_legend (page);
  sema_scatter_page_add_caption (page);
  return g_steal_pointer (&page->scene);
}
