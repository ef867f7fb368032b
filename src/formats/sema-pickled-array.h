/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-npy-header.h"
#include "sema-pickle.h"

G_BEGIN_DECLS

/**
 * SemaPickledArray:
 * @header: what its type and its shape are
 * @numbers: the value that holds its numbers: bytes of the pickle, or a text each of whose characters is a byte
 * @is_text: which of the two
 *
 * An array of NumPy in a pickle.
 */
typedef struct
{
  SemaNpyHeader header;
  guint32       numbers;
  gboolean      is_text;
} SemaPickledArray;

gboolean sema_pickled_array_is_one (const SemaPickle *pickle, guint32 value);
gboolean sema_pickled_array_match (const SemaPickle *pickle, guint32 value, SemaPickledArray *array);
guint8  *sema_pickled_array_decode (const SemaPickle *pickle, const SemaPickledArray *array, gsize *n_bytes, GError **error);

G_END_DECLS
