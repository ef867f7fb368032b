/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-window-private.h"

#include <string.h>

#include "sema-file-kind.h"

/* Dropping: vectors and sessions are opened, lists and text are words. Each file's content tells which it is. */

static void
drop_file (SemaWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL && sema_session_get_set (self->session) != NULL && sema_file_kind_guess (path) == SEMA_FILE_WORD_LIST)
    sema_window_add_list_file (self, path);
  else
    sema_window_open_file (self, file);
}

static gboolean
dropped (SemaWindow *self, const GValue *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      GSList *files = g_value_get_boxed (value);

      for (GSList *link = files; link != NULL; link = link->next)
        drop_file (self, link->data);
      return files != NULL;
    }
  if (G_VALUE_HOLDS_STRING (value) && sema_session_get_set (self->session) != NULL)
    {
      const char *text = g_value_get_string (value);

      sema_window_add_text (self, text, strlen (text));
      return TRUE;
    }
  return FALSE;
}

/* Lets files and text be dropped anywhere on the window. */
void
sema_window_accept_drops (SemaWindow *self)
{
  GType          types[] = {GDK_TYPE_FILE_LIST, G_TYPE_STRING};
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->content, GTK_EVENT_CONTROLLER (target));
}
