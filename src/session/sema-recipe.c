/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-recipe-private.h"

static void
word_clear (gpointer data)
{
  SemaRecipeWord *word = data;

  g_clear_pointer (&word->word, g_ref_string_release);
}

static void
analogy_clear (gpointer data)
{
  SemaRecipeAnalogy *analogy = data;

  g_clear_pointer (&analogy->a, g_ref_string_release);
  g_clear_pointer (&analogy->b, g_ref_string_release);
  g_clear_pointer (&analogy->c, g_ref_string_release);
}

static void
name_clear (gpointer data)
{
  SemaRecipeName *name = data;

  g_clear_pointer (&name->anchor, g_ref_string_release);
  g_clear_pointer (&name->name, g_ref_string_release);
}

static void
release_string (gpointer string)
{
  g_ref_string_release (string);
}

static void
free_question (gpointer question)
{
  sema_question_text_free (question);
}

static SemaRecipeWord *
nth_word (const SemaRecipe *self, gsize index)
{
  return &g_array_index (self->words, SemaRecipeWord, index);
}

static SemaRecipeAnalogy *
nth_analogy (const SemaRecipe *self, gsize index)
{
  return &g_array_index (self->analogies, SemaRecipeAnalogy, index);
}

static SemaRecipeName *
nth_name (const SemaRecipe *self, gsize index)
{
  return &g_array_index (self->names, SemaRecipeName, index);
}

static void
take_out_word (SemaRecipe *self, gsize index)
{
  g_hash_table_remove (self->known, nth_word (self, index)->word);
  g_array_remove_index (self->words, (guint)index);
}

/**
 * sema_recipe_new:
 *
 * Returns: (transfer full): a recipe that asks for nothing: no words, unit vectors, clusters chosen by the silhouette
 */
SemaRecipe *
sema_recipe_new (void)
{
  SemaRecipe *self = g_new0 (SemaRecipe, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (SemaRecipeWord));
  g_array_set_clear_func (self->words, word_clear);
  self->groups = g_ptr_array_new_with_free_func (release_string);
  self->analogies = g_array_new (FALSE, FALSE, sizeof (SemaRecipeAnalogy));
  g_array_set_clear_func (self->analogies, analogy_clear);
  self->names = g_array_new (FALSE, FALSE, sizeof (SemaRecipeName));
  g_array_set_clear_func (self->names, name_clear);
  self->questions = g_ptr_array_new_with_free_func (free_question);
  self->known = g_hash_table_new (sema_hash_text, g_str_equal);
  return self;
}

/**
 * sema_recipe_copy:
 * @self: a recipe
 *
 * Returns: (transfer full): a recipe of its own; the words' bytes are shared, so a copy costs a few bytes a word
 */
SemaRecipe *
sema_recipe_copy (const SemaRecipe *self)
{
  SemaRecipe *copy = sema_recipe_new ();

  for (gsize i = 0; i < self->words->len; i++)
    {
      SemaRecipeWord word = {g_ref_string_acquire (nth_word (self, i)->word), nth_word (self, i)->group};
      g_array_append_val (copy->words, word);
      g_hash_table_add (copy->known, word.word);
    }
  for (gsize i = 0; i < self->groups->len; i++)
    g_ptr_array_add (copy->groups, g_ref_string_acquire (g_ptr_array_index (self->groups, i)));
  for (gsize i = 0; i < self->analogies->len; i++)
    {
      const SemaRecipeAnalogy *from = nth_analogy (self, i);
      SemaRecipeAnalogy        analogy = {g_ref_string_acquire (from->a), g_ref_string_acquire (from->b), g_ref_string_acquire (from->c)};
      g_array_append_val (copy->analogies, analogy);
    }
  for (gsize i = 0; i < self->names->len; i++)
    {
      SemaRecipeName name = {g_ref_string_acquire (nth_name (self, i)->anchor), g_ref_string_acquire (nth_name (self, i)->name)};
      g_array_append_val (copy->names, name);
    }
  sema_recipe_copy_questions (self, copy);
  copy->vectors = self->vectors;
  copy->clusters = self->clusters;
  copy->colour_by = self->colour_by;
  copy->column = g_strdup (self->column);
  copy->all_words = self->all_words;
  copy->title = g_strdup (self->title);
  return copy;
}

