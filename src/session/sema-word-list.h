/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-recipe.h"

G_BEGIN_DECLS

/* A list of words as text: one word a line; a line "# Name" starts a group of that name, a line "#" alone is the word
 * "#"; empty lines are skipped. This is what the window saves, opens, takes as a drop or a paste, and what
 * semascope-cli reads as a words file. */

void     sema_word_list_add_to (const char *text, gsize length, SemaRecipe *recipe);
GString *sema_word_list_print (const SemaRecipe *recipe);
gboolean sema_word_list_load (const char *path, SemaRecipe *recipe, GError **error);

G_END_DECLS
