/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question-text.h"

#include <string.h>

#include "sema-word.h"

#define BLANKS " \t\r\n\v\f"

/* The slash that stands alone between the two sides. */
static const char *
find_slash (const char *text)
{
  for (const char *place = strchr (text, '/'); place != NULL; place = strchr (place + 1, '/'))
    if ((place == text || strchr (BLANKS, place[-1]) != NULL) && (place[1] == '\0' || strchr (BLANKS, place[1]) != NULL))
      return place;
  return NULL;
}

/**
 * sema_question_text_parse:
 * @text: a name, a colon, words, a slash that stands alone, and words
 *
 * Reads a question. Words have blanks between them.
 *
 * Returns: (transfer full) (nullable): the question; %NULL when its name, its colon, its slash or the words of a side are missing
 */
SemaQuestionText *
sema_question_text_parse (const char *text)
{
  g_autoptr (SemaQuestionText) self = g_new0 (SemaQuestionText, 1);
  g_autofree char             *name = NULL;
  g_autofree char             *yes = NULL;
  const char                  *colon = strchr (text, ':');
  const char                  *slash = colon != NULL ? find_slash (colon + 1) : NULL;

  if (slash == NULL)
    return NULL;
  name = g_strstrip (g_strndup (text, (gsize)(colon - text)));
  self->name = sema_word_to_label (name, strlen (name));
  yes = g_strndup (colon + 1, (gsize)(slash - colon - 1));
  self->yes = sema_word_split (yes);
  self->no = sema_word_split (slash + 1);
  return *name != '\0' && self->yes[0] != NULL && self->no[0] != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * sema_question_text_copy:
 * @self: a question
 *
 * Returns: (transfer full): the same
 */
SemaQuestionText *
sema_question_text_copy (const SemaQuestionText *self)
{
  SemaQuestionText *copy = g_new (SemaQuestionText, 1);

  *copy = (SemaQuestionText) {g_strdup (self->name), g_strdupv (self->yes), g_strdupv (self->no)};
  return copy;
}

/**
 * sema_question_text_equal:
 * @a: a question
 * @b: a question
 *
 * Returns: whether they have the same name and the same words in the same order
 */
gboolean
sema_question_text_equal (const SemaQuestionText *a, const SemaQuestionText *b)
{
  return g_str_equal (a->name, b->name) && g_strv_equal ((const char *const *)a->yes, (const char *const *)b->yes) &&
         g_strv_equal ((const char *const *)a->no, (const char *const *)b->no);
}

/**
 * sema_question_text_free:
 * @self: (transfer full) (nullable): a question
 */
void
sema_question_text_free (SemaQuestionText *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_strfreev (self->yes);
  g_strfreev (self->no);
  g_free (self);
}
