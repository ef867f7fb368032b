/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-segment.h"

#include <math.h>

static const SemaFrame box = {10, 20, 100, 50};

static void
assert_segment (const SemaSegment *segment, double x0, double y0, double x1, double y1)
{
  g_assert_cmpfloat_with_epsilon (segment->x0, x0, 1e-9);
  g_assert_cmpfloat_with_epsilon (segment->y0, y0, 1e-9);
  g_assert_cmpfloat_with_epsilon (segment->x1, x1, 1e-9);
  g_assert_cmpfloat_with_epsilon (segment->y1, y1, 1e-9);
}

static void
test_clip (void)
{
  SemaSegment across = {-90, 30, 210, 60};
  SemaSegment inside = {20, 30, 40, 60};
  SemaSegment leaving = {60, 45, 60, 500};

  g_assert_true (sema_segment_clip (&across, &box));
  assert_segment (&across, 10, 40, 110, 50);
  g_assert_true (sema_segment_clip (&inside, &box));
  assert_segment (&inside, 20, 30, 40, 60);
  g_assert_true (sema_segment_clip (&leaving, &box));
  assert_segment (&leaving, 60, 45, 60, 70);
}

static void
test_clip_outside (void)
{
  SemaSegment beside = {0, 0, 5, 200};
  SemaSegment corner = {0, 65, 40, 105};
  SemaSegment nowhere = {0, NAN, 40, 100};

  g_assert_false (sema_segment_clip (&beside, &box));
  g_assert_false (sema_segment_clip (&corner, &box));
  assert_segment (&corner, 0, 65, 40, 105);
  g_assert_false (sema_segment_clip (&nowhere, &box));
}

static void
test_shorten (void)
{
  SemaSegment line = {0, 0, 30, 40};
  SemaSegment point = {5, 5, 5, 5};

  g_assert_true (sema_segment_shorten (&line, 5, 10));
  assert_segment (&line, 3, 4, 24, 32);
  g_assert_false (sema_segment_shorten (&line, 20, 15));
  assert_segment (&line, 3, 4, 24, 32);
  g_assert_false (sema_segment_shorten (&point, 0, 0));
}

static void
test_distance (void)
{
  SemaSegment line = {0, 0, 10, 0};
  SemaSegment point = {3, 4, 3, 4};

  g_assert_cmpfloat_with_epsilon (sema_segment_get_distance (&line, 5, -3), 3, 1e-12);
  g_assert_cmpfloat_with_epsilon (sema_segment_get_distance (&line, 13, 4), 5, 1e-12);
  g_assert_cmpfloat_with_epsilon (sema_segment_get_distance (&line, -3, 4), 5, 1e-12);
  g_assert_cmpfloat_with_epsilon (sema_segment_get_distance (&point, 0, 0), 5, 1e-12);
}

static void
test_crosses (void)
{
  SemaSegment line = {0, 0, 10, 10};
  SemaSegment across = {0, 10, 10, 0};
  SemaSegment before = {0, 10, 4, 6};
  SemaSegment touching = {5, 5, 9, 0};

  g_assert_true (sema_segment_crosses (&line, &across));
  g_assert_true (sema_segment_crosses (&across, &line));
  g_assert_false (sema_segment_crosses (&line, &before));
  g_assert_false (sema_segment_crosses (&line, &touching));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/segment/clip", test_clip);
  g_test_add_func ("/scene/segment/clip-outside", test_clip_outside);
  g_test_add_func ("/scene/segment/shorten", test_shorten);
  g_test_add_func ("/scene/segment/distance", test_distance);
  g_test_add_func ("/scene/segment/crosses", test_crosses);
  return g_test_run ();
}