/**
 * sema_recipe_free:
 * @self: (transfer full): a recipe
 */
void
sema_recipe_free (SemaRecipe *self)
{
  g_hash_table_unref (self->known);
  g_array_unref (self->words);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->analogies);
  g_array_unref (self->names);
  g_ptr_array_unref (self->questions);
  g_free (self->axes[0]);
  g_free (self->axes[1]);
  g_free (self->column);
  g_free (self->title);
  g_free (self);
}

static gboolean
lists_equal (const SemaRecipe *a, const SemaRecipe *b)
{
  if (a->words->len != b->words->len || a->groups->len != b->groups->len ||
      a->analogies->len != b->analogies->len || a->names->len != b->names->len)
    return FALSE;
  for (gsize i = 0; i < a->words->len; i++)
    if (nth_word (a, i)->group != nth_word (b, i)->group || !g_str_equal (nth_word (a, i)->word, nth_word (b, i)->word))
      return FALSE;
  for (gsize i = 0; i < a->groups->len; i++)
    if (!g_str_equal (g_ptr_array_index (a->groups, i), g_ptr_array_index (b->groups, i)))
      return FALSE;
  for (gsize i = 0; i < a->analogies->len; i++)
    if (!g_str_equal (nth_analogy (a, i)->a, nth_analogy (b, i)->a) || !g_str_equal (nth_analogy (a, i)->b, nth_analogy (b, i)->b) ||
        !g_str_equal (nth_analogy (a, i)->c, nth_analogy (b, i)->c))
      return FALSE;
  for (gsize i = 0; i < a->names->len; i++)
    if (!g_str_equal (nth_name (a, i)->anchor, nth_name (b, i)->anchor) || !g_str_equal (nth_name (a, i)->name, nth_name (b, i)->name))
      return FALSE;
  return TRUE;
}

/**
 * sema_recipe_equal:
 * @a: a recipe
 * @b: a recipe
 *
 * Returns: whether both ask for the same, in the same order
 */
gboolean
sema_recipe_equal (const SemaRecipe *a, const SemaRecipe *b)
{
  return sema_recipe_same_map (a, b) && sema_recipe_questions_equal (a, b);
}

/**
 * sema_recipe_same_map:
 * @a: a recipe
 * @b: a recipe
 *
 * Returns: whether both ask for the same map: the questions that are not its axes count for nothing
 */
gboolean
sema_recipe_same_map (const SemaRecipe *a, const SemaRecipe *b)
{
  return a->vectors == b->vectors && a->clusters == b->clusters && a->colour_by == b->colour_by && g_strcmp0 (a->column, b->column) == 0 && a->all_words == b->all_words &&
         g_strcmp0 (a->title, b->title) == 0 && lists_equal (a, b) && sema_recipe_axes_equal (a, b);
}

/**
 * sema_recipe_is_empty:
 * @self: a recipe
 *
 * Returns: whether it asks for no words, by themselves or in an analogy
 */
gboolean
sema_recipe_is_empty (const SemaRecipe *self)
{
  return self->words->len == 0 && self->analogies->len == 0;
}

/**
 * sema_recipe_find_word:
 * @self: a recipe
 * @word: bytes of a word
 *
 * Returns: index of the word among the chosen ones, or -1
 */
gssize
sema_recipe_find_word (const SemaRecipe *self, const char *word)
{
  if (!g_hash_table_contains (self->known, word))
    return -1;
  for (gsize i = 0; i < self->words->len; i++)
    if (g_str_equal (nth_word (self, i)->word, word))
      return (gssize)i;
  return -1;
}

/**
 * sema_recipe_get_word:
 * @self: a recipe
 * @index: below the number of words
 *
 * Returns: (transfer none): the bytes of a chosen word
 */
const char *
sema_recipe_get_word (const SemaRecipe *self, gsize index)
{
  g_return_val_if_fail (index < self->words->len, NULL);

  return nth_word (self, index)->word;
}

