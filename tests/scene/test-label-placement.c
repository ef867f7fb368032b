/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-label-placement.h"

#include <math.h>
#include <time.h>

#include "sema-random.h"

#define WIDTH 60
#define HEIGHT 16
#define CLEARANCE 8
#define MOST 2000

static const SemaFrame frame = {20, 10, 900, 600};

typedef struct
{
  SemaLabelRequest requests[MOST];
  SemaLabelPlace   places[MOST];
  gsize            n;
  gsize            n_shown;
} Case;

static SemaLabelRequest
make_request (double x, double y)
{
  return (SemaLabelRequest) {x, y, CLEARANCE, WIDTH, HEIGHT, FALSE};
}

/* Places labels for points that are discs to keep off. */
static void
run (Case *self, SemaLabelPlacement *placement)
{
  for (gsize i = 0; i < self->n; i++)
    sema_label_placement_avoid_disc (placement, self->requests[i].x, self->requests[i].y, self->requests[i].clearance);
  self->n_shown = sema_label_placement_run (placement, self->requests, self->n, self->places);
}

static void
run_plain (Case *self)
{
  g_autoptr (SemaLabelPlacement) placement = sema_label_placement_new (&frame, 1);

  run (self, placement);
}

static Case *
make_random (gsize n, guint64 seed)
{
  Case      *self = g_new0 (Case, 1);
  SemaRandom random;

  sema_random_init (&random, seed);
  self->n = n;
  for (gsize i = 0; i < n; i++)
    {
      self->requests[i] = make_request (frame.x + frame.width * sema_random_uniform (&random), frame.y + frame.height * sema_random_uniform (&random));
      self->requests[i].width = 20 + 60 * sema_random_uniform (&random);
      self->requests[i].clearance = n > 100 ? 4 : 8;
      self->requests[i].urgent = i < n / 20;
    }
  return self;
}

static void
test_right_first (void)
{
  Case self = {.n = 1};

  self.requests[0] = make_request (300, 200);
  run_plain (&self);
  g_assert_cmpuint (self.n_shown, ==, 1);
  g_assert_false (self.places[0].led);
  g_assert_cmpfloat (self.places[0].box.x, >, 308);
  g_assert_cmpfloat (self.places[0].box.x, <, 314);
  g_assert_cmpfloat_with_epsilon (self.places[0].box.y + HEIGHT / 2, 200, 1e-9);
}

static void
test_left_at_the_right_edge (void)
{
  Case self = {.n = 1};

  self.requests[0] = make_request (frame.x + frame.width - 30, 200);
  run_plain (&self);
  g_assert_true (self.places[0].shown);
  g_assert_cmpfloat (self.places[0].box.x + WIDTH, <, self.requests[0].x);
}

static void
test_keeps_off_boxes (void)
{
  g_autoptr (SemaLabelPlacement) placement = sema_label_placement_new (&frame, 1);
  Case                           self = {.n = 1};
  SemaFrame                      right = {310, 150, 200, 100};

  self.requests[0] = make_request (300, 200);
  sema_label_placement_avoid_box (placement, &right);
  run (&self, placement);
  g_assert_true (self.places[0].shown);
  g_assert_cmpfloat (self.places[0].box.x + WIDTH, <=, 310);
}

/* A line to the right makes a label go elsewhere; lines on all sides do not hide it. */
static void
test_spares_lines (void)
{
  g_autoptr (SemaLabelPlacement) placement = sema_label_placement_new (&frame, 1);
  g_autoptr (SemaLabelPlacement) crossed = sema_label_placement_new (&frame, 1);
  Case                           self = {.n = 1};
  SemaSegment                    right = {300, 200, 500, 200};
  SemaSegment                    left = {300, 200, 100, 200};
  SemaSegment                    upright = {300, 0, 300, 700};
  SemaSegment                    falling = {200, 100, 400, 300};
  SemaSegment                    rising = {200, 300, 400, 100};

  self.requests[0] = make_request (300, 200);
  sema_label_placement_spare_line (placement, &right);
  run (&self, placement);
  g_assert_cmpfloat (self.places[0].box.x + WIDTH, <, 300);
  sema_label_placement_spare_line (crossed, &right);
  sema_label_placement_spare_line (crossed, &left);
  sema_label_placement_spare_line (crossed, &upright);
  sema_label_placement_spare_line (crossed, &falling);
  sema_label_placement_spare_line (crossed, &rising);
  run (&self, crossed);
  g_assert_true (self.places[0].shown);
}

/* Two words in a row have a gap between them. */
static void
test_gap_between_words (void)
{
  Case self = {.n = 2};

  self.requests[0] = make_request (300, 200);
  self.requests[1] = make_request (300 + 2 * (WIDTH + 11) - 1, 200);
  self.requests[1].width = WIDTH;
  run_plain (&self);
  g_assert_cmpuint (self.n_shown, ==, 2);
  for (gsize i = 0; i < 2; i++)
    for (gsize j = 0; j < 2; j++)
      if (self.places[i].box.x < self.places[j].box.x && self.places[i].box.y == self.places[j].box.y)
        g_assert_cmpfloat (self.places[i].box.x + WIDTH + 4, <, self.places[j].box.x);
}

