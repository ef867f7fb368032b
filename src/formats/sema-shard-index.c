/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-shard-index.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-foreign-zip.h"
#include "sema-formats.h"
#include "sema-hash.h"
#include "sema-json-reader.h"
#include "sema-memory.h"
#include "sema-safetensors.h"
#include "sema-torch-old.h"
#include "sema-torch-zip.h"
#include "sema-word.h"

#define MAX_INDEX 100000000 /* bytes */
#define KEY "\"weight_map\""
#define LOOK 64 /* bytes that tell what a file is */

typedef struct
{
  SemaTensorBytes *bytes;
  SemaJsonReader  *reader;
  SemaTensorList   wanted; /* which tensor is said to be in which file */
  GArray          *shards;
  GHashTable      *numbers; /* of the files, by name */
  gboolean         has_map;
} Index;

static void
clear_shard (gpointer shard)
{
  g_free (((SemaShard *)shard)->name);
}

/**
 * sema_shards_new:
 *
 * Returns: (transfer full) (element-type SemaShard): an empty list of files
 */
GArray *
sema_shards_new (void)
{
  GArray *shards = g_array_new (FALSE, FALSE, sizeof (SemaShard));

  g_array_set_clear_func (shards, clear_shard);
  return shards;
}

/**
 * sema_shard_index_is_one:
 * @bytes: (array length=n_bytes): the first bytes of a file
 * @n_bytes: how many there are
 *
 * Returns: whether they begin a JSON object with the key that tells which tensor is in which file
 */
gboolean
sema_shard_index_is_one (const guint8 *bytes, gsize n_bytes)
{
  gsize n = strlen (KEY);
  gsize at = 0;

  while (at < n_bytes && g_ascii_isspace (bytes[at]))
    at++;
  if (at == n_bytes || bytes[at] != '{')
    return FALSE;
  for (; at + n <= n_bytes; at++)
    if (memcmp (bytes + at, KEY, n) == 0)
      return TRUE;
  return FALSE;
}

/* Files beside the index only: a name is no way through folders. */
static gboolean
is_plain_name (const char *name, gsize length)
{
  if (length == 0 || length > 255 || memchr (name, '/', length) != NULL || memchr (name, 0, length) != NULL)
    return FALSE;
  return !(length == 1 && name[0] == '.') && !(length == 2 && name[0] == '.' && name[1] == '.');
}

static gboolean
find_shard (Index *self, const char *name, gsize length, guint32 *number, GError **error)
{
  g_autofree char *key = g_strndup (name, length);
  SemaShard        shard = {0};
  gpointer         found;

  if (g_hash_table_lookup_extended (self->numbers, key, NULL, &found))
    {
      *number = GPOINTER_TO_UINT (found);
      return TRUE;
    }
  if (self->shards->len == SEMA_SHARD_INDEX_MAX)
    return sema_json_reader_fail (self->reader, _ ("the index names too many files"), error);
  *number = self->shards->len;
  shard.name = g_steal_pointer (&key);
  g_array_append_val (self->shards, shard);
  g_hash_table_insert (self->numbers, g_strdup (shard.name), GUINT_TO_POINTER (*number));
  return TRUE;
}

/* A tensor's name was read; its file follows. */
static gboolean
read_place (Index *self, GError **error)
{
  SemaTensorEntry entry = {0};
  gsize           length;
  const char     *text = sema_json_reader_get_text (self->reader, &length);
  SemaJsonEvent   event;

  if (!sema_tensor_list_add_name (&self->wanted, text, length, error))
    return FALSE;
  event = sema_json_reader_next (self->reader, error);
  text = sema_json_reader_get_text (self->reader, &length);
  if (event == SEMA_JSON_FAILED)
    return FALSE;
  if (event != SEMA_JSON_STRING || !is_plain_name (text, length))
    return sema_json_reader_fail (self->reader, _ ("the name of a file in the same folder is expected there"), error);
  return find_shard (self, text, length, &entry.part, error) && sema_tensor_list_add (&self->wanted, &entry, error);
}