/**
 * sema_recipe_add_word:
 * @self: a recipe
 * @word: bytes of a word, not empty
 * @group: index of a group, or %SEMA_NO_GROUP
 *
 * Adds a word at the end; one that is there already only moves to @group, unless that is %SEMA_NO_GROUP.
 *
 * Returns: whether the word is new
 */
gboolean
sema_recipe_add_word (SemaRecipe *self, const char *word, int group)
{
  SemaRecipeWord added;

  g_return_val_if_fail (group >= SEMA_NO_GROUP && group < (int)self->groups->len, FALSE);

  if (*word == 0)
    return FALSE;
  if (g_hash_table_contains (self->known, word))
    {
      if (group != SEMA_NO_GROUP)
        sema_recipe_move_word (self, word, group);
      return FALSE;
    }
  added = (SemaRecipeWord) {g_ref_string_new (word), group};
  g_array_append_val (self->words, added);
  g_hash_table_add (self->known, added.word);
  return TRUE;
}

/**
 * sema_recipe_remove_word:
 * @self: a recipe
 * @word: bytes of a word
 *
 * Removes a word, and with it the analogies that it takes part in: without them it would be on the map again.
 *
 * Returns: whether anything was removed
 */
gboolean
sema_recipe_remove_word (SemaRecipe *self, const char *word)
{
  gssize   index = sema_recipe_find_word (self, word);
  gboolean removed = index >= 0;

  if (index >= 0)
    take_out_word (self, (gsize)index);
  for (gsize i = self->analogies->len; i-- > 0;)
    {
      const SemaRecipeAnalogy *analogy = nth_analogy (self, i);

      if (g_str_equal (analogy->a, word) || g_str_equal (analogy->b, word) || g_str_equal (analogy->c, word))
        removed = sema_recipe_remove_analogy (self, i);
    }
  return removed;
}

/**
 * sema_recipe_move_word:
 * @self: a recipe
 * @word: bytes of a chosen word
 * @group: index of a group, or %SEMA_NO_GROUP
 *
 * Returns: whether the word was chosen and in another group
 */
gboolean
sema_recipe_move_word (SemaRecipe *self, const char *word, int group)
{
  gssize index = sema_recipe_find_word (self, word);

  g_return_val_if_fail (group >= SEMA_NO_GROUP && group < (int)self->groups->len, FALSE);

  if (index < 0 || nth_word (self, (gsize)index)->group == group)
    return FALSE;
  nth_word (self, (gsize)index)->group = group;
  return TRUE;
}

/**
 * sema_recipe_find_group:
 * @self: a recipe
 * @name: a group's name
 *
 * Returns: index of the group, or %SEMA_NO_GROUP
 */
int
sema_recipe_find_group (const SemaRecipe *self, const char *name)
{
  for (gsize i = 0; i < self->groups->len; i++)
    if (g_str_equal (g_ptr_array_index (self->groups, i), name))
      return (int)i;
  return SEMA_NO_GROUP;
}

/**
 * sema_recipe_get_group:
 * @self: a recipe
 * @group: index of a group
 *
 * Returns: (transfer none) (nullable): its name, %NULL for %SEMA_NO_GROUP
 */
const char *
sema_recipe_get_group (const SemaRecipe *self, int group)
{
  g_return_val_if_fail (group >= SEMA_NO_GROUP && group < (int)self->groups->len, NULL);

  return group == SEMA_NO_GROUP ? NULL : g_ptr_array_index (self->groups, group);
}

/**
 * sema_recipe_add_group:
 * @self: a recipe
 * @name: UTF-8, not empty
 *
 * Returns: index of the group of that name, which is made when it is not there
 */
int
sema_recipe_add_group (SemaRecipe *self, const char *name)
{
  int group = sema_recipe_find_group (self, name);

  if (group != SEMA_NO_GROUP)
    return group;
  g_ptr_array_add (self->groups, g_ref_string_new (name));
  return (int)self->groups->len - 1;
}

