/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-session-state.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

#include "sema-json-reader.h"
#include "sema-json.h"
#include "sema-recipe-json.h"
#include "sema-small-file.h"

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
add_integer (JsonBuilder *builder, const char *name, guint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, (gint64)MIN (value, G_MAXINT64));
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_file (JsonBuilder *builder, const char *name, const char *path)
{
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;

  add_text (builder, name, uri);
}

static void
add_place (JsonBuilder *builder, const SemaVectorsPlace *place)
{
  if (place == NULL)
    return;
  add_text (builder, "vectors-file", place->uri);
  add_text (builder, "vectors-name", place->name);
  if (place->size > 0)
    add_integer (builder, "vectors-size", place->size);
  add_text (builder, "vectors-sample", place->sample);
}

/* The extent is for who draws on a page of another size; the window needs the scale. */
static void
add_camera (JsonBuilder *builder, SemaSession *session)
{
  SemaCamera camera;
  SemaRegion region;

  sema_session_get_camera (session, &camera);
  sema_session_get_region (session, &region);
  json_builder_set_member_name (builder, "camera");
  json_builder_begin_object (builder);
  add_number (builder, "x", camera.centre_x);
  add_number (builder, "y", camera.centre_y);
  add_number (builder, "scale", camera.scale);
  if (region.width > 0)
    {
      add_number (builder, "width", region.width);
      add_number (builder, "height", region.height);
    }
  json_builder_end_object (builder);
}

static JsonNode *
build_state (SemaSession *session)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_integer (builder, "semascope-session", VERSION);
  add_place (builder, sema_session_get_place (session));
  if (sema_session_get_most_rows (session) > 0)
    add_integer (builder, "first-words", sema_session_get_most_rows (session));
  add_text (builder, "part", sema_session_get_part (session));
  add_file (builder, "tokenizer-file", sema_session_get_tokenizer (session));
  sema_recipe_json_build (sema_session_get_recipe (session), builder);
  add_text (builder, "focus", sema_session_get_focus (session));
  add_camera (builder, session);
  sema_looks_build (sema_session_get_looks (session), builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/**
 * sema_session_state_save:
 * @session: a session
 * @path: file name; its folder is made when it is missing
 * @error: a #GFileError; the old file is as it was
 *
 * Writes how the file that is open is found again, the recipe, the focus and what the window looks at, and how.
 *
 * Returns: whether it was written
 */
gboolean
sema_session_state_save (SemaSession *session, const char *path, GError **error)
{
  g_autoptr (JsonNode) root = build_state (session);
  g_autofree char     *folder = g_path_get_dirname (path);
  gsize                length;
  g_autofree char     *text = sema_json_generate (root, &length);

  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents_full (path, text, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}

static void
refuse (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("“%s” is no saved session."), name);
}

static guint
count_lines (const char *text, guint64 length)
{
  guint n = 1;

  for (guint64 i = 0; i < length; i++)
    n += text[i] == '\n';
  return n;
}

/* By our own reader, which is strict. json-glib takes more than JSON: comments and strings in single quotes, behind which brackets in
 * brackets would hide, which it reads by recursion; and several values, of which it loses the memory of all but the last. */
static gboolean
check_json (const char *text, gsize length, const char *path, GError **error)
{
  g_autoptr (SemaJsonReader) reader = sema_json_reader_new ("", text, length);
  g_autofree char           *name = g_filename_display_basename (path);
  SemaJsonEvent              event;

  sema_json_reader_set_max_depth (reader, DEEPEST_STATE);
  do
    event = sema_json_reader_next (reader, NULL);
  while (event != SEMA_JSON_END && event != SEMA_JSON_FAILED);
  if (event == SEMA_JSON_FAILED)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("“%s” is no saved session: line %u cannot be read."), name, count_lines (text, sema_json_reader_get_offset (reader)));
  return event == SEMA_JSON_END;
}

static double
get_finite (JsonObject *object, const char *name)
{
  double value = sema_json_get_double (object, name, 0);

  return isfinite (value) ? value : 0;
}

static void
read_camera (SemaSessionState *self, JsonObject *state)
{
  JsonNode   *node = json_object_get_member (state, "camera");
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object == NULL)
    return;
  self->camera = (SemaCamera) {get_finite (object, "x"), get_finite (object, "y"), get_finite (object, "scale")};
  if (self->camera.scale <= 0)
    self->camera = (SemaCamera) {0, 0, 0};
  self->region = (SemaRegion) {self->camera.centre_x, self->camera.centre_y, get_finite (object, "width"), get_finite (object, "height")};
  if (self->camera.scale <= 0 || self->region.width <= 0 || self->region.height <= 0)
    self->region = (SemaRegion) {0, 0, 0, 0};
}

/* A count from 1 on; what is no such number is 0. */
static guint64
read_count (JsonObject *state, const char *name)
{
  double count = sema_json_get_double (state, name, 0);

  return count >= 1 && count < MOST_ROWS ? (guint64)count : 0;
}

