/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gguf-tokenizer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-gguf-vocab.h"
#include "sema-sentence-pieces.h"
#include "sema-tokenizer-private.h"
#include "sema-word-piece-file.h"
#include "sema-word.h"

typedef struct
{
  SemaGgufVocab  vocab;
  const char    *label;
  SemaTokenizer *tokenizer;
  SemaBuffer     kinds; /* guint8 of each token; may be empty */
} Reading;

static void
reading_clear (Reading *self)
{
  sema_buffer_clear (&self->kinds);
  g_clear_pointer (&self->tokenizer, sema_tokenizer_unref);
  sema_gguf_vocab_clear (&self->vocab);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* How llama.cpp calls the ways to cut texts that are known here: those that mean the same expression, and whether a word that is a
 * token stays whole. */
static const struct
{
  const char    *name;
  SemaTokenSplit cut;
  gboolean       whole_first;
} ways[] = {
  {"gpt-2", SEMA_TOKEN_SPLIT_GPT2, FALSE},
  {"phi-2", SEMA_TOKEN_SPLIT_GPT2, FALSE},
  {"mpt", SEMA_TOKEN_SPLIT_GPT2, FALSE},
  {"olmo", SEMA_TOKEN_SPLIT_GPT2, FALSE},
  {"jais", SEMA_TOKEN_SPLIT_GPT2, FALSE},
  {"gigachat", SEMA_TOKEN_SPLIT_GPT2, FALSE},
  {"jina-es", SEMA_TOKEN_SPLIT_GPT2, FALSE},
  {"jina-de", SEMA_TOKEN_SPLIT_GPT2, FALSE},
  {"jina-v2-es", SEMA_TOKEN_SPLIT_GPT2, FALSE},
  {"jina-v2-de", SEMA_TOKEN_SPLIT_GPT2, FALSE},
  {"jina-v2-code", SEMA_TOKEN_SPLIT_GPT2, FALSE},
  {"jina-v1-en", SEMA_TOKEN_SPLIT_GPT2, FALSE},
  {"roberta-bpe", SEMA_TOKEN_SPLIT_GPT2, FALSE},
  {"starcoder", SEMA_TOKEN_SPLIT_STARCODER, FALSE},
  {"refact", SEMA_TOKEN_SPLIT_STARCODER, FALSE},
  {"command-r", SEMA_TOKEN_SPLIT_STARCODER, FALSE},
  {"smollm", SEMA_TOKEN_SPLIT_STARCODER, FALSE},
  {"codeshell", SEMA_TOKEN_SPLIT_STARCODER, FALSE},
  {"exaone", SEMA_TOKEN_SPLIT_STARCODER, FALSE},
  {"minerva-7b", SEMA_TOKEN_SPLIT_STARCODER, FALSE},
  {"llama-bpe", SEMA_TOKEN_SPLIT_CL100K, TRUE},
  {"llama3", SEMA_TOKEN_SPLIT_CL100K, TRUE},
  {"llama-v3", SEMA_TOKEN_SPLIT_CL100K, TRUE},
  {"falcon3", SEMA_TOKEN_SPLIT_CL100K, TRUE},
  {"dbrx", SEMA_TOKEN_SPLIT_CL100K, FALSE},
  {"smaug-bpe", SEMA_TOKEN_SPLIT_CL100K, FALSE},
  {"chatglm-bpe", SEMA_TOKEN_SPLIT_CL100K, FALSE},
  {"qwen2", SEMA_TOKEN_SPLIT_QWEN2, FALSE},
  {"stablelm2", SEMA_TOKEN_SPLIT_QWEN2, FALSE},
  {"megrez", SEMA_TOKEN_SPLIT_QWEN2, FALSE},
  {"deepseek-r1-qwen", SEMA_TOKEN_SPLIT_QWEN2, FALSE},
  {"qwen35", SEMA_TOKEN_SPLIT_QWEN35, FALSE},
  {"tekken", SEMA_TOKEN_SPLIT_TEKKEN, TRUE},
  {"bloom", SEMA_TOKEN_SPLIT_BLOOM, FALSE},
  {"gpt3-finnish", SEMA_TOKEN_SPLIT_BLOOM, FALSE},
  {"gpt-4o", SEMA_TOKEN_SPLIT_O200K, FALSE},
  {"llama4", SEMA_TOKEN_SPLIT_O200K, FALSE},
};

/* What the file calls something, which may be any bytes. */
static char *
dup_label (const char *name)
{
  return sema_word_to_label (name, strlen (name));
}

/* Its tokens are known, but texts cannot be cut. */
static gboolean
forbid_cutting (Reading *self, const char *clause)
{
  g_free (self->tokenizer->refusal);
  self->tokenizer->refusal = g_strdup_printf (_ ("Texts cannot be cut as the tokenizer in “%s” does it: %s."), self->label, clause);
  return TRUE;
}

static gboolean
is_kind (const Reading *self, guint64 id, SemaGgufTokenKind kind)
{
  return id < self->kinds.n_bytes && (guint8)self->kinds.data[id] == kind;
}

static gboolean
read_tokens (Reading *self, SemaTokenList *list, GError **error)
{
  return sema_gguf_vocab_read_tokens (&self->vocab, list, error) &&
         sema_gguf_vocab_read_kinds (&self->vocab, sema_token_list_get_n_tokens (list), &self->kinds, error);
}

static gboolean
take_tokens (Reading *self, SemaTokenList *list, GError **error)
{
  self->tokenizer->tokens = sema_token_table_new_take (list, error);
  return self->tokenizer->tokens != NULL;
}

/* Tokens that are found in the text before all else, by what the file says of them. */
static gboolean
add_special (Reading *self, SemaTokenList *added, GError **error)
{
  guint64 n = sema_token_table_get_n_tokens (self->tokenizer->tokens);

  for (guint64 i = 0; i < n; i++)
    {
      gsize       length;
      guint32     id;
      const char *token = sema_token_table_peek (self->tokenizer->tokens, i, &length, &id);

      if (length == 0 || !(is_kind (self, id, SEMA_GGUF_TOKEN_UNKNOWN) || is_kind (self, id, SEMA_GGUF_TOKEN_CONTROL) || is_kind (self, id, SEMA_GGUF_TOKEN_USER)))
        continue;
      if (!sema_added_tokens_add (&self->tokenizer->added, &(SemaAddedToken) {.id = id, .length = length}, token, error) ||
          !sema_token_list_add (added, token, length, id, error))
        return FALSE;
    }
  return TRUE;
}

/* Those are written as they are, all others with letters for bytes. */
static gboolean
add_unspelled (Reading *self, GError **error)
{
  g_auto (SemaTokenList) added = {0};

  if (!add_special (self, &added, error))
    return FALSE;
  if (sema_token_list_get_n_tokens (&added) == 0)
    return TRUE;
  self->tokenizer->added_table = sema_token_table_new_take (&added, error);
  return self->tokenizer->added_table != NULL;
}

static gboolean
find_way (Reading *self)
{
  g_autofree char *label = self->vocab.pre != NULL ? dup_label (self->vocab.pre) : NULL;
  g_autofree char *clause = NULL;

  if (self->vocab.pre == NULL)
    return forbid_cutting (self, _ ("it does not say how words are cut"));
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (self->vocab.pre, ways[i].name))
      {
        self->tokenizer->cut = ways[i].cut;
        self->tokenizer->whole_first = ways[i].whole_first;
        return TRUE;
      }
  clause = g_strdup_printf (_ ("the way “%s” to cut words is not known here"), label);
  return forbid_cutting (self, clause);
}

