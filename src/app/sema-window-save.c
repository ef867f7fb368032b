/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-window-private.h"

#include <glib/gi18n-lib.h>

#include "sema-coordinates.h"
#include "sema-copy-picture.h"
#include "sema-export-dialog.h"
#include "sema-file-chooser.h"
#include "sema-layer-place.h"
#include "sema-table-job.h"
#include "sema-toast.h"
#include "sema-word-list.h"

/* What leaves the program: pictures, the list of words, coordinates. */

static void
write_text (SemaWindow *self, const char *path, const GString *text)
{
  g_autofree char   *name = g_filename_display_basename (path);
  g_autofree char   *done = g_strdup_printf (_("“%s” saved"), name);
  g_autoptr (GError) error = NULL;

  if (g_file_set_contents_full (path, text->str, (gssize)text->len, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &error))
    sema_toast_show (self->content, done, FALSE);
  else
    sema_window_tell_error (self, _("The File Cannot Be Saved"), error->message);
}

static void
save_list_to (const char *path, gpointer data)
{
  SemaWindow *self = data;
  GString    *text = sema_word_list_print (sema_session_get_recipe (self->session));

  write_text (self, path, text);
  g_string_free (text, TRUE);
}

static void
save_list (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_file_chooser_save (data, _("Save Word List"), NULL, _("words.txt"), save_list_to, data);
}

static void
save_coordinates_to (const char *path, gpointer data)
{
  SemaWindow     *self = data;
  SemaProjection *projection = sema_session_get_projection (self->session);
  GString        *text;

  if (projection == NULL)
    return;
  text = sema_coordinates_print_csv (projection);
  write_text (self, path, text);
  g_string_free (text, TRUE);
}

static void
save_coordinates (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_file_chooser_save (data, _("Save Coordinates"), NULL, _("coordinates.csv"), save_coordinates_to, data);
}

static void
copy_table (GSimpleAction *action, GVariant *target, gpointer data)
{
  SemaWindow       *self = data;
  SemaPlacePicture *picture = sema_session_get_picture (self->session);

  if (picture != NULL)
    sema_table_job_copy (self->content, picture);
}

static void
save_table_to (const char *path, gpointer data)
{
  SemaWindow       *self = data;
  SemaPlacePicture *picture = sema_session_get_picture (self->session);

  if (picture != NULL)
    sema_table_job_save (self->content, picture, path);
}

static void
save_table (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_file_chooser_save (data, _("Save Table"), NULL, _("table.csv"), save_table_to, data);
}

/* The map has no table but its coordinates. */
static void
picture_changed (SemaWindow *self)
{
  gboolean have = sema_session_get_picture (self->session) != NULL;

  sema_window_enable (self, "copy-table", have);
  sema_window_enable (self, "save-table", have);
}

/* The map of a layer's rows, while that is seen: the session knows nothing of it. */
static SemaScatter *
find_layer_map (SemaWindow *self)
{
  GtkWidget *place = gtk_stack_get_visible_child (self->places);

  return SEMA_IS_LAYER_PLACE (place) ? sema_layer_place_get_scatter (SEMA_LAYER_PLACE (place)) : NULL;
}

static void
export_picture (GSimpleAction *action, GVariant *target, gpointer data)
{
  SemaWindow       *self = data;
  SemaScatter      *scatter = find_layer_map (self);
  SemaExportDialog *dialog = scatter != NULL ? sema_export_dialog_new_for_scatter (GTK_WINDOW (self), self->session, scatter)
                                             : sema_export_dialog_new (GTK_WINDOW (self), self->session);

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
copy_picture (GSimpleAction *action, GVariant *target, gpointer data)
{
  SemaWindow  *self = data;
  SemaScatter *scatter = find_layer_map (self);

  if (scatter != NULL)
    sema_copy_scatter (self->content, scatter);
  else
    sema_copy_picture (self->content, self->session);
}

/* Adds the actions that save and copy. */
void
sema_window_add_save_actions (SemaWindow *self)
{
  static const GActionEntry entries[] = {
    {"save-list", save_list},
    {"save-coordinates", save_coordinates},
    {"export", export_picture},
    {"copy-picture", copy_picture},
    {"copy-table", copy_table},
    {"save-table", save_table},
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "notify::picture", G_CALLBACK (picture_changed), self, G_CONNECT_SWAPPED);
  picture_changed (self);
}
