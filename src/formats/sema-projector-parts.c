/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projector-parts.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "sema-formats.h"
#include "sema-name-list.h"
#include "sema-word.h"

#define MAX_CONFIG (1024 * 1024) /* bytes */
#define LOOK 4096                /* bytes that tell whether it is one */

static const SemaProjectorEmbedding *
peek (const GPtrArray *embeddings, guint i)
{
  return g_ptr_array_index (embeddings, i);
}

/* What an embedding is asked for by: its name, or the path of its numbers where it has none or one before it has the same. */
static const char *
get_id (const GPtrArray *embeddings, guint i)
{
  const SemaProjectorEmbedding *embedding = peek (embeddings, i);

  if (embedding->name == NULL || *embedding->name == 0)
    return embedding->tensors;
  for (guint k = 0; k < i; k++)
    if (peek (embeddings, k)->tensors != NULL && g_strcmp0 (peek (embeddings, k)->name, embedding->name) == 0)
      return embedding->tensors;
  return embedding->name;
}

/**
 * sema_projector_parts_read:
 * @source: a configuration, at its first byte
 * @error: as sema_projector_config_parse(); %SEMA_FORMAT_ERROR_UNKNOWN where it is too large for one
 *
 * Returns: (transfer full) (nullable) (element-type SemaProjectorEmbedding): its embeddings
 */
GPtrArray *
sema_projector_parts_read (SemaSource *source, GError **error)
{
  gsize         available;
  const guint8 *bytes = sema_source_peek (source, MAX_CONFIG + 1, &available, error);

  if (bytes == NULL)
    return NULL;
  if (available > MAX_CONFIG)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” is too large for a configuration of the Embedding Projector."), sema_source_get_label (source));
      return NULL;
    }
  return sema_projector_config_parse (sema_source_get_label (source), (const char *)bytes, available, sema_source_get_progress (source), error);
}

/* Their names for a message; NULL: none has its numbers in a file. */
static char *
list_ids (const GPtrArray *embeddings)
{
  SemaNameList list = {0};

  for (guint i = 0; i < embeddings->len; i++)
    if (peek (embeddings, i)->tensors != NULL)
      sema_name_list_add (&list, get_id (embeddings, i), strlen (get_id (embeddings, i)));
  return sema_name_list_print (&list);
}

static const SemaProjectorEmbedding *
find (const GPtrArray *embeddings, const char *part, const char *label, GError **error)
{
  g_autofree char *shown = sema_word_to_label (part, strlen (part));
  g_autofree char *ids = list_ids (embeddings);

  for (guint i = 0; i < embeddings->len; i++)
    if (peek (embeddings, i)->tensors != NULL && g_str_equal (get_id (embeddings, i), part))
      return peek (embeddings, i);
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” has no embedding “%s” whose numbers lie in a file; it has %s."), label, shown, ids != NULL ? ids : _ ("none"));
  return NULL;
}

/* The only one whose numbers lie in a file. */
static const SemaProjectorEmbedding *
find_only (const GPtrArray *embeddings, const char *label, GPtrArray *warnings, GError **error)
{
  g_autofree char              *ids = list_ids (embeddings);
  const SemaProjectorEmbedding *only = NULL;
  guint                         n = 0;

  for (guint i = 0; i < embeddings->len; i++)
    if (peek (embeddings, i)->tensors != NULL && n++ == 0)
      only = peek (embeddings, i);
  if (n == 0)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” is a configuration of the Embedding Projector that names no file of numbers; those in a checkpoint of TensorFlow do not open here."), label);
  else if (n > 1)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_PARTS, ngettext ("“%s” has %u embedding in it, of which one must be chosen: %s.", "“%s” has %u embeddings in it, of which one must be chosen: %s.", n), label, n, ids);
  else if (embeddings->len > 1)
    g_ptr_array_add (warnings, g_strdup_printf (_ ("“%s” has %u embeddings, of which only %s has its numbers in a file."), label, embeddings->len, ids));
  return n == 1 ? only : NULL;
}

/**
 * sema_projector_parts_choose:
 * @embeddings: (element-type SemaProjectorEmbedding): those of a configuration
 * @part: (nullable): which is wanted, by its name, or by the path of its numbers where that tells better
 * @label: name of the configuration for messages
 * @warnings: (element-type utf8): gets a sentence where there are others whose numbers lie elsewhere
 * @error: %SEMA_FORMAT_ERROR_PARTS where one must be chosen, %SEMA_FORMAT_ERROR_DAMAGED where there is none of that name,
 *   %SEMA_FORMAT_ERROR_UNKNOWN where none has its numbers in a file
 *
 * Returns: (transfer none) (nullable): the one that is asked for, or the only one whose numbers lie in a file
 */
const SemaProjectorEmbedding *
sema_projector_parts_choose (GPtrArray *embeddings, const char *part, const char *label, GPtrArray *warnings, GError **error)
{
  return part != NULL ? find (embeddings, part, label, error) : find_only (embeddings, label, warnings, error);
}

/* Bytes of the numbers of an embedding; 0 where they are nowhere. */
static guint64
measure (const char *config, const char *tensors)
{
  g_autofree char *folder = g_path_get_dirname (config);
  g_autofree char *path = g_build_filename (folder, tensors, NULL);
  GStatBuf         status;

  return sema_projector_config_is_safe (tensors) && g_stat (path, &status) == 0 ? (guint64)status.st_size : 0;
}

/**
 * sema_projector_parts_list:
 * @path: path of a file in the encoding of the file system
 * @error: as sema_projector_parts_read(); none is set where the file is something else
 *
 * Returns: (transfer full) (nullable) (element-type SemaArchiveMember): the embeddings of a configuration whose numbers lie in files
 */
GPtrArray *
sema_projector_parts_list (const char *path, GError **error)
{
  g_autoptr (SemaSource) source = sema_source_open (path, NULL, error);
  g_autoptr (GPtrArray)  embeddings = NULL;
  gsize                  available;
  const guint8          *bytes = source != NULL ? sema_source_peek (source, LOOK, &available, error) : NULL;
  GPtrArray             *members;

  if (bytes == NULL || !sema_projector_config_is_one (bytes, available) || (embeddings = sema_projector_parts_read (source, error)) == NULL)
    return NULL;
  members = sema_archive_new_members ();
  for (guint i = 0; i < embeddings->len; i++)
    if (peek (embeddings, i)->tensors != NULL)
      {
        const char *id = get_id (embeddings, i);

        sema_archive_add_member (members, id, strlen (id), measure (path, peek (embeddings, i)->tensors));
      }
  return members;
}
