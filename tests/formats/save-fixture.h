/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-vectors-save.h"

G_BEGIN_DECLS

char    *sema_test_save_path (const char *name);
SemaSet *sema_test_save_make_set (const char *const *words, const float *values, gsize n, gsize dim);
SemaSet *sema_test_save_make_random (const char *const *words, gsize n, gsize dim, guint32 seed);
SemaSet *sema_test_save_make_large (void);
SemaSet *sema_test_save_load (const char *path, GError **error);
void     sema_test_save_assert_holds (const char *path, gconstpointer expected, gsize n_expected);
void     sema_test_save_assert_same (SemaSet *set, SemaSet *other, gboolean is_text);
void     sema_test_save_assert_returns (const SemaVectorsWriter *writer, SemaSet *set, const char *name, gboolean is_text);
void     sema_test_save_assert_refused (const SemaVectorsWriter *writer, const char *name, const char *word, gssize length, gsize dim, const char *part);
void     sema_test_save_assert_safe (const SemaVectorsWriter *writer, const char *name);

G_END_DECLS
