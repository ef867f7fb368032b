/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sema-fuzz.h"

/* A file as the readers of tokenizers get it, in memory that ends where it does. */
void
sema_fuzz_take_bytes (SemaTokenizerBytes *bytes, const guint8 *data, gsize size)
{
  char *copy = sema_buffer_append (&bytes->buffer, size, NULL);

  g_assert_nonnull (copy);
  if (size > 0)
    memcpy (copy, data, size);
  bytes->label = g_strdup ("a.file");
}

/* Pieces lie one after another within the text, and each has a token or no id. */
static void
check_pieces (const SemaTokenizer *tokenizer, gsize length, const SemaTokenPieces *pieces)
{
  guint64 done = 0;

  for (guint64 i = 0; i < sema_token_pieces_get_n (pieces); i++)
    {
      const SemaTokenPiece *piece = sema_token_pieces_peek (pieces) + i;
      gsize                 n_bytes = 0;
      g_autofree char      *token = sema_tokenizer_dup_token (tokenizer, piece->id, &n_bytes);

      g_assert_true ((token != NULL) == (piece->id != SEMA_TOKEN_NO_ID));
      g_assert_true (piece->start <= piece->end && piece->end <= length && piece->end >= done);
      done = piece->end;
    }
}

/* Cuts a text. */
void
sema_fuzz_cut_text (const SemaTokenizer *tokenizer, const char *text, gsize length)
{
  g_auto (SemaTokenPieces) pieces = {0};
  g_autoptr (GError)       error = NULL;

  sema_fuzz_check (sema_tokenizer_split (tokenizer, text, length, &pieces, NULL, &error), &error);
  if (error == NULL)
    check_pieces (tokenizer, length, &pieces);
}

/* Cuts a text, and one with what tokenizers often have, and looks at the tokens. */
void
sema_fuzz_use_tokenizer (const SemaTokenizer *tokenizer, const char *text, gsize length)
{
  static const char stored[] = "It's [MASK] <|endoftext|> a\xff\xc3 text\n\n of 12 \xe4\xb8\xad e\xcc\x81 words";

  sema_fuzz_check_sentences (sema_tokenizer_get_notes (tokenizer));
  sema_fuzz_cut_text (tokenizer, stored, sizeof stored - 1);
  sema_fuzz_cut_text (tokenizer, text, length);
  for (guint64 id = 0; id < MIN (sema_tokenizer_get_n_tokens (tokenizer), 1000); id++)
    {
      gsize n_bytes;

      g_free (sema_tokenizer_dup_token (tokenizer, id, &n_bytes));
    }
}
