/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-cells.h"

#include <math.h>

#include "cloud-fixture.h"
#include "sema-random.h"

static void
test_weave (void)
{
  g_assert_cmphex (sema_cloud_cells_weave (0, 0), ==, 0);
  g_assert_cmphex (sema_cloud_cells_weave (1, 0), ==, 1);
  g_assert_cmphex (sema_cloud_cells_weave (0, 1), ==, 2);
  g_assert_cmphex (sema_cloud_cells_weave (5, 3), ==, 27);
  g_assert_cmphex (sema_cloud_cells_weave (0xffff, 0), ==, 0x55555555);
  g_assert_cmphex (sema_cloud_cells_weave (0xffff, 0xffff), ==, 0xffffffff);
  g_assert_cmpuint (sema_cloud_cells_count_above (0), ==, 0);
  g_assert_cmpuint (sema_cloud_cells_count_above (3), ==, 21);
  g_assert_cmpuint (sema_cloud_cells_count_above (16), ==, 1431655765);
}

static void
test_find (void)
{
  const float           places[] = {0, 0, 8, 8};
  g_autoptr (SemaCloud) cloud = fixture_make_cloud_of (places, 2);

  g_assert_cmphex (sema_cloud_cells_find (cloud, 0, 0), ==, 0);
  g_assert_cmphex (sema_cloud_cells_find (cloud, 4, 0), ==, 0x40000000);
  g_assert_cmphex (sema_cloud_cells_find (cloud, 0, 4), ==, 0x80000000);
  g_assert_cmphex (sema_cloud_cells_find (cloud, 8, 8), ==, 0xffffffff);
  g_assert_cmphex (sema_cloud_cells_find (cloud, 1e300, INFINITY), ==, 0xffffffff);
  g_assert_cmphex (sema_cloud_cells_find (cloud, -1, NAN), ==, 0);
}

/* Each cell of each level begins where the first place of a finest cell not before it is. */
static void
test_find_start (void)
{
  g_autoptr (SemaCloud) cloud = fixture_make_cloud (3000, 1);
  const guint           levels[] = {0, 2, 5, 6, 9, 16};

  for (gsize l = 0; l < G_N_ELEMENTS (levels); l++)
    {
      guint   shift = 2 * (SEMA_CLOUD_DEPTH - levels[l]);
      guint64 at = 0;

      for (guint64 i = 0; i <= 200; i++)
        {
          guint64 cell = ((G_GUINT64_CONSTANT (1) << 2 * levels[l]) * i) / 200;

          while (at < cloud->n_placed && (guint64)sema_cloud_cells_find (cloud, cloud->sorted[2 * at], cloud->sorted[2 * at + 1]) >> shift < cell)
            at++;
          g_assert_cmpuint (sema_cloud_cells_find_start (cloud, levels[l], cell), ==, at);
        }
    }
}

typedef struct
{
  const SemaCloud    *cloud;
  const SemaCloudBox *box;
  guint64             next;
  guint8             *seen;
} Check;

/* Runs come in order and no place twice; those said to be inside are. */
static gboolean
check_run (guint64 first, guint64 end, gboolean is_inside, gpointer data)
{
  Check *check = data;

  g_assert_cmpuint (first, >=, check->next);
  g_assert_cmpuint (first, <, end);
  g_assert_cmpuint (end, <=, check->cloud->n_placed);
  check->next = end;
  for (guint64 i = first; i < end; i++)
    {
      check->seen[check->cloud->rows[i]] = 1;
      g_assert_true (!is_inside || fixture_is_in_box (check->cloud, check->cloud->rows[i], check->box));
    }
  return TRUE;
}

static void
check_box (const SemaCloud *cloud, const SemaCloudBox *box)
{
  g_autofree guint8 *seen = g_new0 (guint8, cloud->n + 1);
  Check              check = {cloud, box, 0, seen};
  guint64            n = 0;

  g_assert_true (sema_cloud_cells_visit (cloud, box, check_run, &check));
  for (guint64 row = 0; row < cloud->n; row++)
    {
      gboolean is_in_box = fixture_is_in_box (cloud, row, box);

      n += is_in_box;
      g_assert_true (!is_in_box || seen[row]);
    }
  g_assert_cmpuint (sema_cloud_cells_count (cloud, box), ==, n);
}

/* Boxes of all sizes, with edges at places, against a look at each word. */
static void
test_visit (void)
{
  const guint64 sizes[] = {0, 1, 2, 77, 5000};
  SemaRandom    random;

  sema_random_init (&random, 8);
  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (SemaCloud) cloud = fixture_make_cloud (sizes[s], 2);
      SemaCloudBox          all = {-INFINITY, -INFINITY, INFINITY, INFINITY};
      SemaCloudBox          none = {NAN, 0, NAN, 5};

      check_box (cloud, &all);
      check_box (cloud, &none);
      for (int i = 0; i < 200; i++)
        {
          double       size = pow (10, 2 - 4 * sema_random_uniform (&random));
          SemaCloudBox box = {1, -2, 0, 0};

          if (sizes[s] > 0)
            sema_cloud_get_place (cloud, sema_random_below (&random, sizes[s]), &box.min_x, &box.min_y);
          box.max_x = box.min_x + size;
          box.max_y = box.min_y + size / 2;
          check_box (cloud, &box);
          box = (SemaCloudBox) {box.min_x - size, box.min_y - size, box.min_x, box.min_y};
          check_box (cloud, &box);
        }
    }
}

/* Only what the edges cross is looked at word by word. */
static gboolean
count_crossed (guint64 first, guint64 end, gboolean is_inside, gpointer data)
{
  if (!is_inside)
    *(guint64 *)data += end - first;
  return TRUE;
}

static void
test_visit_is_quick (void)
{
  g_autoptr (SemaCloud) cloud = fixture_make_cloud (100000, 2);
  SemaCloudBox          box = {1.02, -1.98, 1.08, -1.92};
  guint64               n_crossed = 0;

  sema_cloud_cells_visit (cloud, &box, count_crossed, &n_crossed);
  g_assert_cmpuint (sema_cloud_cells_count (cloud, &box), >, 20000);
  g_assert_cmpuint (n_crossed, <, 3000);
}

static gboolean
stop (guint64 first, guint64 end, gboolean is_inside, gpointer data)
{
  ++*(int *)data;
  return FALSE;
}

static void
test_visit_stops (void)
{
  g_autoptr (SemaCloud) cloud = fixture_make_cloud (5000, 2);
  SemaCloudBox          box = {1, -2, 3, 0};
  int                   n_calls = 0;

  g_assert_false (sema_cloud_cells_visit (cloud, &box, stop, &n_calls));
  g_assert_cmpint (n_calls, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/cloud-cells/weave", test_weave);
  g_test_add_func ("/scene/cloud-cells/find", test_find);
  g_test_add_func ("/scene/cloud-cells/find-start", test_find_start);
  g_test_add_func ("/scene/cloud-cells/visit", test_visit);
  g_test_add_func ("/scene/cloud-cells/visit-is-quick", test_visit_is_quick);
  g_test_add_func ("/scene/cloud-cells/visit-stops", test_visit_stops);
  return g_test_run ();
}
