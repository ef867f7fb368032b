/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-settings.h"

static GSettings *
open_settings (void)
{
  GSettingsSchemaSource      *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SEMA_APP_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * sema_settings_get_for:
 * @key: name of a key
 *
 * A program that was never installed may have no schema, and an older schema may lack a key: GLib ends a program that
 * asks for what is not there, so nobody asks but through here.
 *
 * Returns: (transfer none) (nullable): the program's settings, %NULL where they do not know @key
 */
GSettings *
sema_settings_get_for (const char *key)
{
  static GSettings           *settings;
  static gsize                opened;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (g_once_init_enter (&opened))
    {
      settings = open_settings ();
      g_once_init_leave (&opened, 1);
    }
  if (settings == NULL)
    return NULL;
  g_object_get (settings, "settings-schema", &schema, NULL);
  return g_settings_schema_has_key (schema, key) ? settings : NULL;
}

/**
 * sema_settings_bind:
 * @key: name of a key
 * @object: (type GObject): has the property
 * @property: of the key's type
 *
 * Lets the property follow the setting and the setting follow the property; without the setting it does nothing.
 */
void
sema_settings_bind (const char *key, gpointer object, const char *property)
{
  GSettings *settings = sema_settings_get_for (key);

  if (settings != NULL)
    g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}
