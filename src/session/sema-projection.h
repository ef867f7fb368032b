/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-diagnosis.h"
#include "sema-neighbours.h"
#include "sema-recipe.h"
#include "sema-scatter.h"

G_BEGIN_DECLS

/**
 * SemaWordState:
 * @SEMA_WORD_PLACED: it is on the map
 * @SEMA_WORD_MISSING: the file has no such word
 * @SEMA_WORD_UNUSABLE: its vector holds NaN or infinity, or is zero where unit vectors are shown
 */
typedef enum {
  SEMA_WORD_PLACED,
  SEMA_WORD_MISSING,
  SEMA_WORD_UNUSABLE,
} SemaWordState;

/**
 * SemaProjectionWord:
 * @word: the word, GRefString
 * @state: whether it is on the map, and if not, why
 * @row: its row, or %SEMA_VOCAB_NO_ROW
 * @point: index of its point in the scatter, or -1
 * @chosen: index of the word in the recipe, or -1 when it is here for an analogy only
 * @is_composed: whether it is not in the file, and its vector made of its parts: see sema_set_compose()
 */
typedef struct
{
  char         *word;
  SemaWordState state;
  guint64       row;
  gssize        point;
  gssize        chosen;
  gboolean      is_composed;
} SemaProjectionWord;

/**
 * SemaProjectionAnalogy:
 * @answers: (element-type SemaNeighbour) the best five, empty when there are none
 * @miss: distance of the target to the answer in the vectors shown; NaN without an answer
 * @drawn: index in the scatter's analogies, or -1
 * @problem: (nullable) why there is no answer, one sentence
 */
typedef struct
{
  GArray *answers;
  double  miss;
  gssize  drawn;
  char   *problem;
} SemaProjectionAnalogy;

/**
 * SemaProjection:
 *
 * What a recipe comes to with a set: the words found, their places, clusters, analogies. Read only once made, and
 * shared by reference between threads.
 */
typedef struct _SemaProjection SemaProjection;

SemaProjection *sema_projection_new (SemaSet *set, const SemaRecipe *recipe, SemaProjection *previous, SemaProgress *progress, GError **error);
SemaProjection *sema_projection_ref (SemaProjection *self);
void            sema_projection_unref (SemaProjection *self);

void sema_projection_mark_findings (SemaProjection *self, const SemaDiagnosis *diagnosis);

SemaSet                     *sema_projection_get_set (const SemaProjection *self);
SemaScatter                 *sema_projection_get_scatter (const SemaProjection *self);
gsize                        sema_projection_get_n_words (const SemaProjection *self);
const SemaProjectionWord    *sema_projection_get_word (const SemaProjection *self, gsize index);
gssize                       sema_projection_find_word (const SemaProjection *self, const char *word);
gssize                       sema_projection_find_point (const SemaProjection *self, gsize point);
gsize                        sema_projection_get_n_absent (const SemaProjection *self);
gsize                        sema_projection_get_n_analogies (const SemaProjection *self);
const SemaProjectionAnalogy *sema_projection_get_analogy (const SemaProjection *self, gsize index);
const char                  *sema_projection_get_axes_problem (const SemaProjection *self);
const char                  *sema_projection_get_cluster_anchor (const SemaProjection *self, gsize cluster);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaProjection, sema_projection_unref)

G_END_DECLS
