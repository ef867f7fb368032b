/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-recent.h"

#include <gtk/gtk.h>

#include "sema-menu-label.h"

#define MAX_FILES 10
#define GROUP "Semascope word vectors" /* the list of recent files is everybody's: ours are told apart by this */

struct _SemaRecent
{
  GMenu *section;
};

static int
compare_age (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *)b), gtk_recent_info_get_modified ((GtkRecentInfo *)a));
}

static void
append (GMenu *section, GtkRecentInfo *info)
{
  g_autofree char      *label = sema_menu_label_escape (gtk_recent_info_get_display_name (info));
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (section, item);
}

static void
update (SemaRecent *self)
{
  GList *infos = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_age);
  guint  n = 0;

  g_menu_remove_all (self->section);
  for (GList *link = infos; link != NULL && n < MAX_FILES; link = link->next)
    if (gtk_recent_info_has_group (link->data, GROUP) && gtk_recent_info_exists (link->data))
      {
        append (self->section, link->data);
        n++;
      }
  g_list_free_full (infos, (GDestroyNotify)gtk_recent_info_unref);
}

/**
 * sema_recent_new:
 * @section: of a menu; it is emptied and filled again whenever the list changes
 *
 * Returns: (transfer full): the filler
 */
SemaRecent *
sema_recent_new (GMenu *section)
{
  SemaRecent *self = g_new (SemaRecent, 1);

  self->section = g_object_ref (section);
  g_signal_connect_swapped (gtk_recent_manager_get_default (), "changed", G_CALLBACK (update), self);
  update (self);
  return self;
}

/**
 * sema_recent_free:
 * @self: (transfer full): a filler; the section stays as it is
 */
void
sema_recent_free (SemaRecent *self)
{
  g_signal_handlers_disconnect_by_data (gtk_recent_manager_get_default (), self);
  g_object_unref (self->section);
  g_free (self);
}

/**
 * sema_recent_add:
 * @path: file name of word vectors that were opened
 *
 * Puts the file on top of the list. The type is not looked at: what the file holds was told by its content.
 */
void
sema_recent_add (const char *path)
{
  char            *groups[] = {GROUP, NULL};
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkRecentData    data = {.mime_type = (char *)"application/octet-stream", .app_name = (char *)"Semascope", .app_exec = (char *)"semascope %f", .groups = groups};

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * sema_recent_get_folders:
 *
 * Returns: (transfer full) (array zero-terminated=1): the folders of word vectors that were opened, those of the latest first
 */
char **
sema_recent_get_folders (void)
{
  GList                   *infos = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_age);
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();

  for (GList *link = infos; link != NULL; link = link->next)
    {
      g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (link->data), NULL, NULL);
      g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

      if (folder != NULL && gtk_recent_info_has_group (link->data, GROUP))
        g_strv_builder_add (folders, folder);
    }
  g_list_free_full (infos, (GDestroyNotify)gtk_recent_info_unref);
  return g_strv_builder_end (folders);
}
