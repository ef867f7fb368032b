/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"
#include "sema-word-list.h"

/* What is printed is read again; only a word that ends in a carriage return cannot be told from the end of a line. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaRecipe) recipe = sema_recipe_new (), again = sema_recipe_new ();
  g_autoptr (GString)    text = NULL;

  sema_fuzz_check (sema_word_list_load (sema_fuzz_write ("a.txt", data, size), recipe, &error), &error);
  text = sema_word_list_print (recipe);
  sema_word_list_add_to (text->str, text->len, again);
  g_assert_cmpuint (again->words->len, <=, recipe->words->len);
}