static gboolean
read_byte_pairs (Reading *self, GError **error)
{
  g_auto (SemaTokenList) list = {0};
  g_autofree char       *fault = NULL;

  self->tokenizer = sema_tokenizer_new_empty (SEMA_TOKENIZER_BYTE_PAIRS, "gguf");
  self->tokenizer->is_alphabet = TRUE;
  self->tokenizer->has_merges = TRUE;
  self->tokenizer->pairs.unknown_parts = TRUE;
  if (!read_tokens (self, &list, error) || !take_tokens (self, &list, error) || !add_unspelled (self, error))
    return FALSE;
  if (sema_gguf_values_find (&self->vocab.values, "tokenizer.ggml.merges") == NULL)
    return forbid_cutting (self, _ ("it does not say what merges"));
  if (!sema_gguf_vocab_read_merges (&self->vocab, self->tokenizer->tokens, &self->tokenizer->merges, &fault, error))
    return fault != NULL ? forbid_cutting (self, fault) : FALSE;
  return find_way (self);
}

static gboolean
read_sentence_pieces (Reading *self, GError **error)
{
  g_auto (SemaTokenList) list = {0};
  g_auto (SemaTokenList) added = {0};
  g_auto (SemaBuffer)    scores = {0};
  guint64                n, id, add_space;

  self->tokenizer = sema_tokenizer_new_empty (SEMA_TOKENIZER_SENTENCE_PIECES, "gguf");
  if (!read_tokens (self, &list, error))
    return FALSE;
  n = sema_token_list_get_n_tokens (&list);
  if (!take_tokens (self, &list, error) || !add_special (self, &added, error) || !sema_gguf_vocab_read_scores (&self->vocab, n, &scores, error) ||
      !sema_sentence_pieces_rank ((const float *)(gconstpointer)scores.data, n, &self->tokenizer->ranks, error))
    return FALSE;
  self->tokenizer->sentence.style.has_spaces = TRUE;
  if (!sema_gguf_values_get_count (&self->vocab.values, "tokenizer.ggml.add_space_prefix", &add_space) || add_space != 0)
    self->tokenizer->sentence.style.prefix = SEMA_SENTENCE_PREFIX_ALWAYS;
  if (sema_gguf_values_get_count (&self->vocab.values, "tokenizer.ggml.unknown_token_id", &id) && id < n)
    self->tokenizer->pairs.unknown = id;
  return TRUE;
}

