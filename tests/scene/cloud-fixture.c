/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cloud-fixture.h"

#include <math.h>

#include "sema-random.h"

SemaCloud *
fixture_make_cloud_of (const float *places, guint64 n)
{
  g_autoptr (GError) error = NULL;
  SemaCloud         *cloud = sema_cloud_new (places, n, NULL, NULL, &error);

  g_assert_no_error (error);
  return cloud;
}

/* A crowd in a corner, words spread evenly, an outlier, words in the same place, and words without one. */
SemaCloud *
fixture_make_cloud (guint64 n, guint64 seed)
{
  float     *places = g_new (float, 2 * n + 1);
  SemaCloud *cloud;
  SemaRandom random;

  sema_random_init (&random, seed);
  for (guint64 i = 0; i < n; i++)
    {
      double size = i % 3 == 0 ? 4 : 0.1;

      places[2 * i] = (float)(1 + size * sema_random_uniform (&random));
      places[2 * i + 1] = (float)(-2 + size * sema_random_uniform (&random));
      if (i % 50 == 49)
        places[2 * i + i / 50 % 2] = i % 100 == 49 ? NAN : INFINITY;
      if (i % 41 == 40)
        places[2 * i] = places[2 * i + 1] = -1.25f;
      if (i == 7)
        places[2 * i] = 12;
    }
  cloud = fixture_make_cloud_of (places, n);
  sema_cloud_set_owner (cloud, places, g_free);
  return cloud;
}

gboolean
fixture_is_in_box (const SemaCloud *cloud, guint64 row, const SemaCloudBox *box)
{
  double x, y;

  return sema_cloud_get_place (cloud, row, &x, &y) && x >= box->min_x && x <= box->max_x && y >= box->min_y && y <= box->max_y;
}
