/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

static const SemaTextMark sample = {.x = 40, .y = 30, .text = "jolly king", .role = SEMA_TEXT_LABEL, .scale = 1};

static void
draw (Picture *picture, SemaTextMark mark, SemaRims rims)
{
  g_autoptr (GArray) texts = picture_collect (&mark, sizeof mark, 1);

  picture_init (picture, 200, 200, rims);
  picture->canvas.theme = sema_theme_get (SEMA_THEME_DARK);
  sema_draw_texts (&picture->canvas, texts);
}

/* All ink lies in the box that was measured, whichever way the text is turned. */
static void
test_box (void)
{
  for (guint turn = 0; turn < 5; turn++)
    {
      SemaTextMark mark = sample;
      Picture      picture;
      double       width, height;
      int          left, top, right, bottom;

      mark.turn = turn;
      draw (&picture, mark, SEMA_RIMS_NONE);
      sema_text_layouts_measure (picture.canvas.layouts, mark.text, mark.role, 1, &width, &height);
      if (turn % 2 == 1)
        {
          double swapped = width;

          width = height;
          height = swapped;
        }
      picture_get_ink (&picture, &left, &top, &right, &bottom);
      g_assert_cmpfloat (left, >=, 40 - 1);
      g_assert_cmpfloat (top, >=, 30 - 1);
      g_assert_cmpfloat (right, <=, 40 + width + 1);
      g_assert_cmpfloat (bottom, <=, 30 + height + 1);
      g_assert_cmpint (turn % 2 == 0 ? right - left : bottom - top, >, 40);
      picture_clear (&picture);
    }
}

/* Turned by a half is turned twice by a quarter: the text stands on its head, and a 'j' hangs out at the other end. */
static void
test_turns_differ (void)
{
  for (guint turn = 1; turn < 4; turn++)
    {
      SemaTextMark mark = sample;
      Picture      plain, turned;

      draw (&plain, mark, SEMA_RIMS_NONE);
      mark.turn = turn;
      draw (&turned, mark, SEMA_RIMS_NONE);
      g_assert_cmpint (picture_compare (&plain, &turned), >, 100);
      picture_clear (&plain);
      picture_clear (&turned);
    }
}

static guint32
get_halo_colour (void)
{
  return picture_pack (sema_theme_get_background (sema_theme_get (SEMA_THEME_DARK)));
}

/* Pixels that are no longer half as black as the page was. */
static gsize
count_covered (const Picture *picture)
{
  gsize n = 0;

  for (int y = 0; y < 200; y++)
    for (int x = 0; x < 200; x++)
      n += (picture_get (picture, x, y) & 0xff) >= 0x10;
  return n;
}

static void
test_halo (void)
{
  SemaTextMark mark = sample;
  Picture      none, quick, exact;

  mark.halo = TRUE;
  draw (&none, mark, SEMA_RIMS_NONE);
  draw (&quick, mark, SEMA_RIMS_QUICK);
  draw (&exact, mark, SEMA_RIMS_EXACT);
  g_assert_cmpuint (picture_count (&none, get_halo_colour ()), ==, 0);
  g_assert_cmpuint (picture_count (&exact, get_halo_colour ()), >, 300);
  g_assert_cmpfloat_with_epsilon ((double)count_covered (&quick) / (double)count_covered (&exact), 1, 0.1);
  /* Letters round to whole pixels, so a mask differs from an outline by what the background differs from black. */
  g_assert_cmpint (picture_compare (&quick, &exact), <=, 0x21);
  picture_clear (&none);
  picture_clear (&quick);
  picture_clear (&exact);
  mark.halo = FALSE;
  draw (&exact, mark, SEMA_RIMS_EXACT);
  g_assert_cmpuint (picture_count (&exact, get_halo_colour ()), ==, 0);
  picture_clear (&exact);
}

/* A halo lies under every text, also under those drawn before its own. */
static void
test_halos_below (void)
{
  SemaTextMark       marks[] = {sample, sample};
  g_autoptr (GArray) alone = NULL;
  g_autoptr (GArray) both = NULL;
  Picture            one, two;
  guint32            letter = picture_pack (sema_theme_get_text_colour (sema_theme_get (SEMA_THEME_DARK), SEMA_TEXT_TITLE));

  marks[0].role = SEMA_TEXT_TITLE;
  marks[1].halo = TRUE;
  marks[1].text = " ";
  marks[1].x += 30;
  alone = picture_collect (marks, sizeof *marks, 1);
  marks[1].text = "king";
  both = picture_collect (marks, sizeof *marks, 2);
  picture_init (&one, 200, 200, SEMA_RIMS_QUICK);
  picture_init (&two, 200, 200, SEMA_RIMS_QUICK);
  one.canvas.theme = two.canvas.theme = sema_theme_get (SEMA_THEME_DARK);
  sema_draw_texts (&one.canvas, alone);
  sema_draw_texts (&two.canvas, both);
  for (int y = 0; y < 200; y++)
    for (int x = 0; x < 200; x++)
      if (picture_get (&one, x, y) == letter)
        g_assert_cmphex (picture_get (&two, x, y), ==, letter);
  picture_clear (&one);
  picture_clear (&two);
}

/* A turned page has no pixel grid: halos are outlines there, and nothing is cut off. */
static void
test_turned_page (void)
{
  SemaTextMark       mark = sample;
  g_autoptr (GArray) texts = NULL;
  Picture            picture;

  mark.halo = TRUE;
  mark.x = mark.y = 0;
  texts = picture_collect (&mark, sizeof mark, 1);
  picture_init (&picture, 200, 200, SEMA_RIMS_QUICK);
  picture.canvas.theme = sema_theme_get (SEMA_THEME_DARK);
  cairo_translate (picture.canvas.cr, 60, 60);
  cairo_rotate (picture.canvas.cr, 0.5);
  sema_draw_texts (&picture.canvas, texts);
  g_assert_cmpuint (picture_count (&picture, get_halo_colour ()), >, 200);
  picture_clear (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  picture_pin_fonts ();
  g_test_add_func ("/draw-texts/box", test_box);
  g_test_add_func ("/draw-texts/turns-differ", test_turns_differ);
  g_test_add_func ("/draw-texts/halo", test_halo);
  g_test_add_func ("/draw-texts/halos-below", test_halos_below);
  g_test_add_func ("/draw-texts/turned-page", test_turned_page);
  return g_test_run ();
}
