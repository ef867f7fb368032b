/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word-list.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <string.h>

static SemaRecipe *
read_list (const char *text)
{
  SemaRecipe *recipe = sema_recipe_new ();

  sema_word_list_add_to (text, strlen (text), recipe);
  return recipe;
}

static const char *
group_of (const SemaRecipe *recipe, const char *word)
{
  gssize index = sema_recipe_find_word (recipe, word);

  g_assert_cmpint (index, >=, 0);
  return sema_recipe_get_group (recipe, g_array_index (recipe->words, SemaRecipeWord, index).group);
}

static void
test_lines (void)
{
  g_autoptr (SemaRecipe) recipe = read_list ("\xEF\xBB\xBFking\r\n\n queen\nnew york\nking\nlast");

  g_assert_cmpuint (recipe->words->len, ==, 4);
  g_assert_cmpstr (sema_recipe_get_word (recipe, 0), ==, "king");
  g_assert_cmpstr (sema_recipe_get_word (recipe, 1), ==, " queen");
  g_assert_cmpstr (sema_recipe_get_word (recipe, 2), ==, "new york");
  g_assert_cmpstr (sema_recipe_get_word (recipe, 3), ==, "last");
}

static void
test_groups (void)
{
  g_autoptr (SemaRecipe) recipe = read_list ("tower\n# Royals\nking\n#\n#hash\n# \nwater\n");

  g_assert_cmpuint (recipe->groups->len, ==, 1);
  g_assert_cmpstr (group_of (recipe, "tower"), ==, NULL);
  g_assert_cmpstr (group_of (recipe, "king"), ==, "Royals");
  g_assert_cmpstr (group_of (recipe, "#"), ==, "Royals");
  g_assert_cmpstr (group_of (recipe, "#hash"), ==, "Royals");
  g_assert_cmpstr (group_of (recipe, "water"), ==, NULL);
}

static void
test_round_trip (void)
{
  g_autoptr (SemaRecipe) recipe = read_list ("tower\nwater\n# Royals\nking\nqueen\n# Fruit\nmango\ncaf\xe9\n");
  g_autoptr (GString)    text = sema_word_list_print (recipe);
  g_autoptr (SemaRecipe) again = read_list (text->str);

  g_assert_true (sema_recipe_equal (recipe, again));
  g_assert_cmpstr (text->str, ==, "tower\nwater\n# Royals\nking\nqueen\n# Fruit\nmango\ncaf\xe9\n");
}

static void
test_file (void)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();
  g_autoptr (GError)     error = NULL;
  g_autofree char       *path = NULL;
  int                    fd = g_file_open_tmp ("words-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, "king\nqueen\n", -1, NULL));
  g_assert_true (sema_word_list_load (path, recipe, &error));
  g_assert_cmpuint (recipe->words->len, ==, 2);
  g_unlink (path);
  g_assert_false (sema_word_list_load (path, recipe, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_false (sema_word_list_load (g_get_tmp_dir (), recipe, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_clear_error (&error);
  g_assert_false (sema_word_list_load ("/dev/zero", recipe, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_clear_error (&error);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_false (sema_word_list_load (path, recipe, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-list/lines", test_lines);
  g_test_add_func ("/word-list/groups", test_groups);
  g_test_add_func ("/word-list/round-trip", test_round_trip);
  g_test_add_func ("/word-list/file", test_file);
  return g_test_run ();
}
