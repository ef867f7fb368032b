/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-session.h"

G_BEGIN_DECLS

/* Changes of the questions; each is one step of undo. */

gboolean sema_question_edits_put (SemaSession *session, const char *name, const SemaQuestionText *question);
void     sema_question_edits_remove (SemaSession *session, const char *name);
gsize    sema_question_edits_add_ready (SemaSession *session);
gboolean sema_question_edits_set_axes (SemaSession *session, const char *x, const char *y);

G_END_DECLS
