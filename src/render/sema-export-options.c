/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (sema - export - error - quark, sema_export_error)

static const struct
{
  const char      *suffix;
  SemaExportFormat format;
} suffixes[] = {
  {".png", SEMA_EXPORT_PNG},
  {".svg", SEMA_EXPORT_SVG},
  {".pdf", SEMA_EXPORT_PDF},
};

/* A slide and a square are made for screens of 96 dpi seen at half as much again. */
static const SemaExportPreset presets[] = {
  {"slide", N_ ("Slide, 1920 × 1080"), 1280, 720, 1.5, 144},
   {"square", N_ ("Square, 1080 × 1080"), 720, 720, 1.5, 144},
    {"a4", N_ ("A4, 300 dpi"), 3508 * 96.0 / 300, 2480 * 96.0 / 300, 300 / 96.0, 300},
};

/**
 * sema_export_options_init:
 * @options: what to fill
 *
 * Sets what holds where nothing is asked for: a PNG of 1600 by 1000 units, two pixels a unit, 300 dpi, light, with
 * title, legend and caption, and letters a quarter larger than on the screen: pictures are shrunk where they are shown.
 */
void
sema_export_options_init (SemaExportOptions *options)
{
  *options = (SemaExportOptions) {
    .format = SEMA_EXPORT_PNG,
    .width = 1600,
    .height = 1000,
    .scale = 2,
    .dpi = 300,
    .theme = SEMA_THEME_LIGHT,
    .background = SEMA_BACKGROUND_THEME,
    .text_scale = 1.25,
    .title = TRUE,
    .legend = TRUE,
    .caption = TRUE,
  };
}

/**
 * sema_export_options_get_view:
 * @options: how a picture is drawn
 * @view: (out): how one looks at it, where it is a heat map or a ruler
 */
void
sema_export_options_get_view (const SemaExportOptions *options, SemaPageView *view)
{
  *view = (SemaPageView) {options->width, options->height, options->text_scale, options->title, options->legend, options->caption};
}

/**
 * sema_export_format_from_name:
 * @file_name: a file's name or path, bytes
 * @format: (out): the format it tells
 * @error: %SEMA_EXPORT_ERROR_FORMAT where it ends in none of .png, .svg and .pdf, in any case of letters
 *
 * Returns: whether the name tells a format
 */
gboolean
sema_export_format_from_name (const char *file_name, SemaExportFormat *format, GError **error)
{
  gsize            length = strlen (file_name);
  g_autofree char *shown = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize suffix_length = strlen (suffixes[i].suffix);

      if (length <= suffix_length || g_ascii_strcasecmp (file_name + length - suffix_length, suffixes[i].suffix) != 0)
        continue;
      *format = suffixes[i].format;
      return TRUE;
    }
  shown = g_filename_display_basename (file_name);
  g_set_error (error, SEMA_EXPORT_ERROR, SEMA_EXPORT_ERROR_FORMAT,
               _ ("“%s” tells no picture format: its name should end in .png, .svg or .pdf."), shown);
  return FALSE;
}

/**
 * sema_export_get_presets:
 * @n_presets: (out): how many
 *
 * Returns: (array length=n_presets): the sizes offered, their names in the user's language; they live as long as the
 *   program
 */
const SemaExportPreset *
sema_export_get_presets (gsize *n_presets)
{
  static SemaExportPreset translated[G_N_ELEMENTS (presets)];
  static gsize            is_ready;

  if (g_once_init_enter (&is_ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
        {
          translated[i] = presets[i];
          translated[i].name = _ (presets[i].name);
        }
      g_once_init_leave (&is_ready, 1);
    }
  *n_presets = G_N_ELEMENTS (presets);
  return translated;
}
