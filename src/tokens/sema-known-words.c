/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-known-words.h"

#include <string.h>

#include "sema-error.h"
#include "sema-utf8.h"

#define MOST_ATOMS 16       /* of a word: “state-of-the-art” has seven */
#define MOST_LOWERED 4096   /* bytes of a word that is looked for in small letters too */
#define WORDS_PER_LOOK 1024 /* between two looks at cancel */

static gboolean
is_in_word (gunichar ch)
{
  switch (ch < SEMA_UTF8_INVALID ? g_unichar_type (ch) : G_UNICODE_UNASSIGNED)
    {
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_NON_SPACING_MARK:
      return TRUE;
    default:
      return ch < SEMA_UTF8_INVALID && g_unichar_isalnum (ch);
    }
}

/* Behind a run of letters, marks and digits, or one other character. */
static const char *
skip_atom (const char *cursor, const char *end)
{
  gboolean in_word = is_in_word (sema_utf8_next (&cursor, end));

  while (in_word && cursor < end)
    {
      const char *next = cursor;

      if (!is_in_word (sema_utf8_next (&next, end)))
        break;
      cursor = next;
    }
  return cursor;
}

static guint64
find_lowered (const SemaVocab *vocab, const char *word, gsize length)
{
  char  lowered[MOST_LOWERED + 8];
  gsize n = 0;

  for (const char *p = word; p < word + length && n < MOST_LOWERED;)
    {
      gunichar ch = sema_utf8_next (&p, word + length);

      if (ch >= SEMA_UTF8_INVALID)
        return SEMA_VOCAB_NO_ROW;
      n += (gsize)g_unichar_to_utf8 (g_unichar_tolower (ch), lowered + n);
    }
  return sema_vocab_find (vocab, lowered, (gssize)n);
}

/* As it is written, or else in small letters. */
static guint64
find (const SemaVocab *vocab, const char *word, gsize length)
{
  guint64 row = sema_vocab_find (vocab, word, (gssize)length);

  return row == SEMA_VOCAB_NO_ROW && length <= MOST_LOWERED / 2 ? find_lowered (vocab, word, length) : row;
}

/* The longest word that begins at @cursor and ends with an atom; where there is none, the atom, which is unknown. */
static guint64
find_longest (const SemaVocab *vocab, const char *cursor, const char *end, const char **behind)
{
  const char *ends[MOST_ATOMS];
  gsize       n = 0;

  for (const char *p = cursor; p < end && n < MOST_ATOMS; n++)
    ends[n] = p = skip_atom (p, end);
  for (; n > 0; n--)
    {
      guint64 row = find (vocab, cursor, (gsize)(ends[n - 1] - cursor));

      *behind = ends[n - 1];
      if (row != SEMA_VOCAB_NO_ROW)
        return row;
    }
  return SEMA_TOKEN_NO_ID;
}

/**
 * sema_known_words_find:
 * @vocab: words, as those of a file of vectors
 * @text: (array length=length): any bytes
 * @length: how many there are
 * @pieces: the words are added to it, each with its row as its id
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Finds the words of a text: what stands between white space, and where that is no word, from its beginning on the longest part that is
 * one and ends at a change between letters and signs; as it is written, or else in small letters. What is no word is a piece without an
 * id. O(@length) looks, each as long as a word.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_known_words_find (const SemaVocab *vocab, const char *text, gsize length, SemaTokenPieces *pieces, SemaProgress *progress, GError **error)
{
  const char *end = text + length;
  const char *cursor = sema_utf8_skip_spaces (text, end);

  for (guint64 n = 0; cursor < end; n++)
    {
      const char *space = sema_utf8_skip_word (cursor, end);

      while (cursor < space)
        {
          const char *behind = space;
          guint64     row = find_longest (vocab, cursor, space, &behind);

          if (n++ % WORDS_PER_LOOK == 0 && sema_progress_is_cancelled (progress))
            {
              sema_set_cancelled (error);
              return FALSE;
            }
          if (!sema_token_pieces_add (pieces, row, (guint64)(cursor - text), (guint64)(behind - text), error))
            return FALSE;
          cursor = behind;
        }
      cursor = sema_utf8_skip_spaces (space, end);
    }
  return TRUE;
}
