/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-export.h"
#include "sema-shown.h"

G_BEGIN_DECLS

/* Pictures are drawn and written in a thread: a large one takes longer than a frame. */

GdkTexture *sema_picture_job_draw (const SemaShown *shown, const SemaExportOptions *options, GError **error);
void        sema_picture_job_draw_async (const SemaShown *shown, const SemaExportOptions *options, gpointer source, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GdkTexture *sema_picture_job_draw_finish (GAsyncResult *result, GError **error);
void        sema_picture_job_save_async (const SemaShown *shown, const SemaExportOptions *options, const char *path, gpointer source, GAsyncReadyCallback callback, gpointer user_data);
gboolean    sema_picture_job_save_finish (GAsyncResult *result, GError **error);
const char *sema_picture_job_get_path (GAsyncResult *result);

G_END_DECLS
