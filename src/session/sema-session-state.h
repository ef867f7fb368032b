/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-session.h"
#include "sema-vectors-place.h"

G_BEGIN_DECLS

#define SEMA_SESSION_STATE_ENDING ".semascope" /* of a file that somebody saved by name */

/**
 * SemaSessionState:
 * @place: how the vectors are found
 * @most_rows: how many of their words are wanted, from the first on; 0: all
 * @part: (nullable): which part of the file they are, where it has several
 * @tokenizer: (nullable): file name of the tokenizer that was chosen for them
 * @recipe: what is asked for
 * @camera: where the window looked from; scale 0 fits everything
 * @region: what it saw
 * @looks: what the window showed, and how
 * @focus: (nullable): the word that is looked at
 *
 * What is back after closing and reopening, and what is saved by name: one small JSON file that a person can read and edit.
 */
typedef struct
{
  SemaVectorsPlace *place;
  guint64           most_rows;
  char             *part;
  char             *tokenizer;
  SemaRecipe       *recipe;
  SemaCamera        camera;
  SemaRegion        region;
  SemaLooks         looks;
  char             *focus;
} SemaSessionState;

SemaSessionState *sema_session_state_load (const char *path, GError **error);
void              sema_session_state_free (SemaSessionState *self);
void              sema_session_state_apply (const SemaSessionState *self, SemaSession *session, const char *vectors, const char *label);

gboolean sema_session_state_save (SemaSession *session, const char *path, GError **error);
gboolean sema_session_state_restore (SemaSession *session, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaSessionState, sema_session_state_free)

G_END_DECLS
