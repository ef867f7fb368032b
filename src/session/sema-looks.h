/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "sema-layer-looks.h"
#include "sema-matrix-picture.h"
#include "sema-pair-list.h"

G_BEGIN_DECLS

/**
 * SemaPlace: what is in the middle of the window.
 */
typedef enum {
  SEMA_PLACE_MAP,
  SEMA_PLACE_COMPARE,
  SEMA_PLACE_QUESTIONS,
  SEMA_PLACE_LAYER,
  SEMA_N_PLACES,
} SemaPlace;

/**
 * SemaCompareAs:
 * @SEMA_COMPARE_MATRIX: a heat map of every two words
 * @SEMA_COMPARE_PAIRS: a list of them
 * @SEMA_COMPARE_VECTORS: the numbers of the words, one word under the other
 */
typedef enum {
  SEMA_COMPARE_MATRIX,
  SEMA_COMPARE_PAIRS,
  SEMA_COMPARE_VECTORS,
  SEMA_N_COMPARE_AS,
} SemaCompareAs;

/**
 * SemaQuestionsAs:
 * @SEMA_QUESTIONS_TABLE: a heat map of words and questions
 * @SEMA_QUESTIONS_RULER: the words along one question
 */
typedef enum {
  SEMA_QUESTIONS_TABLE,
  SEMA_QUESTIONS_RULER,
  SEMA_N_QUESTIONS_AS,
} SemaQuestionsAs;

/**
 * SemaLooks:
 * @place: what is in the middle of the window
 * @compare_as: how words are compared
 * @metric: by what
 * @order: how the words of the matrix are ordered
 * @by_difference: whether the dimensions of vectors begin with those that separate the two words most
 * @pair: (owned): the two words whose difference is shown with the vectors; both %NULL for the first two
 * @pairs_by: what the list of pairs is sorted by
 * @pairs_rising: whether the smallest comes first in it
 * @questions_as: how answers are shown
 * @question: (nullable) (owned): name of the question that the table is sorted by, or that the ruler shows
 * @layer: the embedding layer
 *
 * How one looks at what was asked for. Kept, but not undone.
 */
typedef struct
{
  SemaPlace       place;
  SemaCompareAs   compare_as;
  SemaMetric      metric;
  SemaMatrixOrder order;
  gboolean        by_difference;
  char           *pair[2];
  SemaPairColumn  pairs_by;
  gboolean        pairs_rising;
  SemaQuestionsAs questions_as;
  char           *question;
  SemaLayerLooks  layer;
} SemaLooks;

void     sema_looks_copy (const SemaLooks *self, SemaLooks *copy);
void     sema_looks_clear (SemaLooks *self);
gboolean sema_looks_equal (const SemaLooks *a, const SemaLooks *b);
gboolean sema_looks_have_picture (const SemaLooks *self);
gboolean sema_looks_same_picture (const SemaLooks *a, const SemaLooks *b);
void     sema_looks_set_pair (SemaLooks *self, const char *a, const char *b);

void sema_looks_build (const SemaLooks *self, JsonBuilder *builder);
void sema_looks_read (SemaLooks *self, JsonObject *object);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaLooks, sema_looks_clear)

G_END_DECLS
