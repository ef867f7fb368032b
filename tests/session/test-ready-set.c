/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ready-set.h"

#include "sema-formats.h"

static void
test_all_are_in_the_sample (void)
{
  g_autofree char    *path = sema_ready_set_get_sample_path ();
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = sema_formats_load (path, NULL, &error);
  gsize               n;
  const SemaReadySet *ready = sema_ready_set_get_all (&n);

  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 6);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (SemaRecipe) recipe = sema_recipe_new ();

      g_assert_true (sema_ready_set_add_to (ready[i].id, recipe, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (recipe->words->len, >=, 8);
      for (gsize w = 0; w < recipe->words->len; w++)
        g_assert_cmpuint (sema_vocab_find (sema_set_get_vocab (set), sema_recipe_get_word (recipe, w), -1), !=, SEMA_VOCAB_NO_ROW);
    }
}

static void
test_demonstration (void)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaRecipe) recipe = sema_ready_set_make_demonstration (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (recipe->words->len, >=, 20);
  g_assert_cmpuint (recipe->analogies->len, ==, 1);
}

static void
test_missing (void)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();
  g_autoptr (GError)     error = NULL;

  g_assert_false (sema_ready_set_add_to ("no-such-set", recipe, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_true (sema_recipe_is_empty (recipe));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ready-set/all-are-in-the-sample", test_all_are_in_the_sample);
  g_test_add_func ("/ready-set/demonstration", test_demonstration);
  g_test_add_func ("/ready-set/missing", test_missing);
  return g_test_run ();
}
