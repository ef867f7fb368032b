/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tiktoken-file.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "sema-tiktoken-line.h"
#include "sema-tokenizer-private.h"
#include "sema-word.h"

/* The public files, by their number of tokens: what is not in them is known of them. */
static const struct
{
  guint64        n_tokens;
  const char    *name;
  SemaTokenSplit cut;
} known[] = {
  {50256, "r50k_base", SEMA_TOKEN_SPLIT_GPT2},
  {50280, "p50k_base", SEMA_TOKEN_SPLIT_GPT2},
  {100256, "cl100k_base", SEMA_TOKEN_SPLIT_CL100K},
  {128000, "Llama 3", SEMA_TOKEN_SPLIT_CL100K},
  {199998, "o200k_base", SEMA_TOKEN_SPLIT_O200K},
};

static gboolean
read_lines (const SemaTokenizerBytes *bytes, SemaTokenList *list, SemaProgress *progress, GError **error)
{
  g_auto (SemaBuffer) scratch = {0};
  SemaTokenizerLines  lines;
  SemaTiktokenLine    parsed;
  const char         *line;
  gsize               length;

  sema_tokenizer_lines_init (&lines, bytes);
  while ((line = sema_tokenizer_lines_next (&lines, &length)) != NULL)
    {
      if (sema_tokenizer_lines_is_cancelled (&lines, progress, error))
        return FALSE;
      if (length == 0)
        continue;
      if (!sema_buffer_reserve (&scratch, length + 1, error))
        return FALSE;
      if (!sema_tiktoken_line_parse (&parsed, line, length, &scratch))
        return sema_tokenizer_bytes_fail_line (bytes, lines.number, error, "%s", parsed.fault);
      if (!sema_token_list_add (list, parsed.token, parsed.length, parsed.rank, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fail (const SemaTokenizerBytes *bytes, GError **error, char *clause)
{
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” cannot be used: %s."), bytes->label, clause);
  g_free (clause);
  return FALSE;
}

/* With each byte a token every text has ids; with no token and no rank twice it has them in one way. */
static gboolean
check (const SemaTokenizerBytes *bytes, const SemaTokenTable *tokens, GError **error)
{
  guint64 place, other;
  gsize   length;
  guint32 id;

  if (sema_token_table_find_repeat (tokens, &place))
    {
      const char      *token = sema_token_table_peek (tokens, place, &length, &id);
      g_autofree char *label = sema_word_to_label (token, length);

      return fail (bytes, error, g_strdup_printf (_ ("the token “%s” is in it twice, the second time with rank %" PRIu32), label, id));
    }
  if (sema_token_table_find_shared_id (tokens, &place, &other))
    {
      sema_token_table_peek (tokens, place, &length, &id);
      return fail (bytes, error, g_strdup_printf (_ ("the rank %" PRIu32 " is in it twice"), id));
    }
  for (guint byte = 0; byte < 256; byte++)
    if (sema_token_table_find (tokens, &(char) {(char)byte}, 1) == SEMA_TOKEN_NO_ID)
      return fail (bytes, error, g_strdup_printf (_ ("it has no token for the byte %02X, so that not every text has ids"), byte));
  return TRUE;
}

/* How the text is cut is not in the file. */
static gboolean
find_cut (SemaTokenizer *self, const SemaTokenizerBytes *bytes, GError **error)
{
  guint64 n_tokens = sema_token_table_get_n_tokens (self->tokens);

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].n_tokens == n_tokens)
      {
        self->cut = known[i].cut;
        sema_tokenizer_add_note (self, _ ("“%s” has as many tokens as %s, and texts are cut as for that one."), bytes->label, known[i].name);
        return TRUE;
      }
  return fail (bytes, error, g_strdup_printf (_ ("how it cuts a text before it merges is not in it, and is known for the public lists of 50256, 50280, 100256, 128000 and 199998 tokens, not for one of %" PRIu64), n_tokens));
}

/**
 * sema_tiktoken_file_read:
 * @bytes: a file: lines of a token in base64, a space and a rank, which is its id
 * @cut: how a text is cut before its bytes are merged; %SEMA_TOKEN_SPLIT_NONE where the number of tokens tells
 * @progress: (nullable): cancels
 * @error: %SEMA_FORMAT_ERROR_DAMAGED, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Reads a .tiktoken file. The special tokens of its model are not in it, and are plain text here.
 *
 * Returns: (transfer full) (nullable): the tokenizer
 */
SemaTokenizer *
sema_tiktoken_file_read (const SemaTokenizerBytes *bytes, SemaTokenSplit cut, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaTokenizer) self = sema_tokenizer_new_empty (SEMA_TOKENIZER_BYTE_PAIRS, "tiktoken");
  g_auto (SemaTokenList)    list = {0};

  if (!read_lines (bytes, &list, progress, error))
    return NULL;
  self->tokens = sema_token_table_new_take (&list, error);
  if (self->tokens == NULL || !check (bytes, self->tokens, error))
    return NULL;
  self->cut = cut;
  self->whole_first = TRUE;
  if (cut == SEMA_TOKEN_SPLIT_NONE && !find_cut (self, bytes, error))
    return NULL;
  sema_tokenizer_finish (self);
  return g_steal_pointer (&self);
}
