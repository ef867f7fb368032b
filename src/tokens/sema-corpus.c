/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-corpus.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-set-builder.h"
#include "sema-text-words.h"
#include "sema-vocab-index.h"

#define BLOCK (64 * 1024)                 /* bytes that are taken from a source at a time */
#define MAX_WORDS (SEMA_SKIPGRAM_END - 1) /* different ones */
#define LEFT_OUT SEMA_SKIPGRAM_END        /* in place of a new id */

typedef struct
{
  guint64 count;
  guint32 first; /* the how manieth different word it is */
} Word;

struct _SemaCorpus
{
  gatomicrefcount ref_count;
  guint64         most_places;
  guint64         n_read;   /* places, those of rare words counted */
  guint64         n_places; /* those that were kept */
  SemaTextWords   words;
  SemaVocabIndex  index;
  SemaBuffer      bytes;  /* of the different words, a NUL after each */
  SemaBuffer      starts; /* guint64 */
  SemaBuffer      counts; /* guint64; once it is finished those of the words kept, in their order */
  SemaBuffer      order;  /* guint32: once it is finished the how manieth different word each id is */
  SemaBuffer      ids;    /* guint32 */

  SemaSkipgramText text;
};

static guint64
get_n_different (const SemaCorpus *self)
{
  return self->starts.n_bytes == 0 ? 0 : self->starts.n_bytes / sizeof (guint64) - 1;
}

static SemaVocabWords
get_words (const SemaCorpus *self)
{
  return (SemaVocabWords) {self->bytes.data, (const guint64 *)self->starts.data};
}

static gboolean
append_number (SemaBuffer *buffer, guint64 number, GError **error)
{
  guint64 *place = sema_buffer_append (buffer, sizeof *place, error);

  if (place != NULL)
    *place = number;
  return place != NULL;
}

static gboolean
append_id (SemaCorpus *self, guint32 id, GError **error)
{
  guint32 *place = sema_buffer_append (&self->ids, sizeof *place, error);

  if (place != NULL)
    *place = id;
  return place != NULL;
}

/* A word that was not there before. */
static gboolean
add_word (SemaCorpus *self, const char *word, gsize length, GError **error)
{
  char          *place;
  SemaVocabWords words;

  if (get_n_different (self) == MAX_WORDS)
    {
      g_set_error_literal (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY, _ ("The text has too many different words."));
      return FALSE;
    }
  if (self->starts.n_bytes == 0 && !append_number (&self->starts, 0, error))
    return FALSE;
  place = sema_buffer_append (&self->bytes, length + 1, error);
  if (place == NULL)
    return FALSE;
  memcpy (place, word, length);
  place[length] = 0;
  if (!append_number (&self->starts, self->bytes.n_bytes, error) || !append_number (&self->counts, 0, error))
    return FALSE;
  words = get_words (self);
  return sema_vocab_index_add (&self->index, &words, get_n_different (self), error);
}

static gboolean
end_sentence (SemaCorpus *self, GError **error)
{
  gsize n = self->ids.n_bytes / sizeof (guint32);

  return n == 0 || ((guint32 *)self->ids.data)[n - 1] == SEMA_SKIPGRAM_END || append_id (self, SEMA_SKIPGRAM_END, error);
}

static gboolean
take_word (const char *word, gsize length, gpointer data, GError **error)
{
  SemaCorpus    *self = data;
  SemaVocabWords words = get_words (self);
  guint64        id;

  if (word == NULL)
    return end_sentence (self, error);
  if (self->n_read == self->most_places)
    return TRUE;
  id = sema_vocab_index_find (&self->index, &words, word, length);
  if (id == SEMA_VOCAB_INDEX_NONE)
    {
      id = get_n_different (self);
      if (!add_word (self, word, length, error))
        return FALSE;
    }
  self->n_read++;
  ((guint64 *)self->counts.data)[id]++;
  return append_id (self, (guint32)id, error);
}

/**
 * sema_corpus_new:
 * @most_places: how many words of the text are wanted, from the first on; 0: all
 *
 * Returns: (transfer full): a corpus of an empty text
 */
