/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ready-set.h"

#include <glib/gi18n-lib.h>

#include "sema-data-dir.h"
#include "sema-ready-questions.h"
#include "sema-word-list.h"

#define SAMPLE "GloVe-sample-rounded.bin.gz"

static const SemaReadySet ready_sets[] = {
  {"royalty", N_ ("Royalty") },
   {"family", N_ ("Family") },
    {"capitals", N_ ("Capitals") },
     {"fruit-and-animals", N_ ("Fruit and animals") },
      {"tenses", N_ ("Tenses") },
       {"course", N_ ("Words of the course") },
};

/**
 * sema_ready_set_get_all:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the ready-made sets, in the order to show them in
 */
const SemaReadySet *
sema_ready_set_get_all (gsize *n)
{
  *n = G_N_ELEMENTS (ready_sets);
  return ready_sets;
}

/**
 * sema_ready_set_add_to:
 * @id: id of a ready-made set
 * @recipe: takes its words and groups
 * @error: a #GFileError when the program is not whole
 *
 * Returns: whether the set could be read
 */
gboolean
sema_ready_set_add_to (const char *id, SemaRecipe *recipe, GError **error)
{
  g_autofree char *file = g_strconcat (id, ".txt", NULL);
  g_autofree char *path = sema_data_dir_build ("sets", file);

  return sema_word_list_load (path, recipe, error);
}

/**
 * sema_ready_set_make_demonstration:
 * @error: a #GFileError when the program is not whole
 *
 * Returns: (transfer full) (nullable): what is drawn for somebody who has not asked for anything yet: words of several
 *   clusters, man is to king as woman is to …, and the ready questions
 */
SemaRecipe *
sema_ready_set_make_demonstration (GError **error)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();

  if (!sema_ready_set_add_to ("demonstration", recipe, error))
    return NULL;
  sema_recipe_add_analogy (recipe, "man", "king", "woman");
  sema_ready_questions_add_to (recipe);
  return g_steal_pointer (&recipe);
}

/**
 * sema_ready_set_get_sample_path:
 *
 * Returns: (transfer full): file name of the vectors that come with the program
 */
char *
sema_ready_set_get_sample_path (void)
{
  return sema_data_dir_build ("samples", SAMPLE);
}
