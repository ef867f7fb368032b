/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ruler-layout.h"

#include <math.h>

#include "ruler-fixture.h"

static SemaRulerLayout
lay_out (const SemaRuler *ruler, double width, double height)
{
  const SemaPageView view = {width, height, 1, TRUE, TRUE, TRUE};
  SemaRulerLayout    layout;

  sema_ruler_layout_find (ruler, &view, &layout);
  return layout;
}

static void
test_texts (void)
{
  g_autoptr (SemaRuler) ruler = ruler_fixture_new (9, 1);
  SemaRulerLayout       large = lay_out (ruler, 1000, 600), narrow = lay_out (ruler, 260, 600), flat = lay_out (ruler, 1000, 150), flatter = lay_out (ruler, 1000, 100);

  g_assert_cmpfloat (large.title.y + large.title.height, <=, large.body.y);
  g_assert_cmpfloat (large.body.y + large.body.height, <=, large.caption.y);
  g_assert_cmpfloat (large.caption.y + large.caption.height, <=, 600);
  g_assert_cmpuint (large.n_caption_lines, ==, 1);
  g_assert_cmpuint (narrow.n_caption_lines, ==, 2);
  g_assert_cmpfloat (flat.caption.width, ==, 0);
  g_assert_cmpfloat (flat.title.width, ==, 0);
  g_assert_cmpuint (flatter.most_lanes, ==, 0);
  g_assert_cmpuint (large.most_lanes, >, 8);
}

/* All words are on the ruler, 0 too, and short labels at its end have room. */
static void
test_values (void)
{
  const double values[][3] = {{-0.3, 0.1, 0.5}, {0.2, 0.3, 0.4}, {-0.4, -0.3, -0.2}, {0, 0, 0}, {NAN, NAN, NAN}, {1e-9, 0, 0}};

  for (gsize c = 0; c < G_N_ELEMENTS (values); c++)
    {
      g_autoptr (SemaRuler) ruler = ruler_fixture_new (3, 1);
      SemaRulerLayout       layout;

      for (gsize i = 0; i < 3; i++)
        ruler->values[i] = values[c][i];
      layout = lay_out (ruler, 800, 500);
      g_assert_true (isfinite (layout.unit) && layout.unit > 0);
      for (gsize i = 0; i < 4; i++)
        {
          double x = sema_ruler_layout_get_x (&layout, i < 3 ? values[c][i] : 0);

          g_assert_true (isnan (x) || (x > layout.body.x && x < layout.body.x + layout.body.width - (i < 3 && values[c][i] > 0 ? 30 : 0)));
        }
    }
}

/* A long label takes room from the ruler, but not all of it. */
static void
test_overhang (void)
{
  g_autoptr (SemaRuler) ruler = ruler_fixture_new (3, 1);
  SemaRulerLayout       before, after;

  ruler->values[0] = 0.6;
  before = lay_out (ruler, 800, 500);
  g_free (ruler->labels[0]);
  ruler->labels[0] = g_strnfill (300, 'w');
  after = lay_out (ruler, 800, 500);
  g_assert_cmpfloat (after.unit, <, 0.8 * before.unit);
  g_assert_cmpfloat (after.unit, >, 0.6 * before.unit);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ruler-layout/texts", test_texts);
  g_test_add_func ("/ruler-layout/values", test_values);
  g_test_add_func ("/ruler-layout/overhang", test_overhang);
  return g_test_run ();
}
