/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SemaFileChosen:
 * @path: file name
 * @user_data: as given
 */
typedef void (*SemaFileChosen) (const char *path, gpointer user_data);

void sema_file_chooser_open (GtkWindow *parent, const char *title, const char *folder, SemaFileChosen chosen, gpointer user_data);
void sema_file_chooser_open_folder (GtkWindow *parent, const char *title, const char *folder, SemaFileChosen chosen, gpointer user_data);
void sema_file_chooser_save (GtkWindow *parent, const char *title, const char *folder, const char *name, SemaFileChosen chosen, gpointer user_data);

/* The same with files of one ending shown, and others on demand. */
void sema_file_chooser_open_kind (GtkWindow *parent, const char *title, const char *folder, const char *kind, const char *pattern, SemaFileChosen chosen, gpointer user_data);
void sema_file_chooser_save_kind (GtkWindow *parent, const char *title, const char *folder, const char *name, const char *kind, const char *pattern, SemaFileChosen chosen, gpointer user_data);

/**
 * SemaFileKinds:
 * @name: what such files are, translated
 * @suffixes: (array zero-terminated=1): how their names end
 */
typedef struct
{
  const char        *name;
  const char *const *suffixes;
} SemaFileKinds;

/**
 * SemaFileKindChosen:
 * @path: file name
 * @kind: number of the kind of files that was chosen
 * @choice: number of the choice
 * @user_data: as given
 */
typedef void (*SemaFileKindChosen) (const char *path, guint kind, guint choice, gpointer user_data);

void sema_file_chooser_save_kinds (GtkWindow *parent, const char *title, const char *folder, const char *name, const SemaFileKinds *kinds, guint n_kinds, guint kind, const char *question, const char *const *choices, guint choice, SemaFileKindChosen chosen, gpointer user_data);

G_END_DECLS
