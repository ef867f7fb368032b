/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-window-private.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "sema-count.h"
#include "sema-error.h"
#include "sema-file-chooser.h"
#include "sema-file-kind.h"
#include "sema-member-dialog.h"
#include "sema-ready-set.h"
#include "sema-reveal.h"

/* Opening vectors: what the window shows before, meanwhile and after. */

static void
show_page (SemaWindow *self, const char *name)
{
  gboolean has_panes = g_str_equal (name, "main") && sema_session_get_set (self->session) != NULL;

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->words_button, has_panes);
  gtk_widget_set_visible (self->details_button, has_panes);
  sema_window_show_panes (self);
}

/* Shows what there is: the places, of which the layer needs no vectors, the progress of opening, or how to begin. */
void
sema_window_show_page (SemaWindow *self)
{
  gboolean open = sema_session_get_set (self->session) != NULL;
  gboolean loading = sema_session_get_loading (self->session);
  gboolean is_layer = sema_session_get_looks (self->session)->place == SEMA_PLACE_LAYER;

  if (open || (is_layer && !loading))
    show_page (self, "main");
  else
    show_page (self, loading ? "loading" : "empty");
  sema_reveal (self->load_strip, open && loading);
  sema_window_enable (self, "cancel-open", loading);
}

static void
loading_changed (SemaWindow *self)
{
  const char      *name = sema_session_get_load_name (self->session);
  g_autofree char *text = name != NULL ? g_strdup_printf (_("Opening “%s”…"), name) : NULL;

  sema_window_show_page (self);
  sema_job_progress_stop (self->strip_progress);
  sema_job_progress_stop (self->page_progress);
  if (!sema_session_get_loading (self->session))
    return;
  sema_job_progress_start (self->strip_progress, text, sema_session_get_open_fraction, self->session);
  sema_job_progress_start (self->page_progress, text, sema_session_get_open_fraction, self->session);
}

static void
set_changed (SemaWindow *self)
{
  SemaSet         *set = sema_session_get_set (self->session);
  g_autofree char *subtitle = NULL;

  if (set != NULL)
    {
      guint64 n = sema_set_get_n_rows (set);

      subtitle = g_strdup_printf (ngettext ("%s · %s word × %zu",
                                            "%s · %s words × %zu", n),
                                  sema_set_get_name (set), SEMA_COUNT (n), sema_set_get_dim (set));
    }
  adw_window_title_set_subtitle (self->window_title, subtitle != NULL ? subtitle : "");
  sema_window_show_page (self);
}

static void
loaded (SemaWindow *self)
{
  g_autofree char *sample = sema_ready_set_get_sample_path ();
  const char      *path = sema_session_get_path (self->session);

  sema_notice_show (self->warnings, sema_set_get_warnings (sema_session_get_set (self->session)));
  if (g_strcmp0 (path, sample) != 0)
    sema_recent_add (path);
  sema_window_show_page (self);
}

static void
open_path (const char *path, guint64 most_rows, const char *part, SemaWindow *self)
{
  sema_notice_hide (self->warnings);
  sema_session_open_with (self->session, path, &(SemaFormatsOptions) {.most_rows = most_rows, .part = part});
}

/* Opens as much as there is memory for of the file that was too large. */
static void
open_first (SemaWindow *self)
{
  open_path (sema_session_get_load_path (self->session), self->n_fitting, sema_session_get_load_part (self->session), self);
}

static char *
name_first (guint64 n_rows)
{
  return g_strdup_printf (ngettext ("Open the First %s Word", "Open the First %s Words", n_rows), SEMA_COUNT (n_rows));
}

/* Over the vectors that stay open. */
static void
show_load_error (SemaWindow *self, const GError *error, const char *name)
{
  g_autofree char *heading = g_strdup_printf (_("“%s” Cannot Be Opened"), name);
  g_autofree char *first = name_first (self->n_fitting);
  GtkWidget       *dialog = sema_window_tell_error (self, heading, error->message);

  if (self->n_fitting == 0)
    return;
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "first", first);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "first", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "first");
  g_signal_connect_object (dialog, "response::first", G_CALLBACK (open_first), self, G_CONNECT_SWAPPED);
}

