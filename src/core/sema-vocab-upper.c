/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vocab-upper.h"

#include "sema-error.h"
#include "sema-fold.h"
#include "sema-utf8.h"
#include "sema-vocab-index.h"

/* Rows between two looks at cancel. */
#define ROWS_PER_STEP 4096

/* Capitals take at most three times the bytes of what they are made of (“ΐ”: two become six), and at least half (“ſ”: two become
 * one). */
#define MOST_GROWTH 3
#define MOST_SHRINKAGE 2

struct _SemaVocabUpper
{
  guint64        n_rows;  /* that are in it */
  guint64        n_words; /* of them, repeated words counted once */
  SemaBuffer     bytes;   /* of the words in capitals, a NUL after each */
  SemaBuffer     starts;  /* (n + 1) guint64 */
  gsize          longest;
  SemaVocabIndex index;
  SemaFold      *fold;
  SemaBuffer     question; /* room for the capitals of any word that may be found */
};

static char *
write_char (char *p, gunichar ch)
{
  if (ch >= SEMA_UTF8_INVALID)
    *p++ = (char)(ch - SEMA_UTF8_INVALID);
  else if (ch < 0x80)
    *p++ = (char)ch;
  else
    p += g_unichar_to_utf8 (ch, p);
  return p;
}

/* Writes at most MOST_GROWTH times @length bytes at @upper, and returns how many. */
static gsize
write_upper (SemaFold *fold, const char *word, gsize length, char *upper)
{
  const char *end = word + length;
  char       *p = upper;

  while (word < end)
    {
      guint           n_parts;
      const gunichar *parts = sema_fold_char (fold, sema_utf8_next (&word, end), &n_parts);

      for (guint i = 0; i < n_parts; i++)
        p = write_char (p, parts[i]);
    }
  return (gsize)(p - upper);
}

static gboolean
add_start (SemaVocabUpper *self, GError **error)
{
  guint64 *start = sema_buffer_append (&self->starts, sizeof *start, error);

  if (start == NULL)
    return FALSE;
  *start = self->bytes.n_bytes;
  return TRUE;
}

static gboolean
add_word (SemaVocabUpper *self, const char *word, gsize length, GError **error)
{
  gsize room, n;
  char *upper;

  if (__builtin_mul_overflow (length, MOST_GROWTH, &room))
    room = G_MAXSIZE - 1;
  if (!sema_buffer_reserve (&self->bytes, room + 1, error))
    return FALSE;
  upper = self->bytes.data + self->bytes.n_bytes;
  n = write_upper (self->fold, word, length, upper);
  upper[n] = 0;
  self->bytes.n_bytes += n + 1;
  self->longest = MAX (self->longest, n);
  return add_start (self, error);
}

static SemaVocabWords
get_words (const SemaVocabUpper *self)
{
  return (SemaVocabWords) {self->bytes.data, (const guint64 *)self->starts.data};
}

/* A row with the word of an earlier one is no word more. */
static gboolean
add_step (SemaVocabUpper *self, const SemaVocab *vocab, guint64 most_words, GError **error)
{
  guint64        end = MIN (self->n_rows + ROWS_PER_STEP, sema_vocab_get_n_words (vocab));
  SemaVocabWords words;

  for (; self->n_rows < end && self->n_words < most_words; self->n_rows++)
    {
      gsize       length;
      const char *word = sema_vocab_get_word (vocab, self->n_rows, &length);

      if (!add_word (self, word, length, error))
        return FALSE;
      self->n_words += !sema_vocab_is_repeat (vocab, self->n_rows);
    }
  words = get_words (self);
  return sema_vocab_index_add (&self->index, &words, self->n_rows, error);
}

static gboolean
add_all (SemaVocabUpper *self, const SemaVocab *vocab, guint64 most_words, SemaProgress *progress, GError **error)
{
  guint64 n_rows = sema_vocab_get_n_words (vocab);

  if (!add_start (self, error) || !sema_vocab_index_reserve (&self->index, MIN (most_words, n_rows), error))
    return FALSE;
  while (self->n_rows < n_rows && self->n_words < most_words)
    {
      if (sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      if (!add_step (self, vocab, most_words, error))
        return FALSE;
    }
  return sema_buffer_reserve (&self->question, MOST_GROWTH * MOST_SHRINKAGE * self->longest + 1, error);
}

/**
 * sema_vocab_upper_new:
 * @vocab: a vocabulary
 * @most_words: how many of its words can be found, from the first on; may be more than it has
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_CORE_ERROR_CANCELLED
 *
 * Makes capitals of the words, by sema_fold_new_upper(), and indexes them. O(their bytes).
 *
 * Returns: (transfer full) (nullable): the index, which does not need @vocab; free it with sema_vocab_upper_free()
 */
SemaVocabUpper *
sema_vocab_upper_new (const SemaVocab *vocab, guint64 most_words, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaVocabUpper) self = g_new0 (SemaVocabUpper, 1);

  self->fold = sema_fold_new_upper ();
  return add_all (self, vocab, most_words, progress, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sema_vocab_upper_free:
 * @self: (nullable) (transfer full): an index
 */
void
sema_vocab_upper_free (SemaVocabUpper *self)
{
  if (self == NULL)
    return;
  sema_buffer_clear (&self->bytes);
  sema_buffer_clear (&self->starts);
  sema_vocab_index_clear (&self->index);
  g_clear_pointer (&self->fold, sema_fold_free);
  sema_buffer_clear (&self->question);
  g_free (self);
}

/**
 * sema_vocab_upper_get_n_rows:
 * @self: an index
 *
 * Returns: how many rows, from the first on, hold the words that can be found
 */
guint64
sema_vocab_upper_get_n_rows (const SemaVocabUpper *self)
{
  return self->n_rows;
}

/**
 * sema_vocab_upper_find:
 * @self: an index
 * @word: bytes
 * @length: how many; any
 *
 * Returns: the first row whose word has the same capitals, or %SEMA_VOCAB_NO_ROW. O(@length), and O(1) for words that are longer
 *   than any that could be found.
 */
guint64
sema_vocab_upper_find (SemaVocabUpper *self, const char *word, gsize length)
{
  SemaVocabWords words = get_words (self);
  gsize          n;

  if (length > MOST_SHRINKAGE * self->longest)
    return SEMA_VOCAB_NO_ROW;
  n = write_upper (self->fold, word, length, self->question.data);
  return sema_vocab_index_find (&self->index, &words, self->question.data, n);
}

/**
 * sema_vocab_upper_get_first:
 * @self: an index
 * @row: a row that is in it
 *
 * Returns: the first row whose word has the same capitals; O(length)
 */
guint64
sema_vocab_upper_get_first (const SemaVocabUpper *self, guint64 row)
{
  SemaVocabWords words = get_words (self);
  gsize          length;
  const char    *word = sema_vocab_words_peek (&words, row, &length);

  return sema_vocab_index_find (&self->index, &words, word, length);
}
