/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-vocab.h"

G_BEGIN_DECLS

/**
 * SemaTokenTable:
 *
 * The tokens of a model: bytes to id and back. Ids may have gaps, and an id may belong to several tokens: memory goes by the number
 * of tokens, never by the greatest id.
 */
typedef struct _SemaTokenTable SemaTokenTable;

#define SEMA_TOKEN_NO_ID G_MAXUINT64
#define SEMA_TOKEN_MAX_ID (G_MAXUINT32 - 1)

/**
 * SemaTokenList:
 * @bytes: the tokens, a NUL after each
 * @starts: guint64: where each begins
 * @ids: guint32: the id of each
 *
 * Tokens as a file has them, one after another. Starts as all zeros.
 */
typedef struct
{
  SemaBuffer bytes;
  SemaBuffer starts;
  SemaBuffer ids;
} SemaTokenList;

gboolean sema_token_list_add (SemaTokenList *self, const char *token, gsize length, guint32 id, GError **error);
guint64  sema_token_list_get_n_tokens (const SemaTokenList *self);
void     sema_token_list_clear (SemaTokenList *self);

SemaTokenTable *sema_token_table_new_take (SemaTokenList *list, GError **error);
void            sema_token_table_free (SemaTokenTable *self);

guint64     sema_token_table_get_n_tokens (const SemaTokenTable *self);
gsize       sema_token_table_get_longest (const SemaTokenTable *self);
guint64     sema_token_table_find (const SemaTokenTable *self, const char *token, gsize length);
const char *sema_token_table_get_token (const SemaTokenTable *self, guint64 id, gsize *length);
const char *sema_token_table_peek (const SemaTokenTable *self, guint64 place, gsize *length, guint32 *id);
gboolean    sema_token_table_find_repeat (const SemaTokenTable *self, guint64 *place);
gboolean    sema_token_table_find_shared_id (const SemaTokenTable *self, guint64 *place, guint64 *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaTokenTable, sema_token_table_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaTokenList, sema_token_list_clear)

G_END_DECLS
