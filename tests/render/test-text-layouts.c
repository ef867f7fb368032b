/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <string.h>

#include "sema-word.h"

static void
measure (SemaTextLayouts *layouts, const char *text, SemaTextRole role, double scale, double *width, double *height)
{
  *width = *height = -1;
  sema_text_layouts_measure (layouts, text, role, scale, width, height);
}

static void
test_measure (void)
{
  g_autoptr (SemaTextLayouts) layouts = sema_text_layouts_new ();
  double                      width, height, twice_width, twice_height;

  measure (layouts, "king", SEMA_TEXT_LABEL, 1, &width, &height);
  g_assert_cmpfloat (width, >, 14);
  g_assert_cmpfloat (width, <, 56);
  g_assert_cmpfloat (height, >=, 14);
  g_assert_cmpfloat (height, <, 28);
  measure (layouts, "kingking", SEMA_TEXT_LABEL, 1, &twice_width, &twice_height);
  g_assert_cmpfloat_with_epsilon (twice_width, 2 * width, 1);
  g_assert_cmpfloat (twice_height, ==, height);
}

/* What words of strangers may hold: the label of each is one line, hardly higher than that of another, and of a bounded width. */
static void
test_words_of_strangers (void)
{
  g_autoptr (SemaTextLayouts) layouts = sema_text_layouts_new ();
  g_autofree char            *huge = g_strnfill (65536, 'w');
  g_autoptr (GString)         tower = g_string_new ("e");
  const char                 *words[] = {"\u202egnirts", "\u2067x\u2069", "x\ay\nz\r", "\u200b", "a\u2028b", " king", huge, tower->str};
  double                      width, height, plain_width, plain_height;

  for (guint i = 0; i < 20000; i++)
    g_string_append (tower, "\u0301\u0316");
  words[G_N_ELEMENTS (words) - 1] = tower->str;
  measure (layouts, "king", SEMA_TEXT_LABEL, 1, &plain_width, &plain_height);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *label = sema_word_to_label (words[i], strlen (words[i]));

      measure (layouts, label, SEMA_TEXT_LABEL, 1, &width, &height);
      g_assert_cmpfloat (width, >, 0);
      g_assert_cmpfloat (width, <, 200 * 14);
      g_assert_cmpfloat (height, <, 1.6 * plain_height);
    }
}

/* Advance widths of DejaVu Sans 2.37, units of 2048 for an em: k 1186, i 569, n 1298, g 1300. */
static void
test_known_widths (void)
{
  g_autoptr (SemaTextLayouts) layouts = sema_text_layouts_new ();
  double                      width, height;

  measure (layouts, "king", SEMA_TEXT_LABEL, 1, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, (1186 + 569 + 1298 + 1300) * 14 / 2048.0, 0.05);
  measure (layouts, "king", SEMA_TEXT_AXIS, 2, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, (1186 + 569 + 1298 + 1300) * 23 / 2048.0, 0.05);
}

/* A page must not change its layout when it is drawn larger: nothing is rounded to pixels. */
static void
test_scale_is_linear (void)
{
  g_autoptr (SemaTextLayouts) layouts = sema_text_layouts_new ();
  const char                 *text = "Großvater, 日本, illimitable";

  for (double scale = 0.5; scale < 4; scale += 0.35)
    {
      double width, height, scaled_width, scaled_height;

      measure (layouts, text, SEMA_TEXT_LABEL, 1, &width, &height);
      measure (layouts, text, SEMA_TEXT_LABEL, scale, &scaled_width, &scaled_height);
      g_assert_cmpfloat_with_epsilon (scaled_width / (scale * width), 1, 0.003);
      g_assert_cmpfloat_with_epsilon (scaled_height / (scale * height), 1, 0.01);
    }
}

static void
test_roles_differ (void)
{
  g_autoptr (SemaTextLayouts) layouts = sema_text_layouts_new ();
  double                      label, strong, title, caption, height;

  measure (layouts, "king", SEMA_TEXT_LABEL, 1, &label, &height);
  measure (layouts, "king", SEMA_TEXT_LABEL_STRONG, 1, &strong, &height);
  measure (layouts, "king", SEMA_TEXT_TITLE, 1, &title, &height);
  measure (layouts, "king", SEMA_TEXT_CAPTION, 1, &caption, &height);
  g_assert_cmpfloat (strong, >, label);
  g_assert_cmpfloat (title, >, strong);
  g_assert_cmpfloat (caption, <, label);
}

static void
test_never_markup (void)
{
  g_autoptr (SemaTextLayouts) layouts = sema_text_layouts_new ();
  double                      plain, marked, broken, height;

  measure (layouts, "b", SEMA_TEXT_LABEL, 1, &plain, &height);
  measure (layouts, "<b>b</b>", SEMA_TEXT_LABEL, 1, &marked, &height);
  g_assert_cmpfloat (marked, >, 4 * plain);
  measure (layouts, "<b>&", SEMA_TEXT_LABEL, 1, &broken, &height);
  g_assert_cmpfloat (broken, >, plain);
}