static char *
read_file (JsonObject *state, const char *name)
{
  const char *uri = sema_json_get_string (state, name);

  return uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
}

static SemaVectorsPlace *
read_place (JsonObject *state)
{
  SemaVectorsPlace *place = g_new (SemaVectorsPlace, 1);

  *place = (SemaVectorsPlace) {.uri = g_strdup (sema_json_get_string (state, "vectors-file")),
                               .name = g_strdup (sema_json_get_string (state, "vectors-name")),
                               .size = read_count (state, "vectors-size"),
                               .sample = g_strdup (sema_json_get_string (state, "vectors-sample"))};
  return place;
}

static SemaSessionState *
read_state (JsonObject *state)
{
  SemaSessionState *self = g_new0 (SemaSessionState, 1);

  self->place = read_place (state);
  self->most_rows = read_count (state, "first-words");
  self->part = g_strdup (sema_json_get_string (state, "part"));
  self->tokenizer = read_file (state, "tokenizer-file");
  self->recipe = sema_recipe_json_read (state);
  self->focus = g_strdup (sema_json_get_string (state, "focus"));
  read_camera (self, state);
  sema_looks_read (&self->looks, state);
  return self;
}

/* Asked before a byte is read: what is no file or a huge one would be waited for. */
static char *
read_text (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  GStatBuf         status;
  gsize            length;

  if (g_stat (path, &status) == 0 && (!S_ISREG (status.st_mode) || status.st_size > LARGEST_STATE))
    {
      refuse (path, error);
      return NULL;
    }
  text = sema_small_file_read (path, &length, error);
  if (text == NULL)
    return NULL;
  if (length > LARGEST_STATE)
    refuse (path, error);
  else if (check_json (text, length, path, error))
    return g_steal_pointer (&text);
  return NULL;
}

static JsonObject *
parse (JsonParser *parser, const char *text, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  JsonNode        *root;

  if (!json_parser_load_from_data (parser, text, -1, NULL))
    {
      refuse (path, error);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root) && sema_json_get_double (json_node_get_object (root), "semascope-session", 0) == VERSION)
    return json_node_get_object (root);
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("“%s” is not a saved session of this version of Semascope."), name);
  return NULL;
}

/**
 * sema_session_state_load:
 * @path: file name
 * @error: a #GFileError when the file cannot be read or is no saved session, with the line where there is one
 *
 * Reads what sema_session_state_save() wrote, now or years ago, or what somebody made of it.
 *
 * Returns: (transfer full) (nullable): what it says
 */
SemaSessionState *
sema_session_state_load (const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char       *text = read_text (path, error);
  JsonObject            *state = text != NULL ? parse (parser, text, path, error) : NULL;

  return state != NULL ? read_state (state) : NULL;
}

/**
 * sema_session_state_free:
 * @self: (nullable) (transfer full): a state
 */
void
sema_session_state_free (SemaSessionState *self)
{
  if (self == NULL)
    return;
  sema_vectors_place_free (self->place);
  g_clear_pointer (&self->recipe, sema_recipe_free);
  sema_looks_clear (&self->looks);
  g_free (self->focus);
  g_free (self->part);
  g_free (self->tokenizer);
  g_free (self);
}

/**
 * sema_session_state_apply:
 * @self: a state
 * @session: a session
 * @vectors: (nullable): file name of its vectors, where they were found
 * @label: (nullable): what the change is for undo, translated; %NULL forgets all undo
 *
 * Asks for what the state says, and starts to open the vectors, to be looked at as they were. Without them, what is open
 * stays open and is looked at from where it is.
 */
void
sema_session_state_apply (const SemaSessionState *self, SemaSession *session, const char *vectors, const char *label)
{
  sema_session_commit (session, self->recipe, label);
  sema_session_select (session, NULL, self->focus);
  sema_session_set_looks (session, &self->looks);
  if (vectors != NULL)
    sema_session_open_at (session, vectors, &(SemaFormatsOptions) {.most_rows = self->most_rows, .part = self->part, .tokenizer = self->tokenizer}, &self->camera);
  else if (sema_session_get_set (session) == NULL)
    sema_session_set_camera (session, &self->camera);
}

/**
 * sema_session_state_restore:
 * @session: a session
 * @path: file name
 * @error: as from sema_session_state_load(); the session is as it was
 *
 * Brings back what was there when the program ended, on the same machine: the vectors are opened where they were.
 *
 * Returns: whether it was read
 */
gboolean
sema_session_state_restore (SemaSession *session, const char *path, GError **error)
{
  g_autoptr (SemaSessionState) state = sema_session_state_load (path, error);
  g_autofree char             *vectors = NULL;

  if (state == NULL)
    return FALSE;
  vectors = state->place->uri != NULL ? g_filename_from_uri (state->place->uri, NULL, NULL) : NULL;
  sema_session_state_apply (state, session, vectors, NULL);
  return TRUE;
}
