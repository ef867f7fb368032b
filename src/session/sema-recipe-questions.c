/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-recipe-private.h"

/**
 * sema_recipe_find_question:
 * @self: a recipe
 * @name: (nullable): what a question is called
 *
 * Returns: index of the question, or -1
 */
gssize
sema_recipe_find_question (const SemaRecipe *self, const char *name)
{
  for (guint i = 0; i < self->questions->len; i++)
    if (g_strcmp0 (sema_recipe_get_question (self, i)->name, name) == 0)
      return i;
  return -1;
}

/**
 * sema_recipe_get_question:
 * @self: a recipe
 * @index: of a question
 *
 * Returns: (transfer none): the question
 */
const SemaQuestionText *
sema_recipe_get_question (const SemaRecipe *self, gsize index)
{
  return g_ptr_array_index (self->questions, index);
}

static void
rename_axes (SemaRecipe *self, const char *from, const char *to)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->axes); i++)
    if (g_strcmp0 (self->axes[i], from) == 0)
      {
        g_free (self->axes[i]);
        self->axes[i] = g_strdup (to);
      }
}

/**
 * sema_recipe_put_question:
 * @self: a recipe
 * @index: of the question that is changed, or -1 to add one at the end
 * @question: what it is to be; copied
 *
 * Returns: whether that was possible: it needs a name that no other question has, and words on both sides
 */
gboolean
sema_recipe_put_question (SemaRecipe *self, gssize index, const SemaQuestionText *question)
{
  gssize other = sema_recipe_find_question (self, question->name);

  if (question->name[0] == '\0' || question->yes[0] == NULL || question->no[0] == NULL || (other >= 0 && other != index))
    return FALSE;
  if (index < 0)
    {
      g_ptr_array_add (self->questions, sema_question_text_copy (question));
      return TRUE;
    }
  rename_axes (self, sema_recipe_get_question (self, (gsize)index)->name, question->name);
  sema_question_text_free (self->questions->pdata[index]);
  self->questions->pdata[index] = sema_question_text_copy (question);
  return TRUE;
}

/**
 * sema_recipe_remove_question:
 * @self: a recipe
 * @index: of a question
 *
 * Takes a question away. Were it one of the axes of the map, the map goes back to its principal components.
 */
void
sema_recipe_remove_question (SemaRecipe *self, gsize index)
{
  const char *name = sema_recipe_get_question (self, index)->name;

  if (g_strcmp0 (self->axes[0], name) == 0 || g_strcmp0 (self->axes[1], name) == 0)
    sema_recipe_set_axes (self, NULL, NULL);
  g_ptr_array_remove_index (self->questions, (guint)index);
}

/**
 * sema_recipe_set_axes:
 * @self: a recipe
 * @x: (nullable): name of the question that runs to the right
 * @y: (nullable): name of the question that runs upwards
 *
 * Lets two questions be the axes of the map; without one of them these are the principal components.
 *
 * Returns: whether that was possible: they must be two of the questions
 */
gboolean
sema_recipe_set_axes (SemaRecipe *self, const char *x, const char *y)
{
  gboolean are_asked = x != NULL && y != NULL;
  char    *copies[] = {are_asked ? g_strdup (x) : NULL, are_asked ? g_strdup (y) : NULL};
  gboolean are_there = are_asked && !g_str_equal (x, y) && sema_recipe_find_question (self, x) >= 0 && sema_recipe_find_question (self, y) >= 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->axes); i++)
    {
      g_free (self->axes[i]);
      self->axes[i] = are_there ? g_steal_pointer (&copies[i]) : NULL;
      g_free (copies[i]);
    }
  return are_there || !are_asked;
}

/* Copies the questions and the axes into a recipe that has none. */
void
sema_recipe_copy_questions (const SemaRecipe *self, SemaRecipe *copy)
{
  for (guint i = 0; i < self->questions->len; i++)
    g_ptr_array_add (copy->questions, sema_question_text_copy (sema_recipe_get_question (self, i)));
  for (guint i = 0; i < G_N_ELEMENTS (self->axes); i++)
    copy->axes[i] = g_strdup (self->axes[i]);
}

/* Whether the axes are the same, by their names and by what they mean. */
gboolean
sema_recipe_axes_equal (const SemaRecipe *a, const SemaRecipe *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (a->axes); i++)
    {
      if (g_strcmp0 (a->axes[i], b->axes[i]) != 0)
        return FALSE;
      if (a->axes[i] != NULL && !sema_question_text_equal (sema_recipe_get_question (a, (gsize)sema_recipe_find_question (a, a->axes[i])),
                                                           sema_recipe_get_question (b, (gsize)sema_recipe_find_question (b, b->axes[i]))))
        return FALSE;
    }
  return TRUE;
}

/* Whether the questions are the same, in the same order. */
gboolean
sema_recipe_questions_equal (const SemaRecipe *a, const SemaRecipe *b)
{
  if (a->questions->len != b->questions->len)
    return FALSE;
  for (guint i = 0; i < a->questions->len; i++)
    if (!sema_question_text_equal (sema_recipe_get_question (a, i), sema_recipe_get_question (b, i)))
      return FALSE;
  return TRUE;
}