/* A wall right, left, above and below leaves a place farther away, to which a line leads. */
static void
test_led (void)
{
  g_autoptr (SemaLabelPlacement) placement = sema_label_placement_new (&frame, 1);
  Case                           self = {.n = 1};

  self.requests[0] = make_request (300, 200);
  for (int i = 0; i < 12; i++)
    if (i != 3)
      sema_label_placement_avoid_disc (placement, 300 + 20 * cos (i * G_PI / 6), 200 + 20 * sin (i * G_PI / 6), 5);
  run (&self, placement);
  g_assert_true (self.places[0].shown);
  g_assert_true (self.places[0].led);
  g_assert_cmpfloat (self.places[0].box.y, >, 220);
}

/* The first is urgent and takes the only place, although it comes last. */
static void
test_urgent_first (void)
{
  SemaFrame                      narrow = {0, 0, 90, 20};
  g_autoptr (SemaLabelPlacement) placement = sema_label_placement_new (&narrow, 1);
  Case                           self = {.n = 2};

  self.requests[0] = make_request (9, 10);
  self.requests[1] = make_request (81, 10);
  self.requests[0].width = self.requests[1].width = 50;
  self.requests[1].urgent = TRUE;
  run (&self, placement);
  g_assert_false (self.places[0].shown);
  g_assert_true (self.places[1].shown);
}

/* In the middle of a heap no label has a place, since its line would seem to lead to another point. */
static void
test_heap (void)
{
  Case self = {.n = 49};

  for (gsize i = 0; i < 49; i++)
    self.requests[i] = make_request (400 + 4 * (double)(i % 7), 300 + 4 * (double)(i / 7));
  self.requests[24].urgent = TRUE;
  run_plain (&self);
  g_assert_false (self.places[24].shown);
  g_assert_cmpuint (self.n_shown, >, 3);
}

/* Where lines strike out all places beside its point, an urgent label goes farther away; another one stays. */
static void
test_urgent_goes_off_lines (void)
{
  for (int urgent = 0; urgent < 2; urgent++)
    {
      g_autoptr (SemaLabelPlacement) placement = sema_label_placement_new (&frame, 1);
      Case                           self = {.n = 1};

      self.requests[0] = make_request (400, 300);
      self.requests[0].urgent = urgent == 1;
      for (int i = -5; i <= 5; i++)
        {
          SemaSegment line = {300, 300 + 5.0 * i, 500, 300 + 5.0 * i};

          sema_label_placement_spare_line (placement, &line);
        }
      run (&self, placement);
      g_assert_true (self.places[0].shown);
      g_assert_cmpint (self.places[0].led, ==, urgent);
    }
}

static void
test_earlier_first (void)
{
  SemaFrame                      narrow = {0, 0, 90, 20};
  g_autoptr (SemaLabelPlacement) placement = sema_label_placement_new (&narrow, 1);
  Case                           self = {.n = 2};

  self.requests[0] = make_request (81, 10);
  self.requests[1] = make_request (9, 10);
  self.requests[0].width = self.requests[1].width = 50;
  run (&self, placement);
  g_assert_true (self.places[0].shown);
  g_assert_false (self.places[1].shown);
}

/* The earlier label stands right, where the only place of the later one is, and gives way to the left. */
static void
test_pushes_aside (void)
{
  g_autoptr (SemaLabelPlacement) placement = sema_label_placement_new (&frame, 1);
  Case                           self = {.n = 2};
  SemaFrame                      above = {290, 100, 300, 88};
  SemaFrame                      below = {290, 212, 300, 88};
  SemaFrame                      right = {396, 180, 100, 40};

  self.requests[0] = make_request (300, 200);
  self.requests[1] = make_request (385, 200);
  sema_label_placement_avoid_box (placement, &above);
  sema_label_placement_avoid_box (placement, &below);
  sema_label_placement_avoid_box (placement, &right);
  run (&self, placement);
  g_assert_cmpuint (self.n_shown, ==, 2);
  g_assert_cmpfloat (self.places[0].box.x + WIDTH, <, 300);
  g_assert_cmpfloat (self.places[1].box.x + WIDTH, <, 385);
}

