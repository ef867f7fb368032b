/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-label-candidates.h"

#include <math.h>

static const SemaLabelRequest request = {200, 100, 8, 60, 18, FALSE};

static double
get_distance (const SemaFrame *box)
{
  double dx = request.x - CLAMP (request.x, box->x, box->x + box->width);
  double dy = request.y - CLAMP (request.y, box->y, box->y + box->height);

  return hypot (dx, dy);
}

static void
test_first_is_right (void)
{
  SemaFrame box = sema_label_candidates_get_beside (&request, 1, 0);

  g_assert_cmpfloat (box.x, >, 208);
  g_assert_cmpfloat (box.x, <, 214);
  g_assert_cmpfloat_with_epsilon (box.y + box.height / 2, 100, 1e-9);
  box = sema_label_candidates_get_beside (&request, 1, 1);
  g_assert_cmpfloat (box.x + box.width, <, 192);
  box = sema_label_candidates_get_beside (&request, 1, 2);
  g_assert_cmpfloat (box.y + box.height, <=, 92);
  box = sema_label_candidates_get_beside (&request, 1, 3);
  g_assert_cmpfloat (box.y, >=, 108);
}

/* All keep clear of their own point, and near it. */
static void
test_beside_is_clear (void)
{
  for (guint i = 0; i < SEMA_LABEL_N_BESIDE; i++)
    {
      SemaFrame box = sema_label_candidates_get_beside (&request, 1, i);

      g_assert_cmpfloat (get_distance (&box), >=, request.clearance);
      g_assert_cmpfloat (get_distance (&box), <, request.clearance + 5);
      g_assert_cmpfloat (box.width, ==, 60);
      g_assert_cmpfloat (box.height, ==, 18);
    }
}

static void
test_led_goes_farther (void)
{
  double last = 0;

  for (guint i = 0; i < SEMA_LABEL_N_LED; i++)
    {
      SemaFrame box = sema_label_candidates_get_led (&request, 1, i);

      g_assert_cmpfloat (get_distance (&box), >, request.clearance + 10);
      g_assert_cmpfloat (get_distance (&box), <, request.clearance + 60);
      if (i % 12 == 0)
        {
          g_assert_cmpfloat (get_distance (&box), >, last);
          last = get_distance (&box);
        }
    }
}

static void
test_leader (void)
{
  for (guint i = 0; i < SEMA_LABEL_N_LED; i++)
    {
      SemaFrame   box = sema_label_candidates_get_led (&request, 1, i);
      SemaSegment leader = sema_label_candidates_get_leader (&request, &box);

      g_assert_cmpfloat_with_epsilon (hypot (leader.x0 - request.x, leader.y0 - request.y), get_distance (&box), 1e-9);
      g_assert_cmpfloat_with_epsilon (hypot (leader.x1 - request.x, leader.y1 - request.y), request.clearance, 0.02);
    }
}

static void
test_unit (void)
{
  SemaFrame small = sema_label_candidates_get_led (&request, 1, 0);
  SemaFrame large = sema_label_candidates_get_led (&request, 2, 0);

  g_assert_cmpfloat_with_epsilon (get_distance (&large) - request.clearance, 2 * (get_distance (&small) - request.clearance), 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/label-candidates/first-is-right", test_first_is_right);
  g_test_add_func ("/scene/label-candidates/beside-is-clear", test_beside_is_clear);
  g_test_add_func ("/scene/label-candidates/led-goes-farther", test_led_goes_farther);
  g_test_add_func ("/scene/label-candidates/leader", test_leader);
  g_test_add_func ("/scene/label-candidates/unit", test_unit);
  return g_test_run ();
}
