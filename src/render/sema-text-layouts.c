/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-layouts.h"

#include "sema-text-halo.h"

/* The first of these that is installed draws the text; letters it lacks come from whatever font has them. */
#define FAMILIES "Cantarell, Inter, Noto Sans, DejaVu Sans, Sans"

#define MAX_HALO_BYTES (32 * 1024 * 1024)

typedef struct
{
  double      size;
  PangoWeight weight;
} Font;

/* Sizes are in logical units of the page at text scale 1. */
static const Font fonts[] = {
  [SEMA_TEXT_LABEL] = {14, PANGO_WEIGHT_NORMAL},
  [SEMA_TEXT_LABEL_STRONG] = {14, PANGO_WEIGHT_BOLD},
  [SEMA_TEXT_CLOUD] = {12, PANGO_WEIGHT_NORMAL},
  [SEMA_TEXT_ANALOGY] = {14, PANGO_WEIGHT_BOLD},
  [SEMA_TEXT_GUEST] = {12.5, PANGO_WEIGHT_NORMAL},
  [SEMA_TEXT_TITLE] = {20, PANGO_WEIGHT_BOLD},
  [SEMA_TEXT_AXIS] = {11.5, PANGO_WEIGHT_NORMAL},
  [SEMA_TEXT_LEGEND] = {13, PANGO_WEIGHT_NORMAL},
  [SEMA_TEXT_CAPTION] = {12.5, PANGO_WEIGHT_NORMAL},
  [SEMA_TEXT_CELL] = {12.5, PANGO_WEIGHT_NORMAL},
};

typedef struct
{
  char        *text;
  SemaTextRole role;
  double       scale;
} Key;

typedef struct
{
  PangoLayout     *layout;
  cairo_surface_t *halo; /* (nullable) */
  double           halo_pixels;
} Entry;

struct _SemaTextLayouts
{
  PangoContext *context;
  GHashTable   *entries; /* Key -> Entry */
  gsize         n_halo_bytes;
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) * 31 + (guint)key->role * 7 + g_double_hash (&key->scale);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;

  return x->role == y->role && x->scale == y->scale && g_str_equal (x->text, y->text);
}

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->text);
  g_free (key);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->layout);
  g_clear_pointer (&entry->halo, cairo_surface_destroy);
  g_free (entry);
}

/* Hinting would make a text's width depend on the scale it is drawn at, and the layout of a page with it. */
static PangoContext *
create_context (void)
{
  PangoContext         *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  /* Not the locale's: the same scene is the same picture for everybody. */
  pango_context_set_language (context, pango_language_from_string ("en"));
  cairo_font_options_destroy (options);
  return context;
}

/**
 * sema_text_layouts_new:
 *
 * Returns: (transfer full): a keeper of no texts yet, with the calling thread's fonts
 */
SemaTextLayouts *
sema_text_layouts_new (void)
{
  SemaTextLayouts *self = g_new0 (SemaTextLayouts, 1);

  self->context = create_context ();
  self->entries = g_hash_table_new_full (key_hash, key_equal, key_free, entry_free);
  return self;
}

/**
 * sema_text_layouts_free:
 * @self: (nullable) (transfer full): what is no longer needed
 */
void
sema_text_layouts_free (SemaTextLayouts *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->entries);
  g_object_unref (self->context);
  g_free (self);
}

static PangoLayout *
create_layout (SemaTextLayouts *self, const char *text, SemaTextRole role, double scale)
{
  PangoLayout          *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, FAMILIES);
  pango_font_description_set_weight (font, fonts[role].weight);
  pango_font_description_set_absolute_size (font, fonts[role].size * scale * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

static Entry *
ensure_entry (SemaTextLayouts *self, const char *text, SemaTextRole role, double scale)
{
  Key    wanted = {(char *)text, role, scale};
  Entry *entry = g_hash_table_lookup (self->entries, &wanted);
  Key   *key;

  if (entry != NULL)
    return entry;
  if (g_hash_table_size (self->entries) >= SEMA_TEXT_LAYOUTS_MAX || self->n_halo_bytes > MAX_HALO_BYTES)
    {
      g_hash_table_remove_all (self->entries);
      self->n_halo_bytes = 0;
    }
  entry = g_new0 (Entry, 1);
  entry->layout = create_layout (self, text, role, scale);
  key = g_new (Key, 1);
  *key = (Key) {g_strdup (text), role, scale};
  g_hash_table_insert (self->entries, key, entry);
  return entry;
}

/**
 * sema_text_layouts_get:
 * @self: where texts are kept
 * @text: UTF-8; it is never read as markup
 * @role: gives its font
 * @scale: times the role's size, over 0
 *
 * Lays a text out on one line, or finds it laid out before: 0.1 µs against some 10. When more than
 * %SEMA_TEXT_LAYOUTS_MAX texts are kept, all are dropped.
 *
 * Returns: (transfer none): the layout, valid until the next call
 */
PangoLayout *
sema_text_layouts_get (SemaTextLayouts *self, const char *text, SemaTextRole role, double scale)
{
  return ensure_entry (self, text, role, scale)->layout;
}

/**
 * sema_text_layouts_get_halo:
 * @self: where texts are kept
 * @text: UTF-8
 * @role: gives its font
 * @scale: times the role's size
 * @pixels: of the target, for one logical unit
 * @reach: how far the halo goes out from the letters, logical units
 *
 * The mask of sema_text_halo_create(), made or found: 30 µs against 0.1. When the masks kept take more than 32 MB, all
 * texts are dropped.
 *
 * Returns: (transfer none) (nullable): the mask, valid until the next call
 */
cairo_surface_t *
sema_text_layouts_get_halo (SemaTextLayouts *self, const char *text, SemaTextRole role, double scale, double pixels, double reach)
{
  Entry *entry = ensure_entry (self, text, role, scale);

  if (entry->halo != NULL && entry->halo_pixels == pixels)
    return entry->halo;
  g_clear_pointer (&entry->halo, cairo_surface_destroy);
  entry->halo = sema_text_halo_create (entry->layout, pixels, reach);
  entry->halo_pixels = pixels;
  if (entry->halo == NULL)
    return NULL;
  self->n_halo_bytes += (gsize)cairo_image_surface_get_stride (entry->halo) * (gsize)cairo_image_surface_get_height (entry->halo);
  return entry->halo;
}

/**
 * sema_text_layouts_measure:
 * @self: where texts are kept
 * @text: UTF-8
 * @role: gives its font
 * @scale: times the role's size
 * @width: (out): what the text takes on its line, logical units
 * @height: (out): the line's height
 */
void
sema_text_layouts_measure (SemaTextLayouts *self, const char *text, SemaTextRole role, double scale, double *width, double *height)
{
  int pango_width;
  int pango_height;

  pango_layout_get_size (sema_text_layouts_get (self, text, role, scale), &pango_width, &pango_height);
  *width = (double)pango_width / PANGO_SCALE;
  *height = (double)pango_height / PANGO_SCALE;
}

/**
 * sema_text_layouts_get_n_kept:
 * @self: where texts are kept
 *
 * Returns: how many, %SEMA_TEXT_LAYOUTS_MAX at the most
 */
guint
sema_text_layouts_get_n_kept (const SemaTextLayouts *self)
{
  return g_hash_table_size (self->entries);
}
