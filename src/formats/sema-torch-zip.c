/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-torch-zip.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-torch.h"

#define PICKLE "data.pkl"
#define STORAGES "data/"
#define BYTE_ORDER_FILE "byteorder"

static gboolean
ends_with (const SemaZipEntry *entry, const char *name)
{
  gsize n = strlen (name);

  return entry->length >= n && memcmp (entry->name + entry->length - n, name, n) == 0 && (entry->length == n || entry->name[entry->length - n - 1] == '/');
}

static const SemaZipEntry *
find_pickle (const SemaZip *zip)
{
  for (guint64 i = 0; i < sema_zip_get_n (zip); i++)
    if (ends_with (sema_zip_peek (zip, i), PICKLE))
      return sema_zip_peek (zip, i);
  return NULL;
}

/**
 * sema_torch_zip_is_one:
 * @zip: the directory of an archive
 *
 * Returns: whether PyTorch wrote it: it has a pickle of the name that PyTorch gives it
 */
gboolean
sema_torch_zip_is_one (const SemaZip *zip)
{
  return find_pickle (zip) != NULL;
}

/* What lies in the folder of the pickle, by its name there. */
static gboolean
is_beside (const SemaZipEntry *pickle, const SemaZipEntry *entry, const char *folder, const char **name, gsize *length)
{
  gsize n_prefix = pickle->length - strlen (PICKLE);
  gsize n_folder = strlen (folder);

  if (entry->length <= n_prefix + n_folder || memcmp (entry->name, pickle->name, n_prefix) != 0 || memcmp (entry->name + n_prefix, folder, n_folder) != 0)
    return FALSE;
  *name = entry->name + n_prefix + n_folder;
  *length = entry->length - n_prefix - n_folder;
  return TRUE;
}

static gboolean
add_storage (SemaTensorList *storages, GArray *members, const SemaZipEntry *entry, const char *key, gsize length, GError **error)
{
  SemaTensorEntry storage = {.type = SEMA_TENSOR_U8, .n_bytes = entry->n_bytes};

  sema_zip_place (entry, members, &storage.part, &storage.offset);
  return sema_tensor_list_add_name (storages, key, length, error) && sema_tensor_list_add (storages, &storage, error);
}

/* Newer files say in which order the bytes of a number come; the others are from machines with the lowest first. */
static gboolean
read_byte_order (SemaTensorBytes *bytes, const SemaZipEntry *entry, SemaTorchFile *file, GError **error)
{
  guint8 text[8] = {0};
  gsize  n = (gsize)MIN (entry->n_bytes, sizeof text - 1);

  if (!sema_zip_read (bytes, entry, text, n, file->progress, error))
    return FALSE;
  file->is_swapped = strcmp ((const char *)text, "big") == 0;
  if (file->is_swapped || strcmp ((const char *)text, "little") == 0)
    return TRUE;
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” is damaged: it does not say in which order the bytes of its numbers come."), file->label);
  return FALSE;
}

static gboolean
look_around (SemaTensorBytes *bytes, const SemaZip *zip, const SemaZipEntry *pickle, SemaTorchFile *file, GArray *members, GError **error)
{
  for (guint64 i = 0; i < sema_zip_get_n (zip); i++)
    {
      const SemaZipEntry *entry = sema_zip_peek (zip, i);
      const char         *name;
      gsize               length;

      if (is_beside (pickle, entry, STORAGES, &name, &length) && !add_storage (&file->storages, members, entry, name, length, error))
        return FALSE;
      if (is_beside (pickle, entry, "", &name, &length) && length == strlen (BYTE_ORDER_FILE) && memcmp (name, BYTE_ORDER_FILE, length) == 0 &&
          !read_byte_order (bytes, entry, file, error))
        return FALSE;
    }
  return sema_tensor_list_finish (&file->storages, file->label, error);
}

/* The pickle, as a block to be freed. */
static guint8 *
read_pickle (SemaTensorBytes *bytes, const SemaZipEntry *entry, const SemaTorchFile *file, GError **error)
{
  guint8 *block;

  if (entry->n_bytes > SEMA_PICKLE_MAX_BYTES)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("The pickle in “%s” has more than %d MiB, which are not read here."), file->label, SEMA_PICKLE_MAX_BYTES >> 20);
      return NULL;
    }
  block = sema_memory_alloc (entry->n_bytes, error);
  if (block == NULL || sema_zip_read (bytes, entry, block, entry->n_bytes, file->progress, error))
    return block;
  sema_memory_free (block);
  return NULL;
}

/**
 * sema_torch_zip_list:
 * @bytes: a file of PyTorch, as torch.save() writes it from 1.6 on
 * @zip: its directory, for which sema_torch_zip_is_one() holds
 * @list: gets the tensors
 * @members: (element-type SemaZipEntry): gets storages that are deflated; the one of part n is number n - 1, without its name
 * @warnings: (element-type utf8): gets sentences
 * @error: return location
 *
 * Lists the tensors of a state dict, a checkpoint or a module: see sema_torch_list(). Of the numbers nothing is read.
 *
 * Returns: %FALSE with a #SemaFormatError, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_torch_zip_list (SemaTensorBytes *bytes, const SemaZip *zip, SemaTensorList *list, GArray *members, GPtrArray *warnings, GError **error)
{
  const SemaZipEntry    *entry = find_pickle (zip);
  SemaTorchFile          file = {.label = sema_tensor_bytes_get_label (bytes), .progress = sema_tensor_bytes_get_progress (bytes)};
  g_autoptr (SemaPickle) pickle = NULL;
  guint8                *block = NULL;
  gboolean               is_listed = look_around (bytes, zip, entry, &file, members, error);

  if (is_listed)
    block = read_pickle (bytes, entry, &file, error);
  if (block != NULL)
    pickle = sema_pickle_parse (block, entry->n_bytes, 0, file.label, file.progress, error);
  is_listed = pickle != NULL && sema_torch_list (pickle, &file, list, warnings, error);
  sema_tensor_list_clear (&file.storages);
  sema_memory_free (block);
  return is_listed;
}
