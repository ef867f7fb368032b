/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "sema-gguf-values.h"

G_BEGIN_DECLS

/* The stored GGUF files, and files put together for a test. */

char       *gguf_fixture_path (const char *name);
GByteArray *gguf_fixture_read (const char *name);
GByteArray *gguf_fixture_new (guint64 n_tensors, guint64 n_values);
void        gguf_fixture_number (GByteArray *bytes, guint64 number, guint width);
void        gguf_fixture_text (GByteArray *bytes, const char *text);
void        gguf_fixture_key (GByteArray *bytes, const char *key, SemaGgufKind kind);
void        gguf_fixture_array (GByteArray *bytes, const char *key, SemaGgufKind element, guint64 n);
void        gguf_fixture_texts (GByteArray *bytes, const char *key, const char *const *texts);
void        gguf_fixture_numbers (GByteArray *bytes, const char *key, SemaGgufKind element, const gint64 *numbers, guint n);
void        gguf_fixture_floats (GByteArray *bytes, const char *key, const float *numbers, guint n);
void        gguf_fixture_tensor (GByteArray *bytes, const char *name, const guint64 *shape, guint n_axes, guint32 type, guint64 offset);
void        gguf_fixture_fill_up (GByteArray *bytes, guint alignment);

G_END_DECLS
