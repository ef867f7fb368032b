/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word-row.h"

#include <string.h>

#include "sema-word.h"

/**
 * SemaWordRow:
 *
 * One row of the list of words: a heading, or a word under it. Never changes.
 */
struct _SemaWordRow
{
  GObject parent_instance;

  guint           section;
  SemaSectionKind kind;
  SemaStyle       style;
  char           *label;
  gsize           n_words;
  char           *word; /* GRefString, NULL for a heading */
  SemaWordState   state;
  gboolean        is_composed;
  gboolean        chosen;
};

G_DEFINE_FINAL_TYPE (SemaWordRow, sema_word_row, G_TYPE_OBJECT)

static void
sema_word_row_finalize (GObject *object)
{
  SemaWordRow *self = SEMA_WORD_ROW (object);

  g_free (self->label);
  g_clear_pointer (&self->word, g_ref_string_release);
  G_OBJECT_CLASS (sema_word_row_parent_class)->finalize (object);
}

static void
sema_word_row_class_init (SemaWordRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sema_word_row_finalize;
}

static void
sema_word_row_init (SemaWordRow *self)
{
}

/**
 * sema_word_row_new_section:
 * @section: its number, from 0; that of a cluster is the cluster's in the scatter
 * @kind: what its words have in common
 * @style: how their points look
 * @label: UTF-8
 * @n_words: how many words are under it
 *
 * Returns: (transfer full): a heading
 */
SemaWordRow *
sema_word_row_new_section (guint section, SemaSectionKind kind, SemaStyle style, const char *label, gsize n_words)
{
  SemaWordRow *self = g_object_new (SEMA_TYPE_WORD_ROW, NULL);

  self->section = section;
  self->kind = kind;
  self->style = style;
  self->label = g_strdup (label);
  self->n_words = n_words;
  return self;
}

/**
 * sema_word_row_new_word:
 * @section: number of the heading that it is under
 * @word: a word of a projection
 *
 * Returns: (transfer full): a word
 */
SemaWordRow *
sema_word_row_new_word (guint section, const SemaProjectionWord *word)
{
  SemaWordRow *self = g_object_new (SEMA_TYPE_WORD_ROW, NULL);

  self->section = section;
  self->word = g_ref_string_acquire (word->word);
  self->label = sema_word_to_label (word->word, strlen (word->word));
  self->state = word->state;
  self->is_composed = word->is_composed;
  self->chosen = word->chosen >= 0;
  return self;
}

/**
 * sema_word_row_equal:
 * @a: a row
 * @b: a row
 *
 * Returns: whether both look alike and stand for the same
 */
gboolean
sema_word_row_equal (const SemaWordRow *a, const SemaWordRow *b)
{
  return a->section == b->section && a->kind == b->kind && a->style.colour == b->style.colour && a->style.shape == b->style.shape && a->n_words == b->n_words && a->state == b->state && a->is_composed == b->is_composed &&
         a->chosen == b->chosen && g_strcmp0 (a->word, b->word) == 0 && g_str_equal (a->label, b->label);
}

/**
 * sema_word_row_is_section:
 * @self: a row
 *
 * Returns: whether it is a heading
 */
gboolean
sema_word_row_is_section (const SemaWordRow *self)
{
  return self->word == NULL;
}

/**
 * sema_word_row_get_section:
 * @self: a row
 *
 * Returns: number of its section, from 0
 */
guint
sema_word_row_get_section (const SemaWordRow *self)
{
  return self->section;
}

/**
 * sema_word_row_get_kind:
 * @self: a heading
 *
 * Returns: what its words have in common
 */
SemaSectionKind
sema_word_row_get_kind (const SemaWordRow *self)
{
  return self->kind;
}

/**
 * sema_word_row_get_label:
 * @self: a row
 *
 * Returns: (transfer none): what to show, UTF-8
 */
const char *
sema_word_row_get_label (const SemaWordRow *self)
{
  return self->label;
}

/**
 * sema_word_row_get_n_words:
 * @self: a heading
 *
 * Returns: how many words are under it
 */
gsize
sema_word_row_get_n_words (const SemaWordRow *self)
{
  return self->n_words;
}

/**
 * sema_word_row_get_word:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the word's bytes, %NULL for a heading
 */
const char *
sema_word_row_get_word (const SemaWordRow *self)
{
  return self->word;
}

/**
 * sema_word_row_get_state:
 * @self: a word
 *
 * Returns: whether it is on the map, and if not, why
 */
SemaWordState
sema_word_row_get_state (const SemaWordRow *self)
{
  return self->state;
}

/**
 * sema_word_row_get_style:
 * @self: a heading
 *
 * Returns: how the points of its words look
 */
SemaStyle
sema_word_row_get_style (const SemaWordRow *self)
{
  return self->style;
}

/**
 * sema_word_row_is_composed:
 * @self: the row of a word
 *
 * Returns: whether the word is not in the file, and its vector is made of its n-grams
 */
gboolean
sema_word_row_is_composed (const SemaWordRow *self)
{
  return self->is_composed;
}

/**
 * sema_word_row_is_chosen:
 * @self: a word
 *
 * Returns: whether it was chosen by itself, not for an analogy
 */
gboolean
sema_word_row_is_chosen (const SemaWordRow *self)
{
  return self->chosen;
}
