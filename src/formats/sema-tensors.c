/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tensors.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-foreign.h"
#include "sema-foreign-text.h"
#include "sema-foreign-zip.h"
#include "sema-fasttext-header.h"
#include "sema-fasttext.h"
#include "sema-file-name.h"
#include "sema-formats.h"
#include "sema-gensim.h"
#include "sema-gguf.h"
#include "sema-memory.h"
#include "sema-model-folder.h"
#include "sema-npy.h"
#include "sema-npz.h"
#include "sema-shard-index.h"
#include "sema-safetensors.h"
#include "sema-tensors-private.h"
#include "sema-torch-old.h"
#include "sema-torch-zip.h"
#include "sema-word.h"
#include "sema-words-beside.h"

typedef enum {
  KIND_OTHER,
  KIND_NPY,
  KIND_ZIP,
  KIND_SAFETENSORS,
  KIND_INDEX,
  KIND_OLD_TORCH,
  KIND_GENSIM,
  KIND_FASTTEXT,
  KIND_GGUF,
} Kind;

/* Their names for programs; of an archive it is told later whose it is. */
static const char *const formats[] = {
  [KIND_OTHER] = "tensors",
  [KIND_NPY] = "npy",
  [KIND_ZIP] = "npz",
  [KIND_SAFETENSORS] = "safetensors",
  [KIND_INDEX] = "tensors-index",
  [KIND_OLD_TORCH] = "pytorch",
  [KIND_GENSIM] = "gensim",
  [KIND_FASTTEXT] = "fasttext",
  [KIND_GGUF] = "gguf",
};

static Kind
recognise (const guint8 *bytes, gsize n_bytes, guint64 size)
{
  if (sema_npy_is_magic (bytes, n_bytes))
    return KIND_NPY;
  if (sema_foreign_is_zip (bytes, n_bytes))
    return KIND_ZIP;
  if (sema_torch_old_is_one (bytes, n_bytes))
    return KIND_OLD_TORCH;
  if (sema_gensim_is_one (bytes, n_bytes))
    return KIND_GENSIM;
  if (sema_gguf_is_one (bytes, n_bytes))
    return KIND_GGUF;
  if (sema_safetensors_is_header (bytes, n_bytes, size))
    return KIND_SAFETENSORS;
  if (sema_shard_index_is_one (bytes, n_bytes))
    return KIND_INDEX;
  return sema_fasttext_header_is_one (bytes, n_bytes) ? KIND_FASTTEXT : KIND_OTHER;
}

/* The first bytes of a file, as a block to be freed. */
static guint8 *
look (SemaTensorBytes *bytes, gsize *n_bytes, GError **error)
{
  guint8 *start;

  *n_bytes = (gsize)MIN (sema_tensor_bytes_get_size (bytes), SEMA_FOREIGN_LOOK);
  start = sema_memory_alloc (*n_bytes, error);
  if (start == NULL || sema_tensor_bytes_read (bytes, 0, start, *n_bytes, error))
    return start;
  sema_memory_free (start);
  return NULL;
}

/**
 * sema_tensors_recognise:
 * @path: path in the encoding of the file system, of a file or of the folder of a model
 * @is_tensors: (out): whether sema_tensors_open() is who reads such a file: by its first bytes it is a NumPy array, a zip archive,
 *   a file of PyTorch, safetensors, an index of those, or a model of gensim, fastText or llama.cpp
 * @error: return location
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_IO, %SEMA_CORE_ERROR_NO_MEMORY, or %SEMA_FORMAT_ERROR_UNKNOWN for a folder without a model
 */
gboolean
sema_tensors_recognise (const char *path, gboolean *is_tensors, GError **error)
{
  g_autofree char            *file = sema_model_folder_is_one (path) ? sema_model_folder_find (path, error) : g_strdup (path);
  g_autoptr (SemaTensorBytes) bytes = file != NULL ? sema_tensor_bytes_open (file, NULL, error) : NULL;
  gsize                       n_bytes;
  guint8                     *start = bytes != NULL ? look (bytes, &n_bytes, error) : NULL;

  if (start == NULL)
    return FALSE;
  *is_tensors = recognise (start, n_bytes, sema_tensor_bytes_get_size (bytes)) != KIND_OTHER;
  sema_memory_free (start);
  return TRUE;
}

