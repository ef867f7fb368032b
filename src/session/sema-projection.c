/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projection-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-hash.h"
#include "sema-memory.h"
#include "sema-word.h"

static void
word_clear (gpointer data)
{
  SemaProjectionWord *word = data;

  g_clear_pointer (&word->word, g_ref_string_release);
}

static void
analogy_clear (gpointer data)
{
  SemaProjectionAnalogy *analogy = data;

  g_clear_pointer (&analogy->answers, g_array_unref);
  g_clear_pointer (&analogy->problem, g_free);
}

SemaProjectionWord *
sema_projection_peek_word (SemaProjection *self, gsize index)
{
  return &g_array_index (self->words, SemaProjectionWord, index);
}

SemaProjectionAnalogy *
sema_projection_peek_analogy (SemaProjection *self, gsize index)
{
  return &g_array_index (self->analogies, SemaProjectionAnalogy, index);
}

/* Looks a word up and gives it a place among the points where it can have one; a word that is there already stays. */
SemaProjectionWord *
sema_projection_take_in (SemaProjection *self, const char *word, gssize chosen)
{
  gssize             known = sema_projection_find_word (self, word);
  SemaProjectionWord added = {.state = SEMA_WORD_MISSING, .point = -1, .chosen = chosen};

  if (known >= 0)
    return sema_projection_peek_word (self, (gsize)known);
  added.word = g_ref_string_new (word);
  added.row = sema_set_compose (self->set, word, -1);
  added.is_composed = sema_set_is_composed (self->set, added.row);
  if (added.row != SEMA_VOCAB_NO_ROW)
    {
      added.state = sema_vectors_is_usable (self->set, added.row, self->recipe->vectors) ? SEMA_WORD_PLACED : SEMA_WORD_UNUSABLE;
      if (added.state == SEMA_WORD_PLACED)
        {
          added.point = self->rows->len;
          g_array_append_val (self->rows, added.row);
        }
    }
  g_array_append_val (self->words, added);
  g_hash_table_insert (self->index, added.word, GSIZE_TO_POINTER (self->words->len));
  return sema_projection_peek_word (self, self->words->len - 1);
}

