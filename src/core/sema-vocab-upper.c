/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vocab-upper.h"

#include "sema-error.h"
#include "sema-fold.h"
#include "sema-utf8.h"
#include "sema-vocab-index.h"

/* Words between two looks at cancel. */
#define WORDS_PER_STEP 4096

/* Capitals take at most three times the bytes of what they are made of (“ΐ”: two become six), and at least half (“ſ”: two become
 * one). */
#define MOST_GROWTH 3
#define MOST_SHRINKAGE 2

struct _SemaVocabUpper
{
  SemaBuffer     bytes;  /* of the words in capitals, a NUL after each */
  SemaBuffer     starts; /* (n + 1) guint64 */
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

/* Those up to @end, some of which are there already. */
static gboolean
add_words (SemaVocabUpper *self, const SemaVocab *vocab, guint64 end, GError **error)
{
  SemaVocabWords words;

  for (guint64 row = self->starts.n_bytes / sizeof (guint64) - 1; row < end; row++)
    {
      gsize       length;
      const char *word = sema_vocab_get_word (vocab, row, &length);

      if (!add_word (self, word, length, error))
        return FALSE;
    }
  words = get_words (self);
  return sema_vocab_index_add (&self->index, &words, end, error);
}

static gboolean
add_all (SemaVocabUpper *self, const SemaVocab *vocab, guint64 n_words, SemaProgress *progress, GError **error)
{
  if (!add_start (self, error) || !sema_vocab_index_reserve (&self->index, n_words, error))
    return FALSE;
  for (guint64 done = 0; done < n_words; done = MIN (done + WORDS_PER_STEP, n_words))
    {
      if (sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      if (!add_words (self, vocab, MIN (done + WORDS_PER_STEP, n_words), error))
        return FALSE;
    }
  return sema_buffer_reserve (&self->question, MOST_GROWTH * MOST_SHRINKAGE * self->longest + 1, error);
}

/**
 * sema_vocab_upper_new:
 * @vocab: a vocabulary
 * @n_words: how many of its words can be found, from the first on; at most those it has
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_CORE_ERROR_CANCELLED
 *
 * Makes capitals of the words, by sema_fold_new_upper(), and indexes them. O(their bytes).
 *
 * Returns: (transfer full) (nullable): the index, which does not need @vocab; free it with sema_vocab_upper_free()
 */
SemaVocabUpper *
sema_vocab_upper_new (const SemaVocab *vocab, guint64 n_words, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaVocabUpper) self = g_new0 (SemaVocabUpper, 1);

  g_return_val_if_fail (n_words <= sema_vocab_get_n_words (vocab), NULL);

  self->fold = sema_fold_new_upper ();
  return add_all (self, vocab, n_words, progress, error) ? g_steal_pointer (&self) : NULL;
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
