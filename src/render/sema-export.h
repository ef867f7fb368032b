/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "sema-heatmap-scene.h"
#include "sema-ruler-scene.h"
#include "sema-scatter-scene.h"
#include "sema-theme.h"

G_BEGIN_DECLS

typedef enum {
  SEMA_EXPORT_PNG,
  SEMA_EXPORT_SVG,
  SEMA_EXPORT_PDF,
} SemaExportFormat;

typedef enum {
  SEMA_BACKGROUND_THEME,
  SEMA_BACKGROUND_WHITE,
  SEMA_BACKGROUND_TRANSPARENT,
  SEMA_BACKGROUND_DARK,
} SemaBackground;

/**
 * SemaExportError:
 * @SEMA_EXPORT_ERROR_SIZE: more pixels than a PNG or the memory can hold, or none
 * @SEMA_EXPORT_ERROR_FORMAT: a file name that tells no known format
 */
typedef enum {
  SEMA_EXPORT_ERROR_SIZE,
  SEMA_EXPORT_ERROR_FORMAT,
} SemaExportError;

#define SEMA_EXPORT_MAX_SIDE 32767 /* pixels, or units of an SVG or a PDF */

#define SEMA_EXPORT_ERROR (sema_export_error_quark ())
GQuark sema_export_error_quark (void);

/**
 * SemaExportOptions:
 * @width: of the page, logical units
 * @height: of the page, logical units
 * @scale: pixels for one logical unit in a PNG, and of the words of a cloud in any file
 * @dpi: what a PNG says of its pixels' size
 * @theme: colours of texts and points
 * @background: white and dark bring the theme that can be read on them
 * @text_scale: 1 is normal
 * @title: whether the title is drawn
 * @legend: whether the clusters' names are drawn, or the colours of values
 * @caption: whether the caption is drawn
 * @region: the part of the plane that is shown, as large as it fits; without a width all of it
 */
typedef struct
{
  SemaExportFormat format;
  double           width;
  double           height;
  double           scale;
  double           dpi;
  SemaThemeKind    theme;
  SemaBackground   background;
  double           text_scale;
  gboolean         title;
  gboolean         legend;
  gboolean         caption;
  SemaRegion       region;
} SemaExportOptions;

/**
 * SemaExportSubject:
 * @scatter: (unowned) (nullable): what to show
 * @heatmap: (unowned) (nullable): or this
 * @ruler: (unowned) (nullable): or this
 *
 * What a picture is of: one of these.
 */
typedef struct
{
  const SemaScatter *scatter;
  const SemaHeatmap *heatmap;
  const SemaRuler   *ruler;
} SemaExportSubject;

void     sema_export_options_init (SemaExportOptions *options);
void     sema_export_options_get_view (const SemaExportOptions *options, SemaPageView *view);
gboolean sema_export_format_from_name (const char *file_name, SemaExportFormat *format, GError **error);

cairo_surface_t *sema_export_to_surface (const SemaScatter *scatter, const SemaExportOptions *options, GError **error);
GBytes          *sema_export_to_bytes (const SemaScatter *scatter, const SemaExportOptions *options, GError **error);

cairo_surface_t *sema_export_subject_to_surface (const SemaExportSubject *subject, const SemaExportOptions *options, GError **error);
GBytes          *sema_export_subject_to_bytes (const SemaExportSubject *subject, const SemaExportOptions *options, GError **error);
gboolean         sema_export_subject_to_file (const SemaExportSubject *subject, const SemaExportOptions *options, const char *path, GError **error);

/**
 * SemaExportPreset:
 * @id: as kept in the settings
 * @name: as shown, in the user's language where it comes from sema_export_get_presets()
 * @width: of the page, logical units
 * @height: of the page, logical units
 * @scale: pixels for one logical unit
 * @dpi: what the PNG says of its pixels' size
 */
typedef struct
{
  const char *id;
  const char *name;
  double      width;
  double      height;
  double      scale;
  double      dpi;
} SemaExportPreset;

const SemaExportPreset *sema_export_get_presets (gsize *n_presets);

G_END_DECLS
