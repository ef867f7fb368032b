/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sema-recipe-json.h"

#define VERSION 1
#define MOST_ROWS 9007199254740992.0 /* a double holds each number below */
#define LARGEST_STATE (32u << 20)    /* bytes */
#define DEEPEST_STATE 32             /* brackets in brackets: json-glib reads them by recursion */

static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static JsonNode *
build_state (SemaSession *session)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char             *path = sema_session_get_path (session);
  g_autofree char        *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;
  SemaCamera              camera;

  sema_session_get_camera (session, &camera);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "semascope-session");
  json_builder_add_int_value (builder, VERSION);
  add_text (builder, "vectors-file", uri);
  if (sema_session_get_most_rows (session) > 0)
    add_number (builder, "first-words", (double)sema_session_get_most_rows (session));
  add_text (builder, "focus", sema_session_get_focus (session));
  json_builder_set_member_name (builder, "camera");
  json_builder_begin_object (builder);
  add_number (builder, "x", camera.centre_x);
  add_number (builder, "y", camera.centre_y);
  add_number (builder, "scale", camera.scale);
  json_builder_end_object (builder);
  sema_recipe_json_build (sema_session_get_recipe (session), builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/**
 * sema_session_state_save:
 * @session: a session
 * @path: file name; its folder is made when it is missing
 * @error: a #GFileError; the old file is as it was
 *
 * Writes the file that is open, the recipe, the camera and the focus.
 *
 * Returns: whether it was written
 */
gboolean
sema_session_state_save (SemaSession *session, const char *path, GError **error)
{
  g_autoptr (JsonNode)      root = build_state (session);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char          *folder = g_path_get_dirname (path);
  g_autofree char          *text = NULL;
  gsize                     length;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, &length);
  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents_full (path, text, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static gboolean
is_too_deep (const char *text, gsize length)
{
  gsize    depth = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (quoted && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && (text[i] == '[' || text[i] == '{') && ++depth > DEEPEST_STATE)
        return TRUE;
      else if (!quoted && (text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
    }
  return FALSE;
}

static gboolean
fail (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("“%s” is not a saved session of this version of Semascope."), name);
  return FALSE;
}

static void
restore_camera (SemaSession *session, JsonObject *state)
{
  JsonNode  *node = json_object_get_member (state, "camera");
  SemaCamera camera = {0, 0, 0};

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      camera.centre_x = sema_json_get_double (object, "x", 0);
      camera.centre_y = sema_json_get_double (object, "y", 0);
      camera.scale = sema_json_get_double (object, "scale", 0);
    }
  if (!isfinite (camera.centre_x) || !isfinite (camera.centre_y) || !isfinite (camera.scale) || camera.scale < 0)
    camera = (SemaCamera) {0, 0, 0};
  sema_session_set_camera (session, &camera);
}

/* How many words are to be opened; what is no such number is none. */
static guint64
read_most_rows (JsonObject *state)
{
  double most_rows = sema_json_get_double (state, "first-words", 0);

  return most_rows >= 1 && most_rows < MOST_ROWS ? (guint64)most_rows : 0;
}

static void
restore (SemaSession *session, JsonObject *state)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_json_read (state);
  const char            *uri = sema_json_get_string (state, "vectors-file");
  g_autofree char       *vectors = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;

  sema_session_commit (session, recipe, NULL);
  sema_session_select (session, NULL, sema_json_get_string (state, "focus"));
  if (vectors != NULL)
    sema_session_open_first (session, vectors, read_most_rows (state));
  restore_camera (session, state);
}

/**
 * sema_session_state_restore:
 * @session: a session
 * @path: file name
 * @error: a #GFileError when the file cannot be read or is no saved session; the session is as it was
 *
 * Brings back what sema_session_state_save() wrote, and starts to open the vectors.
 *
 * Returns: whether it was read
 */
gboolean
sema_session_state_restore (SemaSession *session, const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char       *text = NULL;
  JsonNode              *root;
  gsize                  length;

  if (!g_file_get_contents (path, &text, &length, error))
    return FALSE;
  if (length > LARGEST_STATE || is_too_deep (text, length) || !json_parser_load_from_data (parser, text, (gssize)length, NULL))
    return fail (error, path);
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root) ||
      sema_json_get_double (json_node_get_object (root), "semascope-session", 0) != VERSION)
    return fail (error, path);
  restore (session, json_node_get_object (root));
  return TRUE;
}