/**
 * sema_tensors_is_format:
 * @format: (nullable): what a set says of the file that it came from: sema_set_get_format()
 *
 * Returns: whether its rows are those of a tensor
 */
gboolean
sema_tensors_is_format (const char *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (format, formats[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Whether they lie as Hugging Face has models, with a configuration beside them. */
gboolean
sema_tensors_is_model (const SemaTensors *self)
{
  return self->format == formats[KIND_SAFETENSORS] || self->format == formats[KIND_INDEX] || self->format == formats[KIND_OLD_TORCH];
}

static void
clear_part (gpointer part)
{
  SemaTensorsPart *self = part;

  sema_tensor_bytes_free (self->bytes);
  g_free (self->path);
}

static void
clear_words (gpointer words)
{
  sema_tensors_words_clear (words);
}

static SemaTensors *
new_tensors (SemaTensorBytes *bytes)
{
  SemaTensors    *self = g_new0 (SemaTensors, 1);
  SemaTensorsPart part = {.bytes = bytes};

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->preparing);
  self->label = g_strdup (sema_tensor_bytes_get_label (bytes));
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_array_new (FALSE, FALSE, sizeof (SemaTensorsPart));
  g_array_set_clear_func (self->parts, clear_part);
  self->row_words = g_array_new (FALSE, FALSE, sizeof (SemaTensorsWords));
  g_array_set_clear_func (self->row_words, clear_words);
  g_array_append_val (self->parts, part);
  self->quantizers = g_array_new (FALSE, FALSE, sizeof (SemaProductQuantizer));
  return self;
}

/**
 * sema_tensors_ref:
 * @self: tensors
 *
 * Returns: (transfer full): @self, with one owner more
 */
SemaTensors *
sema_tensors_ref (SemaTensors *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sema_tensors_unref:
 * @self: (transfer full) (nullable): tensors
 *
 * Drops an owner; the last one closes the files.
 */
void
sema_tensors_unref (SemaTensors *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  sema_tensor_list_clear (&self->list);
  g_array_unref (self->parts);
  g_array_unref (self->row_words);
  g_array_unref (self->quantizers);
  sema_subword_vectors_free (self->subwords);
  g_ptr_array_unref (self->warnings);
  g_mutex_clear (&self->preparing);
  g_free (self->label);
  g_free (self);
}

/* A file has no name for its only array but its own. */
static char *
build_array_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  gsize            length = strlen (base);

  if (length > 4 && g_ascii_strcasecmp (base + length - 4, ".npy") == 0)
    length -= 4;
  return sema_word_to_label (base, length);
}

/* An array has no words; a text beside it may. */
static gboolean
read_words_beside (SemaTensors *self, SemaTensorBytes *bytes, const char *path, GError **error)
{
  SemaTensorsWords  words = {0};
  SemaTensorsLayout layout;
  gboolean          found = FALSE, fine;

  if (!sema_tensors_get_layout (&self->list, 0, &layout) || layout.n_rows == 0)
    return TRUE;
  fine = sema_words_beside_read (path, layout.n_rows, &words, &found, self->warnings, sema_tensor_bytes_get_progress (bytes), error);
  if (fine && found)
    g_array_append_val (self->row_words, words);
  else
    sema_tensors_words_clear (&words);
  return fine;
}

static gboolean
list_npy (SemaTensors *self, SemaTensorBytes *bytes, const char *path, GError **error)
{
  g_autofree char *name = build_array_name (path);
  guint64          size = sema_tensor_bytes_get_size (bytes);
  SemaNpyPlace     place = {.label = self->label, .name = name, .length = strlen (name), .warnings = self->warnings};
  SemaNpyHeader    header;
  gsize            n_header;

  if (!sema_npy_read_header (bytes, 0, size, &header, &n_header, error))
    return FALSE;
  place.offset = n_header;
  place.n_left = size - n_header;
  return sema_npy_add (&self->list, &header, &place, error) && sema_tensor_list_finish (&self->list, self->label, error) &&
         read_words_beside (self, bytes, path, error);
}

/* An archive of NumPy or of PyTorch. */
static gboolean
list_zip (SemaTensors *self, SemaTensorBytes *bytes, GError **error)
{
  g_autoptr (SemaZip) zip = sema_zip_open (bytes, error);
  g_autoptr (GArray)  members = g_array_new (FALSE, FALSE, sizeof (SemaZipEntry));

  if (zip == NULL)
    return FALSE;
  if (sema_torch_zip_is_one (zip))
    self->format = formats[KIND_OLD_TORCH];
  if (sema_torch_zip_is_one (zip) ? !sema_torch_zip_list (bytes, zip, &self->list, members, self->warnings, error)
                                  : !sema_npz_list (bytes, zip, &self->list, members, self->warnings, error))
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      SemaTensorsPart part = {.is_member = TRUE, .member = g_array_index (members, SemaZipEntry, i)};

      g_array_append_val (self->parts, part);
    }
  return TRUE;
}

/* The index itself holds no tensor: its files take its place among the parts. */
static gboolean
list_index (SemaTensors *self, SemaTensorBytes *bytes, const char *path, GError **error)
{
  g_autofree char   *folder = g_path_get_dirname (path);
  g_autoptr (GArray) shards = sema_shards_new ();

  if (!sema_shard_index_list (bytes, folder, &self->list, shards, self->warnings, error))
    return FALSE;
  g_array_set_size (self->parts, 0);
  for (guint i = 0; i < shards->len; i++)
    {
      const SemaShard *shard = &g_array_index (shards, SemaShard, i);
      SemaTensorsPart  part = {.path = g_build_filename (folder, shard->name, NULL), .size = shard->size};

      g_array_append_val (self->parts, part);
    }
  return TRUE;
}

static gboolean
refuse (SemaTensors *self, const guint8 *start, gsize n_bytes, GError **error)
{
  g_autofree char *clause = NULL;

  if (n_bytes > 2 && memcmp (start, "\x1f\x8b", 2) == 0)
    clause = g_strdup (_ ("it is compressed; decompress it into a file of its own first"));
  else
    clause = sema_foreign_describe_magic (start, n_bytes);
  if (clause == NULL)
    clause = sema_foreign_describe_lookalike (start, n_bytes);
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” has no tensors to list: %s."), self->label, clause != NULL ? clause : _ ("it is neither a NumPy array (.npy, .npz) nor safetensors nor a file of PyTorch or llama.cpp"));
  return FALSE;
}

static gboolean
list (SemaTensors *self, const char *path, const guint8 *start, gsize n_bytes, GError **error)
{
  SemaTensorBytes *bytes = g_array_index (self->parts, SemaTensorsPart, 0).bytes;
  Kind             kind = recognise (start, n_bytes, sema_tensor_bytes_get_size (bytes));

  self->format = formats[kind];
  switch (kind)
    {
    case KIND_NPY:
      return list_npy (self, bytes, path, error);
    case KIND_ZIP:
      if (!list_zip (self, bytes, error))
        return FALSE;
      return sema_tensor_list_get_n (&self->list) > 0 || refuse (self, start, n_bytes, error);
    case KIND_SAFETENSORS:
      return sema_safetensors_list (bytes, &self->list, error);
    case KIND_OLD_TORCH:
      return sema_torch_old_list (bytes, &self->list, self->warnings, error);
    case KIND_GENSIM:
      return sema_gensim_list (self, path, error);
    case KIND_FASTTEXT:
      return sema_fasttext_list (self, path, error);
    case KIND_GGUF:
      return sema_gguf_list (self, error);
    case KIND_INDEX:
      return list_index (self, bytes, path, error);
    default:
      return refuse (self, start, n_bytes, error);
    }
}

static SemaTensors *
open_file (const char *path, SemaProgress *progress, GError **error)
{
  SemaTensorBytes        *bytes = sema_tensor_bytes_open (path, progress, error);
  g_autoptr (SemaTensors) self = bytes != NULL ? new_tensors (bytes) : NULL;
  gsize                   n_bytes;
  guint8                 *start = bytes != NULL ? look (bytes, &n_bytes, error) : NULL;
  gboolean                is_listed = start != NULL && list (self, path, start, n_bytes, error);

  sema_memory_free (start);
  if (!is_listed)
    return NULL;
  if (sema_tensor_list_get_n (&self->list) == 0)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” has no tensors."), self->label);
      return NULL;
    }
  /* What cancels the listing must not cancel who reads rows afterwards. */
  if (g_array_index (self->parts, SemaTensorsPart, 0).bytes != NULL)
    sema_tensor_bytes_set_progress (g_array_index (self->parts, SemaTensorsPart, 0).bytes, NULL);
  sema_tensors_choose_embedding (self, path);
  g_ptr_array_add (self->warnings, NULL);
  return g_steal_pointer (&self);
}