static SemaProjection *
projection_alloc (SemaSet *set, const SemaRecipe *recipe)
{
  SemaProjection *self = g_new0 (SemaProjection, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->set = sema_set_ref (set);
  self->recipe = sema_recipe_copy (recipe);
  self->words = g_array_new (FALSE, FALSE, sizeof (SemaProjectionWord));
  g_array_set_clear_func (self->words, word_clear);
  self->index = g_hash_table_new (sema_hash_text, g_str_equal);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->analogies = g_array_new (FALSE, TRUE, sizeof (SemaProjectionAnalogy));
  g_array_set_clear_func (self->analogies, analogy_clear);
  self->scatter = sema_scatter_new ();
  return self;
}

static void
add_points (SemaProjection *self)
{
  for (gsize i = 0; i < self->words->len; i++)
    {
      const SemaProjectionWord *word = sema_projection_peek_word (self, i);
      gsize                     at = (gsize)word->point;
      SemaScatterPoint          point = {.row = word->row, .cluster = -1};

      if (word->point < 0)
        continue;
      point.label = sema_vocab_dup_label (sema_set_get_vocab (self->set), word->row);
      point.x = sema_projection_get_scores (self)[2 * at];
      point.y = sema_projection_get_scores (self)[2 * at + 1];
      point.quality = sema_projection_get_quality (self)[at];
      g_array_append_val (self->scatter->points, point);
    }
}

static void
describe (SemaProjection *self)
{
  const char *name = sema_set_get_name (self->set);

  sema_projection_describe_plane (self);
  self->scatter->title = g_strdup (self->recipe->title);
  self->scatter->source = self->recipe->vectors == SEMA_VECTORS_UNIT ? g_strdup_printf (_("%s (unit vectors)"), name)
                                                                     : g_strdup_printf (_("%s (raw vectors)"), name);
}

static gboolean
project (SemaProjection *self, SemaProjection *previous, SemaProgress *progress, GError **error)
{
  const guint64 *rows = (const guint64 *)self->rows->data;

  for (gsize i = 0; i < self->recipe->words->len; i++)
    sema_projection_take_in (self, sema_recipe_get_word (self->recipe, i), (gssize)i);
  if (!sema_projection_answer_analogies (self, previous, progress, error))
    return FALSE;
  rows = (const guint64 *)self->rows->data;
  self->vectors = sema_vectors_gather (self->set, rows, self->rows->len, self->recipe->vectors, error);
  if (self->vectors == NULL)
    return FALSE;
  if (!sema_projection_find_directions (self, error) || !sema_projection_find_plane (self, previous, progress, error) ||
      !sema_projection_find_clusters (self, previous, progress, error) ||
      !sema_projection_find_trust (self, previous, progress, error))
    return FALSE;
  add_points (self);
  sema_projection_draw_clusters (self);
  sema_projection_draw_analogies (self);
  describe (self);
  return TRUE;
}

/**
 * sema_projection_new:
 * @set: (transfer none): the vectors
 * @recipe: what is asked for
 * @previous: (nullable): an earlier projection; answers and clusters that would come out the same are taken from it
 * @progress: (nullable): cancels
 * @error: a #SemaMathError or #SemaCoreError
 *
 * Finds the words, answers the analogies, projects all of them to the plane and finds their clusters. The plane is that of one exact PCA;
 * where the recipe has two questions for axes, each word lies at its answers to them (times its norm where raw vectors are shown). A
 * question that this file gives no direction leaves the plane to the PCA: see sema_projection_get_axes_problem().
 * The words of an analogy and its answer come after the chosen words. Words that the set lacks, or whose vectors cannot
 * be shown, have no point. No words give a scatter without points, one word a point at the origin. Costs an SVD of the
 * words' vectors and one search through the set for each new analogy: call it in a thread.
 *
 * Returns: (transfer full) (nullable): the projection, or %NULL on error
 */
SemaProjection *
sema_projection_new (SemaSet *set, const SemaRecipe *recipe, SemaProjection *previous, SemaProgress *progress, GError **error)
{
  SemaProjection *self = projection_alloc (set, recipe);

  if (previous != NULL && previous->set != set)
    previous = NULL;
  if (!project (self, previous, progress, error) || !sema_set_check_lost (set, error))
    g_clear_pointer (&self, sema_projection_unref);
  return self;
}

/**
 * sema_projection_ref:
 * @self: a projection
 *
 * Returns: (transfer full): @self
 */
SemaProjection *
sema_projection_ref (SemaProjection *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sema_projection_unref:
 * @self: (transfer full): a projection
 */
void
sema_projection_unref (SemaProjection *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->scatter, sema_scatter_unref);
  g_clear_pointer (&self->kmeans, sema_kmeans_unref);
  g_clear_pointer (&self->pca, sema_pca_free);
  g_clear_pointer (&self->plane, sema_plane_free);
  g_clear_pointer (&self->directions, sema_memory_free);
  g_free (self->axes_problem);
  g_clear_pointer (&self->whole, sema_whole_map_unref);
  g_clear_pointer (&self->vectors, sema_memory_free);
  g_array_unref (self->analogies);
  g_array_unref (self->rows);
  g_hash_table_unref (self->index);
  g_array_unref (self->words);
  sema_recipe_free (self->recipe);
  sema_set_unref (self->set);
  g_free (self);
}

/**
 * sema_projection_get_set:
 * @self: a projection
 *
 * Returns: (transfer none): the vectors that it shows
 */
SemaSet *
sema_projection_get_set (const SemaProjection *self)
{
  return self->set;
}

/**
 * sema_projection_get_scatter:
 * @self: a projection
 *
 * Returns: (transfer none): the picture in data units, ready to be composed
 */
SemaScatter *
sema_projection_get_scatter (const SemaProjection *self)
{
  return self->scatter;
}

/**
 * sema_projection_get_n_words:
 * @self: a projection
 *
 * Returns: number of words asked for: the chosen ones, then those that are here for an analogy
 */
gsize
sema_projection_get_n_words (const SemaProjection *self)
{
  return self->words->len;
}

/**
 * sema_projection_get_word:
 * @self: a projection
 * @index: below the number of words
 *
 * Returns: (transfer none): what became of the word
 */
const SemaProjectionWord *
sema_projection_get_word (const SemaProjection *self, gsize index)
{
  g_return_val_if_fail (index < self->words->len, NULL);

  return &g_array_index (self->words, SemaProjectionWord, index);
}

/**
 * sema_projection_find_word:
 * @self: a projection
 * @word: bytes of a word
 *
 * Returns: its index among the words, or -1
 */
gssize
sema_projection_find_word (const SemaProjection *self, const char *word)
{
  return (gssize)GPOINTER_TO_SIZE (g_hash_table_lookup (self->index, word)) - 1;
}

/**
 * sema_projection_find_point:
 * @self: a projection
 * @point: index of a point of the scatter
 *
 * Returns: index of the word that is there, or -1
 */
gssize
sema_projection_find_point (const SemaProjection *self, gsize point)
{
  for (gsize i = 0; i < self->words->len; i++)
    if (g_array_index (self->words, SemaProjectionWord, i).point == (gssize)point)
      return (gssize)i;
  return -1;
}

/**
 * sema_projection_get_n_absent:
 * @self: a projection
 *
 * Returns: how many of its words are not on the map
 */
gsize
sema_projection_get_n_absent (const SemaProjection *self)
{
  return self->words->len - self->rows->len;
}

/**
 * sema_projection_get_n_analogies:
 * @self: a projection
 *
 * Returns: number of analogies, as in the recipe
 */
gsize
sema_projection_get_n_analogies (const SemaProjection *self)
{
  return self->analogies->len;
}

/**
 * sema_projection_get_analogy:
 * @self: a projection
 * @index: index of an analogy of the recipe
 *
 * Returns: (transfer none): its answers
 */
const SemaProjectionAnalogy *
sema_projection_get_analogy (const SemaProjection *self, gsize index)
{
  g_return_val_if_fail (index < self->analogies->len, NULL);

  return &g_array_index (self->analogies, SemaProjectionAnalogy, index);
}
