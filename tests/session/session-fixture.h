/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-session.h"

G_BEGIN_DECLS

/* A session with a small file of vectors, and the main loop to wait in. */

#define SESSION_FIXTURE_TEXT "king 1 0 0\nqueen 0.9 0.1 0\nprince 0.8 0 0.3\nmango 0 1 0.1\ngrape 0 0.9 0\n"

typedef gboolean (*SessionCondition) (SemaSession *session);

char    *session_fixture_write (const char *text);
void     session_fixture_wait (SemaSession *session, SessionCondition condition);
gboolean session_fixture_is_quiet (SemaSession *session);
void     session_fixture_open (SemaSession *session, const char *text);
void     session_fixture_commit_words (SemaSession *session, const char *words, const char *label);

G_END_DECLS
