/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-place-picture-private.h"

#include <glib/gi18n-lib.h>

#include "sema-vectors-picture.h"

/* The pairs are kept only where they are shown: they take more memory than the picture. */
static gboolean
make_matrix (SemaPlacePicture *self, SemaSet *set, const GArray *rows, const SemaLooks *looks, SemaProgress *progress, GError **error)
{
  const guint64        *given = (const guint64 *)rows->data;
  g_autoptr (SemaPairs) pairs = sema_pairs_new (set, given, rows->len, progress, error);
  const SemaLinkage    *tree;

  if (pairs == NULL || (self->heatmap = sema_matrix_picture_new_from (pairs, set, given, looks->metric, looks->order, progress, error)) == NULL)
    return FALSE;
  self->set = sema_set_ref (set);
  self->set_rows = g_memdup2 (given, rows->len * sizeof *given);
  tree = self->heatmap->row_tree;
  for (gsize i = 0; tree != NULL && i < rows->len; i++)
    self->set_rows[i] = given[tree->leaves[i]];
  sema_place_picture_note_words (self, set, self->set_rows, rows->len);
  if (looks->compare_as == SEMA_COMPARE_PAIRS)
    self->pairs = sema_pair_list_new (set, given, g_steal_pointer (&pairs), error);
  return self->pairs != NULL || looks->compare_as != SEMA_COMPARE_PAIRS;
}

/* The two words of the looks, or the first two where one of those is not shown. */
static void
find_difference (const SemaPlacePicture *self, const SemaLooks *looks, SemaVectorsView *view)
{
  gssize a = sema_place_picture_find_word (self, looks->pair[0]);
  gssize b = sema_place_picture_find_word (self, looks->pair[1]);

  view->a = a >= 0 && b >= 0 && a != b ? (gsize)a : 0;
  view->b = a >= 0 && b >= 0 && a != b ? (gsize)b : 1;
}

static gboolean
make_vectors (SemaPlacePicture *self, const SemaSet *set, const GArray *rows, const SemaRecipe *recipe, const SemaLooks *looks, GError **error)
{
  const guint64  *given = (const guint64 *)rows->data;
  SemaVectorsView view = {.vectors = recipe->vectors, .by_difference = looks->by_difference};

  sema_place_picture_note_words (self, set, given, rows->len);
  find_difference (self, looks, &view);
  self->heatmap = sema_vectors_picture_new (set, given, rows->len, &view, error);
  return self->heatmap != NULL;
}

/* Makes what the place Compare shows. */
gboolean
sema_place_picture_compare_words (SemaPlacePicture *self, SemaSet *set, const GArray *rows, const SemaRecipe *recipe, const SemaLooks *looks, SemaProgress *progress, GError **error)
{
  if (rows->len < 2)
    {
      g_set_error (error, SEMA_PLACE_PICTURE_ERROR, SEMA_PLACE_PICTURE_ERROR_TOO_FEW, _ ("Two words that are in this file are needed: add words on the left."));
      return FALSE;
    }
  if (looks->compare_as == SEMA_COMPARE_VECTORS)
    return make_vectors (self, set, rows, recipe, looks, error);
  return make_matrix (self, set, rows, looks, progress, error);
}
