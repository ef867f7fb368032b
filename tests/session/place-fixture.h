/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-place-picture.h"

G_BEGIN_DECLS

/* A small file, of which "zero" has no direction, and what is asked of it. */

SemaSet    *place_fixture_make_set (void);
SemaRecipe *place_fixture_make_recipe (const char *words);
void        place_fixture_put (SemaRecipe *recipe, const char *question);

G_END_DECLS
