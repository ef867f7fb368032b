/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-edits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-vocab-search.h"
#include "sema-word.h"

static SemaRecipe *
copy_recipe (SemaSession *session)
{
  return sema_recipe_copy (sema_session_get_recipe (session));
}

/**
 * sema_edits_knows:
 * @session: a session
 * @word: bytes of a word
 *
 * Returns: whether the file that is open has the word
 */
gboolean
sema_edits_knows (SemaSession *session, const char *word)
{
  SemaSet *set = sema_session_get_set (session);

  return set != NULL && sema_vocab_find (sema_set_get_vocab (set), word, -1) != SEMA_VOCAB_NO_ROW;
}

/**
 * sema_edits_dup_word:
 * @session: a session
 * @text: what was typed
 *
 * Returns: (transfer full): the word that is meant: the text itself, or with blanks for the signs of blanks where the file has that
 */
char *
sema_edits_dup_word (SemaSession *session, const char *text)
{
  g_autofree char *word = sema_word_from_label (text);

  return g_strdup (word != NULL && !sema_edits_knows (session, text) && sema_edits_knows (session, word) ? word : text);
}

/**
 * sema_edits_dup_with_blank:
 * @session: a session
 * @word: bytes of a word
 *
 * Returns: (transfer full) (nullable): the word with a blank before it where the file has it only so, and %NULL otherwise
 */
char *
sema_edits_dup_with_blank (SemaSession *session, const char *word)
{
  SemaSet *set = sema_session_get_set (session);

  if (set == NULL || *word == 0 || sema_edits_can_show (session, word) || sema_vocab_search_with_blank (sema_set_get_vocab (set), word) == SEMA_VOCAB_NO_ROW)
    return NULL;
  return g_strconcat (" ", word, NULL);
}

/**
 * sema_edits_describe_unknown:
 * @session: a session
 * @word: a word that cannot be shown
 *
 * Returns: (transfer full): a sentence that says so, and names the word with a blank before it where the file has that
 */
char *
sema_edits_describe_unknown (SemaSession *session, const char *word)
{
  SemaSet         *set = sema_session_get_set (session);
  const SemaVocab *vocab = set != NULL ? sema_set_get_vocab (set) : NULL;
  guint64          row = vocab != NULL ? sema_vocab_search_with_blank (vocab, word) : SEMA_VOCAB_NO_ROW;
  g_autofree char *label = sema_word_to_label (word, strlen (word));
  g_autofree char *with_blank = row != SEMA_VOCAB_NO_ROW ? sema_vocab_dup_label (vocab, row) : NULL;

  if (with_blank == NULL)
    return g_strdup_printf (_ ("“%s” is not in this file."), label);
  return g_strdup_printf (_ ("“%s” is not in this file, but “%s” is, with a blank before it."), label, with_blank);
}

/**
 * sema_edits_can_show:
 * @session: a session
 * @word: bytes of a word
 *
 * Returns: whether the file that is open has the word, or vectors are composed here of the parts of words that it has not
 */
gboolean
sema_edits_can_show (SemaSession *session, const char *word)
{
  SemaSet *set = sema_session_get_set (session);

  return set != NULL && (sema_set_can_compose (set) || sema_edits_knows (session, word));
}

/**
 * sema_edits_add_words:
 * @session: a session
 * @words: (array zero-terminated=1): bytes of words
 *
 * Returns: how many of them are new
 */
gsize
sema_edits_add_words (SemaSession *session, const char *const *words)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);
  gsize                  n_new = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    n_new += sema_recipe_add_word (recipe, words[i], SEMA_NO_GROUP) ? 1 : 0;
  sema_session_commit (session, recipe, n_new == 1 ? _("Add word") : _("Add words"));
  return n_new;
}

static gsize
count_unknown (SemaSession *session, const SemaRecipe *recipe, gsize first)
{
  gsize n = 0;

  for (gsize i = first; i < recipe->words->len; i++)
    n += sema_edits_can_show (session, sema_recipe_get_word (recipe, i)) ? 0 : 1;
  return n;
}

static void
add_word (SemaSession *session, SemaRecipe *recipe, const char *word, int group, SemaAdded *counts)
{
  g_autofree char *with_blank = sema_edits_dup_with_blank (session, word);

  if (sema_recipe_add_word (recipe, with_blank != NULL ? with_blank : word, group) && with_blank != NULL)
    counts->n_with_blank++;
}

static void
add_analogy (SemaSession *session, SemaRecipe *recipe, const SemaRecipeAnalogy *analogy)
{
  g_autofree char *a = sema_edits_dup_with_blank (session, analogy->a);
  g_autofree char *b = sema_edits_dup_with_blank (session, analogy->b);
  g_autofree char *c = sema_edits_dup_with_blank (session, analogy->c);

  sema_recipe_add_analogy (recipe, a != NULL ? a : analogy->a, b != NULL ? b : analogy->b, c != NULL ? c : analogy->c);
}

