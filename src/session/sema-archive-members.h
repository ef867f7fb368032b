/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sema-archive.h"

G_BEGIN_DECLS

/* The files of word vectors in an archive, or the embeddings of a configuration, found in a thread. */

void       sema_archive_members_list_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *sema_archive_members_list_finish (GAsyncResult *result, GError **error);

G_END_DECLS
