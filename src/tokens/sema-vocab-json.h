/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-json-reader.h"
#include "sema-token-table.h"

G_BEGIN_DECLS

gboolean sema_vocab_json_read (SemaJsonReader *reader, const char *label, SemaTokenList *list, GError **error);
gboolean sema_vocab_json_read_scored (SemaJsonReader *reader, const char *label, SemaTokenList *list, SemaBuffer *scores, GError **error);
gboolean sema_vocab_json_fail (const SemaJsonReader *reader, const char *label, GError **error, const char *clause);
gboolean sema_vocab_json_read_id (SemaJsonReader *reader, const char *label, guint32 *id, GError **error);

gboolean        sema_vocab_json_refuse_repeat (const char *label, const SemaTokenTable *table, guint64 place, GError **error);
SemaTokenTable *sema_vocab_json_make_table (const char *label, SemaTokenList *list, char **note, GError **error);

G_END_DECLS
