/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensors.h"

G_BEGIN_DECLS

/* The stored files of tensors, and files put together for a test. */

char        *tensors_fixture_path (const char *name);
GByteArray  *tensors_fixture_read (const char *name);
SemaTensors *tensors_fixture_open (const char *name, gconstpointer bytes, gsize n_bytes, GError **error);
void         tensors_fixture_read_all (SemaTensors *tensors);
void         tensors_fixture_change_bytes (const char *name, GByteArray *bytes);
void         tensors_fixture_fail_allocations (const char *path);
void         tensors_fixture_compare (const char *table, guint n_files);
GByteArray  *tensors_fixture_safetensors (const char *header, gsize n_data);
GByteArray  *tensors_fixture_npy (const char *header, gsize n_data);
GByteArray  *tensors_fixture_zip (const char *const *names, const char *const *contents);
guint        tensors_fixture_find (GByteArray *bytes, const char *record, guint nth);
void         tensors_fixture_set (GByteArray *bytes, guint at, guint64 number, guint width);
void         tensors_fixture_assert_refused (const char *name, GByteArray *bytes, const char *part);

G_END_DECLS
