/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projector-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-json-reader.h"
#include "sema-projector-pbtxt.h"

#define MAX_DEPTH 64
#define MAX_EMBEDDINGS 1000
#define MAX_PATH 4096 /* bytes */

static void
embedding_free (gpointer data)
{
  SemaProjectorEmbedding *self = data;

  g_free (self->name);
  g_free (self->tensors);
  g_free (self->metadata);
  g_free (self);
}

static gboolean
contains (const char *text, const char *end, const char *needle)
{
  gsize n = strlen (needle);

  for (; (gsize)(end - text) >= n; text++)
    if (memcmp (text, needle, n) == 0)
      return TRUE;
  return FALSE;
}

/**
 * sema_projector_config_is_one:
 * @bytes: (array length=n_bytes): the first bytes of a file
 * @n_bytes: how many there are
 *
 * Returns: whether they begin a configuration of the Embedding Projector: JSON, or protobuf as text
 */
gboolean
sema_projector_config_is_one (const guint8 *bytes, gsize n_bytes)
{
  const char *at = (const char *)bytes, *end = at + n_bytes;

  while (at < end && g_ascii_isspace (*at))
    at++;
  if (at == end)
    return FALSE;
  if (*at != '{')
    return sema_projector_pbtxt_is_one (at, (gsize)(end - at));
  return contains (at, end, "\"embeddings\"") && contains (at, end, "\"tensor");
}

/**
 * sema_projector_config_is_safe:
 * @path: a path that a configuration has
 *
 * Returns: whether it leads from its folder to a file there or below: not out of it, not to the root, and not to the net
 */
gboolean
sema_projector_config_is_safe (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  if (*path == 0 || *path == '/' || strchr (path, '\\') != NULL || strstr (path, "://") != NULL)
    return FALSE;
  for (char **part = parts; *part != NULL; part++)
    if (g_str_equal (*part, ".."))
      return FALSE;
  return TRUE;
}

/* A string of the configuration: a path or a name. */
static gboolean
take_string (SemaJsonReader *reader, char **place, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);
  gsize         length;
  const char   *text;

  if (event == SEMA_JSON_FAILED)
    return FALSE;
  if (event == SEMA_JSON_NULL)
    return TRUE;
  if (event != SEMA_JSON_STRING)
    return sema_json_reader_fail (reader, _ ("a string is expected there"), error);
  text = sema_json_reader_get_text (reader, &length);
  if (length > MAX_PATH || memchr (text, 0, length) != NULL)
    return sema_json_reader_fail (reader, _ ("the string is no name of a file"), error);
  g_free (*place);
  *place = g_strndup (text, length);
  return TRUE;
}

static gboolean
take_shape (SemaJsonReader *reader, SemaProjectorEmbedding *embedding, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);
  guint         n = 0;

  if (event == SEMA_JSON_FAILED)
    return FALSE;
  if (event != SEMA_JSON_ARRAY)
    return sema_json_reader_fail (reader, _ ("an array of two whole numbers is expected there"), error);
  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_NUMBER)
    {
      gint64 value;

      if (n == 2 || !sema_json_reader_get_int64 (reader, &value) || value < 1)
        return sema_json_reader_fail (reader, _ ("an array of two whole numbers is expected there"), error);
      embedding->shape[n++] = (guint64)value;
    }
  if (event == SEMA_JSON_FAILED)
    return FALSE;
  return (event == SEMA_JSON_ARRAY_END && n == 2) || sema_json_reader_fail (reader, _ ("an array of two whole numbers is expected there"), error);
}

static gboolean
take_embedding (SemaJsonReader *reader, SemaProjectorEmbedding *embedding, GError **error)
{
  SemaJsonEvent event;

  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_KEY)
    {
      gboolean fine;

      if (sema_json_reader_text_equals (reader, "tensorName"))
        fine = take_string (reader, &embedding->name, error);
      else if (sema_json_reader_text_equals (reader, "tensorPath"))
        fine = take_string (reader, &embedding->tensors, error);
      else if (sema_json_reader_text_equals (reader, "metadataPath"))
        fine = take_string (reader, &embedding->metadata, error);
      else if (sema_json_reader_text_equals (reader, "tensorShape"))
        fine = take_shape (reader, embedding, error);
      else
        fine = sema_json_reader_skip_value (reader, error);
      if (!fine)
        return FALSE;
    }
  return event == SEMA_JSON_OBJECT_END;
}

static gboolean
take_embeddings (SemaJsonReader *reader, GPtrArray *embeddings, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);

  if (event == SEMA_JSON_FAILED)
    return FALSE;
  if (event != SEMA_JSON_ARRAY)
    return sema_json_reader_fail (reader, _ ("an array of embeddings is expected there"), error);
  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_OBJECT)
    {
      SemaProjectorEmbedding *embedding = g_new0 (SemaProjectorEmbedding, 1);

      g_ptr_array_add (embeddings, embedding);
      if (embeddings->len > MAX_EMBEDDINGS)
        return sema_json_reader_fail (reader, _ ("there are too many embeddings"), error);
      if (!take_embedding (reader, embedding, error))
        return FALSE;
    }
  if (event == SEMA_JSON_FAILED)
    return FALSE;
  return event == SEMA_JSON_ARRAY_END || sema_json_reader_fail (reader, _ ("an object is expected there"), error);
}

static gboolean
parse_json (SemaJsonReader *reader, GPtrArray *embeddings, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);

  if (event == SEMA_JSON_FAILED)
    return FALSE;
  if (event != SEMA_JSON_OBJECT)
    return sema_json_reader_fail (reader, _ ("an object is expected there"), error);
  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_KEY)
    if (!(sema_json_reader_text_equals (reader, "embeddings") ? take_embeddings (reader, embeddings, error) : sema_json_reader_skip_value (reader, error)))
      return FALSE;
  return event == SEMA_JSON_OBJECT_END && sema_json_reader_next (reader, error) == SEMA_JSON_END;
}

/**
 * sema_projector_config_parse:
 * @label: name of the file for messages
 * @text: (array length=length): a configuration
 * @length: its bytes
 * @progress: (nullable): cancels
 * @error: %SEMA_FORMAT_ERROR_DAMAGED, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type SemaProjectorEmbedding): the embeddings that it has, none at all perhaps
 */
GPtrArray *
sema_projector_config_parse (const char *label, const char *text, gsize length, SemaProgress *progress, GError **error)
{
  g_autoptr (GPtrArray)      embeddings = g_ptr_array_new_with_free_func (embedding_free);
  g_autoptr (SemaJsonReader) reader = NULL;
  gsize                      at = 0;

  while (at < length && g_ascii_isspace (text[at]))
    at++;
  if (at == length || text[at] != '{')
    return sema_projector_pbtxt_parse (label, text, length, embeddings, error) ? g_steal_pointer (&embeddings) : NULL;
  reader = sema_json_reader_new (label, text, length);
  sema_json_reader_set_max_depth (reader, MAX_DEPTH);
  sema_json_reader_set_progress (reader, progress);
  return parse_json (reader, embeddings, error) ? g_steal_pointer (&embeddings) : NULL;
}
