/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-best.h"

#include "sema-random.h"

#define N 3000

/* By the plainest way there is: n rounds, each looking for the best of what is left. */
static SemaNeighbour
take_best (SemaNeighbour *all, gsize *n)
{
  gsize         best = 0;
  SemaNeighbour found;

  for (gsize i = 1; i < *n; i++)
    if (all[i].score > all[best].score || (all[i].score == all[best].score && all[i].row < all[best].row))
      best = i;
  found = all[best];
  all[best] = all[--*n];
  return found;
}

/* Few scores, so that many rows have the same; the rows come in any order. */
static void
test_offer (void)
{
  const gsize capacities[] = {1, 2, 7, 100, N, N + 5};
  SemaRandom  random;

  sema_random_init (&random, 1);
  for (guint round = 0; round < G_N_ELEMENTS (capacities); round++)
    {
      g_autofree SemaNeighbour *all = g_new (SemaNeighbour, N);
      g_autofree SemaNeighbour *heap = g_new (SemaNeighbour, capacities[round]);
      SemaBest                  best = {heap, 0, capacities[round]};
      gsize                     n = N;

      for (guint i = 0; i < N; i++)
        {
          all[i] = (SemaNeighbour) {i * 1237 % N, (int)(sema_random_uniform (&random) * 50) / 50.0 - 0.5};
          sema_best_offer (&best, all[i]);
        }
      g_assert_cmpuint (best.n, ==, MIN (capacities[round], N));
      g_assert_cmpint (sema_best_is_full (&best), ==, capacities[round] <= N);
      sema_best_sort (heap, best.n);
      for (gsize i = 0; i < best.n; i++)
        {
          SemaNeighbour expected = take_best (all, &n);

          g_assert_cmpuint (heap[i].row, ==, expected.row);
          g_assert_cmpfloat (heap[i].score, ==, expected.score);
        }
    }
}

/* The one that would go first is on top. */
static void
test_worst_on_top (void)
{
  SemaNeighbour heap[3];
  SemaBest      best = {heap, 0, 3};

  sema_best_offer (&best, (SemaNeighbour) {5, 0.5});
  sema_best_offer (&best, (SemaNeighbour) {4, 0.1});
  sema_best_offer (&best, (SemaNeighbour) {3, 0.1});
  g_assert_cmpuint (best.heap[0].row, ==, 4);
  sema_best_offer (&best, (SemaNeighbour) {9, 0.1});
  g_assert_cmpuint (best.heap[0].row, ==, 4);
  sema_best_offer (&best, (SemaNeighbour) {2, 0.1});
  g_assert_cmpuint (best.heap[0].row, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/best/offer", test_offer);
  g_test_add_func ("/best/worst-on-top", test_worst_on_top);
  return g_test_run ();
}