SemaCorpus *
sema_corpus_new (guint64 most_places)
{
  SemaCorpus *self = g_new0 (SemaCorpus, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->most_places = most_places > 0 ? most_places : G_MAXUINT64;
  sema_text_words_init (&self->words, take_word, self);
  return self;
}

/**
 * sema_corpus_ref:
 * @self: a corpus
 *
 * Returns: (transfer full): the same
 */
SemaCorpus *
sema_corpus_ref (SemaCorpus *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sema_corpus_unref:
 * @self: (transfer full): a corpus
 */
void
sema_corpus_unref (SemaCorpus *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  sema_vocab_index_clear (&self->index);
  sema_buffer_clear (&self->bytes);
  sema_buffer_clear (&self->starts);
  sema_buffer_clear (&self->counts);
  sema_buffer_clear (&self->order);
  sema_buffer_clear (&self->ids);
  g_free (self);
}

/**
 * sema_corpus_add:
 * @self: a corpus that is not finished
 * @bytes: (array length=n_bytes): the next bytes of the text, any
 * @n_bytes: how many; where the text is cut into blocks does not matter
 * @error: %SEMA_CORE_ERROR_NO_MEMORY; the corpus is then of no use
 *
 * Takes the words, by the rule of SemaTextWords. Linear time in the mean, whatever the words.
 *
 * Returns: whether there was memory
 */
gboolean
sema_corpus_add (SemaCorpus *self, const char *bytes, gsize n_bytes, GError **error)
{
  return sema_text_words_add (&self->words, bytes, n_bytes, error);
}

/**
 * sema_corpus_add_source:
 * @self: a corpus that is not finished
 * @source: a text, plain or compressed; taken up to its end
 * @error: as sema_corpus_add(); %SEMA_FORMAT_ERROR_IO; %SEMA_CORE_ERROR_CANCELLED
 *
 * Takes the words of a file.
 *
 * Returns: whether all were read
 */
gboolean
sema_corpus_add_source (SemaCorpus *self, SemaSource *source, GError **error)
{
  for (;;)
    {
      gsize         available;
      const guint8 *bytes = sema_source_peek (source, BLOCK, &available, error);

      if (bytes == NULL)
        return FALSE;
      if (available == 0 || self->n_read == self->most_places)
        return TRUE;
      if (!sema_corpus_add (self, (const char *)bytes, available, error))
        return FALSE;
      sema_source_skip (source, available);
    }
}

/* The most frequent word comes first; of equal ones the one that came first. */
static int
compare_words (gconstpointer a, gconstpointer b)
{
  const Word *left = a, *right = b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return left->first < right->first ? -1 : left->first > right->first;
}

/* Those that are kept, in their order. */
static Word *
sort_words (SemaCorpus *self, guint64 min_count, guint32 *n_kept, GError **error)
{
  const guint64 *counts = (const guint64 *)self->counts.data;
  guint64        n = get_n_different (self);
  Word          *words = sema_memory_alloc_n (n, sizeof *words, error);

  *n_kept = 0;
  if (words == NULL)
    return NULL;
  for (guint64 i = 0; i < n; i++)
    if (counts[i] >= min_count)
      words[(*n_kept)++] = (Word) {counts[i], (guint32)i};
  qsort (words, *n_kept, sizeof *words, compare_words);
  return words;
}

/* Rare words leave no gap, as in word2vec. */
static void
rename_ids (SemaCorpus *self, const guint32 *new_ids)
{
  guint32 *ids = (guint32 *)self->ids.data;
  gsize    n = self->ids.n_bytes / sizeof *ids;
  gsize    n_kept = 0;

  for (gsize i = 0; i < n; i++)
    {
      guint32 id = ids[i] == SEMA_SKIPGRAM_END ? SEMA_SKIPGRAM_END : new_ids[ids[i]];

      if (id != SEMA_SKIPGRAM_END)
        self->n_places++;
      else if (ids[i] != SEMA_SKIPGRAM_END || n_kept == 0 || ids[n_kept - 1] == SEMA_SKIPGRAM_END)
        continue;
      ids[n_kept++] = id;
    }
  self->ids.n_bytes = n_kept * sizeof *ids;
}

static gboolean
take_order (SemaCorpus *self, const Word *words, guint32 n_kept, GError **error)
{
  guint64  n = get_n_different (self);
  guint32 *new_ids = sema_memory_alloc_n (n, sizeof *new_ids, error);
  guint32 *order = new_ids != NULL ? sema_buffer_append (&self->order, n_kept * sizeof *order, error) : NULL;

  if (order != NULL)
    {
      for (guint64 i = 0; i < n; i++)
        new_ids[i] = LEFT_OUT;
      for (guint32 id = 0; id < n_kept; id++)
        {
          new_ids[words[id].first] = id;
          order[id] = words[id].first;
          ((guint64 *)self->counts.data)[id] = words[id].count;
        }
      rename_ids (self, new_ids);
    }
  sema_memory_free (new_ids);
  return order != NULL;
}

/**
 * sema_corpus_finish:
 * @self: a corpus
 * @min_count: how often a word must occur to be kept, 1 or more
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Ends the text, sorts the words and leaves out the rare ones, as if the text did not have them. There may be none left.
 * O(n log n) of the different words.
 *
 * Returns: whether there was memory
 */
gboolean
sema_corpus_finish (SemaCorpus *self, guint64 min_count, GError **error)
{
  Word    *words = NULL;
  guint32  n_kept = 0;
  gboolean fine = sema_text_words_finish (&self->words, error);

  sema_vocab_index_clear (&self->index);
  if (fine && get_n_different (self) > 0)
    {
      words = sort_words (self, min_count, &n_kept, error);
      fine = words != NULL && (n_kept == 0 || take_order (self, words, n_kept, error));
    }
  if (n_kept == 0)
    self->ids.n_bytes = 0;
  sema_memory_free (words);
  self->text = (SemaSkipgramText) {
    .ids = (const guint32 *)self->ids.data,
    .n_ids = self->ids.n_bytes / sizeof (guint32),
    .counts = (const guint64 *)self->counts.data,
    .n_words = n_kept,
  };
  return fine;
}

/**
 * sema_corpus_get_text:
 * @self: a corpus that is finished
 *
 * Returns: (transfer none): what to learn from; ids go by frequency, the most frequent word has 0
 */
const SemaSkipgramText *
sema_corpus_get_text (const SemaCorpus *self)
{
  return &self->text;
}

/**
 * sema_corpus_get_word:
 * @self: a corpus that is finished
 * @id: of a word
 * @length: (out): bytes of the word
 *
 * Returns: (transfer none): the word, with a NUL after it
 */
const char *
sema_corpus_get_word (const SemaCorpus *self, guint32 id, gsize *length)
{
  SemaVocabWords words = get_words (self);

  return sema_vocab_words_peek (&words, ((const guint32 *)self->order.data)[id], length);
}

/**
 * sema_corpus_get_n_places:
 * @self: a corpus that is finished
 *
 * Returns: how many words the text has, those that were left out not counted
 */
guint64
sema_corpus_get_n_places (const SemaCorpus *self)
{
  return self->n_places;
}

/**
 * sema_corpus_get_n_read:
 * @self: a corpus
 *
 * Returns: how many words were read, those that are too rare counted
 */
guint64
sema_corpus_get_n_read (const SemaCorpus *self)
{
  return self->n_read;
}

/**
 * sema_corpus_dup_set:
 * @self: a corpus that is finished and has words
 * @skipgram: what was learnt from it so far
 * @most_words: how many are wanted, the most frequent ones; 0: all
 * @name: what the vectors are called
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Copies the vectors, the most frequent word first. O(n dim) for n words.
 *
 * Returns: (transfer full) (nullable): the vectors as if a file had been opened
 */
SemaSet *
sema_corpus_dup_set (const SemaCorpus *self, const SemaSkipgram *skipgram, guint32 most_words, const char *name, GError **error)
{
  gsize                      dim = sema_skipgram_get_dim (skipgram);
  guint32                    n = most_words > 0 ? MIN (most_words, self->text.n_words) : self->text.n_words;
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (dim, n);

  for (guint32 id = 0; id < n; id++)
    {
      gsize       length;
      const char *word = sema_corpus_get_word (self, id, &length);
      float      *row = sema_set_builder_add (builder, word, length, error);

      if (row == NULL)
        return NULL;
      memcpy (row, sema_skipgram_get_row (skipgram, id), dim * sizeof *row);
    }
  return sema_set_builder_finish (builder, name, "skip-gram", "none", NULL, error);
}