/**
 * sema_tensors_open:
 * @path: path in the encoding of the file system, of a file or of the folder of a model
 * @progress: (nullable): cancels the listing
 * @error: return location
 *
 * Lists the tensors of a file, told by what is in it: a NumPy array, an archive of some, a file of PyTorch, safetensors, the index of a
 * model in several files of the last two, which lie beside it, or a model of gensim, fastText or llama.cpp. Only headers are read. What is damaged in part is listed in part, with a
 * warning.
 *
 * Returns: (transfer full) (nullable): the tensors, at least one; %NULL with a #SemaFormatError, %SEMA_CORE_ERROR_NO_MEMORY or
 *   %SEMA_CORE_ERROR_CANCELLED
 */
SemaTensors *
sema_tensors_open (const char *path, SemaProgress *progress, GError **error)
{
  g_autofree char *file = NULL;
  SemaTensors     *self;

  if (!sema_model_folder_is_one (path))
    return open_file (path, progress, error);
  file = sema_model_folder_find (path, error);
  self = file != NULL ? open_file (file, progress, error) : NULL;
  if (self != NULL)
    {
      g_free (self->label);
      self->label = sema_file_name_to_label (path);
    }
  return self;
}

/**
 * sema_tensors_get_label:
 * @self: tensors
 *
 * Returns: the base name of the file for messages
 */
