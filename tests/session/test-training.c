/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-training.h"

#include <string.h>

#include "sema-memory.h"

#define LONGEST (20 * G_TIME_SPAN_SECOND) /* that anything may take here */

typedef struct
{
  SemaTraining        *training;
  char                *path;
  SemaTrainingSettings settings;
  guint                n_changed;
  guint                n_snapshots;
  SemaSet             *last;
  char                *failure;
} Fixture;

static void
note_change (SemaTraining *training, gpointer data)
{
  Fixture *fixture = data;
  SemaSet *snapshot = sema_training_get_snapshot (training);

  fixture->n_changed++;
  fixture->n_snapshots += snapshot != NULL && snapshot != fixture->last;
  fixture->last = snapshot;
}

static void
note_failure (SemaTraining *training, const char *sentence, gpointer data)
{
  Fixture *fixture = data;

  g_free (fixture->failure);
  fixture->failure = g_strdup (sentence);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  *fixture = (Fixture) {.training = sema_training_new (), .settings = SEMA_TRAINING_DEFAULTS};
  fixture->path = g_build_filename (g_getenv ("SEMASCOPE_DATA"), "texts", "small-world.txt", NULL);
  fixture->settings.learning.epochs = 5;
  g_signal_connect (fixture->training, "changed", G_CALLBACK (note_change), fixture);
  g_signal_connect (fixture->training, "failed", G_CALLBACK (note_failure), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->training);
  g_free (fixture->path);
  g_free (fixture->failure);
}

static gboolean
wake_up (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_for_state (Fixture *fixture, SemaTrainingState state)
{
  gint64 end = g_get_monotonic_time () + LONGEST;
  guint  clock = g_timeout_add (20, wake_up, NULL);

  while (sema_training_get_state (fixture->training) != state)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (clock);
}

static void
wait_for_whole (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + LONGEST;

  while (!sema_training_is_whole (fixture->training))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
open_world (Fixture *fixture)
{
  sema_training_open (fixture->training, fixture->path, &fixture->settings);
  g_assert_cmpint (sema_training_get_state (fixture->training), ==, SEMA_TRAINING_READING);
  wait_for_state (fixture, SEMA_TRAINING_PAUSED);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  gsize n_losses;

  g_assert_cmpint (sema_training_get_state (fixture->training), ==, SEMA_TRAINING_EMPTY);
  g_assert_null (sema_training_get_snapshot (fixture->training));
  sema_training_start (fixture->training);
  sema_training_step (fixture->training);
  g_assert_cmpint (sema_training_get_state (fixture->training), ==, SEMA_TRAINING_EMPTY);
  open_world (fixture);
  g_assert_cmpuint (sema_training_get_n_done (fixture->training), ==, 0);
  g_assert_nonnull (sema_training_get_snapshot (fixture->training));
  g_assert_true (sema_training_is_whole (fixture->training));
  g_assert_cmpuint (sema_corpus_get_text (sema_training_get_corpus (fixture->training))->n_words, ==, sema_set_get_n_rows (sema_training_get_snapshot (fixture->training)));
  sema_training_get_losses (fixture->training, &n_losses);
  g_assert_cmpuint (n_losses, ==, 0);
}

static guint32
sum_bits (SemaSet *set)
{
  guint32 sum = 0;

  for (guint64 row = 0; row < sema_set_get_n_rows (set); row++)
    for (gsize i = 0; i < sema_set_get_dim (set); i++)
      {
        guint32 bits;

        memcpy (&bits, &sema_set_get_row (set, row)[i], sizeof bits);
        sum = sum * 31 + bits;
      }
  return sum;
}

/* Paused or not, stepped or not, and begun again: the same vectors. */
static void
test_same (Fixture *fixture, gconstpointer data)
{
  guint32 first;

  open_world (fixture);
  sema_training_start (fixture->training);
  wait_for_state (fixture, SEMA_TRAINING_DONE);
  g_assert_true (sema_training_is_whole (fixture->training));
  g_assert_cmpuint (sema_training_get_n_done (fixture->training), ==, sema_training_get_n_total (fixture->training));
  first = sum_bits (sema_training_get_snapshot (fixture->training));

  sema_training_restart (fixture->training, &fixture->settings);
  for (guint i = 0; i < 7; i++)
    sema_training_step (fixture->training);
  sema_training_start (fixture->training);
  for (guint i = 0; i < 30; i++)
    {
      g_usleep (1000);
      g_main_context_iteration (NULL, FALSE);
    }
  sema_training_pause (fixture->training);
  wait_for_whole (fixture);
  sema_training_start (fixture->training);
  wait_for_state (fixture, SEMA_TRAINING_DONE);
  g_assert_cmphex (sum_bits (sema_training_get_snapshot (fixture->training)), ==, first);

  fixture->settings.learning.seed = 2;
  sema_training_restart (fixture->training, &fixture->settings);
  sema_training_start (fixture->training);
  wait_for_state (fixture, SEMA_TRAINING_DONE);
  g_assert_cmphex (sum_bits (sema_training_get_snapshot (fixture->training)), !=, first);
}

static void
test_step (Fixture *fixture, gconstpointer data)
{
  guint64 done, total;

  open_world (fixture);
  total = sema_training_get_n_total (fixture->training);
  sema_training_step (fixture->training);
  sema_training_step (fixture->training);
  while (sema_training_get_n_done (fixture->training) < 2 * ((total + 499) / 500))
    g_main_context_iteration (NULL, TRUE);
  done = sema_training_get_n_done (fixture->training);
  g_assert_cmpuint (done, ==, 2 * ((total + 499) / 500));
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (1000);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (sema_training_get_n_done (fixture->training), ==, done);
  g_assert_cmpint (sema_training_get_state (fixture->training), ==, SEMA_TRAINING_PAUSED);
}

/* No more than 30 snapshots a second; pausing takes no time, and then nothing moves. */
static void
test_pause (Fixture *fixture, gconstpointer data)
{
  const gint64 watched = G_TIME_SPAN_SECOND / 2;
  gint64       start;
  guint64      done;

  fixture->settings.learning.epochs = 100000;
  fixture->settings.most_words = 100;
  open_world (fixture);
  fixture->n_snapshots = 0;
  sema_training_start (fixture->training);
  g_assert_cmpint (sema_training_get_state (fixture->training), ==, SEMA_TRAINING_RUNNING);
  start = g_get_monotonic_time ();
  while (g_get_monotonic_time () - start < watched)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_snapshots, >=, 2);
  g_assert_cmpuint (fixture->n_snapshots, <=, 17);
  g_assert_false (sema_training_is_whole (fixture->training));
  g_assert_cmpuint (sema_set_get_n_rows (sema_training_get_snapshot (fixture->training)), ==, 100);

  start = g_get_monotonic_time ();
  sema_training_pause (fixture->training);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10000);
  g_assert_cmpint (sema_training_get_state (fixture->training), ==, SEMA_TRAINING_PAUSED);
  wait_for_whole (fixture);
  done = sema_training_get_n_done (fixture->training);
  for (guint i = 0; i < 50; i++)
    {
      g_usleep (1000);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (sema_training_get_n_done (fixture->training), ==, done);
}

/* The main loop is never kept from its work: whatever is called returns at once, and its turns are short. */
static void
test_main_loop (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND / 2;
  gint64 longest = 0;

  fixture->settings.learning.epochs = 100000;
  open_world (fixture);
  sema_training_start (fixture->training);
  while (g_get_monotonic_time () < end)
    {
      gint64 start = g_get_monotonic_time ();

      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, g_get_monotonic_time () - start);
      g_usleep (500);
    }
  g_test_message ("longest turn: %.3f ms", (double)longest / 1000);
  g_assert_cmpint (longest, <, 100000);
}

