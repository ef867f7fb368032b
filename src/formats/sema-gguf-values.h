/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-gguf-reader.h"
#include "sema-vocab-index.h"

G_BEGIN_DECLS

/**
 * SemaGgufKind:
 *
 * What a value of a GGUF file is, as its files number it.
 */
typedef enum {
  SEMA_GGUF_U8,
  SEMA_GGUF_I8,
  SEMA_GGUF_U16,
  SEMA_GGUF_I16,
  SEMA_GGUF_U32,
  SEMA_GGUF_I32,
  SEMA_GGUF_F32,
  SEMA_GGUF_BOOL,
  SEMA_GGUF_TEXT,
  SEMA_GGUF_ARRAY,
  SEMA_GGUF_U64,
  SEMA_GGUF_I64,
  SEMA_GGUF_F64,
} SemaGgufKind;

/**
 * SemaGgufValue:
 * @kind: what it is
 * @element: of an array, what each of its elements is
 * @n: of an array, how many elements it has; of a text, how many bytes
 * @number: of a number or truth value, its bits, the lowest byte first
 * @at: where in the file the elements, the bytes or the number begin
 */
typedef struct
{
  SemaGgufKind kind;
  SemaGgufKind element;
  guint64      n;
  guint64      number;
  guint64      at;
} SemaGgufValue;

/**
 * SemaGgufValues:
 * @n_tensors: how many tensors the file says it has
 * @values: #SemaGgufValue each
 * @keys: their keys, a NUL after each
 * @starts: guint64: where each begins, and where the last one's NUL ends
 * @index: of the keys
 *
 * The header of a GGUF file and what it says about its model by keys. Arrays stay in the file. Starts as all zeros.
 */
typedef struct
{
  guint64        n_tensors;
  SemaBuffer     values;
  SemaBuffer     keys;
  SemaBuffer     starts;
  SemaVocabIndex index;
} SemaGgufValues;

#define SEMA_GGUF_MAGIC "GGUF"
#define SEMA_GGUF_MIN_TENSOR 24 /* bytes that the least tensor takes in the list of them */

gboolean             sema_gguf_values_read (SemaGgufValues *self, SemaGgufReader *reader, GError **error);
const SemaGgufValue *sema_gguf_values_find (const SemaGgufValues *self, const char *key);
const SemaGgufValue *sema_gguf_values_find_array (const SemaGgufValues *self, const char *key, SemaGgufKind element);
gboolean             sema_gguf_values_get_count (const SemaGgufValues *self, const char *key, guint64 *count);
gboolean             sema_gguf_values_read_text (const SemaGgufValues *self, const char *key, SemaTensorBytes *bytes, char **text, GError **error);
void                 sema_gguf_values_clear (SemaGgufValues *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaGgufValues, sema_gguf_values_clear)

G_END_DECLS