const char *
sema_tensors_get_label (const SemaTensors *self)
{
  return self->label;
}

/**
 * sema_tensors_get_warnings:
 * @self: tensors
 *
 * Returns: (transfer none) (array zero-terminated=1): sentences that say what is wrong with the file, and what was guessed
 */
const char *const *
sema_tensors_get_warnings (const SemaTensors *self)
{
  return (const char *const *)self->warnings->pdata;
}

/**
 * sema_tensors_get_n:
 * @self: tensors
 *
 * Returns: how many there are, 1 or more
 */
guint64
sema_tensors_get_n (const SemaTensors *self)
{
  return sema_tensor_list_get_n (&self->list);
}

/**
 * sema_tensors_get:
 * @self: tensors
 * @index: which, from 0
 * @tensor: (out caller-allocates): what it is
 */
void
sema_tensors_get (const SemaTensors *self, guint64 index, SemaTensor *tensor)
{
  const SemaTensorEntry *entry;
  SemaTensorsLayout      layout;

  g_return_if_fail (index < sema_tensors_get_n (self));

  entry = sema_tensor_list_peek (&self->list, index);
  sema_tensors_get_layout (&self->list, index, &layout);
  *tensor = (SemaTensor) {
    .dtype = sema_tensor_list_peek_dtype (&self->list, index),
    .type = entry->type,
    .n_axes = entry->n_axes,
    .shape = sema_tensor_list_peek_shape (&self->list, index),
    .n_rows = layout.n_rows,
    .dim = layout.dim,
    .is_embedding = index == self->embedding,
    .is_head = index == self->embedding && self->is_tied,
  };
  tensor->name = sema_tensor_list_peek_name (&self->list, index, &tensor->name_length);
}

/**
 * sema_tensors_find:
 * @self: tensors
 * @name: bytes
 * @length: how many
 * @index: (out): which it is
 *
 * Returns: whether there is one of exactly this name
 */
gboolean
sema_tensors_find (const SemaTensors *self, const char *name, gsize length, guint64 *index)
{
  return sema_tensor_list_find (&self->list, name, length, index);
}

/**
 * sema_tensors_get_embedding:
 * @self: tensors
 * @index: (out): the matrix of token embeddings, by its name; else the only matrix; else the largest, which a warning says
 *
 * Returns: whether there is a matrix at all
 */
gboolean
sema_tensors_get_embedding (const SemaTensors *self, guint64 *index)
{
  *index = self->embedding;
  return self->embedding < sema_tensors_get_n (self);
}
