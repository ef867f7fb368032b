/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-file-chooser.h"

#include <glib/gi18n-lib.h>

/* The dialog of GTK 4.8 is deprecated later; nobody else names it. */

typedef struct
{
  SemaFileChosen chosen;
  gpointer       user_data;
} Waiting;

static void
responded (GtkNativeDialog *dialog, int response, gpointer data)
{
  Waiting *waiting = data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char  *path = file != NULL ? g_file_get_path (file) : NULL;

      if (path != NULL)
        waiting->chosen (path, waiting->user_data);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
waiting_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
set_folder (GtkFileChooser *chooser, const char *folder)
{
  g_autoptr (GFile) file = NULL;

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return;
  file = g_file_new_for_path (folder);
  gtk_file_chooser_set_current_folder (chooser, file, NULL);
}

static GtkFileChooser *
make (GtkWindow *parent, const char *title, GtkFileChooserAction action, const char *folder, SemaFileChosen chosen, gpointer user_data)
{
  const char           *accept = action == GTK_FILE_CHOOSER_ACTION_SAVE ? _("_Save") : _("_Open");
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, accept, _("_Cancel"));
  Waiting              *waiting = g_new (Waiting, 1);

  *waiting = (Waiting) {chosen, user_data};
  g_signal_connect_data (dialog, "response", G_CALLBACK (responded), waiting, waiting_free, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  set_folder (GTK_FILE_CHOOSER (dialog), folder);
  return GTK_FILE_CHOOSER (dialog);
}

/**
 * sema_file_chooser_open:
 * @parent: the window that asks; @user_data must live as long as it
 * @title: of the dialog, translated
 * @folder: (nullable): where to look first
 * @chosen: called when a file was chosen, and not otherwise
 * @user_data: for @chosen
 *
 * Lets the user choose a file that is there. Files of any name: what they hold is told by their content.
 */
void
sema_file_chooser_open (GtkWindow *parent, const char *title, const char *folder, SemaFileChosen chosen, gpointer user_data)
{
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (make (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, folder, chosen, user_data)));
}

/**
 * sema_file_chooser_open_folder:
 * @parent: the window that asks; @user_data must live as long as it
 * @title: of the dialog, translated
 * @folder: (nullable): where to look first
 * @chosen: called when a folder was chosen, and not otherwise
 * @user_data: for @chosen
 *
 * Lets the user choose a folder that is there.
 */
void
sema_file_chooser_open_folder (GtkWindow *parent, const char *title, const char *folder, SemaFileChosen chosen, gpointer user_data)
{
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (make (parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, folder, chosen, user_data)));
}

/**
 * sema_file_chooser_save:
 * @parent: the window that asks; @user_data must live as long as it
 * @title: of the dialog, translated
 * @folder: (nullable): where to look first
 * @name: proposed name of the file, UTF-8
 * @chosen: called when a file was chosen, and not otherwise
 * @user_data: for @chosen
 *
 * Lets the user choose where to write. The dialog asks before an old file is replaced.
 */
void
sema_file_chooser_save (GtkWindow *parent, const char *title, const char *folder, const char *name, SemaFileChosen chosen, gpointer user_data)
{
  GtkFileChooser *dialog = make (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, folder, chosen, user_data);

  gtk_file_chooser_set_current_name (dialog, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser, const char *kind, const char *pattern)
{
  add_filter (chooser, kind, pattern);
  add_filter (chooser, _("All files"), "*");
}

/**
 * sema_file_chooser_open_kind:
 * @parent: as for sema_file_chooser_open()
 * @title: of the dialog, translated
 * @folder: (nullable): where to look first
 * @kind: what such files are, translated
 * @pattern: of their names, such as "*.txt"
 * @chosen: called when a file was chosen, and not otherwise
 * @user_data: for @chosen
 *
 * Lets the user choose a file of a kind; what it holds is told by its content all the same.
 */
void
sema_file_chooser_open_kind (GtkWindow *parent, const char *title, const char *folder, const char *kind, const char *pattern, SemaFileChosen chosen, gpointer user_data)
{
  GtkFileChooser *dialog = make (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, folder, chosen, user_data);

  add_filters (dialog, kind, pattern);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * sema_file_chooser_save_kind:
 * @parent: as for sema_file_chooser_save()
 * @title: of the dialog, translated
 * @folder: (nullable): where to look first
 * @name: proposed name of the file, UTF-8
 * @kind: what such files are, translated
 * @pattern: of their names, such as "*.txt"
 * @chosen: called when a file was chosen, and not otherwise
 * @user_data: for @chosen
 *
 * Lets the user choose where to write a file of a kind.
 */
void
sema_file_chooser_save_kind (GtkWindow *parent, const char *title, const char *folder, const char *name, const char *kind, const char *pattern, SemaFileChosen chosen, gpointer user_data)
{
  GtkFileChooser *dialog = make (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, folder, chosen, user_data);

  add_filters (dialog, kind, pattern);
  gtk_file_chooser_set_current_name (dialog, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
