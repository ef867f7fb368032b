/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-file-chooser.h"

#include <glib/gi18n-lib.h>

/* The dialog of GTK 4.8 is deprecated later; nobody else names it. */

typedef struct
{
  SemaFileChosen     chosen;
  SemaFileKindChosen kind_chosen; /* in place of it, or NULL */
  gpointer           user_data;
} Waiting;

#define CHOICE "which"

/* The kind of files that is shown. */
static guint
get_kind (GtkFileChooser *chooser)
{
  g_autoptr (GListModel) filters = gtk_file_chooser_get_filters (chooser);
  GtkFileFilter         *shown = gtk_file_chooser_get_filter (chooser);

  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      if (filter == shown)
        return i;
    }
  return 0;
}

static guint
get_choice (GtkFileChooser *chooser)
{
  const char *choice = gtk_file_chooser_get_choice (chooser, CHOICE);

  return choice != NULL ? (guint)g_ascii_strtoull (choice, NULL, 10) : 0;
}

static void
responded (GtkNativeDialog *dialog, int response, gpointer data)
{
  Waiting *waiting = data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char  *path = file != NULL ? g_file_get_path (file) : NULL;

      if (path != NULL && waiting->kind_chosen != NULL)
        waiting->kind_chosen (path, get_kind (GTK_FILE_CHOOSER (dialog)), get_choice (GTK_FILE_CHOOSER (dialog)), waiting->user_data);
      else if (path != NULL)
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
make_for (GtkWindow *parent, const char *title, GtkFileChooserAction action, const char *folder, const Waiting *answer)
{
  const char           *accept = action == GTK_FILE_CHOOSER_ACTION_SAVE ? _("_Save") : _("_Open");
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, accept, _("_Cancel"));
  Waiting              *waiting = g_memdup2 (answer, sizeof *answer);

  g_signal_connect_data (dialog, "response", G_CALLBACK (responded), waiting, waiting_free, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  set_folder (GTK_FILE_CHOOSER (dialog), folder);
  return GTK_FILE_CHOOSER (dialog);
}

static GtkFileChooser *
make (GtkWindow *parent, const char *title, GtkFileChooserAction action, const char *folder, SemaFileChosen chosen, gpointer user_data)
{
  return make_for (parent, title, action, folder, &(Waiting) {.chosen = chosen, .user_data = user_data});
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

/* The ends of names stand behind the name of the kind, for whoever types one. */
static void
add_kind (GtkFileChooser *chooser, const SemaFileKinds *kind, gboolean is_chosen)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char          *endings = g_strjoinv (", ", (char **)kind->suffixes);
  g_autofree char          *name = g_strdup_printf ("%s (%s)", kind->name, endings);

  gtk_file_filter_set_name (filter, name);
  for (const char *const *suffix = kind->suffixes; *suffix != NULL; suffix++)
    gtk_file_filter_add_suffix (filter, *suffix + 1);
  gtk_file_chooser_add_filter (chooser, filter);
  if (is_chosen)
    gtk_file_chooser_set_filter (chooser, filter);
}

static void
add_choice (GtkFileChooser *chooser, const char *question, const char *const *choices, guint choice)
{
  guint          n = g_strv_length ((char **)choices);
  g_auto (GStrv) ids = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    ids[i] = g_strdup_printf ("%u", i);
  gtk_file_chooser_add_choice (chooser, CHOICE, question, (const char **)ids, (const char **)choices);
  gtk_file_chooser_set_choice (chooser, CHOICE, ids[choice]);
}

/**
 * sema_file_chooser_save_kinds:
 * @parent: as for sema_file_chooser_save()
 * @title: of the dialog, translated
 * @folder: (nullable): where to look first
 * @name: proposed name of the file, UTF-8
 * @kinds: (array length=n_kinds): what kinds of files can be written
 * @n_kinds: how many
 * @kind: which of them is proposed
 * @question: what is chosen besides, translated
 * @choices: (array zero-terminated=1): what can be answered, translated
 * @choice: which of them is proposed
 * @chosen: called when a file was chosen, and not otherwise
 * @user_data: for @chosen
 *
 * Lets the user choose where to write a file of one of several kinds, and answer a question.
 */
void
sema_file_chooser_save_kinds (GtkWindow *parent, const char *title, const char *folder, const char *name, const SemaFileKinds *kinds, guint n_kinds, guint kind, const char *question, const char *const *choices, guint choice, SemaFileKindChosen chosen, gpointer user_data)
{
  GtkFileChooser *dialog = make_for (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, folder, &(Waiting) {.kind_chosen = chosen, .user_data = user_data});

  for (guint i = 0; i < n_kinds; i++)
    add_kind (dialog, &kinds[i], i == kind);
  add_choice (dialog, question, choices, choice);
  gtk_file_chooser_set_current_name (dialog, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