static void
suggest (GtkWidget *button, gboolean is_suggested)
{
  if (is_suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

/* In place of the vectors. */
static void
show_load_error_page (SemaWindow *self, const GError *error)
{
  g_autofree char *sentence = g_markup_escape_text (error->message, -1);
  g_autofree char *first = name_first (self->n_fitting);

  adw_status_page_set_title (self->error_page, g_error_matches (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_LOST) ? _("The Vectors Are Gone") : _("This File Cannot Be Opened"));
  adw_status_page_set_description (self->error_page, sentence);
  gtk_button_set_label (self->first_button, first);
  gtk_widget_set_visible (GTK_WIDGET (self->first_button), self->n_fitting > 0);
  suggest (self->another_button, self->n_fitting == 0);
  show_page (self, "error");
}

static void
open_member (SemaWindow *self, const char *name)
{
  open_path (sema_session_get_load_path (self->session), 0, name, self);
}

/* A file that the command line names is opened before the window is on the screen, which would then come to lie above its dialog. */
static gboolean
present_above (GtkWidget *window, GdkFrameClock *clock, gpointer dialog)
{
  gtk_window_present (dialog);
  return G_SOURCE_REMOVE;
}

/* Which file of an archive? What was open meanwhile, or the first page, stays. */
static void
ask_for_member (SemaWindow *self)
{
  SemaMemberDialog *dialog = sema_member_dialog_new (GTK_WINDOW (self), sema_session_get_load_path (self->session));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (open_member), self, G_CONNECT_SWAPPED);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), present_above, g_object_ref (dialog), g_object_unref);
}

static void
load_failed (SemaWindow *self, const GError *error, const char *name)
{
  if (g_error_matches (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_PARTS))
    {
      sema_window_show_page (self);
      ask_for_member (self);
      return;
    }
  self->n_fitting = sema_error_get_fitting_rows (error);
  if (sema_session_get_set (self->session) != NULL)
    show_load_error (self, error, name);
  else
    show_load_error_page (self, error);
}

static void
projection_failed (SemaWindow *self, const GError *error)
{
  sema_window_tell_error (self, _("The Map Cannot Be Made"), error->message);
}

/* Lets the window follow what is being opened. */
void
sema_window_follow_opening (SemaWindow *self)
{
  g_signal_connect_object (self->session, "notify::set", G_CALLBACK (set_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::loading", G_CALLBACK (loading_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "loaded", G_CALLBACK (loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "load-failed", G_CALLBACK (load_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "projection-failed", G_CALLBACK (projection_failed), self, G_CONNECT_SWAPPED);
  set_changed (self);
}

/* A session, told by its content, or vectors. */
static void
open_chosen (const char *path, gpointer data)
{
  if (sema_file_kind_guess (path) == SEMA_FILE_SESSION)
    sema_window_open_session (data, path);
  else
    open_path (path, 0, NULL, data);
}

/**
 * sema_window_open_file:
 * @self: a window
 * @file: word vectors, or a session
 *
 * Opens the file, or says why it cannot: a place that is not a file of this machine cannot be read fast enough.
 */
void
sema_window_open_file (SemaWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  g_return_if_fail (SEMA_IS_WINDOW (self));

  if (path != NULL)
    open_chosen (path, self);
  else
    sema_window_tell_error (self, _("This Place Cannot Be Read"), _("Only files on this computer can be opened: copy the file here first."));
}

static void
open_dialog (GSimpleAction *action, GVariant *target, gpointer data)
{
  SemaWindow      *self = data;
  const char      *path = sema_session_get_path (self->session);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  sema_file_chooser_open (GTK_WINDOW (self), _("Open Word Vectors"), folder, open_chosen, self);
}

/* A model as Hugging Face has it is several files in a folder. */
static void
open_folder_dialog (GSimpleAction *action, GVariant *target, gpointer data)
{
  SemaWindow      *self = data;
  const char      *path = sema_session_get_path (self->session);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  sema_file_chooser_open_folder (GTK_WINDOW (self), _ ("Open the Folder of a Model"), folder, open_chosen, self);
}

static void
open_recent (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (target, NULL));

  sema_window_open_file (data, file);
}

static void
open_sample (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_autofree char *path = sema_ready_set_get_sample_path ();

  open_path (path, 0, NULL, data);
}

/* The words are there before the vectors are, so the first picture is the whole one. */
static void
demonstrate (GSimpleAction *action, GVariant *target, gpointer data)
{
  SemaWindow            *self = data;
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaRecipe) recipe = sema_ready_set_make_demonstration (&error);

  if (recipe == NULL)
    {
      sema_window_tell_error (self, _("The Demonstration Is Missing"), error->message);
      return;
    }
  sema_session_commit (self->session, recipe, _("Show demonstration"));
  open_sample (NULL, NULL, self);
}

static void
open_first_action (GSimpleAction *action, GVariant *target, gpointer data)
{
  open_first (data);
}

static void
cancel_open (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_session_cancel_open (SEMA_WINDOW (data)->session);
}

/* Adds the actions that open vectors. */
void
sema_window_add_open_actions (SemaWindow *self)
{
  static const GActionEntry entries[] = {
    {"open", open_dialog},
    {"open-folder", open_folder_dialog},
    {"open-recent", open_recent, "s"},
    {"open-sample", open_sample},
    {"open-first", open_first_action},
    {"demonstration", demonstrate},
    {"cancel-open", cancel_open},
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
