/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-hash.h"
#include "sema-recipe.h"

G_BEGIN_DECLS

/* The part of a recipe that questions are, for its own files. */

void     sema_recipe_copy_questions (const SemaRecipe *self, SemaRecipe *copy);
gboolean sema_recipe_axes_equal (const SemaRecipe *a, const SemaRecipe *b);
gboolean sema_recipe_questions_equal (const SemaRecipe *a, const SemaRecipe *b);

G_END_DECLS
