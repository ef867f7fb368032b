/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-recipe.h"
#include "sema-word-row.h"

G_BEGIN_DECLS

GPtrArray *sema_word_rows_build (SemaProjection *projection, const SemaRecipe *recipe);

G_END_DECLS