/**
 * sema_recipe_rename_group:
 * @self: a recipe
 * @group: index of a group
 * @name: UTF-8
 *
 * Returns: whether the group has a new name; an empty one, or that of another group, is not taken
 */
gboolean
sema_recipe_rename_group (SemaRecipe *self, int group, const char *name)
{
  g_return_val_if_fail (group >= 0 && group < (int)self->groups->len, FALSE);

  if (*name == 0 || sema_recipe_find_group (self, name) != SEMA_NO_GROUP)
    return FALSE;
  g_ref_string_release (g_ptr_array_index (self->groups, group));
  g_ptr_array_index (self->groups, group) = g_ref_string_new (name);
  return TRUE;
}

/**
 * sema_recipe_remove_group:
 * @self: a recipe
 * @group: index of a group
 * @with_words: whether its words go too; else they are in no group
 *
 * Returns: %TRUE
 */
gboolean
sema_recipe_remove_group (SemaRecipe *self, int group, gboolean with_words)
{
  g_return_val_if_fail (group >= 0 && group < (int)self->groups->len, FALSE);

  for (gsize i = self->words->len; i-- > 0;)
    {
      SemaRecipeWord *word = nth_word (self, i);

      if (word->group > group)
        word->group--;
      else if (word->group == group && with_words)
        take_out_word (self, i);
      else if (word->group == group)
        word->group = SEMA_NO_GROUP;
    }
  g_ptr_array_remove_index (self->groups, (guint)group);
  return TRUE;
}

/**
 * sema_recipe_add_analogy:
 * @self: a recipe
 * @a: bytes of a word
 * @b: bytes of a word
 * @c: bytes of a word
 *
 * Asks what is to @c as @b is to @a.
 *
 * Returns: whether the question is new
 */
gboolean
sema_recipe_add_analogy (SemaRecipe *self, const char *a, const char *b, const char *c)
{
  SemaRecipeAnalogy added;

  if (*a == 0 || *b == 0 || *c == 0)
    return FALSE;
  for (gsize i = 0; i < self->analogies->len; i++)
    {
      const SemaRecipeAnalogy *old = nth_analogy (self, i);

      if (g_str_equal (old->a, a) && g_str_equal (old->b, b) && g_str_equal (old->c, c))
        return FALSE;
    }
  added = (SemaRecipeAnalogy) {g_ref_string_new (a), g_ref_string_new (b), g_ref_string_new (c)};
  g_array_append_val (self->analogies, added);
  return TRUE;
}

/**
 * sema_recipe_remove_analogy:
 * @self: a recipe
 * @index: below the number of analogies
 *
 * Returns: %TRUE
 */
gboolean
sema_recipe_remove_analogy (SemaRecipe *self, gsize index)
{
  g_return_val_if_fail (index < self->analogies->len, FALSE);

  g_array_remove_index (self->analogies, (guint)index);
  return TRUE;
}

/**
 * sema_recipe_rename_cluster:
 * @self: a recipe
 * @anchor: bytes of a word in the cluster, best the one nearest its centre
 * @name: (nullable): UTF-8; %NULL or empty gives the cluster its own name again
 *
 * Clusters come and go as words do, so a name holds to a word: the cluster in which that word is has the name.
 */
void
sema_recipe_rename_cluster (SemaRecipe *self, const char *anchor, const char *name)
{
  SemaRecipeName added;

  for (gsize i = self->names->len; i-- > 0;)
    if (g_str_equal (nth_name (self, i)->anchor, anchor))
      g_array_remove_index (self->names, (guint)i);
  if (name == NULL || *name == 0)
    return;
  added = (SemaRecipeName) {g_ref_string_new (anchor), g_ref_string_new (name)};
  g_array_append_val (self->names, added);
}

/**
 * sema_recipe_set_title:
 * @self: a recipe
 * @title: (nullable): UTF-8; empty is %NULL
 */
void
sema_recipe_set_title (SemaRecipe *self, const char *title)
{
  char *copy = title != NULL && *title != 0 ? g_strdup (title) : NULL;

  g_free (self->title);
  self->title = copy;
}
