/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-session.h"

G_BEGIN_DECLS

/**
 * SemaAutosave: writes a session's state to its file a second after it changed.
 */
typedef struct _SemaAutosave SemaAutosave;

SemaAutosave *sema_autosave_new (SemaSession *session);
void          sema_autosave_free (SemaAutosave *self);

gboolean    sema_autosave_restore (SemaAutosave *self);
const char *sema_autosave_get_path (SemaAutosave *self);
void        sema_autosave_now (SemaAutosave *self);

G_END_DECLS