static void
test_restart (Fixture *fixture, gconstpointer data)
{
  SemaCorpus *corpus;

  fixture->settings.learning.epochs = 100000;
  open_world (fixture);
  corpus = sema_training_get_corpus (fixture->training);
  sema_training_start (fixture->training);
  while (sema_training_get_n_done (fixture->training) == 0)
    g_main_context_iteration (NULL, TRUE);
  fixture->settings.learning.dim = 7;
  sema_training_restart (fixture->training, &fixture->settings);
  wait_for_state (fixture, SEMA_TRAINING_PAUSED);
  g_assert_cmpuint (sema_training_get_n_done (fixture->training), ==, 0);
  g_assert_cmpuint (sema_set_get_dim (sema_training_get_snapshot (fixture->training)), ==, 7);
  g_assert_true (sema_training_get_corpus (fixture->training) == corpus);
  fixture->settings.min_count = 50;
  sema_training_restart (fixture->training, &fixture->settings);
  wait_for_state (fixture, SEMA_TRAINING_PAUSED);
  g_assert_cmpuint (sema_set_get_n_rows (sema_training_get_snapshot (fixture->training)), <, 40);
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  sema_training_open (fixture->training, "/nowhere/text.txt", &fixture->settings);
  sema_training_start (fixture->training);
  wait_for_state (fixture, SEMA_TRAINING_EMPTY);
  g_assert_nonnull (strstr (fixture->failure, "text.txt"));
  g_clear_pointer (&fixture->failure, g_free);
  open_world (fixture);
  g_assert_null (fixture->failure);
}

/* A text that is being read can be left, and another one read. */
static void
test_forget (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("SEMASCOPE_DATA"), "texts", "small-world.txt", NULL);

  sema_training_open (fixture->training, path, &fixture->settings);
  g_assert_cmpint (sema_training_get_state (fixture->training), ==, SEMA_TRAINING_READING);
  g_assert_cmpfloat (sema_training_get_read_share (fixture->training), <=, 1);
  sema_training_forget (fixture->training);
  g_assert_cmpint (sema_training_get_state (fixture->training), ==, SEMA_TRAINING_EMPTY);
  g_assert_cmpfloat (sema_training_get_read_share (fixture->training), ==, 0);
  open_world (fixture);
  g_assert_cmpfloat (sema_training_get_read_share (fixture->training), ==, 1);
  g_assert_null (fixture->failure);
}

/* Nobody waits for a thread when the training goes, and nothing is left of it. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + LONGEST;

  fixture->settings.learning.epochs = 100000;
  open_world (fixture);
  sema_training_start (fixture->training);
  g_assert_finalize_object (g_steal_pointer (&fixture->training));
  while (sema_memory_get_used () > 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/training/open", test_open);
  ADD ("/training/same", test_same);
  ADD ("/training/step", test_step);
  ADD ("/training/forget", test_forget);
  ADD ("/training/pause", test_pause);
  ADD ("/training/main-loop", test_main_loop);
  ADD ("/training/restart", test_restart);
  ADD ("/training/failure", test_failure);
  ADD ("/training/gone", test_gone);
  return g_test_run ();
}
