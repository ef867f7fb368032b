/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-recipe.h"

G_BEGIN_DECLS

gsize sema_ready_questions_add_to (SemaRecipe *recipe);

G_END_DECLS