/**
 * sema_edits_add_recipe:
 * @session: a session
 * @added: the words, groups and analogies of another recipe
 * @label: what the step is called, translated
 * @counts: (out): what came of its words
 *
 * Adds what is new; a word that the file has with a blank before it only, so. On an empty map, a recipe that is coloured by its groups
 * stays so.
 */
void
sema_edits_add_recipe (SemaSession *session, const SemaRecipe *added, const char *label, SemaAdded *counts)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);
  gsize                  first = recipe->words->len;

  *counts = (SemaAdded) {0};
  for (gsize i = 0; i < added->words->len; i++)
    {
      const SemaRecipeWord *word = &g_array_index (added->words, SemaRecipeWord, i);
      const char           *name = sema_recipe_get_group (added, word->group);

      add_word (session, recipe, word->word, name != NULL ? sema_recipe_add_group (recipe, name) : SEMA_NO_GROUP, counts);
    }
  for (gsize i = 0; i < added->analogies->len; i++)
    add_analogy (session, recipe, &g_array_index (added->analogies, SemaRecipeAnalogy, i));
  if (first == 0 && added->colour_by == SEMA_COLOUR_BY_GROUPS)
    recipe->colour_by = SEMA_COLOUR_BY_GROUPS;
  counts->n_new = recipe->words->len - first;
  counts->n_unknown = count_unknown (session, recipe, first);
  sema_session_commit (session, recipe, label);
}

/**
 * sema_edits_add_list:
 * @session: a session
 * @list: a list of words, see sema_word_list_add_to()
 * @label: what the step is called, translated
 * @counts: (out): what came of its words
 *
 * Adds a list of somebody's own as sema_edits_add_recipe() does: who names groups wants to see them, so on an empty map they give the colours.
 */
void
sema_edits_add_list (SemaSession *session, SemaRecipe *list, const char *label, SemaAdded *counts)
{
  if (list->groups->len > 0)
    list->colour_by = SEMA_COLOUR_BY_GROUPS;
  sema_edits_add_recipe (session, list, label, counts);
}

/**
 * sema_edits_remove_words:
 * @session: a session
 * @words: (array zero-terminated=1): bytes of words
 *
 * Removes words, and the analogies that they take part in.
 *
 * Returns: how many words were there
 */
gsize
sema_edits_remove_words (SemaSession *session, const char *const *words)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);
  gsize                  n = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    n += sema_recipe_remove_word (recipe, words[i]) ? 1 : 0;
  sema_session_commit (session, recipe, n == 1 ? _("Remove word") : _("Remove words"));
  return n;
}

/**
 * sema_edits_remove_absent:
 * @session: a session
 *
 * Removes the chosen words that the file that is open does not have.
 */
void
sema_edits_remove_absent (SemaSession *session)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);
  g_autoptr (GPtrArray)  absent = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < recipe->words->len; i++)
    if (!sema_edits_can_show (session, sema_recipe_get_word (recipe, i)))
      g_ptr_array_add (absent, g_strdup (sema_recipe_get_word (recipe, i)));
  g_ptr_array_add (absent, NULL);
  sema_edits_remove_words (session, (const char *const *)absent->pdata);
}

/**
 * sema_edits_clear:
 * @session: a session
 *
 * Removes all words, groups, analogies and names; how they are shown stays.
 */
void
sema_edits_clear (SemaSession *session)
{
  const SemaRecipe      *old = sema_session_get_recipe (session);
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();

  recipe->vectors = old->vectors;
  recipe->clusters = old->clusters;
  recipe->colour_by = old->colour_by;
  sema_recipe_set_title (recipe, old->title);
  sema_session_commit (session, recipe, _("Remove all words"));
}

/**
 * sema_edits_move_words:
 * @session: a session
 * @words: (array zero-terminated=1): bytes of words; those not chosen yet are added
 * @group: index of a group of the session's recipe, or %SEMA_NO_GROUP
 */
void
sema_edits_move_words (SemaSession *session, const char *const *words, int group)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);

  for (gsize i = 0; words[i] != NULL; i++)
    if (!sema_recipe_add_word (recipe, words[i], group))
      sema_recipe_move_word (recipe, words[i], group);
  sema_session_commit (session, recipe, group == SEMA_NO_GROUP ? _("Take out of group") : _("Move to group"));
}

/**
 * sema_edits_group_words:
 * @session: a session
 * @words: (array zero-terminated=1): bytes of words; those not chosen yet are added
 * @name: of a group, made when it is not there; UTF-8, not empty
 *
 * Puts the words into the group, and lets the colours show groups.
 */
void
sema_edits_group_words (SemaSession *session, const char *const *words, const char *name)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);
  int                    group = sema_recipe_add_group (recipe, name);

  for (gsize i = 0; words[i] != NULL; i++)
    sema_recipe_add_word (recipe, words[i], group);
  recipe->colour_by = SEMA_COLOUR_BY_GROUPS;
  sema_session_commit (session, recipe, _("Group words"));
}

/**
 * sema_edits_remove_group:
 * @session: a session
 * @name: of a group
 *
 * Takes a group apart; its words stay.
 */
