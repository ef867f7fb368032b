/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensor-type.h"
#include "sema-vocab-index.h"

G_BEGIN_DECLS

/**
 * SemaTensorEntry:
 * @offset: where its bytes begin in its part
 * @n_bytes: how many they are; 0 where nobody knows
 * @shape_at: where its shape begins among all shapes
 * @n_axes: numbers of its shape
 * @dtype_at: of %SEMA_TENSOR_OTHER, where what the file calls it begins among the texts
 * @part: which file or member it lies in
 * @type: a #SemaTensorType
 * @is_swapped: whether the bytes of a number come the largest first
 * @is_fortran: whether the first axis is the one whose numbers lie side by side, and not the last
 * @is_strided: whether neither is so, but the file says for each axis how far its numbers lie apart
 * @strides_at: if so, where that begins among all strides
 * @quantizer: of %SEMA_TENSOR_PQ, which one it has
 */
typedef struct
{
  guint64 offset;
  guint64 n_bytes;
  guint64 shape_at;
  guint32 n_axes;
  guint32 dtype_at;
  guint32 part;
  guint8  type;
  guint8  is_swapped;
  guint8  is_fortran;
  guint8  is_strided;
  guint64 strides_at;
  guint32 quantizer;
} SemaTensorEntry;

/**
 * SemaTensorList:
 * @entries: a #SemaTensorEntry each
 * @names: the names, a NUL after each
 * @starts: guint64: where each begins, and where the last one's NUL ends
 * @shapes: guint64: the shapes, one after another
 * @strides: guint64: of those tensors that have any, in numbers, not in bytes
 * @texts: what files call types that have no number here, a NUL after each
 * @index: of the names
 *
 * The tensors of a file, compact: a header may hold a million. Starts as all zeros.
 */
typedef struct
{
  SemaBuffer     entries;
  SemaBuffer     names;
  SemaBuffer     starts;
  SemaBuffer     shapes;
  SemaBuffer     strides;
  SemaBuffer     texts;
  SemaVocabIndex index;
} SemaTensorList;

void     sema_tensor_list_clear (SemaTensorList *self);
gboolean sema_tensor_list_add_name (SemaTensorList *self, const char *name, gsize length, GError **error);
gboolean sema_tensor_list_add_axis (SemaTensorList *self, guint64 size, GError **error);
gboolean sema_tensor_list_add_stride (SemaTensorList *self, guint64 stride, GError **error);
gboolean sema_tensor_list_add_dtype (SemaTensorList *self, const char *text, gsize length, guint32 *dtype_at, GError **error);
gboolean sema_tensor_list_add (SemaTensorList *self, SemaTensorEntry *entry, GError **error);
gboolean sema_tensor_list_copy (SemaTensorList *self, const SemaTensorList *other, guint64 index, guint32 part, GError **error);
gboolean sema_tensor_list_index (SemaTensorList *self, GError **error);
gboolean sema_tensor_list_finish (SemaTensorList *self, const char *label, GError **error);

guint64                sema_tensor_list_get_n (const SemaTensorList *self);
const SemaTensorEntry *sema_tensor_list_peek (const SemaTensorList *self, guint64 index);
const char            *sema_tensor_list_peek_name (const SemaTensorList *self, guint64 index, gsize *length);
const guint64         *sema_tensor_list_peek_shape (const SemaTensorList *self, guint64 index);
const guint64         *sema_tensor_list_peek_strides (const SemaTensorList *self, guint64 index);
const char            *sema_tensor_list_peek_dtype (const SemaTensorList *self, guint64 index);
gboolean               sema_tensor_list_find (const SemaTensorList *self, const char *name, gsize length, guint64 *index);

gboolean sema_tensor_shape_count (const guint64 *shape, guint n_axes, guint64 *n);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaTensorList, sema_tensor_list_clear)

G_END_DECLS
