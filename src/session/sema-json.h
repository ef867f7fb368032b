/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What json-glib does not do: it answers a member of another type with a critical, has no strings that are not UTF-8, and escapes one
 * character too few. */

const char *sema_json_get_string (JsonObject *object, const char *name);
double      sema_json_get_double (JsonObject *object, const char *name, double otherwise);
void        sema_json_add_word (JsonBuilder *builder, const char *word);
char       *sema_json_dup_word (JsonNode *node);
char       *sema_json_generate (JsonNode *root, gsize *length);

G_END_DECLS
