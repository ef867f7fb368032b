/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-token-reach.h"

#include <string.h>

#include "sema-sentence-pieces.h"

/* What stands before the token: nothing, or a character that no tokenizer joins with it. To sentence pieces a line feed may be white space
 * that begins a word, and what is no character may not. */
static const char *const leads[] = {"", "\n", "\xf4\x8f\xbf\xbf"};

static gboolean
is_last_behind (const SemaTokenizer *tokenizer, guint64 id, const char *lead, const char *token, gsize length, SemaTokenPieces *scratch, gboolean *is_reached, GError **error)
{
  gsize                 n_lead = strlen (lead);
  g_autofree char      *text = g_malloc (n_lead + length);
  const SemaTokenPiece *last;
  guint64               n;

  memcpy (mempcpy (text, lead, n_lead), token, length);
  scratch->buffer.n_bytes = 0;
  if (!sema_tokenizer_split (tokenizer, text, n_lead + length, scratch, NULL, error))
    return FALSE;
  n = sema_token_pieces_get_n (scratch);
  last = n > 0 ? sema_token_pieces_peek (scratch) + n - 1 : NULL;
  *is_reached = last != NULL && last->id == id && last->start >= n_lead && last->end == n_lead + length;
  return TRUE;
}

static gboolean
is_sentence (const SemaTokenizer *tokenizer)
{
  return sema_tokenizer_get_kind (tokenizer) == SEMA_TOKENIZER_SENTENCE_PIECES;
}

/* What stands for a byte is reached by the text of that byte. */
static void
spell_byte (const SemaTokenizer *tokenizer, char *token, gsize *length)
{
  guint8 byte;

  if (!is_sentence (tokenizer) || !sema_sentence_pieces_parse_byte (token, *length, &byte))
    return;
  token[0] = (char)byte;
  *length = 1;
}

/* Half a character is reached in a text that no token alone can be; and so is the second piece of a word. */
static gboolean
is_judged (const SemaTokenizer *tokenizer, const char *token, gsize length)
{
  if (sema_tokenizer_get_kind (tokenizer) == SEMA_TOKENIZER_WORDS || !sema_tokenizer_can_split (tokenizer) || length == 0 || !g_utf8_validate (token, (gssize)length, NULL))
    return FALSE;
  return sema_tokenizer_get_kind (tokenizer) != SEMA_TOKENIZER_WORD_PIECES || length < 3 || memcmp (token, "##", 2) != 0;
}

/**
 * sema_token_reach_check:
 * @tokenizer: a tokenizer
 * @id: of a token
 * @scratch: room for pieces
 * @is_reached: (out): %FALSE where the text of the token is cut into something else, by itself and at the beginning of a line; %TRUE also
 *   where that says nothing, as of half a character, a piece that only follows others, or where nobody knows how texts are cut
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Finds out whether a token can come of a text at all, as Land and Bartolo (2024) do: a token that cannot was not trained, as far as the
 * model was trained with this tokenizer. O(n log n) for n bytes of the token.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_token_reach_check (const SemaTokenizer *tokenizer, guint64 id, SemaTokenPieces *scratch, gboolean *is_reached, GError **error)
{
  gsize            length;
  g_autofree char *token = sema_tokenizer_dup_token (tokenizer, id, &length);

  *is_reached = TRUE;
  if (token == NULL)
    return TRUE;
  spell_byte (tokenizer, token, &length);
  if (!is_judged (tokenizer, token, length))
    return TRUE;
  for (guint i = 0; i < (is_sentence (tokenizer) ? 3 : 2); i++)
    {
      if (!is_last_behind (tokenizer, id, leads[i], token, length, scratch, is_reached, error))
        return FALSE;
      if (*is_reached)
        return TRUE;
    }
  return TRUE;
}
