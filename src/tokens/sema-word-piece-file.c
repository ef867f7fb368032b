/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word-piece-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-bert-characters.h"
#include "sema-token-split.h"
#include "sema-tokenizer-private.h"
#include "sema-utf8.h"

#define UNKNOWN "[UNK]"

/* What BERT's own tokenizers take whole where it stands in a text. */
static const char *const special[] = {UNKNOWN, "[SEP]", "[PAD]", "[CLS]", "[MASK]"};

static gsize
trim_end (const char *line, gsize length)
{
  gsize kept = 0;

  for (const char *p = line; p < line + length;)
    if (!sema_token_split_is_space (sema_utf8_next (&p, line + length)))
      kept = (gsize)(p - line);
  return kept;
}

static gboolean
read_lines (const SemaTokenizerBytes *bytes, SemaTokenList *list, SemaProgress *progress, GError **error)
{
  SemaTokenizerLines lines;
  const char        *line;
  gsize              length;

  sema_tokenizer_lines_init (&lines, bytes);
  while ((line = sema_tokenizer_lines_next (&lines, &length)) != NULL)
    {
      if (sema_tokenizer_lines_is_cancelled (&lines, progress, error))
        return FALSE;
      if (lines.number > SEMA_TOKEN_MAX_ID)
        return sema_tokenizer_bytes_fail_line (bytes, lines.number, error, _ ("there are more tokens than ids"));
      length = trim_end (line, length);
      if (!g_utf8_validate_len (line, length, NULL))
        return sema_tokenizer_bytes_fail_line (bytes, lines.number, error, _ ("its bytes are not UTF-8"));
      if (!sema_token_list_add (list, line, length, (guint32)(lines.number - 1), error))
        return FALSE;
    }
  return TRUE;
}

/* A capital that has a small letter: “ℝ” has none, and stays as it is. */
static gboolean
has_capital (const char *token, gsize length)
{
  for (const char *p = token; p < token + length;)
    {
      gunichar parts[2], ch = sema_utf8_next (&p, token + length);

      if (sema_bert_lowercase (ch, parts) > 1 || parts[0] != ch)
        return TRUE;
    }
  return FALSE;
}

/* Whether the tokens are of a model that tells capitals from small letters. Those in brackets are names, not text. */
static gboolean
is_cased (const SemaTokenTable *tokens)
{
  for (guint64 i = 0; i < sema_token_table_get_n_tokens (tokens); i++)
    {
      gsize       length;
      const char *token = sema_token_table_peek (tokens, i, &length, NULL);

      if (!(length > 2 && token[0] == '[' && token[length - 1] == ']') && has_capital (token, length))
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_special (SemaTokenizer *self, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (special); i++)
    {
      gsize   length = strlen (special[i]);
      guint64 id = sema_token_table_find (self->tokens, special[i], length);

      if (id != SEMA_TOKEN_NO_ID &&
          !sema_added_tokens_add (&self->added, &(SemaAddedToken) {.id = (guint32)id, .length = length}, special[i], error))
        return FALSE;
    }
  return TRUE;
}

static void
set_options (SemaTokenizer *self, const char *label)
{
  gboolean cased = is_cased (self->tokens);

  self->word_piece.options = (SemaBertOptions) {TRUE, TRUE, !cased, !cased};
  if (cased)
    sema_tokenizer_add_note (self, _ ("“%s” has tokens with capital letters: texts keep their capitals and accents, as for BERT’s cased models."), label);
  else
    sema_tokenizer_add_note (self, _ ("“%s” has no token with a capital letter: texts lose their capitals and accents, as for BERT’s uncased models."), label);
}

/**
 * sema_word_piece_file_complete:
 * @self: a tokenizer for word pieces that has its tokens, as BERT writes them
 * @label: name of its file for messages
 * @error: %SEMA_FORMAT_ERROR_UNKNOWN where there is no token for what is unknown, or %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Sets all that follows from the tokens: those that are taken whole, and, as no such file says whether the model tells capitals
 * from small letters, whether there are tokens with capital letters.
 *
 * Returns: whether it can be used; sema_tokenizer_finish() comes next
 */
gboolean
sema_word_piece_file_complete (SemaTokenizer *self, const char *label, GError **error)
{
  if (!add_special (self, error))
    return FALSE;
  self->word_piece.unknown = sema_token_table_find (self->tokens, UNKNOWN, strlen (UNKNOWN));
  if (self->word_piece.unknown == SEMA_TOKEN_NO_ID)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” has a word a line, but no “%s”, which a list of tokens for WordPiece has."), label, UNKNOWN);
      return FALSE;
    }
  g_strlcpy (self->word_piece.prefix, "##", sizeof self->word_piece.prefix);
  self->word_piece.max_characters = 100;
  set_options (self, label);
  return TRUE;
}

/**
 * sema_word_piece_file_read:
 * @bytes: a file: a token a line, whose id is the number of the line, counted from 0
 * @progress: (nullable): cancels
 * @error: %SEMA_FORMAT_ERROR_DAMAGED, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Reads the vocab.txt of a model of the kind of BERT. Whether the model tells capitals from small letters is in no such file, but there are
 * tokens with capital letters in those of models that do.
 *
 * Returns: (transfer full) (nullable): the tokenizer
 */
SemaTokenizer *
sema_word_piece_file_read (const SemaTokenizerBytes *bytes, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaTokenizer) self = sema_tokenizer_new_empty (SEMA_TOKENIZER_WORD_PIECES, "wordpiece");
  g_auto (SemaTokenList)    list = {0};

  if (!read_lines (bytes, &list, progress, error))
    return NULL;
  self->tokens = sema_token_table_new_take (&list, error);
  if (self->tokens == NULL || !sema_word_piece_file_complete (self, bytes->label, error))
    return NULL;
  sema_tokenizer_finish (self);
  return g_steal_pointer (&self);
}
