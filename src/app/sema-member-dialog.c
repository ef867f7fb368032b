/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-member-dialog.h"

#include <glib/gi18n-lib.h>

#include "sema-archive-members.h"

#define CANCEL "cancel"

/**
 * SemaMemberDialog:
 *
 * Asks which of the files in an archive, or of the embeddings of a configuration, is to be opened.
 */
struct _SemaMemberDialog
{
  AdwMessageDialog parent_instance;

  GCancellable *listing;
  GPtrArray    *members; /* or NULL */
  GtkListBox   *list;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (SemaMemberDialog, sema_member_dialog, ADW_TYPE_MESSAGE_DIALOG)

static GtkWidget *
row_new (const SemaArchiveMember *member)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *size = g_format_size (member->n_bytes);
  g_autofree char *title = g_markup_escape_text (member->label, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) members = sema_archive_members_list_finish (result, &error);
  SemaMemberDialog     *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (members == NULL)
    {
      adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), error->message);
      return;
    }
  self->members = g_steal_pointer (&members);
  for (guint i = 0; i < self->members->len; i++)
    gtk_list_box_append (self->list, row_new (g_ptr_array_index (self->members, i)));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
}

static void
activated (SemaMemberDialog *self, GtkListBoxRow *row)
{
  const SemaArchiveMember *member = g_ptr_array_index (self->members, (guint)gtk_list_box_row_get_index (row));

  g_signal_emit (self, chosen_signal, 0, member->name);
  gtk_window_close (GTK_WINDOW (self));
}

static void
sema_member_dialog_dispose (GObject *object)
{
  SemaMemberDialog *self = SEMA_MEMBER_DIALOG (object);

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  G_OBJECT_CLASS (sema_member_dialog_parent_class)->dispose (object);
}

static void
sema_member_dialog_class_init (SemaMemberDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sema_member_dialog_dispose;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sema_member_dialog_init (SemaMemberDialog *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Word vectors in the file"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated), self, G_CONNECT_SWAPPED);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), GTK_WIDGET (self->list));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (self), CANCEL, _("_Cancel"));
}

/**
 * sema_member_dialog_new:
 * @parent: the window that it belongs to
 * @path: path of an archive, or of a configuration of the Embedding Projector
 *
 * Returns: (transfer none): a dialog, owned by GTK
 */
SemaMemberDialog *
sema_member_dialog_new (GtkWindow *parent, const char *path)
{
  SemaMemberDialog *self = g_object_new (SEMA_TYPE_MEMBER_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  g_autofree char  *name = g_filename_display_basename (path);

  gtk_window_set_title (GTK_WINDOW (self), _("Choose What to Open"));
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), _("Choose What to Open"));
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (self), _("There are several sets of word vectors in “%s”."), name);
  self->listing = g_cancellable_new ();
  sema_archive_members_list_async (path, self->listing, listed, self);
  return self;
}