/* llama.cpp marks the beginning of words; BERT, and all else here, what goes on with one. */
static gboolean
add_as_bert (const Reading *self, const char *token, gsize length, guint32 id, SemaTokenList *list, GError **error)
{
  gsize            n = SEMA_SENTENCE_SPACE_SIZE;
  g_autofree char *inner = NULL;

  if (length > n && memcmp (token, SEMA_SENTENCE_SPACE, n) == 0)
    return sema_token_list_add (list, token + n, length - n, id, error);
  if ((length > 2 && token[0] == '[' && token[length - 1] == ']') || is_kind (self, id, SEMA_GGUF_TOKEN_CONTROL) || length > G_MAXINT)
    return sema_token_list_add (list, token, length, id, error);
  inner = g_malloc (length + 2);
  memcpy (mempcpy (inner, "##", 2), token, length);
  return sema_token_list_add (list, inner, length + 2, id, error);
}

static gboolean
read_word_pieces (Reading *self, GError **error)
{
  g_auto (SemaTokenList) list = {0};
  g_auto (SemaTokenList) bert = {0};
  SemaTokenTable        *table;
  gboolean               fine = TRUE;

  self->tokenizer = sema_tokenizer_new_empty (SEMA_TOKENIZER_WORD_PIECES, "gguf");
  if (!read_tokens (self, &list, error))
    return FALSE;
  table = sema_token_table_new_take (&list, error);
  for (guint64 i = 0; table != NULL && fine && i < sema_token_table_get_n_tokens (table); i++)
    {
      gsize       length;
      guint32     id;
      const char *token = sema_token_table_peek (table, i, &length, &id);

      fine = add_as_bert (self, token, length, id, &bert, error);
    }
  fine = fine && table != NULL && take_tokens (self, &bert, error);
  sema_token_table_free (table);
  return fine && sema_word_piece_file_complete (self->tokenizer, self->label, error);
}

/* The tokens can be shown, as the file writes them. */
static gboolean
read_tokens_alone (Reading *self, GError **error)
{
  g_auto (SemaTokenList) list = {0};
  g_autofree char       *label = dup_label (self->vocab.model);
  g_autofree char       *clause = g_strdup_printf (_ ("a tokenizer of the kind “%s” is not known here"), label);
  gboolean               has_spaces = g_str_equal (self->vocab.model, "t5");

  self->tokenizer = sema_tokenizer_new_empty (has_spaces ? SEMA_TOKENIZER_SENTENCE_PIECES : SEMA_TOKENIZER_BYTE_PAIRS, "gguf");
  return read_tokens (self, &list, error) && take_tokens (self, &list, error) && forbid_cutting (self, clause);
}

static gboolean
read_model (Reading *self, GError **error)
{
  if (g_str_equal (self->vocab.model, "gpt2"))
    return read_byte_pairs (self, error);
  if (g_str_equal (self->vocab.model, "llama"))
    return read_sentence_pieces (self, error);
  if (g_str_equal (self->vocab.model, "bert"))
    return read_word_pieces (self, error);
  return read_tokens_alone (self, error);
}

/**
 * sema_gguf_tokenizer_find:
 * @path: a GGUF file
 * @is_there: (out): whether it has a tokenizer in it
 * @progress: (nullable): cancels
 * @error: as sema_gguf_vocab_open()
 *
 * Returns: whether that could be found out
 */
gboolean
sema_gguf_tokenizer_find (const char *path, gboolean *is_there, SemaProgress *progress, GError **error)
{
  g_auto (SemaGgufVocab) vocab = {0};

  if (!sema_gguf_vocab_open (&vocab, path, progress, error))
    return FALSE;
  *is_there = vocab.model != NULL;
  return TRUE;
}

/**
 * sema_gguf_tokenizer_read:
 * @path: a GGUF file
 * @progress: (nullable): cancels
 * @error: as sema_gguf_vocab_open(); %SEMA_FORMAT_ERROR_UNKNOWN where it has no tokenizer, %SEMA_FORMAT_ERROR_DAMAGED where
 *   that cannot be used
 *
 * Reads the tokenizer that models of llama.cpp have in them: byte pairs as GPT-2 and those after it, sentence pieces as Llama, or
 * WordPiece. Of another kind, or where it cuts words in a way that is not known here, the tokens are known, and to cut a text fails.
 *
 * Returns: (transfer full) (nullable): the tokenizer
 */
SemaTokenizer *
sema_gguf_tokenizer_read (const char *path, SemaProgress *progress, GError **error)
{
  g_auto (Reading) self = {0};

  if (!sema_gguf_vocab_open (&self.vocab, path, progress, error))
    return NULL;
  self.label = sema_tensor_bytes_get_label (self.vocab.bytes);
  if (self.vocab.model == NULL)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” has no tokenizer in it."), self.label);
      return NULL;
    }
  if (!read_model (&self, error))
    return NULL;
  sema_tokenizer_finish (self.tokenizer);
  return g_steal_pointer (&self.tokenizer);
}
