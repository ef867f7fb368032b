/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "token-fixture.h"

#include <string.h>

#include "reference-ids.h"
#include "sema-error.h"
#include "sema-memory.h"

SemaTokenTable *
token_fixture_table (const char *const *tokens)
{
  SemaTokenList   list = {0};
  SemaTokenTable *table;

  for (guint32 i = 0; tokens[i] != NULL; i++)
    g_assert_true (sema_token_list_add (&list, tokens[i], strlen (tokens[i]), i, NULL));
  table = sema_token_table_new_take (&list, NULL);
  g_assert_nonnull (table);
  sema_token_list_clear (&list);
  return table;
}

char *
token_fixture_print (const SemaTokenPieces *pieces)
{
  GString *spelled = g_string_new (NULL);

  for (guint64 i = 0; i < sema_token_pieces_get_n (pieces); i++)
    {
      const SemaTokenPiece *piece = sema_token_pieces_peek (pieces) + i;

      if (piece->id == SEMA_TOKEN_NO_ID)
        g_string_append_c (spelled, '-');
      else
        g_string_append_printf (spelled, "%u", (guint)piece->id);
      g_string_append_printf (spelled, "[%u,%u) ", (guint)piece->start, (guint)piece->end);
    }
  return g_string_free (spelled, FALSE);
}

char *
token_fixture_split (const SemaTokenizer *tokenizer, const char *text)
{
  g_auto (SemaTokenPieces) pieces = {0};

  g_assert_true (sema_tokenizer_split (tokenizer, text, strlen (text), &pieces, NULL, NULL));
  reference_ids_assert_pieces (tokenizer, text, strlen (text), &pieces);
  return token_fixture_print (&pieces);
}

void
token_fixture_take (SemaTokenizerBytes *file, const char *bytes, gsize n_bytes)
{
  char *copy;

  *file = (SemaTokenizerBytes) {.label = g_strdup ("a.file")};
  if (n_bytes == 0)
    return;
  copy = sema_buffer_append (&file->buffer, n_bytes, NULL);
  memcpy (copy, bytes, n_bytes);
  file->buffer.data = sema_buffer_steal (&file->buffer, NULL);
  file->buffer.n_bytes = file->buffer.capacity = n_bytes;
}

/* One sentence: it has an end, and no line in it. */
static void
assert_sentence (const GError *error)
{
  g_assert_true (error->domain == SEMA_FORMAT_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

void
token_fixture_assert_refused (TokenReader reader, const char *text, const char *part)
{
  g_auto (SemaTokenizerBytes) file = {0};
  g_autoptr (GError)          error = NULL;
  g_autoptr (SemaTokenizer)   tokenizer = NULL;

  token_fixture_take (&file, text, strlen (text));
  tokenizer = reader (&file, &error);
  g_assert_null (tokenizer);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  assert_sentence (error);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in: %s", part, error->message);
}

/* What opens cuts any text; what does not is told in one sentence. */
static void
try (TokenReader reader, const char *bytes, gsize n_bytes)
{
  static const char           text[] = "It's [MASK] <|endoftext|> a\xff\xc3 text\n\n of 12 \xe4\xb8\xad words";
  g_auto (SemaTokenizerBytes) file = {0};
  g_auto (SemaTokenPieces)    pieces = {0};
  g_autoptr (GError)          error = NULL;
  g_autoptr (SemaTokenizer)   tokenizer = NULL;

  token_fixture_take (&file, bytes, n_bytes);
  tokenizer = reader (&file, &error);
  if (tokenizer == NULL)
    {
      assert_sentence (error);
      return;
    }
  g_assert_no_error (error);
  if (!sema_tokenizer_split (tokenizer, text, sizeof text - 1, &pieces, NULL, &error))
    {
      g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN);
      assert_sentence (error);
      return;
    }
  reference_ids_assert_pieces (tokenizer, text, sizeof text - 1, &pieces);
}

/* Whichever allocation fails: no tokenizer, and nothing left behind. */
static void
fail_allocations (TokenReader reader, const char *bytes, gsize n_bytes)
{
  gboolean is_done = FALSE;

  for (guint64 nth = 1; !is_done; nth++)
    {
      g_auto (SemaTokenizerBytes) file = {0};
      g_autoptr (GError)          error = NULL;
      g_autoptr (SemaTokenizer)   tokenizer = NULL;
      guint64                     used;

      token_fixture_take (&file, bytes, n_bytes);
      used = sema_memory_get_used ();
      sema_memory_fail_at (nth);
      tokenizer = reader (&file, &error);
      sema_memory_fail_at (0);
      is_done = tokenizer != NULL || error->domain != SEMA_CORE_ERROR;
      if (tokenizer == NULL)
        g_assert_cmpuint (sema_memory_get_used (), ==, used);
      g_assert_true ((tokenizer == NULL) == (error != NULL));
      if (!is_done)
        g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
}

/* Every length, and every byte made another one in four ways; and every allocation failing. */
void
token_fixture_sweep (TokenReader reader, const char *bytes, gsize n_bytes)
{
  g_autofree char *copy = g_memdup2 (bytes, n_bytes);

  fail_allocations (reader, bytes, n_bytes);
  for (gsize length = 0; length <= n_bytes; length++)
    try (reader, bytes, length);
  for (gsize i = 0; i < n_bytes; i++)
    {
      const char others[] = {0, (char)0xff, (char)(bytes[i] ^ 0x80), (char)(bytes[i] + 1)};

      for (gsize k = 0; k < sizeof others; k++)
        {
          copy[i] = others[k];
          try (reader, copy, n_bytes);
        }
      copy[i] = bytes[i];
    }
}

SemaTokenizerPart *
token_fixture_read_part (const char *json)
{
  g_autoptr (SemaJsonReader) reader = sema_json_reader_new ("a file", json, strlen (json));
  g_autoptr (GError)         error = NULL;
  SemaTokenizerPart         *part = sema_tokenizer_part_read (reader, "a file", &error);

  g_assert_no_error (error);
  return part;
}