static gboolean
read_map (Index *self, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (self->reader, error);

  if (event == SEMA_JSON_FAILED)
    return FALSE;
  if (event != SEMA_JSON_OBJECT || self->has_map)
    return sema_json_reader_fail (self->reader, _ ("one object that tells which tensor is in which file is expected"), error);
  self->has_map = TRUE;
  while ((event = sema_json_reader_next (self->reader, error)) == SEMA_JSON_KEY)
    if (!read_place (self, error))
      return FALSE;
  return event == SEMA_JSON_OBJECT_END;
}

static gboolean
read_index (Index *self, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (self->reader, error);

  if (event == SEMA_JSON_FAILED)
    return FALSE;
  if (event != SEMA_JSON_OBJECT)
    return sema_json_reader_fail (self->reader, _ ("an object is expected there"), error);
  while ((event = sema_json_reader_next (self->reader, error)) == SEMA_JSON_KEY)
    if (!(sema_json_reader_text_equals (self->reader, "weight_map") ? read_map (self, error) : sema_json_reader_skip_value (self->reader, error)))
      return FALSE;
  if (event == SEMA_JSON_FAILED || sema_json_reader_next (self->reader, error) == SEMA_JSON_FAILED)
    return FALSE;
  return sema_tensor_list_finish (&self->wanted, sema_tensor_bytes_get_label (self->bytes), error);
}

/* A file of PyTorch, of which nothing may be deflated: rows are read where they lie. */
static gboolean
list_zip (SemaTensorBytes *bytes, SemaTensorList *found, GPtrArray *warnings, GError **error)
{
  g_autoptr (SemaZip) zip = sema_zip_open (bytes, error);
  g_autoptr (GArray)  members = g_array_new (FALSE, FALSE, sizeof (SemaZipEntry));

  if (zip == NULL)
    return FALSE;
  if (sema_torch_zip_is_one (zip) && !sema_torch_zip_list (bytes, zip, found, members, warnings, error))
    return FALSE;
  if (sema_tensor_list_get_n (found) > 0 && members->len == 0)
    return TRUE;
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” is no file of PyTorch as PyTorch writes it."), sema_tensor_bytes_get_label (bytes));
  return FALSE;
}

/* What a file that the index names may be, told by its first bytes. */
static gboolean
list_shard (SemaTensorBytes *bytes, SemaTensorList *found, GPtrArray *warnings, GError **error)
{
  guint8 start[LOOK];
  gsize  n = (gsize)MIN (sema_tensor_bytes_get_size (bytes), sizeof start);

  if (!sema_tensor_bytes_read (bytes, 0, start, n, error))
    return FALSE;
  if (sema_foreign_is_zip (start, n))
    return list_zip (bytes, found, warnings, error);
  if (sema_torch_old_is_one (start, n))
    return sema_torch_old_list (bytes, found, warnings, error);
  return sema_safetensors_list (bytes, found, error);
}

