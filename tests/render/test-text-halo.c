/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"
#include "sema-text-halo.h"

#include <math.h>

/* Mask and text painted at the same place: red is the halo, green the text. */
static void
paint (Picture *picture, const char *text, double pixels, double reach)
{
  PangoLayout     *layout;
  cairo_surface_t *halo;
  cairo_t         *cr;

  picture_init (picture, 300, 120, SEMA_RIMS_NONE);
  cr = picture->canvas.cr;
  layout = sema_text_layouts_get (picture->canvas.layouts, text, SEMA_TEXT_LABEL, 1);
  halo = sema_text_halo_create (layout, pixels, reach);
  g_assert_nonnull (halo);
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_mask_surface (cr, halo, 30, 30);
  cairo_surface_destroy (halo);
  cairo_set_operator (cr, CAIRO_OPERATOR_ADD);
  cairo_set_source_rgb (cr, 0, 1, 0);
  cairo_translate (cr, 30, 30);
  cairo_scale (cr, pixels, pixels);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, layout);
}

#define FARTHEST 10 /* pixels: more than any reach here */

/* The distance of a place to the nearest pixel that the text covers by half, as far as it is looked for. */
static double
measure_distance (const Picture *picture, int x, int y)
{
  double least = G_MAXDOUBLE;

  for (int v = MAX (0, y - FARTHEST); v < MIN (120, y + FARTHEST); v++)
    for (int u = MAX (0, x - FARTHEST); u < MIN (300, x + FARTHEST); u++)
      if (((picture_get (picture, u, v) >> 8) & 0xff) >= 0x80)
        least = MIN (least, hypot (u - x, v - y));
  return least;
}

/* What is well within reach of the text is covered, but for a few pixels between its copies; nothing is that lies well
 * out of it. Letters round to pixels. */
static void
test_reach (void)
{
  for (int pixels = 1; pixels <= 3; pixels++)
    {
      double  reach = 2.0 * pixels;
      guint   n_bare = 0;
      Picture picture;

      paint (&picture, "ly", pixels, 2);
      for (int y = 20; y < 110; y++)
        for (int x = 20; x < 100; x++)
          {
            double  distance = measure_distance (&picture, x, y);
            guint32 red = picture_get (&picture, x, y) >> 16;

            if (distance < reach - 1.2)
              n_bare += red < 0x80;
            if (distance > reach + 2.2)
              g_assert_cmpuint (red, <=, 0x20);
          }
      g_assert_cmpuint (n_bare, <=, 5);
      picture_clear (&picture);
    }
}

static void
test_too_long (void)
{
  g_autoptr (SemaTextLayouts) layouts = sema_text_layouts_new ();
  g_autofree char            *text = g_strnfill (3000, 'm');

  g_assert_null (sema_text_halo_create (sema_text_layouts_get (layouts, text, SEMA_TEXT_LABEL, 1), 1, 2));
  g_assert_null (sema_text_layouts_get_halo (layouts, text, SEMA_TEXT_LABEL, 1, 1, 2));
}

/* A text too long for a mask still gets its halo, and leaves cairo in order. */
static void
test_too_long_is_drawn (void)
{
  g_autofree char   *text = g_strnfill (3000, 'm');
  SemaTextMark       mark = {.x = 10, .y = 10, .text = text, .role = SEMA_TEXT_LABEL, .scale = 1, .halo = TRUE};
  g_autoptr (GArray) texts = picture_collect (&mark, sizeof mark, 1);
  Picture            picture;

  picture_init (&picture, 100, 40, SEMA_RIMS_QUICK);
  sema_draw_texts (&picture.canvas, texts);
  g_assert_cmpint (cairo_status (picture.canvas.cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (picture_count (&picture, 0xffffff), >, 100);
  picture_clear (&picture);
}

static void
test_empty (void)
{
  g_autoptr (SemaTextLayouts) layouts = sema_text_layouts_new ();
  cairo_surface_t            *halo = sema_text_halo_create (sema_text_layouts_get (layouts, "", SEMA_TEXT_LABEL, 1), 1, 2);

  g_assert_cmpint (cairo_surface_status (halo), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (halo);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  picture_pin_fonts ();
  g_test_add_func ("/text-halo/reach", test_reach);
  g_test_add_func ("/text-halo/too-long", test_too_long);
  g_test_add_func ("/text-halo/too-long-is-drawn", test_too_long_is_drawn);
  g_test_add_func ("/text-halo/empty", test_empty);
  return g_test_run ();
}
