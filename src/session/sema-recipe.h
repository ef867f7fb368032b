/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-question-text.h"
#include "sema-vectors.h"

G_BEGIN_DECLS

/**
 * SemaColourBy: what the points' colours and the lists' sections mean.
 */
typedef enum {
  SEMA_COLOUR_BY_CLUSTERS,
  SEMA_COLOUR_BY_GROUPS,
  SEMA_COLOUR_BY_NOTHING,
  SEMA_COLOUR_BY_COLUMN,
} SemaColourBy;

#define SEMA_CLUSTERS_AUTO 0 /* k is chosen by the silhouette */
#define SEMA_CLUSTERS_NONE (-1)
#define SEMA_CLUSTERS_MAX 20 /* the largest k one can ask for */
#define SEMA_NO_GROUP (-1)

/**
 * SemaRecipeWord:
 * @word: a GRefString of any bytes but NUL
 * @group: index in the recipe's groups, or %SEMA_NO_GROUP
 */
typedef struct
{
  char *word;
  int   group;
} SemaRecipeWord;

/**
 * SemaRecipeAnalogy: @a is to @b as @c is to the answer; GRefStrings.
 */
typedef struct
{
  char *a;
  char *b;
  char *c;
} SemaRecipeAnalogy;

/**
 * SemaRecipeName: the cluster that holds @anchor is called @name; GRefStrings.
 */
typedef struct
{
  char *anchor;
  char *name;
} SemaRecipeName;

/**
 * SemaRecipe:
 * @words: (element-type SemaRecipeWord) the chosen words, in the order chosen, each once
 * @groups: (element-type GRefString) names of the groups made by hand; no two are equal
 * @analogies: (element-type SemaRecipeAnalogy)
 * @names: (element-type SemaRecipeName) clusters renamed by hand
 * @questions: (element-type SemaQuestionText) in the order to show them in; no two have the same name
 * @axes: names of the questions that are the axes of the map, x and y; both %NULL where these are the principal components
 * @vectors: which vectors are shown
 * @clusters: %SEMA_CLUSTERS_AUTO, %SEMA_CLUSTERS_NONE, or k from 1 to %SEMA_CLUSTERS_MAX
 * @colour_by: what colours mean
 * @column: (nullable) of %SEMA_COLOUR_BY_COLUMN, which column of those that the file has beside the vectors
 * @all_words: whether the map shows all words of the file, the chosen ones among them
 * @title: (nullable) title of the picture
 * @known: (private) the chosen words as a set
 *
 * All that a user asked for: with a set it determines the picture. A plain value: whoever wants to change it copies it,
 * changes the copy and hands that to the session, so that undo keeps the old one. Words may be missing from the set.
 */
typedef struct
{
  GArray      *words;
  GPtrArray   *groups;
  GArray      *analogies;
  GArray      *names;
  GPtrArray   *questions;
  char        *axes[2];
  SemaVectors  vectors;
  int          clusters;
  SemaColourBy colour_by;
  char        *column;
  gboolean     all_words;
  char        *title;
  GHashTable  *known;
} SemaRecipe;

SemaRecipe *sema_recipe_new (void);
SemaRecipe *sema_recipe_copy (const SemaRecipe *self);
void        sema_recipe_free (SemaRecipe *self);
gboolean    sema_recipe_equal (const SemaRecipe *a, const SemaRecipe *b);
gboolean    sema_recipe_same_map (const SemaRecipe *a, const SemaRecipe *b);
gboolean    sema_recipe_is_empty (const SemaRecipe *self);

gssize      sema_recipe_find_word (const SemaRecipe *self, const char *word);
const char *sema_recipe_get_word (const SemaRecipe *self, gsize index);
gboolean    sema_recipe_add_word (SemaRecipe *self, const char *word, int group);
gboolean    sema_recipe_remove_word (SemaRecipe *self, const char *word);
gboolean    sema_recipe_move_word (SemaRecipe *self, const char *word, int group);

int         sema_recipe_find_group (const SemaRecipe *self, const char *name);
const char *sema_recipe_get_group (const SemaRecipe *self, int group);
int         sema_recipe_add_group (SemaRecipe *self, const char *name);
gboolean    sema_recipe_rename_group (SemaRecipe *self, int group, const char *name);
gboolean    sema_recipe_remove_group (SemaRecipe *self, int group, gboolean with_words);

gboolean sema_recipe_add_analogy (SemaRecipe *self, const char *a, const char *b, const char *c);
gboolean sema_recipe_remove_analogy (SemaRecipe *self, gsize index);

gssize                  sema_recipe_find_question (const SemaRecipe *self, const char *name);
const SemaQuestionText *sema_recipe_get_question (const SemaRecipe *self, gsize index);
gboolean                sema_recipe_put_question (SemaRecipe *self, gssize index, const SemaQuestionText *question);
void                    sema_recipe_remove_question (SemaRecipe *self, gsize index);
gboolean                sema_recipe_set_axes (SemaRecipe *self, const char *x, const char *y);

void sema_recipe_rename_cluster (SemaRecipe *self, const char *anchor, const char *name);
void sema_recipe_set_title (SemaRecipe *self, const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaRecipe, sema_recipe_free)

G_END_DECLS
