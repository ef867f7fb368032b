/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reference-ids.h"

#include <string.h>

#include "sema-tokenizer-file.h"

SemaTokenizer *
reference_ids_open (const char *path, SemaTokenSplit cut)
{
  g_autoptr (GError)   error = NULL;
  SemaTokenizerContent content;
  SemaTokenizer       *tokenizer = NULL;

  if (sema_tokenizer_kind_find (path, &content, NULL, &error))
    tokenizer = sema_tokenizer_file_open (path, content, cut, NULL, &error);
  g_assert_no_error (error);
  return tokenizer;
}

static char *
dup_text (const char *digits, gsize n_digits)
{
  char *text = g_malloc (n_digits / 2 + 1);

  for (gsize i = 0; i < n_digits / 2; i++)
    text[i] = (char)(g_ascii_xdigit_value (digits[2 * i]) << 4 | g_ascii_xdigit_value (digits[2 * i + 1]));
  text[n_digits / 2] = 0;
  return text;
}

static char *
print_ids (const SemaTokenPieces *pieces)
{
  GString *ids = g_string_new (NULL);

  for (guint64 i = 0; i < sema_token_pieces_get_n (pieces); i++)
    if (sema_token_pieces_peek (pieces)[i].id != SEMA_TOKEN_NO_ID)
      g_string_append_printf (ids, "%s%" G_GUINT64_FORMAT, ids->len > 0 ? " " : "", sema_token_pieces_peek (pieces)[i].id);
  return g_string_free (ids, FALSE);
}

/* Pieces are in the order of the text and within it; those of bytes are the text, but for what they do not know. */
void
reference_ids_assert_pieces (const SemaTokenizer *tokenizer, const char *text, gsize length, const SemaTokenPieces *pieces)
{
  const SemaTokenPiece *piece = sema_token_pieces_peek (pieces);
  guint64               done = 0;

  for (guint64 i = 0; i < sema_token_pieces_get_n (pieces); i++, piece++)
    {
      gsize            n_bytes = 0;
      g_autofree char *token = sema_tokenizer_dup_token (tokenizer, piece->id, &n_bytes);

      g_assert_true ((token != NULL) == (piece->id != SEMA_TOKEN_NO_ID));
      g_assert_cmpuint (piece->start, <=, piece->end);
      g_assert_cmpuint (piece->end, <=, length);
      g_assert_cmpuint (piece->end, >=, done);
      if (sema_tokenizer_get_kind (tokenizer) == SEMA_TOKENIZER_BYTE_PAIRS && g_str_equal (sema_tokenizer_get_format (tokenizer), "tiktoken"))
        {
          g_assert_cmpuint (piece->start, ==, done);
          g_assert_cmpmem (text + piece->start, piece->end - piece->start, token, n_bytes);
        }
      done = piece->end;
    }
}

/* How many texts have other ids; each is told. */
guint
reference_ids_compare (const SemaTokenizer *tokenizer, const char *table, guint *n_texts)
{
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  guint          n_wrong = 0;

  *n_texts = 0;
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char              *tab = strchr (lines[i], '\t');
      g_autofree char         *text = tab != NULL ? dup_text (lines[i], (gsize)(tab - lines[i])) : NULL, *ids = NULL;
      gsize                    length = tab != NULL ? (gsize)(tab - lines[i]) / 2 : 0;
      g_auto (SemaTokenPieces) pieces = {0};

      if (text == NULL || lines[i][0] == '#')
        continue;
      g_assert_true (sema_tokenizer_split (tokenizer, text, length, &pieces, NULL, NULL));
      reference_ids_assert_pieces (tokenizer, text, length, &pieces);
      ids = print_ids (&pieces);
      ++*n_texts;
      if (g_str_equal (ids, tab + 1))
        continue;
      n_wrong++;
      g_test_message ("“%s” (%.*s): %s, not %s", text, (int)(tab - lines[i]), lines[i], ids, tab + 1);
    }
  return n_wrong;
}
