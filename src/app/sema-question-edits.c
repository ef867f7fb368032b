/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question-edits.h"

#include <glib/gi18n-lib.h>

#include "sema-ready-questions.h"

/* A question that is shown keeps being shown under its new name. */
static void
rename_shown (SemaSession *session, const char *from, const char *to)
{
  SemaLooks looks = *sema_session_get_looks (session);

  if (from == NULL || g_strcmp0 (looks.question, from) != 0)
    return;
  looks.question = (char *)to;
  sema_session_set_looks (session, &looks);
}

/**
 * sema_question_edits_put:
 * @session: a session
 * @name: (nullable): what the question that is changed is called; %NULL to add one
 * @question: what it is to be
 *
 * Returns: whether that was possible: see sema_recipe_put_question()
 */
gboolean
sema_question_edits_put (SemaSession *session, const char *name, const SemaQuestionText *question)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_copy (sema_session_get_recipe (session));
  gssize                 index = sema_recipe_find_question (recipe, name);
  g_autofree char       *old = g_strdup (name);

  if (!sema_recipe_put_question (recipe, index, question))
    return FALSE;
  sema_session_commit (session, recipe, index < 0 ? _("Add question") : _("Change question"));
  rename_shown (session, old, question->name);
  return TRUE;
}

/**
 * sema_question_edits_remove:
 * @session: a session
 * @name: what the question is called
 */
void
sema_question_edits_remove (SemaSession *session, const char *name)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_copy (sema_session_get_recipe (session));
  gssize                 index = sema_recipe_find_question (recipe, name);

  if (index < 0)
    return;
  sema_recipe_remove_question (recipe, (gsize)index);
  sema_session_commit (session, recipe, _("Remove question"));
}

/**
 * sema_question_edits_add_ready:
 * @session: a session
 *
 * Adds the ready questions.
 *
 * Returns: how many are new
 */
gsize
sema_question_edits_add_ready (SemaSession *session)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_copy (sema_session_get_recipe (session));
  gsize                  n_new = sema_ready_questions_add_to (recipe);

  sema_session_commit (session, recipe, _("Add ready questions"));
  return n_new;
}

/**
 * sema_question_edits_set_axes:
 * @session: a session
 * @x: (nullable): name of the question that runs to the right
 * @y: (nullable): name of the one that runs upwards; without both the axes are the principal components
 *
 * Returns: whether that was possible: see sema_recipe_set_axes()
 */
gboolean
sema_question_edits_set_axes (SemaSession *session, const char *x, const char *y)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_copy (sema_session_get_recipe (session));
  gboolean               fine = sema_recipe_set_axes (recipe, x, y);

  if (fine)
    sema_session_commit (session, recipe, _("Change axes"));
  return fine;
}