static gboolean
overlap (const SemaFrame *a, const SemaFrame *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static double
get_distance (const SemaFrame *box, double x, double y)
{
  return hypot (x - CLAMP (x, box->x, box->x + box->width), y - CLAMP (y, box->y, box->y + box->height));
}

static void
assert_clear (const Case *self, gsize label)
{
  const SemaFrame *box = &self->places[label].box;

  g_assert_true (box->x >= frame.x && box->y >= frame.y);
  g_assert_true (box->x + box->width <= frame.x + frame.width && box->y + box->height <= frame.y + frame.height);
  for (gsize i = 0; i < self->n; i++)
    {
      const SemaLabelRequest *request = &self->requests[i];
      SemaSegment             leader = self->places[i].leader;

      g_assert_cmpfloat (get_distance (box, request->x, request->y), >=, request->clearance - 1e-9);
      if (i == label || !self->places[i].shown)
        continue;
      g_assert_false (overlap (box, &self->places[i].box));
      g_assert_false (self->places[i].led && sema_segment_clip (&leader, box));
    }
}

static void
test_nothing_overlaps (gconstpointer data)
{
  gsize            n = GPOINTER_TO_SIZE (data);
  g_autofree Case *self = make_random (n, n);
  gsize            n_shown = 0;

  run_plain (self);
  for (gsize i = 0; i < n; i++)
    if (self->places[i].shown)
      {
        assert_clear (self, i);
        n_shown++;
      }
  g_assert_cmpuint (n_shown, ==, self->n_shown);
  g_assert_cmpuint (n_shown, >=, MIN (n, 26));
}

/* No leader goes over a point that is not its own. */
static void
test_leaders_are_clear (void)
{
  g_autofree Case *self = make_random (300, 4);
  gsize            n_led = 0;

  run_plain (self);
  for (gsize i = 0; i < self->n; i++)
    for (gsize j = 0; j < self->n && self->places[i].led; j++)
      {
        n_led += i == j ? 1 : 0;
        g_assert_cmpfloat (sema_segment_get_distance (&self->places[i].leader, self->requests[j].x, self->requests[j].y), >=, self->requests[j].clearance);
      }
  g_assert_cmpuint (n_led, >, 0);
}

static void
test_same_again (void)
{
  g_autofree Case *one = make_random (300, 9);
  g_autofree Case *two = make_random (300, 9);

  run_plain (one);
  run_plain (two);
  for (gsize i = 0; i < 300; i++)
    {
      g_assert_cmpint (one->places[i].shown, ==, two->places[i].shown);
      g_assert_cmpmem (&one->places[i].box, sizeof (SemaFrame), &two->places[i].box, sizeof (SemaFrame));
    }
}

/* Away from the edges, labels go with their points when one pans. */
static void
test_moves_along (void)
{
  Case one = {.n = 30};
  Case two = {.n = 30};

  for (gsize i = 0; i < 30; i++)
    {
      one.requests[i] = make_request (300 + (double)(i % 6) * 37, 200 + (double)(i / 6) * 29);
      two.requests[i] = make_request (one.requests[i].x + 13, one.requests[i].y - 7);
    }
  run_plain (&one);
  run_plain (&two);
  for (gsize i = 0; i < 30; i++)
    {
      g_assert_cmpint (one.places[i].shown, ==, two.places[i].shown);
      if (one.places[i].shown)
        g_assert_cmpfloat_with_epsilon (two.places[i].box.x - one.places[i].box.x, 13, 1e-6);
    }
}

/* Five times what it is meant to take, of the processor's time, in the fastest of some runs. */
static void
test_fast (void)
{
  g_autofree Case *self = make_random (MOST, 3);
  clock_t          fastest = CLOCKS_PER_SEC;

  for (int i = 0; i < 5; i++)
    {
      clock_t start = clock ();

      run_plain (self);
      fastest = MIN (fastest, clock () - start);
    }
  g_test_message ("2,000 labels in %.1f ms", 1000.0 * (double)fastest / CLOCKS_PER_SEC);
  g_assert_cmpint (fastest, <, CLOCKS_PER_SEC / 25);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/label-placement/right-first", test_right_first);
  g_test_add_func ("/scene/label-placement/left-at-the-right-edge", test_left_at_the_right_edge);
  g_test_add_func ("/scene/label-placement/keeps-off-boxes", test_keeps_off_boxes);
  g_test_add_func ("/scene/label-placement/spares-lines", test_spares_lines);
  g_test_add_func ("/scene/label-placement/gap-between-words", test_gap_between_words);
  g_test_add_func ("/scene/label-placement/led", test_led);
  g_test_add_func ("/scene/label-placement/urgent-first", test_urgent_first);
  g_test_add_func ("/scene/label-placement/heap", test_heap);
  g_test_add_func ("/scene/label-placement/urgent-goes-off-lines", test_urgent_goes_off_lines);
  g_test_add_func ("/scene/label-placement/earlier-first", test_earlier_first);
  g_test_add_func ("/scene/label-placement/pushes-aside", test_pushes_aside);
  g_test_add_data_func ("/scene/label-placement/nothing-overlaps/2", GSIZE_TO_POINTER (2), test_nothing_overlaps);
  g_test_add_data_func ("/scene/label-placement/nothing-overlaps/26", GSIZE_TO_POINTER (26), test_nothing_overlaps);
  g_test_add_data_func ("/scene/label-placement/nothing-overlaps/300", GSIZE_TO_POINTER (300), test_nothing_overlaps);
  g_test_add_data_func ("/scene/label-placement/nothing-overlaps/2000", GSIZE_TO_POINTER (2000), test_nothing_overlaps);
  g_test_add_func ("/scene/label-placement/leaders-are-clear", test_leaders_are_clear);
  g_test_add_func ("/scene/label-placement/same-again", test_same_again);
  g_test_add_func ("/scene/label-placement/moves-along", test_moves_along);
  g_test_add_func ("/scene/label-placement/fast", test_fast);
  return g_test_run ();
}
