/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pipe.h"

#include <stdatomic.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-parallel.h"

/* A job whose producer counts and whose consumers compare; what only the turn protects is not atomic, so that a thread sanitizer
 * sees a turn that is none. */
typedef struct
{
  guint64  n_blocks; /* to be produced */
  guint64  fail_at;  /* G_MAXUINT64: nowhere */
  gboolean fails_with_bytes;
  guint64  stop_at;
  gsize    size;
  guint    ring;
  gulong   sleep; /* microseconds, of the producer */

  SemaPipe       *pipe;
  SemaProgress   *progress;
  _Atomic guint64 n_filled;
  _Atomic guint64 n_returned;
  _Atomic guint64 n_errors;

  guint64 n_taken; /* in turn */
  guint64 sum;
} Job;

#define NOWHERE G_MAXUINT64

static gboolean
fill (SemaPipeBlock *block, gboolean *is_last, gpointer data, GError **error)
{
  Job    *job = data;
  guint64 number = job->n_filled++;
  char   *place;

  g_assert_cmpuint (block->number, ==, number);
  g_assert_cmpuint (block->bytes.n_bytes, ==, 0);
  g_assert_cmpuint (*(guint64 *)block->note, ==, 0);
  g_assert_cmpuint (number - job->n_returned, <, job->ring);
  if (job->sleep > 0)
    g_usleep (job->sleep);
  *(guint64 *)block->note = number + 7;
  if (number == job->fail_at && !job->fails_with_bytes)
    {
      g_set_error_literal (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY, "told");
      return FALSE;
    }
  place = sema_buffer_append (&block->bytes, job->size, error);
  if (place == NULL)
    return FALSE;
  memset (place, (int)(number % 251), job->size);
  *is_last = number + 1 == job->n_blocks;
  if (number == job->fail_at)
    g_set_error_literal (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY, "told");
  return number != job->fail_at;
}

static void
check_block (const Job *job, const SemaPipeBlock *block)
{
  g_assert_cmpuint (*(guint64 *)block->note, ==, block->number + 7);
  g_assert_cmpuint (block->bytes.n_bytes, ==, job->size);
  for (gsize i = 0; i < job->size; i += 101)
    g_assert_cmpuint ((guint8)block->bytes.data[i], ==, block->number % 251);
}

static void
consume (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Job               *job = data;
  g_autoptr (GError) error = NULL;
  SemaPipeBlock     *block;

  while ((block = sema_pipe_take (job->pipe, &error)) != NULL)
    {
      check_block (job, block);
      if (!sema_pipe_await_turn (job->pipe, block))
        return;
      g_assert_cmpuint (job->n_taken, ==, block->number);
      job->n_taken++;
      job->sum = job->sum * 31 + (guint8)block->bytes.data[0];
      if (block->number == job->stop_at)
        {
          sema_pipe_stop (job->pipe);
          return;
        }
      job->n_returned++;
      sema_pipe_give_back (job->pipe, block);
    }
  job->n_errors += error != NULL;
}

/* Runs a job by @n_consumers; there are as many threads, and one for the producer. */
static void
run (Job *job, guint n_consumers)
{
  sema_parallel_set_threads (MAX (n_consumers, 2));
  job->pipe = sema_pipe_new (job->ring, sizeof (guint64), job->progress, fill, job);
  sema_parallel_rows (n_consumers, 1, NULL, consume, job);
}