void
sema_edits_remove_group (SemaSession *session, const char *name)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);
  int                    group = sema_recipe_find_group (recipe, name);

  if (group == SEMA_NO_GROUP)
    return;
  sema_recipe_remove_group (recipe, group, FALSE);
  sema_session_commit (session, recipe, _("Ungroup"));
}

/**
 * sema_edits_rename_group:
 * @session: a session
 * @old_name: of a group
 * @name: UTF-8
 *
 * Returns: whether it could be called so: another group may have the name already
 */
gboolean
sema_edits_rename_group (SemaSession *session, const char *old_name, const char *name)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);
  int                    group = sema_recipe_find_group (recipe, old_name);

  if (g_str_equal (old_name, name))
    return TRUE;
  if (group == SEMA_NO_GROUP || !sema_recipe_rename_group (recipe, group, name))
    return FALSE;
  sema_session_commit (session, recipe, _("Rename group"));
  return TRUE;
}

/**
 * sema_edits_rename_cluster:
 * @session: a session
 * @words: (array zero-terminated=1): the words of the cluster: names that hold to one of them go
 * @anchor: bytes of the word in it that the name shall hold to
 * @name: UTF-8; an empty one gives the cluster its own name again
 */
void
sema_edits_rename_cluster (SemaSession *session, const char *const *words, const char *anchor, const char *name)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);

  for (gsize i = 0; words[i] != NULL; i++)
    sema_recipe_rename_cluster (recipe, words[i], NULL);
  sema_recipe_rename_cluster (recipe, anchor, name);
  sema_session_commit (session, recipe, _("Rename cluster"));
}

/**
 * sema_edits_set_title:
 * @session: a session
 * @title: (nullable): UTF-8
 */
void
sema_edits_set_title (SemaSession *session, const char *title)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);

  sema_recipe_set_title (recipe, title);
  sema_session_commit (session, recipe, _("Change title"));
}

/**
 * sema_edits_set_vectors:
 * @session: a session
 * @vectors: which vectors are shown
 */
void
sema_edits_set_vectors (SemaSession *session, SemaVectors vectors)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);

  recipe->vectors = vectors;
  sema_session_commit (session, recipe, vectors == SEMA_VECTORS_UNIT ? _("Show unit vectors") : _("Show raw vectors"));
}

/**
 * sema_edits_set_all_words:
 * @session: a session
 * @all_words: whether the map shows all words of the file
 */
void
sema_edits_set_all_words (SemaSession *session, gboolean all_words)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);

  recipe->all_words = all_words;
  sema_session_commit (session, recipe, all_words ? _("Show all words") : _("Show chosen words"));
}

/**
 * sema_edits_give_up_all_words:
 * @session: a session
 *
 * Goes back to the map of the chosen words. Where all words were asked for last, that is undone, and may be redone.
 */
void
sema_edits_give_up_all_words (SemaSession *session)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);
  const SemaRecipe      *undone = sema_session_get_undone (session);

  recipe->all_words = FALSE;
  if (undone != NULL && sema_recipe_equal (undone, recipe))
    sema_session_undo (session);
  else
    sema_edits_set_all_words (session, FALSE);
}

/**
 * sema_edits_set_clusters:
 * @session: a session
 * @clusters: %SEMA_CLUSTERS_AUTO, %SEMA_CLUSTERS_NONE, or how many
 *
 * Asks for so many clusters, and lets the colours show them.
 */
void
sema_edits_set_clusters (SemaSession *session, int clusters)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);

  g_return_if_fail (clusters >= SEMA_CLUSTERS_NONE && clusters <= SEMA_CLUSTERS_MAX);

  recipe->clusters = clusters;
  recipe->colour_by = SEMA_COLOUR_BY_CLUSTERS;
  sema_session_commit (session, recipe, _("Change clusters"));
}

/**
 * sema_edits_set_colour_by:
 * @session: a session
 * @colour_by: what colours mean
 * @column: (nullable): of %SEMA_COLOUR_BY_COLUMN the name of the column
 */
void
sema_edits_set_colour_by (SemaSession *session, SemaColourBy colour_by, const char *column)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);

  recipe->colour_by = colour_by;
  g_free (recipe->column);
  recipe->column = g_strdup (column);
  sema_session_commit (session, recipe, _("Change colours"));
}

/**
 * sema_edits_add_analogy:
 * @session: a session
 * @a: bytes of a word
 * @b: bytes of a word
 * @c: bytes of a word
 *
 * Draws what is to @c as @b is to @a.
 *
 * Returns: whether the analogy is new
 */
gboolean
sema_edits_add_analogy (SemaSession *session, const char *a, const char *b, const char *c)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);
  gboolean               added = sema_recipe_add_analogy (recipe, a, b, c);

  sema_session_commit (session, recipe, _("Draw analogy"));
  return added;
}

/**
 * sema_edits_remove_analogy:
 * @session: a session
 * @index: of an analogy of its recipe
 */
void
sema_edits_remove_analogy (SemaSession *session, gsize index)
{
  g_autoptr (SemaRecipe) recipe = copy_recipe (session);

  sema_recipe_remove_analogy (recipe, index);
  sema_session_commit (session, recipe, _("Remove analogy"));
}
