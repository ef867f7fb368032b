/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-place-picture-private.h"

#include <glib/gi18n-lib.h>

#include "sema-hash.h"
#include "sema-vectors.h"

G_DEFINE_QUARK (sema - place - picture - error - quark, sema_place_picture_error)

/* The rows of the chosen words that have such vectors, in their order. */
static GArray *
find_chosen (SemaPlacePicture *self, const SemaSet *set, const SemaRecipe *recipe, SemaVectors vectors)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (gsize i = 0; i < recipe->words->len; i++)
    {
      guint64 row = sema_set_compose (set, sema_recipe_get_word (recipe, i), -1);

      if (row != SEMA_VOCAB_NO_ROW && sema_vectors_is_usable (set, row, vectors))
        g_array_append_val (rows, row);
      else
        self->n_absent++;
    }
  return rows;
}

/* Says which words the rows of the picture are. */
void
sema_place_picture_note_words (SemaPlacePicture *self, const SemaSet *set, const guint64 *rows, gsize n)
{
  self->n_words = n;
  self->words = g_new0 (char *, n + 1);
  self->rows = g_hash_table_new (sema_hash_text, g_str_equal);
  for (gsize i = 0; i < n; i++)
    {
      self->words[i] = sema_vocab_dup_word (sema_set_get_vocab (set), rows[i]);
      g_hash_table_insert (self->rows, self->words[i], GSIZE_TO_POINTER (i + 1));
    }
}

static gboolean
has_scores (const SemaPlacePicture *self)
{
  for (gsize i = 0; i < self->asked->len; i++)
    if (sema_place_picture_get_asked (self, i)->n_tried > 0)
      return TRUE;
  return FALSE;
}

static char *
describe_absent (const SemaPlacePicture *self)
{
  /* Translators: part of the caption of a picture, in as few words as possible */
  return g_strdup_printf (ngettext ("%zu chosen word not in it", "%zu chosen words not in it", (gulong)self->n_absent), (gsize)self->n_absent);
}

/* What is left out is said, and what the numbers beside the questions are. */
static void
complete_heatmap (SemaPlacePicture *self)
{
  g_autofree char *old = self->heatmap->caption;
  g_autofree char *absent = describe_absent (self);
  /* Translators: part of the caption of a table of words and questions, in as few words as possible; 11/12 stands for any such numbers */
  const char *scores = has_scores (self) ? _("(11/12) = own words right") : NULL;

  self->heatmap->caption = g_strconcat (old, scores != NULL ? " · " : "", scores != NULL ? scores : "",
                                        self->n_absent > 0 ? " · " : NULL, absent, NULL);
}

static void
complete_ruler (SemaPlacePicture *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char         *absent = describe_absent (self);

  if (self->n_absent == 0)
    return;
  if (self->ruler->caption != NULL)
    g_strv_builder_addv (parts, (const char **)self->ruler->caption);
  g_strv_builder_add (parts, absent);
  g_strfreev (self->ruler->caption);
  self->ruler->caption = g_strv_builder_end (parts);
}

static void
complete (SemaPlacePicture *self, const SemaRecipe *recipe)
{
  if (self->ruler != NULL)
    {
      self->ruler->title = g_strdup (recipe->title);
      complete_ruler (self);
    }
  else
    {
      self->heatmap->title = g_strdup (recipe->title);
      complete_heatmap (self);
    }
}

/**
 * sema_place_picture_new:
 * @set: the vectors
 * @recipe: what is asked for: words, questions, title
 * @looks: what is shown, and how; not the map
 * @progress: (nullable): for cancelling
 * @error: #SemaPlacePictureError, %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Words that are not in the file or have no direction, and questions that cannot be asked of it, are left out. O(words^2 dim) for a
 * matrix, O(words dim) for vectors, O(words questions dim) for a table.
 *
 * Returns: (transfer full) (nullable): the picture
 */
SemaPlacePicture *
sema_place_picture_new (SemaSet *set, const SemaRecipe *recipe, const SemaLooks *looks, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaPlacePicture) self = g_new0 (SemaPlacePicture, 1);
  gboolean                     is_raw = looks->place == SEMA_PLACE_COMPARE && looks->compare_as == SEMA_COMPARE_VECTORS && recipe->vectors == SEMA_VECTORS_RAW;
  g_autoptr (GArray)           rows = find_chosen (self, set, recipe, is_raw ? SEMA_VECTORS_RAW : SEMA_VECTORS_UNIT);
  gboolean                     fine;

  g_return_val_if_fail (sema_looks_have_picture (looks), NULL);

  g_atomic_ref_count_init (&self->n_refs);
  self->asked = g_ptr_array_new_with_free_func ((GDestroyNotify)sema_asked_question_free);
  self->columns = g_ptr_array_new ();
  if (looks->place == SEMA_PLACE_QUESTIONS)
    fine = sema_place_picture_ask_words (self, set, rows, recipe, looks, progress, error);
  else
    fine = sema_place_picture_compare_words (self, set, rows, recipe, looks, progress, error);
  if (!fine)
    return NULL;
  complete (self, recipe);
  return g_steal_pointer (&self);
}