static void
finish (Job *job)
{
  g_clear_pointer (&job->pipe, sema_pipe_free);
  sema_parallel_set_threads (0);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static guint64
sum_of (guint64 n_blocks)
{
  guint64 sum = 0;

  for (guint64 i = 0; i < n_blocks; i++)
    sum = sum * 31 + i % 251;
  return sum;
}

static void
test_order (void)
{
  for (guint n_consumers = 1; n_consumers <= 5; n_consumers++)
    for (guint ring = 1; ring <= 7; ring++)
      {
        Job job = {.n_blocks = 700, .fail_at = NOWHERE, .stop_at = NOWHERE, .size = 1000, .ring = ring};

        run (&job, n_consumers);
        g_assert_cmpuint (job.n_taken, ==, 700);
        g_assert_cmpuint (job.n_filled, ==, 700);
        g_assert_cmpuint (job.sum, ==, sum_of (700));
        g_assert_cmpuint (job.n_errors, ==, 0);
        g_assert_null (sema_pipe_take (job.pipe, NULL));
        finish (&job);
      }
}

/* All that came before the error is taken first, and every consumer gets the error. */
static void
test_error (void)
{
  for (guint n_consumers = 1; n_consumers <= 4; n_consumers++)
    for (guint with_bytes = 0; with_bytes < 2; with_bytes++)
      {
        Job                job = {.n_blocks = 100, .fail_at = 37, .fails_with_bytes = with_bytes == 1, .stop_at = NOWHERE, .size = 10, .ring = 5};
        g_autoptr (GError) error = NULL;

        run (&job, n_consumers);
        g_assert_cmpuint (job.n_taken, ==, 37 + with_bytes);
        g_assert_cmpuint (job.n_filled, ==, 38);
        g_assert_cmpuint (job.n_errors, ==, n_consumers);
        g_assert_null (sema_pipe_take (job.pipe, &error));
        g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
        g_assert_cmpstr (error->message, ==, "told");
        finish (&job);
      }
}

/* A consumer that has enough ends the others and the producer, wherever these are. */
static void
test_stop (void)
{
  for (guint n_consumers = 1; n_consumers <= 4; n_consumers++)
    for (guint64 stop_at = 0; stop_at < 60; stop_at++)
      {
        Job                job = {.n_blocks = NOWHERE, .fail_at = NOWHERE, .stop_at = stop_at, .size = 10, .ring = 1 + stop_at % 6};
        g_autoptr (GError) error = NULL;

        run (&job, n_consumers);
        g_assert_cmpuint (job.n_taken, ==, stop_at + 1);
        g_assert_null (sema_pipe_take (job.pipe, &error));
        g_assert_no_error (error);
        finish (&job);
      }
}

/* Freed at any moment, with blocks filled and taken or not. */
static void
test_free (void)
{
  for (guint i = 0; i < 200; i++)
    {
      Job job = {.n_blocks = NOWHERE, .fail_at = NOWHERE, .stop_at = NOWHERE, .size = 100, .ring = 2 + i % 3};

      sema_parallel_set_threads (2);
      job.pipe = sema_pipe_new (job.ring, sizeof (guint64), NULL, fill, &job);
      g_usleep (i % 50);
      for (guint n = 0; n < i % 3; n++)
        g_assert_nonnull (sema_pipe_take (job.pipe, NULL));
      finish (&job);
    }
}

/* The producer gets so far ahead and no further, in blocks and in bytes. */
static void
test_bounds (void)
{
  Job     many = {.n_blocks = NOWHERE, .fail_at = NOWHERE, .stop_at = NOWHERE, .size = 10, .ring = 4};
  Job     large = {.n_blocks = NOWHERE, .fail_at = NOWHERE, .stop_at = NOWHERE, .size = 20 * 1024 * 1024, .ring = 40};
  guint64 n_used;

  sema_parallel_set_threads (2);
  many.pipe = sema_pipe_new (many.ring, sizeof (guint64), NULL, fill, &many);
  large.pipe = sema_pipe_new (large.ring, sizeof (guint64), NULL, fill, &large);
  for (guint i = 0; i < 5000 && (many.n_filled < 4 || large.n_filled < 2); i++)
    g_usleep (1000);
  g_usleep (200000);
  g_assert_cmpuint (many.n_filled, ==, 4);
  g_assert_cmpuint (large.n_filled, ==, 2);
  for (guint i = 0; i < 5; i++)
    {
      SemaPipeBlock *block = sema_pipe_take (large.pipe, NULL);

      large.n_returned++;
      sema_pipe_give_back (large.pipe, block);
    }
  n_used = sema_memory_get_used ();
  g_assert_cmpuint (n_used, <, 4 * large.size);
  g_clear_pointer (&many.pipe, sema_pipe_free);
  finish (&large);
}

static gboolean
fill_here (SemaPipeBlock *block, gboolean *is_last, gpointer data, GError **error)
{
  g_assert_true (g_thread_self () == data);
  *is_last = block->number == 2;
  return TRUE;
}

/* With one block, and with one thread, the consumer does the producer's work. */
static void
test_without_thread (void)
{
  for (guint ring = 1; ring <= 2; ring++)
    {
      SemaPipe *pipe;

      sema_parallel_set_threads (ring == 1 ? 4 : 1);
      pipe = sema_pipe_new (ring, 0, NULL, fill_here, g_thread_self ());
      for (guint i = 0; i < 3; i++)
        {
          SemaPipeBlock *block = sema_pipe_take (pipe, NULL);

          g_assert_cmpuint (block->number, ==, i);
          sema_pipe_give_back (pipe, block);
        }
      g_assert_null (sema_pipe_take (pipe, NULL));
      sema_pipe_free (pipe);
    }
  sema_parallel_set_threads (0);
}

static gpointer
cancel_later (gpointer data)
{
  Job *job = data;

  while (job->n_filled < 10)
    g_usleep (100);
  sema_progress_cancel (job->progress);
  return GSIZE_TO_POINTER (g_get_monotonic_time ());
}

/* Cancelled while the producer is slow or the consumers are: all end at once, with the error. */
static void
test_cancel (void)
{
  for (guint n_consumers = 1; n_consumers <= 4; n_consumers++)
    for (guint i = 0; i < 10; i++)
      {
        g_autoptr (SemaProgress) progress = sema_progress_new ();
        g_autoptr (GError)       error = NULL;
        Job                      job = {.n_blocks = NOWHERE, .fail_at = NOWHERE, .stop_at = NOWHERE, .size = 10, .ring = 3, .progress = progress};
        GThread                 *thread = g_thread_new ("cancel", cancel_later, &job);
        gint64                   cancelled_at;

        job.sleep = i % 2 == 0 ? 0 : 500;
        run (&job, n_consumers);
        cancelled_at = (gint64)GPOINTER_TO_SIZE (g_thread_join (thread));
        g_test_minimized_result ((double)(g_get_monotonic_time () - cancelled_at), "microseconds to end");
        g_assert_null (sema_pipe_take (job.pipe, &error));
        g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
        g_assert_cmpuint (job.n_taken, <=, job.n_filled);
        finish (&job);
      }
}

static void
test_cancelled_before (void)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;
  Job                      job = {.n_blocks = 5, .fail_at = NOWHERE, .stop_at = NOWHERE, .size = 10, .ring = 3, .progress = progress};

  sema_progress_cancel (progress);
  run (&job, 2);
  g_assert_cmpuint (job.n_taken, ==, 0);
  g_assert_cmpuint (job.n_filled, ==, 0);
  g_assert_null (sema_pipe_take (job.pipe, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  finish (&job);
}

/* No memory for a block is an error like others. */
static void
test_no_memory (void)
{
  for (guint nth = 1; nth <= 3; nth++)
    {
      Job job = {.n_blocks = 50, .fail_at = NOWHERE, .stop_at = NOWHERE, .size = 10, .ring = 3};

      sema_memory_fail_at (nth);
      run (&job, 2);
      sema_memory_fail_at (0);
      g_assert_cmpuint (job.n_errors, ==, 2);
      g_assert_cmpuint (job.n_taken, ==, nth - 1);
      finish (&job);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pipe/order", test_order);
  g_test_add_func ("/pipe/error", test_error);
  g_test_add_func ("/pipe/stop", test_stop);
  g_test_add_func ("/pipe/free", test_free);
  g_test_add_func ("/pipe/bounds", test_bounds);
  g_test_add_func ("/pipe/without-thread", test_without_thread);
  g_test_add_func ("/pipe/cancel", test_cancel);
  g_test_add_func ("/pipe/cancelled-before", test_cancelled_before);
  g_test_add_func ("/pipe/no-memory", test_no_memory);
  return g_test_run ();
}
