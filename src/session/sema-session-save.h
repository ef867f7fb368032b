/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-session.h"
#include "sema-vectors-save.h"

G_BEGIN_DECLS

/**
 * SemaSavedWords:
 * @SEMA_SAVED_ALL: all of the file
 * @SEMA_SAVED_CHOSEN: those on the map, in the order in which they were chosen
 * @SEMA_SAVED_SELECTED: those that are selected
 *
 * Whose vectors are saved.
 */
typedef enum {
  SEMA_SAVED_ALL,
  SEMA_SAVED_CHOSEN,
  SEMA_SAVED_SELECTED,
} SemaSavedWords;

GArray *sema_session_find_saved (SemaSession *self, SemaSavedWords words);

void     sema_session_save_async (SemaSession *self, const SemaVectorsWriter *writer, SemaSavedWords words, SemaSavedMisfits misfits, const char *path, GAsyncReadyCallback callback, gpointer user_data);
gboolean sema_session_save_finish (SemaSession *self, GAsyncResult *result, guint64 *n_words, char **note, GError **error);
gboolean sema_session_is_saving (SemaSession *self);
double   sema_session_get_save_fraction (SemaSession *self);
void     sema_session_cancel_save (SemaSession *self);

G_END_DECLS
