/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tokenizer.h"

G_BEGIN_DECLS

gboolean sema_token_reach_check (const SemaTokenizer *tokenizer, guint64 id, SemaTokenPieces *scratch, gboolean *is_reached, GError **error);

G_END_DECLS
