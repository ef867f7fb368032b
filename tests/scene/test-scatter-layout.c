/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-layout.h"

#include <math.h>

#include "scatter-fixture.h"

static SemaScatterLayout
lay_out (const SemaScatter *scatter, double width, double height, double text_scale)
{
  SemaScatterView   view;
  SemaScatterLayout layout;

  sema_scatter_view_init (&view, width, height);
  view.text_scale = text_scale;
  sema_scatter_layout_find (scatter, &view, &layout);
  return layout;
}

static SemaScatter *
make_titled (void)
{
  SemaScatter *scatter = fixture_make_scatter (30, 4, 1);

  scatter->title = g_strdup ("A title");
  return scatter;
}

static void
test_all (void)
{
  g_autoptr (SemaScatter) scatter = make_titled ();
  SemaScatterLayout       layout = lay_out (scatter, 1280, 800, 1);
  const SemaFrame        *frame = &layout.frame;

  g_assert_cmpfloat (layout.title.y + layout.title.height, <=, frame->y);
  g_assert_cmpfloat (layout.caption.y, >, frame->y + frame->height);
  g_assert_cmpfloat (layout.caption.y + layout.caption.height, <=, 800);
  g_assert_cmpfloat (layout.legend.x, >, frame->x + frame->width);
  g_assert_cmpfloat (layout.legend.x + layout.legend.width, <=, 1280);
  g_assert_true (layout.ticks);
  g_assert_cmpuint (layout.n_caption_lines, ==, 1);
  g_assert_cmpfloat (frame->width * frame->height, >, 0.7 * 1280 * 800);
}

static void
test_asked_for (void)
{
  g_autoptr (SemaScatter) scatter = make_titled ();
  SemaScatterView         view;
  SemaScatterLayout       layout;

  sema_scatter_view_init (&view, 1280, 800);
  view.title = view.legend = view.caption = FALSE;
  sema_scatter_layout_find (scatter, &view, &layout);
  g_assert_cmpfloat (layout.title.width, ==, 0);
  g_assert_cmpfloat (layout.legend.width, ==, 0);
  g_assert_cmpfloat (layout.caption.width, ==, 0);
}

static void
test_nothing_to_say (void)
{
  g_autoptr (SemaScatter) plain = fixture_make_scatter (5, 0, 1);
  g_autoptr (SemaScatter) empty = sema_scatter_new ();
  SemaScatterLayout       layout = lay_out (plain, 1280, 800, 1);

  g_assert_cmpfloat (layout.title.width, ==, 0);
  g_assert_cmpfloat (layout.legend.width, ==, 0);
  layout = lay_out (empty, 1280, 800, 1);
  g_assert_cmpfloat (layout.caption.width, ==, 0);
  g_assert_false (layout.ticks);
}

/* As the page shrinks, the legend goes first, then the title, then the numbers, then the caption; none comes back. */
static void
test_order_of_dropping (void)
{
  g_autoptr (SemaScatter) scatter = make_titled ();
  gboolean                legend = TRUE, title = TRUE, ticks = TRUE, caption = TRUE;

  for (double width = 900; width >= 60; width -= 10)
    {
      SemaScatterLayout layout = lay_out (scatter, width, width * 0.75, 1);

      g_assert_true (legend || layout.legend.width == 0);
      g_assert_true (title || layout.title.width == 0);
      legend = layout.legend.width > 0;
      title = layout.title.width > 0;
      ticks = layout.ticks;
      caption = layout.caption.width > 0;
      g_assert_true (!legend || title);
      g_assert_true (!title || ticks);
      g_assert_true (!ticks || caption);
    }
  g_assert_false (legend || title || ticks);
}

static void
test_small_pages (void)
{
  g_autoptr (SemaScatter) scatter = make_titled ();
  const double            sizes[][2] = {{240, 180}, {100, 400}, {400, 100}, {20, 20}, {1, 1}};

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (double scale = 0.5; scale < 9; scale *= 2)
      {
        SemaScatterLayout layout = lay_out (scatter, sizes[i][0], sizes[i][1], scale);

        g_assert_cmpfloat (layout.frame.width, >, 0);
        g_assert_cmpfloat (layout.frame.height, >, 0);
        g_assert_cmpfloat (layout.frame.x + layout.frame.width, <=, sizes[i][0] + 1);
        if (sizes[i][0] > 1)
          g_assert_cmpfloat (layout.frame.width * layout.frame.height, >=, 0.55 * sizes[i][0] * sizes[i][1]);
      }
}

static void
test_text_scale (void)
{
  g_autoptr (SemaScatter) scatter = make_titled ();
  SemaScatterLayout       normal = lay_out (scatter, 4000, 3000, 1);
  SemaScatterLayout       large = lay_out (scatter, 4000, 3000, 2);
  SemaScatterLayout       odd = lay_out (scatter, 4000, 3000, NAN);

  g_assert_cmpfloat_with_epsilon (large.title.height, 2 * normal.title.height, 1e-9);
  g_assert_cmpfloat_with_epsilon (large.legend.width, 2 * normal.legend.width, 1e-9);
  g_assert_cmpfloat_with_epsilon (large.caption.height, 2 * normal.caption.height, 1e-9);
  g_assert_cmpfloat (odd.scale, ==, 1);
}

static void
test_long_names (void)
{
  g_autoptr (SemaScatter) scatter = make_titled ();
  SemaScatterLayout       layout;

  g_free (sema_scatter_get_cluster (scatter, 2)->name);
  sema_scatter_get_cluster (scatter, 2)->name = g_strnfill (500, 'w');
  layout = lay_out (scatter, 1280, 800, 1);
  g_assert_cmpfloat (layout.legend.width, ==, SEMA_LAYOUT_LEGEND_MARKER + SEMA_LAYOUT_LEGEND_TEXT);
}

static void
test_two_caption_lines (void)
{
  g_autoptr (SemaScatter) scatter = make_titled ();

  g_assert_cmpuint (lay_out (scatter, 640, 600, 1).n_caption_lines, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scatter-layout/all", test_all);
  g_test_add_func ("/scene/scatter-layout/asked-for", test_asked_for);
  g_test_add_func ("/scene/scatter-layout/nothing-to-say", test_nothing_to_say);
  g_test_add_func ("/scene/scatter-layout/order-of-dropping", test_order_of_dropping);
  g_test_add_func ("/scene/scatter-layout/small-pages", test_small_pages);
  g_test_add_func ("/scene/scatter-layout/text-scale", test_text_scale);
  g_test_add_func ("/scene/scatter-layout/long-names", test_long_names);
  g_test_add_func ("/scene/scatter-layout/two-caption-lines", test_two_caption_lines);
  return g_test_run ();
}
