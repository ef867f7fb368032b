/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-window-private.h"

#include <glib/gi18n-lib.h>

#include "sema-file-chooser.h"
#include "sema-ready-set.h"
#include "sema-remembered.h"
#include "sema-toast.h"

#define PATTERN "*" SEMA_SESSION_STATE_ENDING

/* Sessions saved by name, and opened. Their vectors may have moved, so that finding them reads files: in a thread. */

typedef struct
{
  char             *path;
  char            **folders;
  SemaSessionState *state;
  char             *vectors; /* NULL where there are none, or the problem says why */
  GError           *problem;
  gboolean          is_return; /* of what was there when the program ended: nobody asked for it now */
} Finding;

static void
finding_free (gpointer data)
{
  Finding *finding = data;

  g_free (finding->path);
  g_strfreev (finding->folders);
  sema_session_state_free (finding->state);
  g_free (finding->vectors);
  g_clear_error (&finding->problem);
  g_free (finding);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Finding *finding = task_data;
  GError  *error = NULL;

  finding->state = sema_session_state_load (finding->path, &error);
  if (finding->state == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (sema_vectors_place_is_known (finding->state->place))
    finding->vectors = sema_vectors_place_find (finding->state->place, finding->path, (const char *const *)finding->folders, &finding->problem);
  g_task_return_boolean (task, TRUE);
}

static void
apply (SemaWindow *self, const SemaSessionState *state, const char *vectors)
{
  sema_notice_hide (self->warnings);
  sema_session_state_apply (state, self->session, vectors, _("Open session"));
}

static void
vectors_chosen (const char *path, gpointer data)
{
  SemaWindow                  *self = data;
  g_autoptr (SemaSessionState) state = g_steal_pointer (&self->homeless);

  if (state != NULL)
    apply (self, state, path);
}

static void
choose_vectors (SemaWindow *self)
{
  sema_file_chooser_open (GTK_WINDOW (self), _("Choose the Vectors of the Session"), NULL, vectors_chosen, self);
}

/* Until the vectors are there, everything stays as it is. */
static void
ask_for_vectors (SemaWindow *self, Finding *finding)
{
  gboolean         other = g_error_matches (finding->problem, SEMA_VECTORS_PLACE_ERROR, SEMA_VECTORS_PLACE_ERROR_DIFFERENT);
  g_autofree char *sentence = g_strdup_printf ("%s %s", finding->problem->message, _("Choose the file of vectors, wherever it is now."));
  GtkWidget       *dialog = sema_window_tell_error (self, other ? _("These Are Other Vectors") : _("The Vectors Are Not Found"), sentence);

  g_clear_pointer (&self->homeless, sema_session_state_free);
  self->homeless = g_steal_pointer (&finding->state);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "choose", _("_Choose Vectors…"));
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "choose", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "choose");
  g_signal_connect_object (dialog, "response::choose", G_CALLBACK (choose_vectors), self, G_CONNECT_SWAPPED);
}

/* Unless something else has been opened meanwhile. Where nothing was found, the window says already what cannot be opened. */
static void
return_to (SemaWindow *self, const Finding *finding)
{
  const char *path = sema_session_get_load_path (self->session);

  if (finding->vectors != NULL && sema_session_get_set (self->session) == NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    sema_session_state_apply (finding->state, self->session, finding->vectors, NULL);
}

static void
found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaWindow        *self = SEMA_WINDOW (source);
  Finding           *finding = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->finding)
    return;
  g_clear_object (&self->finding);
  if (finding->is_return)
    return_to (self, finding);
  else if (!g_task_propagate_boolean (G_TASK (result), &error))
    sema_window_tell_error (self, _("The Session Cannot Be Opened"), error->message);
  else if (finding->problem != NULL)
    ask_for_vectors (self, finding);
  else
    apply (self, finding->state, finding->vectors);
}

/* The folders of recent files, and that of the sample, which lies elsewhere on every machine. */
static char **
get_folders (void)
{
  g_auto (GStrv)           recent = sema_recent_get_folders ();
  g_autofree char         *sample = sema_ready_set_get_sample_path ();
  g_autofree char         *folder = g_path_get_dirname (sample);
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();

  g_strv_builder_addv (folders, (const char **)recent);
  g_strv_builder_add (folders, folder);
  return g_strv_builder_end (folders);
}

/* One that is being opened already is given up. */
static void
find (SemaWindow *self, const char *path, gboolean is_return)
{
  Finding          *finding = g_new0 (Finding, 1);
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  self->finding = g_cancellable_new ();
  task = g_task_new (self, self->finding, found, NULL);
  finding->is_return = is_return;
  finding->path = g_strdup (path);
  finding->folders = get_folders ();
  g_task_set_task_data (task, finding, finding_free);
  g_task_run_in_thread (task, find_in_thread);
}

/* Opens a session file: what it asks for can be undone. */
void
sema_window_open_session (SemaWindow *self, const char *path)
{
  find (self, path, FALSE);
}

/* Looks for the vectors that were open when the program ended, and are not where they were. */
void
sema_window_find_again (SemaWindow *self, const char *path)
{
  find (self, path, TRUE);
}

static void
session_chosen (const char *path, gpointer data)
{
  sema_remembered_set_folder ("session-folder", path);
  sema_window_open_session (data, path);
}

static void
open_session (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_autofree char *folder = sema_remembered_get_folder ("session-folder", G_USER_DIRECTORY_DOCUMENTS);

  sema_file_chooser_open_kind (data, _("Open Session"), folder, _("Sessions of Semascope"), PATTERN, session_chosen, data);
}

static void save_to (const char *chosen, gpointer data);

/* The dialog also asks before it replaces a file. */
static void
ask_where (SemaWindow *self, const char *folder, const char *name)
{
  sema_file_chooser_save_kind (GTK_WINDOW (self), _("Save Session"), folder, name, _("Sessions of Semascope"), PATTERN, save_to, self);
}

static void
write_session (SemaWindow *self, const char *path)
{
  g_autofree char   *name = g_filename_display_basename (path);
  g_autofree char   *done = g_strdup_printf (_("“%s” saved"), name);
  g_autoptr (GError) error = NULL;

  sema_remembered_set_folder ("session-folder", path);
  if (sema_session_state_save (self->session, path, &error))
    sema_toast_show (self->content, done, FALSE);
  else
    sema_window_tell_error (self, _("The File Cannot Be Saved"), error->message);
}

/* A file that would be replaced only because of the ending that was left out is asked for anew. */
static void
save_to (const char *chosen, gpointer data)
{
  gboolean         complete = g_str_has_suffix (chosen, SEMA_SESSION_STATE_ENDING);
  g_autofree char *path = complete ? g_strdup (chosen) : g_strconcat (chosen, SEMA_SESSION_STATE_ENDING, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_basename (path);

  if (!complete && g_file_test (path, G_FILE_TEST_EXISTS))
    ask_where (data, folder, name);
  else
    write_session (data, path);
}

static void
save_session (GSimpleAction *action, GVariant *target, gpointer data)
{
  SemaWindow      *self = data;
  SemaSet         *set = sema_session_get_set (self->session);
  g_autofree char *folder = sema_remembered_get_folder ("session-folder", G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = g_strconcat (set != NULL ? sema_set_get_name (set) : "semascope", SEMA_SESSION_STATE_ENDING, NULL);

  g_strdelimit (name, "/", '-');
  ask_where (self, folder, name);
}

/* Adds the actions that save and open sessions. */
void
sema_window_add_session_actions (SemaWindow *self)
{
  static const GActionEntry entries[] = {
    {"open-session", open_session},
    {"save-session", save_session},
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