/* The tensors of a file that the index says are there. */
static gboolean
take_tensors (Index *self, const SemaTensorList *found, guint32 part, SemaTensorList *list, GError **error)
{
  for (guint64 i = 0; i < sema_tensor_list_get_n (found); i++)
    {
      gsize       length;
      const char *name = sema_tensor_list_peek_name (found, i, &length);
      guint64     index;

      if (sema_tensor_list_find (&self->wanted, name, length, &index) && sema_tensor_list_peek (&self->wanted, index)->part == part &&
          !sema_tensor_list_copy (list, found, i, part, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_shard (Index *self, const char *folder, guint32 part, SemaTensorList *list, GPtrArray *warnings, GError **error)
{
  SemaShard                  *shard = &g_array_index (self->shards, SemaShard, part);
  g_autofree char            *path = g_build_filename (folder, shard->name, NULL);
  g_autoptr (SemaTensorBytes) bytes = sema_tensor_bytes_open (path, sema_tensor_bytes_get_progress (self->bytes), error);
  g_auto (SemaTensorList)     found = {0};

  if (bytes == NULL || !list_shard (bytes, &found, warnings, error) || !take_tensors (self, &found, part, list, error))
    return FALSE;
  shard->size = sema_tensor_bytes_get_size (bytes);
  return TRUE;
}

/* A file that is missing or damaged costs its own tensors only. */
static gboolean
read_shards (Index *self, const char *folder, SemaTensorList *list, GPtrArray *warnings, GError **error)
{
  for (guint32 i = 0; i < self->shards->len; i++)
    {
      g_autoptr (GError) local_error = NULL;

      if (read_shard (self, folder, i, list, warnings, &local_error))
        continue;
      if (local_error->domain != SEMA_FORMAT_ERROR || self->shards->len == 1)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_ptr_array_add (warnings, g_strdup_printf (_ ("Tensors were left out: %s"), local_error->message));
    }
  return TRUE;
}

/* What the index promises and the files that are there have not. */
static void
warn_of_missing (Index *self, const SemaTensorList *list, GPtrArray *warnings)
{
  guint64          n_missing = 0;
  g_autofree char *first = NULL;

  for (guint64 i = 0; i < sema_tensor_list_get_n (&self->wanted); i++)
    {
      guint32     part = sema_tensor_list_peek (&self->wanted, i)->part;
      gsize       length;
      const char *name = sema_tensor_list_peek_name (&self->wanted, i, &length);
      guint64     index;

      if (g_array_index (self->shards, SemaShard, part).size == 0 || sema_tensor_list_find (list, name, length, &index))
        continue;
      if (n_missing++ == 0)
        first = sema_word_to_label (name, length);
    }
  if (n_missing > 0)
    g_ptr_array_add (warnings, g_strdup_printf (ngettext ("%" PRIu64 " tensor that the index names is not in its file: “%s”.",
                                                          "%" PRIu64 " tensors that the index names are not in their files, the first is “%s”.", n_missing),
                                                n_missing, first));
}

static gboolean
list_all (Index *self, const char *folder, SemaTensorList *list, GPtrArray *warnings, GError **error)
{
  const char *label = sema_tensor_bytes_get_label (self->bytes);

  if (!read_index (self, error) || !read_shards (self, folder, list, warnings, error) || !sema_tensor_list_finish (list, label, error))
    return FALSE;
  if (sema_tensor_list_get_n (list) == 0)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
                   _ ("None of the files that “%s” names can be read; they belong beside it, in the same folder."), label);
      return FALSE;
    }
  warn_of_missing (self, list, warnings);
  return TRUE;
}

static gboolean
read_text (SemaTensorBytes *bytes, char **text, gsize *length, GError **error)
{
  guint64 size = sema_tensor_bytes_get_size (bytes);

  if (size > MAX_INDEX)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” is too large for an index of tensors."), sema_tensor_bytes_get_label (bytes));
      return FALSE;
    }
  *length = (gsize)size;
  *text = sema_memory_alloc (*length, error);
  return *text != NULL && sema_tensor_bytes_read (bytes, 0, (guint8 *)*text, *length, error);
}

/**
 * sema_shard_index_list:
 * @bytes: an index, as model.safetensors.index.json and pytorch_model.bin.index.json are
 * @folder: where it lies, and the files that it names
 * @list: an empty list; gets the tensors, the part of each being the number of its file
 * @shards: (element-type SemaShard): gets the files
 * @warnings: (element-type utf8): gets a sentence for each file that cannot be read
 * @error: return location
 *
 * Lists the tensors of a model that lies in several files. Only their headers are read, and no file stays open.
 *
 * Returns: %FALSE with a #SemaFormatError, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_shard_index_list (SemaTensorBytes *bytes, const char *folder, SemaTensorList *list, GArray *shards, GPtrArray *warnings, GError **error)
{
  char    *text = NULL;
  gsize    length;
  gboolean is_done = FALSE;

  if (read_text (bytes, &text, &length, error))
    {
      g_autoptr (SemaJsonReader) reader = sema_json_reader_new (sema_tensor_bytes_get_label (bytes), text, length);
      g_autoptr (GHashTable)     numbers = g_hash_table_new_full (sema_hash_text, g_str_equal, g_free, NULL);
      Index                      index = {.bytes = bytes, .reader = reader, .shards = shards, .numbers = numbers};

      sema_json_reader_set_progress (reader, sema_tensor_bytes_get_progress (bytes));
      is_done = list_all (&index, folder, list, warnings, error);
      sema_tensor_list_clear (&index.wanted);
    }
  sema_memory_free (text);
  return is_done;
}
