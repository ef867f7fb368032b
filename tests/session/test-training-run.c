/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-training-run.h"

#include <glib/gstdio.h>
#include <math.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"

static char *
get_world (void)
{
  return g_build_filename (g_getenv ("SEMASCOPE_DATA"), "texts", "small-world.txt", NULL);
}

static SemaTrainingRun *
new_run (guint epochs, SemaCorpus *corpus)
{
  g_autofree char     *path = get_world ();
  SemaTrainingSettings settings = SEMA_TRAINING_DEFAULTS;

  settings.learning.epochs = epochs;
  settings.most_words = 100;
  return sema_training_run_new (path, corpus, &settings);
}

static SemaTrainingSlice *
work (SemaTrainingRun *run, guint64 most_chunks)
{
  g_autoptr (SemaTrainingSlice) slice = sema_training_slice_new (run, most_chunks);
  g_autoptr (GError)            error = NULL;

  g_assert_true (sema_training_slice_work (slice, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&slice);
}

static void
test_begin (void)
{
  g_autoptr (SemaTrainingRun)   run = new_run (3, NULL);
  g_autoptr (SemaTrainingSlice) slice = work (run, 0);

  g_assert_true (slice->is_whole);
  g_assert_cmpuint (slice->n_done, ==, 0);
  g_assert_cmpuint (slice->n_total, ==, 3 * sema_corpus_get_n_places (slice->corpus));
  g_assert_cmpuint (sema_set_get_n_rows (slice->snapshot), ==, sema_corpus_get_text (slice->corpus)->n_words);
  g_assert_cmpuint (slice->losses->len, ==, 0);
  g_assert_cmpstr (sema_set_get_name (slice->snapshot), ==, "small-world");
}

/* While it runs the snapshot has some words, after a chunk all. */
static void
test_words (void)
{
  g_autoptr (SemaTrainingRun)   run = new_run (10000, NULL);
  g_autoptr (SemaTrainingSlice) first = work (run, G_MAXUINT64);
  g_autoptr (SemaTrainingSlice) second = work (run, 1);
  g_autoptr (SemaTrainingSlice) stopped = sema_training_slice_new (run, G_MAXUINT64);

  g_assert_false (first->is_whole);
  g_assert_cmpuint (sema_set_get_n_rows (first->snapshot), ==, 100);
  g_assert_cmpuint (first->n_done, >, 0);
  g_assert_cmpuint (first->n_done, <, first->n_total);
  g_assert_true (second->is_whole);
  g_assert_cmpuint (second->n_done, ==, first->n_done + 2000);
  stopped->is_stopped = TRUE;
  g_assert_true (sema_training_slice_work (stopped, NULL));
  g_assert_true (stopped->is_whole);
  g_assert_cmpuint (stopped->n_done, ==, second->n_done + 2000);
}

static void
assert_same_vectors (SemaSet *a, SemaSet *b)
{
  gsize n_bytes = sema_set_get_dim (a) * sizeof (float);

  g_assert_cmpuint (sema_set_get_n_rows (a), ==, sema_set_get_n_rows (b));
  for (guint64 row = 0; row < sema_set_get_n_rows (a); row++)
    g_assert_cmpmem (sema_set_get_row (a, row), n_bytes, sema_set_get_row (b, row), n_bytes);
}

static SemaTrainingSlice *
finish (SemaTrainingRun *run, guint64 most_chunks)
{
  SemaTrainingSlice *slice = work (run, most_chunks);

  while (slice->n_done < slice->n_total)
    {
      sema_training_slice_free (slice);
      slice = work (run, most_chunks);
    }
  return slice;
}

/* In one go, chunk by chunk, and beginning with the text of another: the same vectors and the same curve, which goes down. */
static void
test_same (void)
{
  g_autoptr (SemaTrainingRun)   run = new_run (20, NULL);
  g_autoptr (SemaTrainingSlice) whole = finish (run, G_MAXUINT64);
  g_autoptr (SemaTrainingRun)   other_run = new_run (20, whole->corpus);
  g_autoptr (SemaTrainingSlice) pieces = finish (other_run, 1);
  const double                 *losses = (const double *)whole->losses->data;
  guint                         n = whole->losses->len;

  g_assert_true (whole->is_whole);
  assert_same_vectors (whole->snapshot, pieces->snapshot);
  g_assert_cmpuint (n, >, SEMA_TRAINING_MOST_POINTS * 9 / 10);
  g_assert_cmpuint (n, <=, SEMA_TRAINING_MOST_POINTS);
  g_assert_cmpmem (losses, n * sizeof *losses, pieces->losses->data, pieces->losses->len * sizeof *losses);
  g_assert_cmpfloat (losses[0], >, 4);
  g_assert_cmpfloat (losses[n - 1], <, losses[0] * 0.7);
}

/* Of a long way a point is many chunks, and there are no more points. */
static void
test_points (void)
{
  g_autoptr (SemaTrainingRun)   run = new_run (300, NULL);
  g_autoptr (SemaTrainingSlice) slice = finish (run, G_MAXUINT64);

  g_assert_cmpuint (slice->n_total, >, (guint64)2000 * SEMA_TRAINING_MOST_POINTS);
  g_assert_cmpuint (slice->losses->len, >, SEMA_TRAINING_MOST_POINTS / 4);
  g_assert_cmpuint (slice->losses->len, <=, SEMA_TRAINING_MOST_POINTS);
}

static void
assert_fails (const char *text, guint64 min_count, GQuark domain, int code)
{
  g_autofree char              *path = NULL;
  SemaTrainingSettings          settings = SEMA_TRAINING_DEFAULTS;
  g_autoptr (SemaTrainingRun)   run = NULL;
  g_autoptr (SemaTrainingSlice) slice = NULL;
  g_autoptr (GError)            error = NULL;
  int                           fd = g_file_open_tmp ("sema-XXXXXX", &path, NULL);

  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  settings.min_count = min_count;
  run = sema_training_run_new (path, NULL, &settings);
  slice = sema_training_slice_new (run, 1);
  g_assert_false (sema_training_slice_work (slice, &error));
  g_assert_error (error, domain, code);
  g_unlink (path);
}

static void
test_failures (void)
{
  SemaTrainingSettings          settings = SEMA_TRAINING_DEFAULTS;
  g_autoptr (SemaTrainingRun)   missing = sema_training_run_new ("/nowhere/text", NULL, &settings);
  g_autoptr (SemaTrainingSlice) slice = sema_training_slice_new (missing, 1);
  g_autoptr (GError)            error = NULL;

  g_assert_false (sema_training_slice_work (slice, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
  assert_fails ("", 1, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  assert_fails ("one two three", 2, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  sema_memory_fail_at (3);
  assert_fails ("one two three", 1, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  sema_memory_fail_at (0);
}

static void
test_cancel (void)
{
  g_autoptr (SemaTrainingRun)   run = new_run (10000, NULL);
  g_autoptr (SemaTrainingSlice) slice = sema_training_slice_new (run, G_MAXUINT64);
  g_autoptr (GError)            error = NULL;

  sema_training_run_cancel (run);
  g_assert_false (sema_training_slice_work (slice, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/training-run/begin", test_begin);
  g_test_add_func ("/training-run/words", test_words);
  g_test_add_func ("/training-run/same", test_same);
  g_test_add_func ("/training-run/points", test_points);
  g_test_add_func ("/training-run/failures", test_failures);
  g_test_add_func ("/training-run/cancel", test_cancel);
  return g_test_run ();
}
