/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-session.h"

G_BEGIN_DECLS

/* What is back after closing and reopening: the file, the recipe, the camera, the focus. One small JSON file. */

gboolean sema_session_state_save (SemaSession *session, const char *path, GError **error);
gboolean sema_session_state_restore (SemaSession *session, const char *path, GError **error);

G_END_DECLS
