/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-remembered.h"

#include "sema-settings.h"

static char *
get_string (const char *key)
{
  GSettings *settings = sema_settings_get_for (key);

  return settings != NULL ? g_settings_get_string (settings, key) : NULL;
}

/**
 * sema_remembered_get_choice:
 * @key: of a setting that is a string
 * @choices: (array length=n_choices): what it can be
 * @n_choices: how many there are, at least 1
 *
 * Returns: index of the choice made last, 0 where none is known
 */
guint
sema_remembered_get_choice (const char *key, const char *const *choices, gsize n_choices)
{
  g_autofree char *value = get_string (key);

  for (gsize i = 0; i < n_choices; i++)
    if (g_strcmp0 (value, choices[i]) == 0)
      return (guint)i;
  return 0;
}

/**
 * sema_remembered_set_choice:
 * @key: of a setting that is a string
 * @choice: what was chosen
 */
void
sema_remembered_set_choice (const char *key, const char *choice)
{
  GSettings *settings = sema_settings_get_for (key);

  if (settings != NULL)
    g_settings_set_string (settings, key, choice);
}

/**
 * sema_remembered_get_folder:
 * @key: of a setting that is the URI of a folder
 * @otherwise: the folder to begin with
 *
 * Returns: (transfer full) (nullable): file name of the folder used last
 */
char *
sema_remembered_get_folder (const char *key, GUserDirectory otherwise)
{
  g_autofree char *uri = get_string (key);
  char            *folder = uri != NULL && *uri != 0 ? g_filename_from_uri (uri, NULL, NULL) : NULL;

  return folder != NULL ? folder : g_strdup (g_get_user_special_dir (otherwise));
}

/**
 * sema_remembered_set_folder:
 * @key: of a setting that is the URI of a folder
 * @path: a file in the folder
 */
void
sema_remembered_set_folder (const char *key, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    sema_remembered_set_choice (key, uri);
}
