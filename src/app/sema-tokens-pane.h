/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-set.h"

G_BEGIN_DECLS

#define SEMA_TYPE_TOKENS_PANE (sema_tokens_pane_get_type ())
G_DECLARE_FINAL_TYPE (SemaTokensPane, sema_tokens_pane, SEMA, TOKENS_PANE, AdwBin)

/* Signals:
 *   ids-changed                   a text has become ids
 *   tokenizer-chosen (char *path) somebody chose another tokenizer, and it was opened
 */
void        sema_tokens_pane_take_set (SemaTokensPane *self, SemaSet *set, const char *path, const char *tokenizer);
const char *sema_tokens_pane_get_ids (SemaTokensPane *self);

G_END_DECLS
