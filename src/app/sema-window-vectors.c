/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-window-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "sema-count.h"
#include "sema-error.h"
#include "sema-file-chooser.h"
#include "sema-formats.h"
#include "sema-remembered.h"
#include "sema-reveal.h"
#include "sema-session-save.h"
#include "sema-toast.h"

#define LEAVE_OUT "leave-out"
#define NUMBER "number"
#define DELAY 1000 /* ms; what takes less needs no sign */

/* Vectors in another format, written in a thread. */

/* Of the file that is being written, for when it is done, and for when it is tried again. */
typedef struct
{
  SemaWindow              *window; /* weak: it may be closed meanwhile */
  SemaSet                 *set;
  const SemaVectorsWriter *writer;
  SemaSavedWords           words;
  char                    *path;
  char                    *name;
  gboolean                 has_columns;
} Saving;

static void
show_strip (SemaWindow *self, gboolean shown)
{
  sema_reveal (self->save_strip, shown);
  sema_window_enable (self, "cancel-save", shown);
}

static gboolean
show_progress (gpointer data)
{
  SemaWindow *self = data;

  self->saving = 0;
  sema_job_progress_start (self->save_progress, _("Saving the vectors…"), sema_session_get_save_fraction, self->session);
  show_strip (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
tell_saved (const Saving *saving, guint64 n_words)
{
  g_autofree char *counted = g_strdup_printf (ngettext ("%s word saved as “%s”", "%s words saved as “%s”", (gulong)n_words), SEMA_COUNT (n_words), saving->name);
  g_autofree char *without = g_strdup_printf (_("%s, without the columns beside them"), counted);

  sema_toast_show (saving->window->content, saving->has_columns && !saving->writer->keeps_columns ? without : counted, FALSE);
}

static void
saving_free (Saving *saving)
{
  g_clear_weak_pointer (&saving->window);
  sema_set_unref (saving->set);
  g_free (saving->path);
  g_free (saving->name);
  g_free (saving);
}

static void begin (SemaWindow *self, const SemaVectorsWriter *writer, SemaSavedWords words, SemaSavedMisfits misfits, const char *path);

/* What becomes of the words that the format cannot have. */
static void
answered (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  const Saving    *saving = data;
  SemaSavedMisfits misfits = g_str_equal (response, LEAVE_OUT) ? SEMA_SAVED_LEAVE_OUT : g_str_equal (response, NUMBER) ? SEMA_SAVED_NUMBER
                                                                                                                       : SEMA_SAVED_REFUSE;
  SemaWindow      *self = saving->window;

  if (misfits != SEMA_SAVED_REFUSE && self != NULL && sema_session_get_set (self->session) == saving->set && !sema_session_is_saving (self->session))
    begin (self, saving->writer, saving->words, misfits, saving->path);
}

static void
free_asked (gpointer data, GClosure *closure)
{
  saving_free (data);
}

static void
ask_about_words (Saving *saving, const GError *error)
{
  GtkWidget *dialog = sema_window_tell_error (saving->window, _ ("The File Cannot Be Saved"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), NUMBER, _("Use Ids of Rows"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), LEAVE_OUT, _("Leave Such Words Out"));
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered), saving, free_asked, 0);
}

static void
tell_note (SemaWindow *self, const char *note)
{
  const char *const sentences[] = {note, NULL};

  if (note != NULL)
    sema_notice_show (self->warnings, sentences);
}

/* Whether the user was asked, so that it is not over yet. */
static gboolean
finish (Saving *saving, guint64 n_words, const char *note, const GError *error)
{
  SemaWindow *self = saving->window;

  g_clear_handle_id (&self->saving, g_source_remove);
  sema_job_progress_stop (self->save_progress);
  show_strip (self, FALSE);
  sema_window_enable (self, "save-vectors", sema_session_get_set (self->session) != NULL);
  if (error == NULL)
    {
      tell_saved (saving, n_words);
      tell_note (self, note);
    }
  else if (g_error_matches (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WORD))
    {
      ask_about_words (saving, error);
      return TRUE;
    }
  else if (!g_error_matches (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED))
    sema_window_tell_error (self, _ ("The File Cannot Be Saved"), error->message);
  return FALSE;
}

static void
saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving            *saving = data;
  g_autofree char   *note = NULL;
  g_autoptr (GError) error = NULL;
  guint64            n_words;

  sema_session_save_finish (SEMA_SESSION (source), result, &n_words, &note, &error);
  if (saving->window == NULL || !finish (saving, n_words, note, error))
    saving_free (saving);
  g_application_release (g_application_get_default ());
}

