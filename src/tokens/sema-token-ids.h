/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEMA_TOKEN_IDS_MOST 100000 /* of one input */

/**
 * SemaTokenIdsError:
 * @SEMA_TOKEN_IDS_ERROR_RANGE: an id is not in the vocabulary
 * @SEMA_TOKEN_IDS_ERROR_SYNTAX: something is not an id
 * @SEMA_TOKEN_IDS_ERROR_MANY: there are more than %SEMA_TOKEN_IDS_MOST
 */
typedef enum {
  SEMA_TOKEN_IDS_ERROR_RANGE,
  SEMA_TOKEN_IDS_ERROR_SYNTAX,
  SEMA_TOKEN_IDS_ERROR_MANY,
} SemaTokenIdsError;

#define SEMA_TOKEN_IDS_ERROR (sema_token_ids_error_quark ())
GQuark sema_token_ids_error_quark (void);

GArray *sema_token_ids_parse (const char *text, guint64 vocab, GError **error);
char   *sema_token_ids_print (const guint64 *ids, gsize n);

G_END_DECLS
