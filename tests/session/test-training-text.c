/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-training-text.h"

#include <string.h>

#include "sema-set-builder.h"

#define LONGEST (20 * G_TIME_SPAN_SECOND) /* that reading may take here */

static SemaSet *
make (void)
{
  static const float         rows[][2] = {{1, 0}, {0, 1}, {2, 0.2f}, {0.1f, 1}};
  static const char *const   words[] = {"king", "mango", "queen", "grape"};
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (2, 0);

  for (guint i = 0; i < 4; i++)
    memcpy (sema_set_builder_add (builder, words[i], strlen (words[i]), NULL), rows[i], sizeof rows[i]);
  return sema_set_builder_finish (builder, NULL, NULL, NULL, NULL, NULL);
}

static void
test_neighbours (void)
{
  g_autoptr (SemaSet) set = make ();
  g_autofree char    *two = sema_training_text_list_neighbours (set, "King", 2);
  g_autofree char    *none = sema_training_text_list_neighbours (set, "pear", 2);

  g_assert_cmpstr (two, ==, "0.995  queen\n0.100  grape");
  g_assert_cmpstr (none, ==, "“pear” is not among the words that are learnt.");
}

static void
test_describe (void)
{
  g_autoptr (SemaTraining)   training = sema_training_new ();
  const SemaTrainingSettings settings = SEMA_TRAINING_DEFAULTS;
  g_autofree char           *path = g_build_filename (g_getenv ("SEMASCOPE_DATA"), "texts", "small-world.txt", NULL);
  g_autofree char           *empty = sema_training_text_describe (training);
  g_autofree char           *reading = NULL;
  g_autofree char           *paused = NULL;
  gint64                     end = g_get_monotonic_time () + LONGEST;

  g_assert_cmpstr (empty, ==, "Choose a text, or drop it here.");
  sema_training_open (training, path, &settings);
  reading = sema_training_text_describe (training);
  g_assert_true (g_str_has_prefix (reading, "Reading the text: ") && g_str_has_suffix (reading, " %"));
  for (; sema_training_get_state (training) == SEMA_TRAINING_READING || sema_training_get_n_total (training) == 0; g_usleep (1000))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  paused = sema_training_text_describe (training);
  g_assert_true (g_str_has_prefix (paused, "0 of 4"));
  g_assert_nonnull (strstr (paused, " words"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/training-text/neighbours", test_neighbours);
  g_test_add_func ("/training-text/describe", test_describe);
  return g_test_run ();
}
