/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-renderer.h"

#include "sema-draw.h"

struct _SemaRenderer
{
  SemaTextLayouts *layouts;
  SemaPointMasks  *masks;
  SemaRims         rims;
};

/**
 * sema_renderer_new:
 *
 * Returns: (transfer full): a renderer for the calling thread, which knows no text yet
 */
SemaRenderer *
sema_renderer_new (void)
{
  SemaRenderer *self = g_new0 (SemaRenderer, 1);

  self->layouts = sema_text_layouts_new ();
  self->masks = sema_point_masks_new ();
  self->rims = SEMA_RIMS_QUICK;
  return self;
}

/**
 * sema_renderer_free:
 * @self: (nullable) (transfer full): what is no longer needed
 */
void
sema_renderer_free (SemaRenderer *self)
{
  if (self == NULL)
    return;
  sema_text_layouts_free (self->layouts);
  sema_point_masks_free (self->masks);
  g_free (self);
}

static void
measure (gpointer data, const char *text, SemaTextRole role, double scale, double *width, double *height)
{
  SemaRenderer *self = data;

  sema_text_layouts_measure (self->layouts, text, role, scale, width, height);
}

/**
 * sema_renderer_get_measure:
 * @self: a renderer
 *
 * Returns: what tells the size that @self draws texts at; valid as long as @self
 */
SemaMeasure
sema_renderer_get_measure (SemaRenderer *self)
{
  return (SemaMeasure) {measure, self};
}

/**
 * sema_renderer_set_rims:
 * @self: a renderer
 * @rims: how texts, points and stars stand out; %SEMA_RIMS_QUICK at first
 */
void
sema_renderer_set_rims (SemaRenderer *self, SemaRims rims)
{
  self->rims = rims;
}

/**
 * sema_renderer_draw_background:
 * @self: a renderer
 * @scene: what will be drawn on it
 * @theme: its colours
 * @cr: where to draw, in logical units
 *
 * Fills the page. A scene that is laid over another, as that of the hovered word is, does without.
 */
void
sema_renderer_draw_background (SemaRenderer *self, const SemaScene *scene, const SemaTheme *theme, cairo_t *cr)
{
  cairo_save (cr);
  sema_draw_set_colour (cr, sema_theme_get_background (theme));
  cairo_rectangle (cr, 0, 0, scene->width, scene->height);
  cairo_fill (cr);
  cairo_restore (cr);
}

/**
 * sema_renderer_draw_cloud:
 * @self: a renderer
 * @image: all words of a file, as seen from somewhere near
 * @camera: where one stands now
 * @frame: the plot; nothing is drawn outside
 * @cr: where to draw, in logical units
 *
 * Draws a cloud between the background and the marks of its scatter. While no image of the view itself is made yet, the
 * last one goes where its words are now, shifted or of another size. O(pixels).
 */
void
sema_renderer_draw_cloud (SemaRenderer *self, const SemaCloudImage *image, const SemaCamera *camera, const SemaFrame *frame, cairo_t *cr)
{
  sema_draw_cloud (cr, image, camera, frame);
}

static void
draw_plot (const SemaCanvas *canvas, const SemaScene *scene)
{
  cairo_save (canvas->cr);
  if (scene->clip.width > 0)
    {
      cairo_rectangle (canvas->cr, scene->clip.x, scene->clip.y, scene->clip.width, scene->clip.height);
      cairo_clip (canvas->cr);
    }
  sema_draw_hulls (canvas, scene->hulls);
  sema_draw_lines (canvas, scene->lines, SEMA_LINES_UNDER_POINTS);
  sema_draw_points (canvas, scene->points);
  sema_draw_lines (canvas, scene->lines, SEMA_LINES_OVER_POINTS);
  sema_draw_stars (canvas, scene->stars);
  sema_draw_lines (canvas, scene->lines, SEMA_LINES_OF_SELECTION);
  cairo_restore (canvas->cr);
}

/**
 * sema_renderer_draw:
 * @self: a renderer
 * @scene: what to draw
 * @theme: its colours
 * @cr: where to draw, in logical units; its state is as before afterwards
 *
 * Draws the marks, not the background: grids, the plot inside the scene's clip, then the legend's markers, bars and texts over it. O(marks); texts
 * drawn before are not laid out again.
 */
void
sema_renderer_draw (SemaRenderer *self, const SemaScene *scene, const SemaTheme *theme, cairo_t *cr)
{
  SemaCanvas canvas = {cr, theme, self->layouts, self->masks, self->rims};

  cairo_save (cr);
  sema_draw_grids (&canvas, scene->grids);
  draw_plot (&canvas, scene);
  sema_draw_points (&canvas, scene->markers);
  sema_draw_bars (&canvas, scene->bars);
  sema_draw_texts (&canvas, scene->texts);
  cairo_restore (cr);
}

/**
 * sema_renderer_draw_marker:
 * @theme: the colours
 * @shape: which marker
 * @colour: a number of the palette, or %SEMA_NO_COLOUR
 * @x: its middle
 * @y: its middle
 * @radius: as of a point of the plot
 * @cr: where to draw
 *
 * Draws a cluster's marker alone, as lists and menus want it.
 */
void
sema_renderer_draw_marker (const SemaTheme *theme, SemaShape shape, int colour, double x, double y, double radius, cairo_t *cr)
{
  cairo_save (cr);
  sema_draw_set_colour (cr, sema_theme_get_cluster_colour (theme, colour));
  sema_draw_shape_path (cr, shape, x, y, radius, 0);
  cairo_fill (cr);
  cairo_restore (cr);
}