/**
 * sema_place_picture_ref:
 * @self: a picture
 *
 * Returns: (transfer full): the same
 */
SemaPlacePicture *
sema_place_picture_ref (SemaPlacePicture *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * sema_place_picture_unref:
 * @self: (transfer full): a picture
 */
void
sema_place_picture_unref (SemaPlacePicture *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_clear_pointer (&self->heatmap, sema_heatmap_free);
  g_clear_pointer (&self->ruler, sema_ruler_free);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  g_clear_pointer (&self->pairs, sema_pair_list_unref);
  g_clear_pointer (&self->set, sema_set_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_free (self->set_rows);
  g_strfreev (self->words);
  g_free (self);
}

/**
 * sema_place_picture_get_subject:
 * @self: a picture
 * @subject: (out caller-allocates): what to draw; lives as long as the picture
 */
void
sema_place_picture_get_subject (const SemaPlacePicture *self, SemaExportSubject *subject)
{
  *subject = (SemaExportSubject) {.heatmap = self->heatmap, .ruler = self->ruler};
}

/**
 * sema_place_picture_get_heatmap:
 * @self: a picture
 *
 * Returns: (transfer none) (nullable): the heat map, where it is one
 */
const SemaHeatmap *
sema_place_picture_get_heatmap (const SemaPlacePicture *self)
{
  return self->heatmap;
}

/**
 * sema_place_picture_get_ruler:
 * @self: a picture
 *
 * Returns: (transfer none) (nullable): the ruler, where it is one
 */
const SemaRuler *
sema_place_picture_get_ruler (const SemaPlacePicture *self)
{
  return self->ruler;
}

/**
 * sema_place_picture_get_word:
 * @self: a picture
 * @row: of its heat map
 *
 * Returns: (transfer none) (nullable): the bytes of the word of the row, NUL-terminated; %NULL where it is no word, such as the
 *   difference of two
 */
const char *
sema_place_picture_get_word (const SemaPlacePicture *self, gsize row)
{
  return row < self->n_words ? self->words[row] : NULL;
}

/**
 * sema_place_picture_get_pairs:
 * @self: a picture
 *
 * Returns: (transfer none) (nullable): every two of the words, where the looks ask for a list of them
 */
SemaPairList *
sema_place_picture_get_pairs (const SemaPlacePicture *self)
{
  return self->pairs;
}

/**
 * sema_place_picture_get_n_absent:
 * @self: a picture
 *
 * Returns: how many chosen words are not in it, for they are not in the file or have no direction
 */
guint64
sema_place_picture_get_n_absent (const SemaPlacePicture *self)
{
  return self->n_absent;
}

/**
 * sema_place_picture_compare:
 * @self: a picture
 * @row: of its heat map
 * @column: of its heat map
 * @pair: (out): how the two words lie to each other
 *
 * Compares the words of a cell by all that is said of two words. O(dim)
 *
 * Returns: whether there are two words, and their numbers
 */
gboolean
sema_place_picture_compare (const SemaPlacePicture *self, gsize row, gsize column, SemaPair *pair)
{
  return self->set != NULL && row < self->n_words && column < self->n_words &&
         sema_pair_compare (self->set, self->set_rows[row], self->set_rows[column], pair, NULL);
}

/**
 * sema_place_picture_find_word:
 * @self: a picture
 * @word: (nullable): bytes of a word, NUL-terminated
 *
 * Returns: its row in the heat map, or -1
 */
gssize
sema_place_picture_find_word (const SemaPlacePicture *self, const char *word)
{
  return word != NULL ? (gssize)GPOINTER_TO_SIZE (g_hash_table_lookup (self->rows, word)) - 1 : -1;
}

/**
 * sema_place_picture_get_n_asked:
 * @self: a picture
 *
 * Returns: how many questions the recipe has, where these are shown; else 0
 */
gsize
sema_place_picture_get_n_asked (const SemaPlacePicture *self)
{
  return self->asked->len;
}

/**
 * sema_place_picture_get_asked:
 * @self: a picture
 * @index: of a question of the recipe
 *
 * Returns: (transfer none): how it is asked of the file
 */
const SemaAskedQuestion *
sema_place_picture_get_asked (const SemaPlacePicture *self, gsize index)
{
  return g_ptr_array_index (self->asked, index);
}

/**
 * sema_place_picture_get_question:
 * @self: a picture
 * @column: of its heat map
 *
 * Returns: (transfer none) (nullable): name of the question that the column is; %NULL where columns are no questions
 */
const char *
sema_place_picture_get_question (const SemaPlacePicture *self, gsize column)
{
  return column < self->columns->len ? g_ptr_array_index (self->columns, column) : NULL;
}
