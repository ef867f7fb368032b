/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"
#include "sema-tensor-bytes.h"

G_BEGIN_DECLS

/**
 * SemaGgufReader:
 * @bytes: the file, borrowed
 * @window: a part of it
 * @window_at: where that begins
 * @at: where the next byte to read is
 *
 * Reads numbers and texts of a GGUF file one after another, through a window: the part before the tensors may have many millions
 * of bytes, and nobody knows how many before they are read.
 */
typedef struct
{
  SemaTensorBytes *bytes;
  SemaBuffer       window;
  guint64          window_at;
  guint64          at;
} SemaGgufReader;

void sema_gguf_reader_init (SemaGgufReader *self, SemaTensorBytes *bytes, guint64 at);
void sema_gguf_reader_clear (SemaGgufReader *self);

guint64       sema_gguf_reader_get_left (const SemaGgufReader *self);
const guint8 *sema_gguf_reader_take (SemaGgufReader *self, guint64 n_bytes, GError **error);
gboolean      sema_gguf_reader_skip (SemaGgufReader *self, guint64 n_bytes, GError **error);
gboolean      sema_gguf_reader_get_number (SemaGgufReader *self, guint width, guint64 *number, GError **error);
gboolean      sema_gguf_reader_get_length (SemaGgufReader *self, guint64 *length, GError **error);
gboolean      sema_gguf_reader_get_text (SemaGgufReader *self, const char **text, gsize *length, GError **error);
gboolean      sema_gguf_reader_fail (const SemaGgufReader *self, guint64 at, const char *clause, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaGgufReader, sema_gguf_reader_clear)

G_END_DECLS
