/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-parallel.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>

#define MAX_THREADS 64

/**
 * Order:
 * @take: called for each chunk in order
 * @mutex: for all below
 * @is_done: (n_chunks) the chunks that are done
 * @n_taken: how many of them were taken
 * @is_taking: whether a thread is at it
 */
typedef struct
{
  SemaTakeFunc    take;
  pthread_mutex_t mutex;
  bool           *is_done;
  guint64         n_taken;
  bool            is_taking;
} Order;

typedef struct
{
  guint64         n_rows;
  guint64         rows_per_chunk;
  guint64         n_chunks;
  SemaProgress   *progress;
  SemaRowsFunc    func;
  gpointer        data;
  Order          *order; /* NULL: the chunks are not taken */
  _Atomic guint64 next_chunk;
  atomic_bool     is_cut;
} Job;

static atomic_uint fixed_threads;

/* Takes what is done, as far as there is no gap. The mutex is held, but not while a chunk is taken. */
static void
take_done (Job *job, Order *order)
{
  while (order->n_taken < job->n_chunks && order->is_done[order->n_taken] && !atomic_load (&job->is_cut))
    {
      guint64  chunk = order->n_taken;
      gboolean goes_on;

      pthread_mutex_unlock (&order->mutex);
      goes_on = order->take (chunk, job->data);
      pthread_mutex_lock (&order->mutex);
      order->n_taken++;
      if (!goes_on)
        atomic_store (&job->is_cut, TRUE);
    }
}

/* Nobody waits: a chunk whose turn has not come is left for who does the one before it. */
static void
note_done (Job *job, guint64 chunk)
{
  Order *order = job->order;

  pthread_mutex_lock (&order->mutex);
  order->is_done[chunk] = true;
  if (!order->is_taking)
    {
      order->is_taking = true;
      take_done (job, order);
      order->is_taking = false;
    }
  pthread_mutex_unlock (&order->mutex);
}

static void *
work (void *data)
{
  Job *job = data;

  for (;;)
    {
      guint64 chunk = atomic_fetch_add (&job->next_chunk, 1);
      guint64 first = chunk * job->rows_per_chunk;

      if (chunk >= job->n_chunks || atomic_load_explicit (&job->is_cut, memory_order_relaxed))
        return NULL;
      if (sema_progress_is_cancelled (job->progress))
        {
          atomic_store (&job->is_cut, TRUE);
          return NULL;
        }
      job->func (first, first + MIN (job->rows_per_chunk, job->n_rows - first), chunk, job->data);
      if (job->order != NULL)
        note_done (job, chunk);
    }
}

/* A thread that cannot be had is no error: those that exist take its chunks, and the caller is one of them. */
static void
work_together (Job *job, guint n_threads)
{
  pthread_t helpers[MAX_THREADS];
  guint     n_helpers = 0;

  while (n_helpers + 1 < n_threads && pthread_create (&helpers[n_helpers], NULL, work, job) == 0)
    n_helpers++;
  work (job);
  for (guint i = 0; i < n_helpers; i++)
    pthread_join (helpers[i], NULL);
}

/**
 * sema_parallel_count_chunks:
 * @n_rows: rows of the job, may be 0
 * @rows_per_chunk: rows of every chunk but the last, 1 or more
 *
 * Returns: how many chunks sema_parallel_rows() makes of them: what a caller needs to keep one result for each
 */
guint64
sema_parallel_count_chunks (guint64 n_rows, guint64 rows_per_chunk)
{
  g_return_val_if_fail (rows_per_chunk > 0, 0);

  return n_rows / rows_per_chunk + (n_rows % rows_per_chunk != 0);
}

/**
 * sema_parallel_rows:
 * @n_rows: rows of the job; 0 calls nothing
 * @rows_per_chunk: rows of every chunk but the last, 1 or more; choose it without regard to the number of threads
 * @progress: (nullable): polled before each chunk; its counts are left alone
 * @func: called once for each chunk, by any thread, in any order
 * @data: for @func
 *
 * Shares the chunks of a job among threads, the calling one included; with one chunk or one thread it stays on that.
 *
 * Returns: %TRUE when every chunk was done, %FALSE when @progress was cancelled before that
 */
gboolean
sema_parallel_rows (guint64 n_rows, guint64 rows_per_chunk, SemaProgress *progress, SemaRowsFunc func, gpointer data)
{
  Job job = {.n_rows = n_rows, .rows_per_chunk = rows_per_chunk, .progress = progress, .func = func, .data = data};

  g_return_val_if_fail (rows_per_chunk > 0, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  job.n_chunks = sema_parallel_count_chunks (n_rows, rows_per_chunk);
  work_together (&job, (guint)MIN (job.n_chunks, sema_parallel_get_threads ()));
  return !atomic_load (&job.is_cut);
}

/**
 * sema_parallel_rows_in_order:
 * @n_rows: as for sema_parallel_rows()
 * @rows_per_chunk: as for sema_parallel_rows()
 * @progress: (nullable): as for sema_parallel_rows()
 * @func: called once for each chunk, by any thread, in any order
 * @take: called once for each chunk that is done, in the order of the chunks, by one thread at a time; takes little time
 *   against @func, or what is done piles up
 * @data: for both
 *
 * The same, where what came of a chunk can only be used when what came of all chunks before it was.
 *
 * Returns: %TRUE when every chunk was done and taken, %FALSE when @progress was cancelled or @take wanted no more
 */
gboolean
sema_parallel_rows_in_order (guint64 n_rows, guint64 rows_per_chunk, SemaProgress *progress, SemaRowsFunc func, SemaTakeFunc take, gpointer data)
{
  Order order = {.take = take};
  Job   job = {.n_rows = n_rows, .rows_per_chunk = rows_per_chunk, .progress = progress, .func = func, .data = data, .order = &order};

  g_return_val_if_fail (rows_per_chunk > 0, FALSE);
  g_return_val_if_fail (func != NULL && take != NULL, FALSE);

  job.n_chunks = sema_parallel_count_chunks (n_rows, rows_per_chunk);
  order.is_done = g_new0 (bool, job.n_chunks);
  pthread_mutex_init (&order.mutex, NULL);
  work_together (&job, (guint)MIN (job.n_chunks, sema_parallel_get_threads ()));
  pthread_mutex_destroy (&order.mutex);
  g_free (order.is_done);
  return !atomic_load (&job.is_cut);
}

static guint
count_processors (void)
{
  cpu_set_t processors;

  if (sched_getaffinity (0, sizeof processors, &processors) != 0)
    return 1;
  return (guint)CLAMP (CPU_COUNT (&processors), 1, MAX_THREADS);
}

/**
 * sema_parallel_get_threads:
 *
 * Returns: the threads that share a job, from 1 to 64: what was set, or else the processors this process may run on
 */
guint
sema_parallel_get_threads (void)
{
  static gsize n_processors = 0;
  guint        n_threads = atomic_load (&fixed_threads);

  if (n_threads > 0)
    return n_threads;
  if (g_once_init_enter (&n_processors))
    g_once_init_leave (&n_processors, count_processors ());
  return (guint)n_processors;
}

/**
 * sema_parallel_set_threads:
 * @n_threads: how many threads share a job from now on, at most 64; 0 to go by the processors again
 */
void
sema_parallel_set_threads (guint n_threads)
{
  atomic_store (&fixed_threads, MIN (n_threads, MAX_THREADS));
}
