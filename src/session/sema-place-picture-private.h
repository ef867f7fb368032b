/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-place-picture.h"

G_BEGIN_DECLS

/* The fields of a picture, and how the places make one, for its own files. */

struct _SemaPlacePicture
{
  gatomicrefcount n_refs;
  SemaHeatmap    *heatmap;  /* or NULL */
  SemaRuler      *ruler;    /* or NULL */
  SemaPairList   *pairs;    /* where they are shown, or NULL */
  SemaSet        *set;      /* where the columns of the heat map are words too, or NULL */
  guint64        *set_rows; /* its rows of those words */
  char          **words;    /* NUL-terminated bytes, one a row of the heat map */
  gsize           n_words;  /* further rows are no words */
  GHashTable     *rows;     /* those words: row + 1 */
  GPtrArray      *asked;    /* SemaAskedQuestion: the recipe's questions, where these are shown */
  GPtrArray      *columns;  /* borrowed: names of the questions of the columns */
  guint64         n_absent; /* chosen words that are not in the file or have no direction */
};

void     sema_place_picture_note_words (SemaPlacePicture *self, const SemaSet *set, const guint64 *rows, gsize n);
gboolean sema_place_picture_compare_words (SemaPlacePicture *self, SemaSet *set, const GArray *rows, const SemaRecipe *recipe, const SemaLooks *looks, SemaProgress *progress, GError **error);
gboolean sema_place_picture_ask_words (SemaPlacePicture *self, const SemaSet *set, GArray *rows, const SemaRecipe *recipe, const SemaLooks *looks, SemaProgress *progress, GError **error);

G_END_DECLS
