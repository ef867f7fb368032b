/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-export-page.h"

#include <glib/gi18n-lib.h>

#include "sema-number.h"
#include "sema-renderer.h"

/**
 * sema_export_page_check:
 * @width: pixels, or units of an SVG or a PDF
 * @height: the same
 * @error: %SEMA_EXPORT_ERROR_SIZE where a side is under 1, over %SEMA_EXPORT_MAX_SIDE or not a number
 *
 * Returns: whether there are pictures of this size
 */
gboolean
sema_export_page_check (double width, double height, GError **error)
{
  char width_text[SEMA_NUMBER_SIZE];
  char height_text[SEMA_NUMBER_SIZE];

  if (width >= 1 && width <= SEMA_EXPORT_MAX_SIDE && height >= 1 && height <= SEMA_EXPORT_MAX_SIDE)
    return TRUE;
  g_set_error (error, SEMA_EXPORT_ERROR, SEMA_EXPORT_ERROR_SIZE,
               _ ("A picture of %s × %s cannot be made: each side has to be 1 to %d."),
                  sema_number_print_double (width, width_text), sema_number_print_double (height, height_text), SEMA_EXPORT_MAX_SIDE);
  return FALSE;
}

/**
 * sema_export_page_is_transparent:
 * @options: what is asked for
 *
 * Returns: whether the page is left unpainted
 */
gboolean
sema_export_page_is_transparent (const SemaExportOptions *options)
{
  return options->background == SEMA_BACKGROUND_TRANSPARENT;
}

/* A background named by its colour wins over the theme: dark texts on a dark page help nobody. */
static const SemaTheme *
choose_theme (const SemaExportOptions *options)
{
  switch (options->background)
    {
    case SEMA_BACKGROUND_WHITE:
      return sema_theme_get (SEMA_THEME_LIGHT);
    case SEMA_BACKGROUND_DARK:
      return sema_theme_get (SEMA_THEME_DARK);
    case SEMA_BACKGROUND_THEME:
    case SEMA_BACKGROUND_TRANSPARENT:
    default:
      return sema_theme_get (options->theme);
    }
}

static void
init_view (SemaScatterView *view, const SemaScatter *scatter, const SemaExportOptions *options)
{
  SemaFrame frame;

  sema_scatter_view_init (view, options->width, options->height);
  view->text_scale = options->text_scale;
  view->title = options->title;
  view->legend = options->legend;
  view->caption = options->caption;
  sema_scatter_view_get_frame (scatter, view, &frame);
  sema_camera_fit_region (&view->camera, &frame, &options->region);
}

/* Whether there was memory for it. */
static gboolean
draw_cloud (const SemaScatter *scatter, const SemaScatterView *view, double pixels, SemaRenderer *renderer, const SemaTheme *theme, cairo_t *cr)
{
  g_autoptr (SemaCloudImage) image = NULL;
  SemaCloudView              seen = {.text_scale = view->text_scale, .pixels = pixels};

  sema_scatter_view_get_frame (scatter, view, &seen.frame);
  sema_scatter_view_get_camera (scatter, view, &seen.camera);
  image = sema_cloud_image_new (scatter->cloud, &seen, theme, NULL, NULL);
  if (image == NULL)
    return FALSE;
  sema_renderer_draw_cloud (renderer, image, &seen.camera, &seen.frame, cr);
  return TRUE;
}

static SemaScene *
compose_heatmap (const SemaHeatmap *heatmap, const SemaExportOptions *options, const SemaMeasure *measure)
{
  SemaPageView view;

  sema_export_options_get_view (options, &view);
  return sema_heatmap_compose (heatmap, &view, measure);
}

static SemaScene *
compose_ruler (const SemaRuler *ruler, const SemaExportOptions *options, const SemaMeasure *measure)
{
  SemaPageView view;

  sema_export_options_get_view (options, &view);
  return sema_ruler_compose (ruler, &view, measure);
}

/**
 * sema_export_page_draw:
 * @subject: what to show; an empty one leaves the page empty
 * @options: how
 * @cr: where to draw, in logical units
 *
 * Draws the whole page: the one drawing behind PNG, SVG, PDF, preview and clipboard. A cloud is an image of the options' scale
 * whatever it is drawn on, with all the rest over it.
 *
 * Returns: whether all of it was drawn: not where there is no memory for the cloud's image
 */
gboolean
sema_export_page_draw (const SemaExportSubject *subject, const SemaExportOptions *options, cairo_t *cr)
{
  g_autoptr (SemaRenderer) renderer = sema_renderer_new ();
  g_autoptr (SemaScene)    scene = NULL;
  const SemaScatter       *scatter = subject->scatter;
  const SemaTheme         *theme = choose_theme (options);
  SemaMeasure              measure = sema_renderer_get_measure (renderer);
  SemaScatterView          view;

  if (scatter != NULL)
    {
      init_view (&view, scatter, options);
      scene = sema_scatter_compose (scatter, &view, &measure);
    }
  else if (subject->heatmap != NULL)
    scene = compose_heatmap (subject->heatmap, options, &measure);
  else
    scene = compose_ruler (subject->ruler, options, &measure);
  sema_renderer_set_rims (renderer, sema_export_page_is_transparent (options) ? SEMA_RIMS_NONE : SEMA_RIMS_EXACT);
  if (!sema_export_page_is_transparent (options))
    sema_renderer_draw_background (renderer, scene, theme, cr);
  if (scatter != NULL && scatter->cloud != NULL && !draw_cloud (scatter, &view, options->scale, renderer, theme, cr))
    return FALSE;
  sema_renderer_draw (renderer, scene, theme, cr);
  return TRUE;
}