static void
test_one_line (void)
{
  g_autoptr (SemaTextLayouts) layouts = sema_text_layouts_new ();
  double                      width, one, two;

  measure (layouts, "a", SEMA_TEXT_LABEL, 1, &width, &one);
  measure (layouts, "a\nb", SEMA_TEXT_LABEL, 1, &width, &two);
  g_assert_cmpfloat (two, <, 1.5 * one);
  measure (layouts, "", SEMA_TEXT_LABEL, 1, &width, &one);
  g_assert_cmpfloat (width, ==, 0);
}

static void
test_kept (void)
{
  g_autoptr (SemaTextLayouts) layouts = sema_text_layouts_new ();
  char                        text[] = "king";
  PangoLayout                *first = sema_text_layouts_get (layouts, text, SEMA_TEXT_LABEL, 1);

  g_assert_true (sema_text_layouts_get (layouts, "king", SEMA_TEXT_LABEL, 1) == first);
  g_assert_cmpuint (sema_text_layouts_get_n_kept (layouts), ==, 1);
  sema_text_layouts_get (layouts, "king", SEMA_TEXT_LABEL_STRONG, 1);
  sema_text_layouts_get (layouts, "king", SEMA_TEXT_LABEL, 1.5);
  g_assert_cmpuint (sema_text_layouts_get_n_kept (layouts), ==, 3);
  /* The caller's text may change: it was copied. */
  text[0] = 'r';
  g_assert_cmpstr (pango_layout_get_text (sema_text_layouts_get (layouts, "king", SEMA_TEXT_LABEL, 1)), ==, "king");
  g_assert_cmpuint (sema_text_layouts_get_n_kept (layouts), ==, 3);
}

static void
test_bound (void)
{
  g_autoptr (SemaTextLayouts) layouts = sema_text_layouts_new ();

  for (guint i = 0; i < SEMA_TEXT_LAYOUTS_MAX + 10; i++)
    {
      g_autofree char *text = g_strdup_printf ("word %u", i);

      sema_text_layouts_get (layouts, text, SEMA_TEXT_LABEL, 1);
      g_assert_cmpuint (sema_text_layouts_get_n_kept (layouts), <=, SEMA_TEXT_LAYOUTS_MAX);
    }
  g_assert_cmpuint (sema_text_layouts_get_n_kept (layouts), ==, 10);
}

/* Halos are pixels, and bounded in bytes: texts 20 times larger fill the bound sooner. */
static void
test_halo_bound (void)
{
  g_autoptr (SemaTextLayouts) layouts = sema_text_layouts_new ();
  guint                       most = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *text = g_strdup_printf ("a rather long word %u", i);

      sema_text_layouts_get_halo (layouts, text, SEMA_TEXT_TITLE, 1, 5, 2);
      most = MAX (most, sema_text_layouts_get_n_kept (layouts));
    }
  g_assert_cmpuint (most, >, 50);
  g_assert_cmpuint (most, <, 300);
}

static void
test_halo (void)
{
  g_autoptr (SemaTextLayouts) layouts = sema_text_layouts_new ();
  cairo_surface_t            *halo = sema_text_layouts_get_halo (layouts, "king", SEMA_TEXT_LABEL, 1, 1, 2);
  double                      width, height;

  measure (layouts, "king", SEMA_TEXT_LABEL, 1, &width, &height);
  g_assert_cmpint (cairo_image_surface_get_format (halo), ==, CAIRO_FORMAT_A8);
  g_assert_cmpfloat (cairo_image_surface_get_width (halo), >=, width + 4);
  g_assert_cmpfloat (cairo_image_surface_get_height (halo), >=, height + 4);
  g_assert_true (sema_text_layouts_get_halo (layouts, "king", SEMA_TEXT_LABEL, 1, 1, 2) == halo);
  halo = sema_text_layouts_get_halo (layouts, "king", SEMA_TEXT_LABEL, 1, 2, 2);
  g_assert_cmpfloat (cairo_image_surface_get_width (halo), >=, 2 * (width + 4));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  picture_pin_fonts ();
  g_test_add_func ("/text-layouts/measure", test_measure);
  g_test_add_func ("/text-layouts/known-widths", test_known_widths);
  g_test_add_func ("/text-layouts/scale-is-linear", test_scale_is_linear);
  g_test_add_func ("/text-layouts/roles-differ", test_roles_differ);
  g_test_add_func ("/text-layouts/never-markup", test_never_markup);
  g_test_add_func ("/text-layouts/one-line", test_one_line);
  g_test_add_func ("/text-layouts/kept", test_kept);
  g_test_add_func ("/text-layouts/bound", test_bound);
  g_test_add_func ("/text-layouts/words-of-strangers", test_words_of_strangers);
  g_test_add_func ("/text-layouts/halo-bound", test_halo_bound);
  g_test_add_func ("/text-layouts/halo", test_halo);
  return g_test_run ();
}
