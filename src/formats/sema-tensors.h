/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-tensor-type.h"

G_BEGIN_DECLS

/**
 * SemaTensors:
 *
 * The tensors of a file and their rows: NumPy (.npy, .npz), PyTorch (.pt, .pth, .bin), safetensors, the index of
 * several files of these, and the models of gensim, fastText and llama.cpp. Nothing is unpacked: a row is read where it lies. Shared by reference.
 */
typedef struct _SemaTensors SemaTensors;

/**
 * SemaTensor:
 * @name: any bytes, with a NUL after them
 * @name_length: how many they are
 * @dtype: what its numbers are: F32, I64… as safetensors calls them, or what the file does
 * @type: the same as a number
 * @n_axes: how many axes it has
 * @shape: (array length=n_axes) (nullable): their sizes
 * @n_rows: of a matrix whose rows can be read, how many; 0 of anything else
 * @dim: how many numbers each of them has; 0 of anything else
 * @is_embedding: whether it is the one that sema_tensors_get_embedding() gives
 * @is_head: whether that is also what the output head turns vectors into tokens with: the head is tied
 *
 * What a tensor is. Borrowed.
 */
typedef struct
{
  const char    *name;
  gsize          name_length;
  const char    *dtype;
  SemaTensorType type;
  guint          n_axes;
  const guint64 *shape;
  guint64        n_rows;
  guint64        dim;
  gboolean       is_embedding;
  gboolean       is_head;
} SemaTensor;

gboolean     sema_tensors_recognise (const char *path, gboolean *is_tensors, GError **error);
gboolean     sema_tensors_is_format (const char *format);
SemaTensors *sema_tensors_open (const char *path, SemaProgress *progress, GError **error);
SemaTensors *sema_tensors_ref (SemaTensors *self);
void         sema_tensors_unref (SemaTensors *self);

const char        *sema_tensors_get_label (const SemaTensors *self);
const char *const *sema_tensors_get_warnings (const SemaTensors *self);
guint64            sema_tensors_get_n (const SemaTensors *self);
void               sema_tensors_get (const SemaTensors *self, guint64 index, SemaTensor *tensor);
gboolean           sema_tensors_find (const SemaTensors *self, const char *name, gsize length, guint64 *index);
gboolean           sema_tensors_get_embedding (const SemaTensors *self, guint64 *index);

gboolean    sema_tensors_has_row_words (const SemaTensors *self, guint64 index);
const char *sema_tensors_peek_row_word (const SemaTensors *self, guint64 index, guint64 row, gsize *length);

gboolean sema_tensors_prepare (SemaTensors *self, guint64 index, SemaProgress *progress, GError **error);
gboolean sema_tensors_read_floats (const SemaTensors *self, guint64 index, guint64 row, float *values, GError **error);
gboolean sema_tensors_read_doubles (const SemaTensors *self, guint64 index, guint64 row, double *values, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaTensors, sema_tensors_unref)

G_END_DECLS
