/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-parallel.h"

#include <stdatomic.h>
#include <string.h>

#define N_ROWS 100003

typedef struct
{
  guint8         *visits;
  _Atomic guint64 n_chunks;
  guint64         rows_per_chunk;
  SemaProgress   *progress;
  guint64         cancel_at;
} Visit;

static void
visit (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Visit *self = data;

  g_assert_cmpuint (first, ==, chunk * self->rows_per_chunk);
  g_assert_cmpuint (end, >, first);
  g_assert_cmpuint (end - first, <=, self->rows_per_chunk);
  for (guint64 row = first; row < end; row++)
    self->visits[row]++;
  atomic_fetch_add (&self->n_chunks, 1);
  if (self->progress != NULL && chunk == self->cancel_at)
    sema_progress_cancel (self->progress);
}

static void
assert_each_row_once (guint64 n_rows, guint64 rows_per_chunk)
{
  g_autofree guint8 *visits = g_new0 (guint8, MAX (n_rows, 1));
  Visit              data = {.visits = visits, .rows_per_chunk = rows_per_chunk};

  g_assert_true (sema_parallel_rows (n_rows, rows_per_chunk, NULL, visit, &data));
  for (guint64 row = 0; row < n_rows; row++)
    g_assert_cmpuint (visits[row], ==, 1);
  g_assert_cmpuint (data.n_chunks, ==, sema_parallel_count_chunks (n_rows, rows_per_chunk));
}

static void
test_each_row_once (void)
{
  for (guint threads = 0; threads <= 9; threads++)
    {
      sema_parallel_set_threads (threads);
      assert_each_row_once (0, 10);
      assert_each_row_once (1, 10);
      assert_each_row_once (10, 10);
      assert_each_row_once (11, 10);
      assert_each_row_once (N_ROWS, 7);
      assert_each_row_once (N_ROWS, G_MAXUINT64);
    }
  sema_parallel_set_threads (0);
}

static void
test_count_chunks (void)
{
  g_assert_cmpuint (sema_parallel_count_chunks (0, 5), ==, 0);
  g_assert_cmpuint (sema_parallel_count_chunks (5, 5), ==, 1);
  g_assert_cmpuint (sema_parallel_count_chunks (6, 5), ==, 2);
  g_assert_cmpuint (sema_parallel_count_chunks (G_MAXUINT64, 1), ==, G_MAXUINT64);
  g_assert_cmpuint (sema_parallel_count_chunks (G_MAXUINT64, 2), ==, G_GUINT64_CONSTANT (1) << 63);
}

static void
test_cancel (void)
{
  for (guint threads = 1; threads <= 4; threads += 3)
    {
      g_autofree guint8       *visits = g_new0 (guint8, N_ROWS);
      g_autoptr (SemaProgress) progress = sema_progress_new ();
      Visit                    data = {.visits = visits, .rows_per_chunk = 10, .progress = progress, .cancel_at = 3};

      sema_parallel_set_threads (threads);
      g_assert_false (sema_parallel_rows (N_ROWS, 10, progress, visit, &data));
      g_assert_cmpuint (data.n_chunks, <, sema_parallel_count_chunks (N_ROWS, 10));
      if (threads == 1)
        g_assert_cmpuint (data.n_chunks, ==, 4);
    }
  sema_parallel_set_threads (0);
}

/* All was done before anybody could stop it: the result is whole. */
static void
test_cancel_after_the_last (void)
{
  guint8                   visits[10] = {0};
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  Visit                    data = {.visits = visits, .rows_per_chunk = 10, .progress = progress, .cancel_at = 0};

  g_assert_true (sema_parallel_rows (10, 10, progress, visit, &data));
}

static void
note_thread (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  ((GThread **)data)[chunk] = g_thread_self ();
}

static void
test_one_chunk_stays_here (void)
{
  GThread *thread = NULL;

  g_assert_true (sema_parallel_rows (100, 100, NULL, note_thread, &thread));
  g_assert_true (thread == g_thread_self ());
}

static void
test_threads (void)
{
  g_assert_cmpuint (sema_parallel_get_threads (), >=, 1);
  g_assert_cmpuint (sema_parallel_get_threads (), <=, 64);
  sema_parallel_set_threads (1000);
  g_assert_cmpuint (sema_parallel_get_threads (), ==, 64);
  assert_each_row_once (N_ROWS, 100);
  sema_parallel_set_threads (0);
  g_assert_cmpuint (sema_parallel_get_threads (), <=, 64);
}

typedef struct
{
  guint8  done[N_ROWS]; /* whether each chunk is, before it is taken */
  guint64 n_taken;
  guint64 stop_at;
} Taking;

/* The first chunks take longer than others, so that many of these wait for them. */
static void
do_one (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  if (chunk % 1000 == 0)
    g_usleep (2000);
  ((Taking *)data)->done[chunk] = 1;
}

static gboolean
take_one (guint64 chunk, gpointer data)
{
  Taking *self = data;

  g_assert_cmpuint (chunk, ==, self->n_taken);
  g_assert_cmpuint (self->done[chunk], ==, 1);
  self->n_taken++;
  return self->n_taken != self->stop_at;
}

static void
test_in_order (void)
{
  for (guint threads = 1; threads <= 7; threads += 2)
    for (guint64 n = 0; n <= 4001; n = n * 10 + 1)
      {
        g_autofree Taking *taking = g_new0 (Taking, 1);

        sema_parallel_set_threads (threads);
        g_assert_true (sema_parallel_rows_in_order (n, 1, NULL, do_one, take_one, taking));
        g_assert_cmpuint (taking->n_taken, ==, n);
      }
  sema_parallel_set_threads (0);
}

/* Who has enough gets no more, and little more is done in vain. */
static void
test_enough (void)
{
  for (guint threads = 1; threads <= 7; threads += 2)
    {
      g_autofree Taking *taking = g_new0 (Taking, 1);
      guint              n_done = 0;

      taking->stop_at = 5;
      sema_parallel_set_threads (threads);
      g_assert_false (sema_parallel_rows_in_order (N_ROWS, 1, NULL, do_one, take_one, taking));
      g_assert_cmpuint (taking->n_taken, ==, 5);
      for (guint i = 0; i < N_ROWS; i++)
        n_done += taking->done[i];
      g_assert_cmpuint (n_done, <, N_ROWS);
      if (threads == 1)
        g_assert_cmpuint (n_done, ==, 5);
    }
  sema_parallel_set_threads (0);
}

static void
test_cancel_in_order (void)
{
  g_autofree Taking       *taking = g_new0 (Taking, 1);
  g_autoptr (SemaProgress) progress = sema_progress_new ();

  sema_progress_cancel (progress);
  g_assert_false (sema_parallel_rows_in_order (N_ROWS, 1, progress, do_one, take_one, taking));
  g_assert_cmpuint (taking->n_taken, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parallel/each-row-once", test_each_row_once);
  g_test_add_func ("/parallel/count-chunks", test_count_chunks);
  g_test_add_func ("/parallel/cancel", test_cancel);
  g_test_add_func ("/parallel/cancel-after-the-last", test_cancel_after_the_last);
  g_test_add_func ("/parallel/one-chunk-stays-here", test_one_chunk_stays_here);
  g_test_add_func ("/parallel/in-order", test_in_order);
  g_test_add_func ("/parallel/enough", test_enough);
  g_test_add_func ("/parallel/cancel-in-order", test_cancel_in_order);
  g_test_add_func ("/parallel/threads", test_threads);
  return g_test_run ();
}
