/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-recipe.h"

G_BEGIN_DECLS

/**
 * SemaReadySet:
 * @id: name of the file in data/sets, without .txt; also the target of the window's action
 * @title: (translatable) as shown
 *
 * A list of words that is ready to be drawn.
 */
typedef struct
{
  const char *id;
  const char *title;
} SemaReadySet;

const SemaReadySet *sema_ready_set_get_all (gsize *n);
gboolean            sema_ready_set_add_to (const char *id, SemaRecipe *recipe, GError **error);
SemaRecipe         *sema_ready_set_make_demonstration (GError **error);

char *sema_ready_set_get_sample_path (void);

G_END_DECLS
