/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-formats.h"

G_BEGIN_DECLS

/**
 * SemaArchiveMember:
 * @name: bytes of its name in the archive, by which it is opened
 * @label: the same for the screen
 * @n_bytes: how many it has when it is unpacked
 *
 * A file of word vectors in an archive. All is owned.
 */
typedef struct
{
  char   *name;
  char   *label;
  guint64 n_bytes;
} SemaArchiveMember;

/* For whatever else has parts to choose of. */
GPtrArray *sema_archive_new_members (void);
void       sema_archive_add_member (GPtrArray *members, const char *name, gsize length, guint64 n_bytes);

GPtrArray *sema_archive_list (const char *path, SemaProgress *progress, GError **error);
gboolean   sema_archive_load (const char *path, const SemaFormatsOptions *options, SemaSet **set, SemaProgress *progress, GError **error);

G_END_DECLS
