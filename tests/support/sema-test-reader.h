/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaTestRead:
 * @path: a file
 * @content: gets all that a user could see of it
 * @progress: (nullable): cancels
 * @error: return location
 *
 * Returns: whether it opens
 */
typedef gboolean (*SemaTestRead) (const char *path, GString *content, SemaProgress *progress, GError **error);

/* What may happen to any file while it is read, and where it may be read: the same content comes of it, or a sentence. */
void sema_test_reader_check_places (SemaTestRead read, const char *path);
void sema_test_reader_check_memory (SemaTestRead read, const char *path);
void sema_test_reader_check_disk (SemaTestRead read, const char *path);
void sema_test_reader_check_cancel (SemaTestRead read, const char *path);
void sema_test_reader_check_often (SemaTestRead read, const char *path);
void sema_test_reader_check_changes (SemaTestRead read, const char *path, gsize most);
void sema_test_reader_check_files (SemaTestRead read, const char *const *names, guint n_names);
void sema_test_reader_check (SemaTestRead read, const char *const *names, guint n_names);

char    *sema_test_reader_build_path (const char *name);
GString *sema_test_reader_read_whole (SemaTestRead read, const char *path);
void     sema_test_reader_assert_sentence (const char *path, const GError *error);
void     sema_test_reader_assert_same (const char *path, const GString *content, const GString *expected);
void     sema_test_reader_assert_stopped (const char *path, gboolean is_read, const GString *content, const GString *expected, const GError *error);
void     sema_test_reader_cancel_at_reads (SemaTestRead read, const char *path, const GString *expected);

void sema_test_reader_tell_set (GString *content, SemaSet *set);
void sema_test_reader_tell_texts (GString *content, const char *const *texts);

G_END_DECLS
