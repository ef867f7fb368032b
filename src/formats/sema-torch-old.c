/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of PyTorch before 1.6: five pickles, then the storages, each with the count of its numbers before it. */
#include "sema-torch-old.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-little-endian.h"
#include "sema-memory.h"
#include "sema-torch-tensor.h"
#include "sema-torch.h"

#define PROTOCOL 1001
#define COUNT 8 /* bytes of the count before a storage */

/* The first of the pickles: a number that says what it is. */
static const guint8 magic[] = {0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, '.'};

typedef struct
{
  SemaTensorBytes *bytes;
  const guint8    *start;  /* of the file */
  guint8          *memory; /* a copy of it where it cannot be mapped */
  guint64          n_bytes;
  guint64          at; /* where the next pickle or storage begins */
  SemaTorchFile    file;
} Reader;

/**
 * sema_torch_old_is_one:
 * @bytes: (array length=n_bytes): the first bytes of a file
 * @n_bytes: how many there are
 *
 * Returns: whether torch.save() wrote it before 1.6
 */
gboolean
sema_torch_old_is_one (const guint8 *bytes, gsize n_bytes)
{
  return n_bytes >= sizeof magic && memcmp (bytes, magic, sizeof magic) == 0;
}

/* Pickles have to lie in memory; of a file that cannot be mapped as much is copied as they may reach. */
static gboolean
hold (Reader *self, GError **error)
{
  guint64 size = sema_tensor_bytes_get_size (self->bytes);

  self->start = sema_tensor_bytes_hold (self->bytes, (gsize)MIN (size, SEMA_PICKLE_MAX_BYTES), &self->memory, error);
  self->n_bytes = self->memory != NULL ? MIN (size, SEMA_PICKLE_MAX_BYTES) : size;
  return self->start != NULL;
}

static SemaPickle *
read_pickle (Reader *self, GError **error)
{
  SemaPickle *pickle = sema_pickle_parse (self->start + self->at, self->n_bytes - self->at, self->at, self->file.label, self->file.progress, error);

  if (pickle != NULL)
    self->at += sema_pickle_get_size (pickle);
  return pickle;
}

static gboolean
refuse (const Reader *self, const char *clause, GError **error)
{
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” is damaged: %s."), self->file.label, clause);
  return FALSE;
}

/* The second pickle is the version of what follows, the third says what machine it is from. Numbers come with their lowest byte
 * first from every machine: see THPStorage_writeFileRaw() of PyTorch. */
static gboolean
read_machine (Reader *self, GError **error)
{
  g_autoptr (SemaPickle) protocol = NULL;
  g_autoptr (SemaPickle) machine = NULL;
  guint64                number;

  self->at = sizeof magic;
  protocol = read_pickle (self, error);
  if (protocol == NULL)
    return FALSE;
  if (!sema_pickle_get_count (protocol, sema_pickle_get_top (protocol), &number) || number != PROTOCOL)
    return refuse (self, _ ("it is of no version that PyTorch has written"), error);
  machine = read_pickle (self, error);
  return machine != NULL;
}

/* What the numbers of each storage are, which only those say who ask for it. */
static gboolean
collect_types (const SemaPickle *object, SemaTensorList *types, GError **error)
{
  SemaTorchStorage storage;

  for (guint32 i = 1; i < sema_pickle_get_n (object); i++)
    if (sema_torch_storage_match (object, i, &storage))
      {
        SemaTensorEntry entry = {.type = (guint8)storage.type};

        if (!sema_tensor_list_add_name (types, storage.key, storage.key_length, error) || !sema_tensor_list_add (types, &entry, error))
          return FALSE;
      }
  return TRUE;
}

/* The count of a storage, and how many bytes there are after it. */
static gboolean
measure_storage (Reader *self, guint64 width, guint64 *n_bytes, GError **error)
{
  guint8  count[COUNT];
  guint64 size = sema_tensor_bytes_get_size (self->bytes);

  if (size - self->at < COUNT)
    return refuse (self, _ ("it ends before its numbers, as a download that was cut short does; fetch it again"), error);
  if (!sema_tensor_bytes_read (self->bytes, self->at, count, COUNT, error))
    return FALSE;
  self->at += COUNT;
  *n_bytes = sema_little_endian_get (count, COUNT);
  if (__builtin_mul_overflow (*n_bytes, width, n_bytes) || *n_bytes > size - self->at)
    return refuse (self, _ ("it ends before its numbers, as a download that was cut short does; fetch it again"), error);
  return TRUE;
}

static gboolean
place_storage (Reader *self, const SemaTensorList *types, const char *key, gsize length, GError **error)
{
  SemaTensorEntry entry = {.type = SEMA_TENSOR_U8};
  guint64         index, width;

  if (key == NULL || !sema_tensor_list_find (types, key, length, &index))
    return refuse (self, _ ("it has numbers of a type that it does not say"), error);
  width = sema_tensor_type_get_bits (sema_tensor_list_peek (types, index)->type) / 8;
  if (width == 0)
    return refuse (self, _ ("it has numbers of a type that it does not say"), error);
  if (!measure_storage (self, width, &entry.n_bytes, error))
    return FALSE;
  entry.offset = self->at;
  self->at += entry.n_bytes;
  return sema_tensor_list_add_name (&self->file.storages, key, length, error) && sema_tensor_list_add (&self->file.storages, &entry, error);
}

/* The fifth pickle lists the storages that follow. */
static gboolean
place_storages (Reader *self, const SemaTensorList *types, GError **error)
{
  g_autoptr (SemaPickle) keys = read_pickle (self, error);
  guint32                item, key;

  if (keys == NULL)
    return FALSE;
  item = sema_pickle_peek (keys, sema_pickle_get_top (keys))->first;
  while (sema_pickle_next (keys, &item, &key))
    {
      gsize       length;
      const char *text = sema_pickle_peek_bytes (keys, key, &length);

      if (!place_storage (self, types, text, length, error))
        return FALSE;
    }
  return sema_tensor_list_finish (&self->file.storages, self->file.label, error);
}

static gboolean
list_object (Reader *self, SemaTensorList *list, GPtrArray *warnings, GError **error)
{
  g_autoptr (SemaPickle)  object = read_pickle (self, error);
  g_auto (SemaTensorList) types = {0};

  return object != NULL && collect_types (object, &types, error) && sema_tensor_list_index (&types, error) &&
         place_storages (self, &types, error) && sema_torch_list (object, &self->file, list, warnings, error);
}

/**
 * sema_torch_old_list:
 * @bytes: a file for which sema_torch_old_is_one() holds; is mapped
 * @list: gets the tensors
 * @warnings: (element-type utf8): gets sentences
 * @error: return location
 *
 * Lists the tensors of a state dict, a checkpoint or a module: see sema_torch_list(). Of the numbers nothing is read.
 *
 * Returns: %FALSE with a #SemaFormatError, %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_CORE_ERROR_CANCELLED, or %SEMA_CORE_ERROR_LOST when the
 *   file was cut meanwhile
 */
gboolean
sema_torch_old_list (SemaTensorBytes *bytes, SemaTensorList *list, GPtrArray *warnings, GError **error)
{
  Reader   self = {.bytes = bytes};
  gboolean is_listed;

  self.file.label = sema_tensor_bytes_get_label (bytes);
  self.file.progress = sema_tensor_bytes_get_progress (bytes);
  is_listed = hold (&self, error) && read_machine (&self, error) && list_object (&self, list, warnings, error) && sema_tensor_bytes_check_lost (bytes, error);
  sema_tensor_list_clear (&self.file.storages);
  sema_memory_free (self.memory);
  return is_listed;
}
