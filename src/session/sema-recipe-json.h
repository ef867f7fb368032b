/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "sema-recipe.h"

G_BEGIN_DECLS

/* A recipe as JSON, so that a person can read it. Unknown members are skipped; wrong ones ask for nothing. Words are
 * strings; one that is not UTF-8 is {"bytes": "hexadecimal"}. */

void        sema_recipe_json_build (const SemaRecipe *recipe, JsonBuilder *builder);
SemaRecipe *sema_recipe_json_read (JsonObject *object);

G_END_DECLS
