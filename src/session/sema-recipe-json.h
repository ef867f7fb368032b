/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "sema-recipe.h"

G_BEGIN_DECLS

/* A recipe as JSON, so that a person can read it. Unknown members are skipped; wrong ones ask for nothing. Words are
 * strings; one that is not UTF-8 is {"bytes": "hexadecimal"}. */

void        sema_recipe_json_build (const SemaRecipe *recipe, JsonBuilder *builder);
SemaRecipe *sema_recipe_json_read (JsonObject *object);

char *sema_json_generate (JsonNode *root, gsize *length);

/* Reading JSON without trust: json-glib alone answers a member of another type with a critical. */
const char *sema_json_get_string (JsonObject *object, const char *name);
double      sema_json_get_double (JsonObject *object, const char *name, double otherwise);
void        sema_json_add_word (JsonBuilder *builder, const char *word);
char       *sema_json_dup_word (JsonNode *node);

G_END_DECLS