static void
begin (SemaWindow *self, const SemaVectorsWriter *writer, SemaSavedWords words, SemaSavedMisfits misfits, const char *path)
{
  Saving  *saving = g_new (Saving, 1);
  SemaSet *set = sema_session_get_set (self->session);

  *saving = (Saving) {NULL, sema_set_ref (set), writer, words, g_strdup (path), g_filename_display_basename (path), sema_set_get_columns (set) != NULL};
  g_set_weak_pointer (&saving->window, self);
  /* Where the window is closed, the half of a file goes away before the program ends. */
  g_application_hold (g_application_get_default ());
  sema_remembered_set_folder ("vectors-folder", path);
  sema_window_enable (self, "save-vectors", FALSE);
  self->saving = g_timeout_add (DELAY, show_progress, self);
  sema_session_save_async (self->session, writer, words, misfits, path, saved, saving);
}

/* Whether there is anything to be written; if not, that is told. */
static gboolean
check_words (SemaWindow *self, SemaSavedWords words)
{
  g_autoptr (GArray) rows = sema_session_find_saved (self->session, words);

  if (rows == NULL || rows->len > 0)
    return TRUE;
  sema_window_tell_error (self, _("The File Cannot Be Saved"),
                                   words == SEMA_SAVED_SELECTED ? _("No word is selected that is in the file.") : _("No word is on the map."));
  return FALSE;
}

/* The end of the name tells the format, the chosen kind only where that does not: a name without such an end gets it. */
static const SemaVectorsWriter *
find_writer (const char *path, guint kind)
{
  gsize                           n;
  const SemaVectorsWriter *const *writers = sema_vectors_save_list (&n);
  const SemaVectorsWriter        *chosen = writers[MIN (kind, n - 1)];
  const SemaVectorsWriter        *named;

  if (sema_vectors_save_fits (chosen, path) || sema_vectors_save_match (path, &named) == 0)
    return chosen;
  return named;
}

static void ask_where (SemaWindow *self, const char *folder, const char *name, guint kind, guint words);

/* A file that would be replaced only because of the ending that was left out is asked for anew. */
static void
save_to (const char *chosen, guint kind, guint words, gpointer data)
{
  SemaWindow              *self = data;
  const SemaVectorsWriter *writer = find_writer (chosen, kind);
  gboolean                 complete = sema_vectors_save_fits (writer, chosen);
  g_autofree char         *path = complete ? g_strdup (chosen) : g_strconcat (chosen, writer->suffixes[0], NULL);
  g_autofree char         *folder = g_path_get_dirname (path);
  g_autofree char         *name = g_filename_display_basename (path);

  if (sema_session_get_set (self->session) == NULL || sema_session_is_saving (self->session) || !check_words (self, words))
    return;
  if (complete || !g_file_test (path, G_FILE_TEST_EXISTS))
    begin (self, writer, words, SEMA_SAVED_REFUSE, path);
  else
    ask_where (self, folder, name, kind, words);
}

static void
ask_where (SemaWindow *self, const char *folder, const char *name, guint kind, guint words)
{
  gsize                           n;
  const SemaVectorsWriter *const *writers = sema_vectors_save_list (&n);
  g_autofree SemaFileKinds       *kinds = g_new (SemaFileKinds, n);
  const char *const               which[] = {_("All words of the file"), _("The words on the map"), _("The selected words"), NULL};

  for (gsize i = 0; i < n; i++)
    kinds[i] = (SemaFileKinds) {_(writers[i]->label), writers[i]->suffixes};
  sema_file_chooser_save_kinds (GTK_WINDOW (self), _("Save Vectors"), folder, name, kinds, (guint)n, kind, _("Words"), which, words, save_to, self);
}

static void
save_vectors (GSimpleAction *action, GVariant *target, gpointer data)
{
  SemaWindow      *self = data;
  const char      *set_name = sema_set_get_name (sema_session_get_set (self->session));
  g_autofree char *folder = sema_remembered_get_folder ("vectors-folder", G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = g_strconcat (set_name != NULL ? set_name : "vectors", ".bin", NULL);

  g_strdelimit (name, "/", '-');
  ask_where (self, folder, name, 0, SEMA_SAVED_ALL);
}

static void
cancel_save (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_session_cancel_save (SEMA_WINDOW (data)->session);
}

/* Adds the actions that write vectors. */
void
sema_window_add_vectors_actions (SemaWindow *self)
{
  static const GActionEntry entries[] = {
    {"save-vectors", save_vectors},
    {"cancel-save", cancel_save},
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  show_strip (self, FALSE);
}
