/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-asked-question.h"
#include "sema-edits.h"
#include "sema-question-edits.h"
#include "sema-word.h"

#define MOST_TRIED 200 /* words of which it is told while one types how well they are separated */

typedef struct
{
  SemaSession      *session;
  char             *name; /* of the question that is changed, or NULL */
  SemaQuestionText *old;  /* that question, or NULL */
  AdwMessageDialog *dialog;
  GtkEditable      *name_row;
  GtkEditable      *yes_row;
  GtkEditable      *no_row;
  GtkLabel         *message;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->session);
  g_free (asking->name);
  sema_question_text_free (asking->old);
  g_free (asking);
}

static char *
list_words (char *const *words)
{
  g_autofree char *text = g_strjoinv (" ", (char **)words);

  return sema_word_to_label (text, strlen (text));
}

/* What was not touched stays as it was: a word may have a blank in it, or bytes that are no text. */
static char **
get_words (GtkEditable *row, char *const *old)
{
  const char      *text = gtk_editable_get_text (row);
  g_autofree char *before = old != NULL ? list_words (old) : NULL;

  return g_strcmp0 (text, before) == 0 ? g_strdupv ((char **)old) : sema_word_split (text);
}

static SemaQuestionText *
get_question (const Asking *asking)
{
  SemaQuestionText *question = g_new (SemaQuestionText, 1);

  *question = (SemaQuestionText) {g_strstrip (g_strdup (gtk_editable_get_text (asking->name_row))),
                                  get_words (asking->yes_row, asking->old != NULL ? asking->old->yes : NULL),
                                  get_words (asking->no_row, asking->old != NULL ? asking->old->no : NULL)};
  return question;
}

/* (nullable): what is to be done before it is a question. */
static const char *
find_fault (const Asking *asking, const SemaQuestionText *question)
{
  gssize other = sema_recipe_find_question (sema_session_get_recipe (asking->session), question->name);

  if (other >= 0 && g_strcmp0 (question->name, asking->name) != 0)
    return _("There is a question of this name already.");
  return *question->name == '\0' || question->yes[0] == NULL || question->no[0] == NULL ? "" : NULL;
}

static void
add_absent (const Asking *asking, char *const *words, GString *absent)
{
  for (; *words != NULL; words++)
    if (!sema_edits_can_show (asking->session, *words))
      {
        g_autofree char *label = sema_word_to_label (*words, strlen (*words));

        g_string_append_printf (absent, "%s%s", absent->len > 0 ? ", " : "", label);
      }
}

static char *
describe (const Asking *asking, const SemaQuestionText *question)
{
  g_autoptr (GString)           absent = g_string_new (NULL);
  g_autoptr (SemaAskedQuestion) asked = NULL;

  add_absent (asking, question->yes, absent);
  add_absent (asking, question->no, absent);
  if (absent->len > 0)
    return g_strdup_printf (_("Not in this file: %s"), absent->str);
  if (g_strv_length (question->yes) + g_strv_length (question->no) > MOST_TRIED)
    return g_strdup ("");
  asked = sema_asked_question_new (sema_session_get_set (asking->session), question);
  if (asked->problem != NULL)
    return g_strdup (asked->problem);
  if (asked->n_tried == 0)
    return g_strdup (_("Too few words to try"));
  return g_strdup_printf (_("Right on %zu of %zu of its own words, each left out in turn"), asked->n_right, asked->n_tried);
}

static void
typed (Asking *asking)
{
  g_autoptr (SemaQuestionText) question = get_question (asking);
  const char                  *fault = find_fault (asking, question);
  g_autofree char             *text = fault == NULL && sema_session_get_set (asking->session) != NULL ? describe (asking, question) : g_strdup (fault);

  gtk_label_set_text (asking->message, text != NULL ? text : "");
  adw_message_dialog_set_response_enabled (asking->dialog, "apply", fault == NULL);
}

static void
responded (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Asking                      *asking = data;
  g_autoptr (SemaQuestionText) question = get_question (asking);

  if (g_str_equal (response, "apply"))
    sema_question_edits_put (asking->session, asking->name, question);
}

static void
fill_row (GtkEditable *row, char *const *words)
{
  g_autofree char *text = list_words (words);

  gtk_editable_set_text (row, text);
}

static void
fill (Asking *asking)
{
  GtkEditable *rows[] = {asking->name_row, asking->yes_row, asking->no_row};

  if (asking->old != NULL)
    {
      gtk_editable_set_text (asking->name_row, asking->old->name);
      fill_row (asking->yes_row, asking->old->yes);
      fill_row (asking->no_row, asking->old->no);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_signal_connect_swapped (rows[i], "changed", G_CALLBACK (typed), asking);
      g_object_set (rows[i], "activates-default", TRUE, NULL);
    }
  typed (asking);
}

/**
 * sema_question_dialog_present:
 * @widget: who asks
 * @session: whose questions these are
 * @name: (nullable): what the question that is changed is called; %NULL for a new one
 *
 * Asks for a question in a dialog that tells, while one types, which words the file does not have, and how good the question is.
 */
void
sema_question_dialog_present (GtkWidget *widget, SemaSession *session, const char *name)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/semascope/Semascope/sema-question-dialog.ui");
  Asking                *asking = g_new (Asking, 1);
  const SemaRecipe      *recipe = sema_session_get_recipe (session);
  gssize                 index = sema_recipe_find_question (recipe, name);

  *asking = (Asking) {g_object_ref (session), g_strdup (name),
                      index >= 0 ? sema_question_text_copy (sema_recipe_get_question (recipe, (gsize)index)) : NULL,
                      ADW_MESSAGE_DIALOG (gtk_builder_get_object (builder, "dialog")),
                      GTK_EDITABLE (gtk_builder_get_object (builder, "name_row")),
                      GTK_EDITABLE (gtk_builder_get_object (builder, "yes_row")),
                      GTK_EDITABLE (gtk_builder_get_object (builder, "no_row")),
                      GTK_LABEL (gtk_builder_get_object (builder, "message"))};
  g_signal_connect_data (asking->dialog, "response", G_CALLBACK (responded), asking, asking_free, 0);
  fill (asking);
  gtk_window_set_transient_for (GTK_WINDOW (asking->dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (asking->dialog));
}
