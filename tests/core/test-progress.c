/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-progress.h"

static void
test_fraction (void)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();

  g_assert_cmpfloat (sema_progress_get_fraction (progress), ==, 0.0);
  sema_progress_set_done (progress, 10);
  g_assert_cmpfloat (sema_progress_get_fraction (progress), ==, 0.0);
  sema_progress_set_total (progress, 40);
  g_assert_cmpfloat (sema_progress_get_fraction (progress), ==, 0.25);
  g_assert_cmpuint (sema_progress_get_total (progress), ==, 40);
  g_assert_cmpuint (sema_progress_get_done (progress), ==, 10);
  sema_progress_set_done (progress, 41);
  g_assert_cmpfloat (sema_progress_get_fraction (progress), ==, 1.0);
  sema_progress_set_total (progress, G_MAXUINT64);
  sema_progress_set_done (progress, G_MAXUINT64 - 1);
  g_assert_cmpfloat (sema_progress_get_fraction (progress), <=, 1.0);
}

static gpointer
add (gpointer data)
{
  for (int i = 0; i < 100000; i++)
    sema_progress_add_done (data, 3);
  return NULL;
}

/* What several threads add is all there. */
static void
test_adding (void)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  GThread                 *threads[4];

  sema_progress_set_total (progress, 1200010);
  sema_progress_set_done (progress, 10);
  for (int i = 0; i < 4; i++)
    threads[i] = g_thread_new ("add", add, progress);
  for (int i = 0; i < 4; i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (sema_progress_get_done (progress), ==, 1200010);
  g_assert_cmpfloat (sema_progress_get_fraction (progress), ==, 1);
}

static gpointer
cancel (gpointer data)
{
  g_autoptr (SemaProgress) progress = data;

  sema_progress_cancel (progress);
  return NULL;
}

static void
test_cancel_from_a_thread (void)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  GThread                 *thread;

  g_assert_false (sema_progress_is_cancelled (progress));
  thread = g_thread_new ("cancel", cancel, sema_progress_ref (progress));
  g_thread_join (thread);
  g_assert_true (sema_progress_is_cancelled (progress));
}

/* A step counts for itself; the job's end is its end, not the other way round. */
static void
test_step (void)
{
  g_autoptr (SemaProgress) job = sema_progress_new ();
  g_autoptr (SemaProgress) step = sema_progress_new_step (job);
  g_autoptr (SemaProgress) other = sema_progress_new_step (job);
  g_autoptr (SemaProgress) alone = sema_progress_new_step (NULL);

  sema_progress_set_total (step, 4);
  sema_progress_set_done (step, 1);
  g_assert_cmpuint (sema_progress_get_total (job), ==, 0);
  g_assert_cmpuint (sema_progress_get_done (job), ==, 0);
  sema_progress_cancel (other);
  g_assert_true (sema_progress_is_cancelled (other));
  g_assert_false (sema_progress_is_cancelled (job) || sema_progress_is_cancelled (step) || sema_progress_is_cancelled (alone));
  sema_progress_cancel (job);
  g_assert_true (sema_progress_is_cancelled (step));
  g_assert_false (sema_progress_is_cancelled (alone));
}

static void
test_nobody_watches (void)
{
  sema_progress_set_total (NULL, 3);
  sema_progress_set_done (NULL, 1);
  sema_progress_add_done (NULL, 1);
  sema_progress_cancel (NULL);
  g_assert_false (sema_progress_is_cancelled (NULL));
  g_assert_cmpfloat (sema_progress_get_fraction (NULL), ==, 0.0);
  g_assert_cmpuint (sema_progress_get_total (NULL), ==, 0);
  g_assert_cmpuint (sema_progress_get_done (NULL), ==, 0);
  g_assert_null (sema_progress_ref (NULL));
  sema_progress_unref (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress/fraction", test_fraction);
  g_test_add_func ("/progress/adding", test_adding);
  g_test_add_func ("/progress/cancel-from-a-thread", test_cancel_from_a_thread);
  g_test_add_func ("/progress/step", test_step);
  g_test_add_func ("/progress/nobody-watches", test_nobody_watches);
  return g_test_run ();
}
