/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-comparison.h"
#include "sema-session.h"

G_BEGIN_DECLS

void            sema_session_compare_async (SemaSession *self, const char *path, const SemaFormatsOptions *options, gboolean align, SemaProgress *progress, GAsyncReadyCallback callback, gpointer user_data);
SemaComparison *sema_session_compare_finish (SemaSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
