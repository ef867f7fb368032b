/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-name-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GtkEditable   *entry;
  gboolean       may_be_empty;
  SemaNamed      named;
  gpointer       user_data;
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->user_data);
  g_free (question);
}

static char *
get_name (const Question *question)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (question->entry)));
}

static void
responded (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Question        *question = data;
  g_autofree char *name = get_name (question);

  if (g_str_equal (response, "apply") && (*name != 0 || question->may_be_empty))
    question->named (name, question->user_data);
}

static void
typed (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "apply", *name != 0);
}

/**
 * sema_name_dialog_ask:
 * @widget: who asks
 * @heading: translated
 * @body: (nullable): translated
 * @name: the name so far, UTF-8
 * @may_be_empty: whether no name is an answer too
 * @named: called with the answer, unless the user cancels
 * @user_data: for @named
 * @destroy: (nullable): frees @user_data when the dialog is gone
 *
 * Asks for a name in a dialog.
 */
void
sema_name_dialog_ask (GtkWidget *widget, const char *heading, const char *body, const char *name, gboolean may_be_empty, SemaNamed named, gpointer user_data, GDestroyNotify destroy)
{
  GtkWidget        *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading, body);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  GtkWidget        *entry = gtk_entry_new ();
  Question         *question = g_new (Question, 1);

  *question = (Question) {GTK_EDITABLE (entry), may_be_empty, named, user_data, destroy};
  adw_message_dialog_add_responses (message, "cancel", _("_Cancel"), "apply", _("_Apply"), NULL);
  adw_message_dialog_set_response_appearance (message, "apply", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "apply");
  adw_message_dialog_set_close_response (message, "cancel");
  adw_message_dialog_set_extra_child (message, entry);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  if (!may_be_empty)
    {
      g_signal_connect (entry, "changed", G_CALLBACK (typed), dialog);
      adw_message_dialog_set_response_enabled (message, "apply", *name != 0);
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
  g_signal_connect_data (dialog, "response", G_CALLBACK (responded), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
