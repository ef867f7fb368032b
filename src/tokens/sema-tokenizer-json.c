/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-json.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "sema-sentence-pieces.h"
#include "sema-tokenizer-parts.h"
#include "sema-tokenizer-private.h"
#include "sema-vocab-json.h"
#include "sema-word.h"

#define VERSION "1.0"

/* What stands around the text changes no id of the text itself; what makes text of ids again neither. */
static const char *const harmless_processors[] = {"ByteLevel", "TemplateProcessing", "BertProcessing", "RobertaProcessing", NULL};

/* Nothing can be had of the file. */
static gboolean
refuse_all (const SemaTokenizerParts *self, const char *part, const char *what, GError **error)
{
  g_autofree char *label = sema_word_to_label (what, strlen (what));

  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” cannot be used: its “%s” asks for “%s”, which is not known here."), self->bytes->label, part, label);
  return FALSE;
}

/* Never guessed: what is not known is named. The tokens are known, but texts cannot be cut. */
static gboolean
refuse (const SemaTokenizerParts *self, const char *part, const char *what, GError **error)
{
  g_autofree char *label = sema_word_to_label (what, strlen (what));

  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("Texts cannot be cut as the tokenizer in “%s” does it: its “%s” asks for “%s”, which is not known here, and nothing is guessed."), self->bytes->label, part, label);
  return FALSE;
}

/* A split at an expression that is known, each match and what is between them a piece. */
static gboolean
take_split (SemaTokenizer *tokenizer, const SemaTokenizerParts *self, const SemaTokenizerPart *split, GError **error)
{
  const char *key = "pre_tokenizer";

  if (!sema_tokenizer_part_is (split, "Split"))
    return refuse (self, key, split->type, error);
  if (split->invert == SEMA_TOKENIZER_YES)
    return refuse (self, key, "invert", error);
  if (g_strcmp0 (split->behavior, "Isolated") != 0)
    return refuse (self, key, split->behavior != NULL ? split->behavior : "behavior", error);
  if (split->pattern == NULL || !sema_token_split_find (split->pattern, strlen (split->pattern), &tokenizer->cut))
    return refuse (self, key, split->pattern != NULL ? split->pattern : "pattern", error);
  return TRUE;
}

/* ByteLevel alone, which splits as GPT-2 does, or after such a split. */
static gboolean
take_byte_level (SemaTokenizer *tokenizer, const SemaTokenizerParts *self, GError **error)
{
  const SemaTokenizerPart *part = sema_tokenizer_part_unwrap (self->pre_tokenizer), *split = NULL;
  const char              *key = "pre_tokenizer";

  if (sema_tokenizer_part_is (part, "Sequence") && part->parts->len == 2)
    {
      split = part->parts->pdata[0];
      part = part->parts->pdata[1];
    }
  if (split != NULL && !take_split (tokenizer, self, split, error))
    return FALSE;
  if (!sema_tokenizer_part_is (part, "ByteLevel"))
    return refuse (self, key, part != NULL && part->type != NULL ? part->type : "null", error);
  if (part->add_prefix_space == SEMA_TOKENIZER_UNSET || (split != NULL && part->add_prefix_space == SEMA_TOKENIZER_YES))
    return refuse (self, key, "add_prefix_space", error);
  if (split != NULL && part->use_regex != SEMA_TOKENIZER_NO)
    return refuse (self, key, "use_regex", error);
  tokenizer->add_space = part->add_prefix_space == SEMA_TOKENIZER_YES;
  if (split == NULL)
    tokenizer->cut = part->use_regex == SEMA_TOKENIZER_NO ? SEMA_TOKEN_SPLIT_NONE : SEMA_TOKEN_SPLIT_GPT2;
  return TRUE;
}

static gboolean
take_unknown (guint64 *id, const SemaTokenizerParts *self, const SemaTokenTable *tokens, GError **error)
{
  const char *unknown = self->model.unknown;

  *id = unknown != NULL ? sema_token_table_find (tokens, unknown, strlen (unknown)) : SEMA_TOKEN_NO_ID;
  return unknown == NULL || *id != SEMA_TOKEN_NO_ID || refuse (self, "unk_token", unknown, error);
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != 0;
}

/* All normalizers but that of BERT, which is part of how words are cut there. */
static gboolean
take_steps (SemaTokenizer *tokenizer, SemaTokenizerParts *self, GError **error)
{
  const char *unknown;

  return sema_text_steps_take (&tokenizer->steps, g_steal_pointer (&self->normalizer), &unknown) || refuse (self, "normalizer", unknown, error);
}

/* Byte pairs of bytes, as of GPT-2 and those after it. */
static gboolean
take_bytes (SemaTokenizer *tokenizer, const SemaTokenizerParts *self, GError **error)
{
  if (self->model.byte_fallback == SEMA_TOKENIZER_YES)
    return refuse (self, "model", "byte_fallback", error);
  tokenizer->whole_first = self->model.ignore_merges == SEMA_TOKENIZER_YES;
  return take_byte_level (tokenizer, self, error);
}

static gboolean
take_spaces (SemaTokenizer *tokenizer, const SemaTokenizerParts *self, GError **error)
{
  const char *unknown;

  return sema_sentence_style_take (&tokenizer->sentence.style, &tokenizer->steps, self->pre_tokenizer, &unknown) || refuse (self, "pre_tokenizer", unknown, error);
}

/* Byte pairs of characters, as of Llama and Gemma. */
static gboolean
take_characters (SemaTokenizer *tokenizer, const SemaTokenizerParts *self, GError **error)
{
  if (!take_spaces (tokenizer, self, error))
    return FALSE;
  if (self->model.ignore_merges == SEMA_TOKENIZER_YES)
    return refuse (self, "model", "ignore_merges", error);
  tokenizer->no_bytes = self->model.byte_fallback != SEMA_TOKENIZER_YES;
  if (!tokenizer->no_bytes && !sema_sentence_pieces_have_bytes (tokenizer->tokens))
    return refuse (self, "model", "byte_fallback", error);
  return TRUE;
}

static gboolean
take_byte_pairs (SemaTokenizer *tokenizer, SemaTokenizerParts *self, SemaProgress *progress, GError **error)
{
  const SemaTokenizerModel *model = &self->model;

  if (is_set (model->prefix) || is_set (model->suffix))
    return refuse (self, "model", is_set (model->prefix) ? "continuing_subword_prefix" : "end_of_word_suffix", error);
  if (model->dropout != 0)
    return refuse (self, "model", "dropout", error);
  if (model->merges_at == 0)
    return refuse (self, "model", "merges", error);
  tokenizer->has_merges = TRUE;
  tokenizer->pairs.fuse_unknown = model->fuse_unknown == SEMA_TOKENIZER_YES;
  return (tokenizer->kind == SEMA_TOKENIZER_SENTENCE_PIECES ? take_characters (tokenizer, self, error) : take_bytes (tokenizer, self, error)) &&
         take_unknown (&tokenizer->pairs.unknown, self, tokenizer->tokens, error) &&
         sema_tokenizer_model_read_merges (model, self->bytes, tokenizer->tokens, &tokenizer->merges, progress, error);
}

/* The most likely pieces, as of XLM-R and T5. */
static gboolean
take_likely (SemaTokenizer *tokenizer, SemaTokenizerParts *self, GError **error)
{
  SemaTokenizerModel *model = &self->model;
  guint64             n = sema_token_table_get_n_tokens (tokenizer->tokens);

  if (model->scores.n_bytes != n * sizeof (double))
    return refuse (self, "model", "vocab", error);
  if (!(model->unknown_id >= 0 && model->unknown_id < (double)n) || model->unknown_id != (double)(guint64)model->unknown_id)
    return refuse (self, "model", "unk_id", error);
  if (sema_token_table_get_longest (tokenizer->tokens) > SEMA_LIKELY_PIECES_LONGEST)
    return refuse (self, "model", "vocab", error);
  tokenizer->is_likely = TRUE;
  tokenizer->no_bytes = model->byte_fallback != SEMA_TOKENIZER_YES;
  tokenizer->likely.unknown = (guint64)model->unknown_id;
  return take_spaces (tokenizer, self, error) && sema_likely_pieces_prepare (&tokenizer->likely, tokenizer->tokens, &model->scores, error);
}

static gboolean
take_bert (SemaBertOptions *options, const SemaTokenizerParts *self, const SemaTokenizerPart *normalizer, GError **error)
{
  gboolean lowercase = normalizer->lowercase == SEMA_TOKENIZER_YES;

  if (normalizer->clean_text == SEMA_TOKENIZER_UNSET || normalizer->handle_chinese_chars == SEMA_TOKENIZER_UNSET || normalizer->lowercase == SEMA_TOKENIZER_UNSET)
    return refuse (self, "normalizer", normalizer->type, error);
  *options = (SemaBertOptions) {
    .clean_text = normalizer->clean_text == SEMA_TOKENIZER_YES,
    .space_ideographs = normalizer->handle_chinese_chars == SEMA_TOKENIZER_YES,
    .strip_accents = normalizer->strip_accents == SEMA_TOKENIZER_UNSET ? lowercase : normalizer->strip_accents == SEMA_TOKENIZER_YES,
    .lowercase = lowercase,
  };
  return TRUE;
}

static gboolean
take_word_pieces (SemaTokenizer *tokenizer, const SemaTokenizerParts *self, GError **error)
{
  const SemaTokenizerModel *model = &self->model;
  const SemaTokenizerPart  *normalizer = sema_tokenizer_part_unwrap (self->normalizer), *pre_tokenizer = sema_tokenizer_part_unwrap (self->pre_tokenizer);
  SemaWordPieceModel       *pieces = &tokenizer->word_piece;

  if (!sema_tokenizer_part_is (pre_tokenizer, "BertPreTokenizer"))
    return refuse (self, "pre_tokenizer", pre_tokenizer != NULL && pre_tokenizer->type != NULL ? pre_tokenizer->type : "null", error);
  if (!sema_tokenizer_part_is (normalizer, NULL) && !sema_tokenizer_part_is (normalizer, "BertNormalizer"))
    return refuse (self, "normalizer", normalizer->type, error);
  if (model->prefix == NULL || strlen (model->prefix) > SEMA_WORD_PIECE_MAX_PREFIX)
    return refuse (self, "model", "continuing_subword_prefix", error);
  if (model->unknown == NULL)
    return refuse (self, "model", "unk_token", error);
  if (!(model->max_characters >= 1 && model->max_characters <= SEMA_WORD_PIECE_MAX_CHARACTERS) || model->max_characters != (double)(gsize)model->max_characters)
    return refuse (self, "model", "max_input_chars_per_word", error);
  g_strlcpy (pieces->prefix, model->prefix, sizeof pieces->prefix);
  pieces->max_characters = (gsize)model->max_characters;
  if (sema_tokenizer_part_is (normalizer, "BertNormalizer") && !take_bert (&pieces->options, self, normalizer, error))
    return FALSE;
  return take_unknown (&pieces->unknown, self, tokenizer->tokens, error);
}

/* The id that the reference gives an added token: that of the model, or the next one behind all there are; the file says the same. */
static gboolean
check_added_id (const SemaTokenizerParts *self, const SemaTokenizer *tokenizer, const char *content, gsize length, guint32 id, guint64 *next, GError **error)
{
  guint64          known = sema_token_table_find (tokenizer->tokens, content, length);
  guint64          expected = known != SEMA_TOKEN_NO_ID ? known : (*next)++;
  g_autofree char *label = NULL;

  if (expected == id)
    return TRUE;
  label = sema_word_to_label (content, length);
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” cannot be used: the added token “%s” has the id %" PRIu32 ", but by the other tokens it is %" PRIu64 "."), self->bytes->label, label, id, expected);
  return FALSE;
}

static gboolean
take_added_token (SemaTokenizer *tokenizer, const SemaTokenizerParts *self, guint64 place, GError **error)
{
  g_auto (SemaSteppedText) stepped = {0};
  const SemaAddedFlags    *flags = (const SemaAddedFlags *)self->added_flags.data + place;
  guint32                  id;
  gsize                    length;
  const char              *content = sema_token_table_peek (tokenizer->added_table, place, &length, &id);
  SemaAddedToken           token = {
              .id = id,
              .length = length,
              .late = flags->normalized == SEMA_TOKENIZER_YES,
              .strip_left = flags->lstrip == SEMA_TOKENIZER_YES,
              .strip_right = flags->rstrip == SEMA_TOKENIZER_YES,
  };

  if (flags->single_word == SEMA_TOKENIZER_YES)
    return refuse (self, "added_tokens", "single_word", error);
  if (token.late && !sema_tokenizer_part_is (sema_tokenizer_part_unwrap (self->normalizer), NULL))
    return refuse (self, "added_tokens", "normalized", error);
  if (token.late && tokenizer->steps.n > 0)
    {
      if (!sema_stepped_text_make (&stepped, &tokenizer->steps, content, length, error))
        return FALSE;
      content = sema_stepped_text_get (&stepped, &token.length);
      if (token.length == 0)
        return refuse (self, "added_tokens", "normalized", error);
    }
  return sema_added_tokens_add (&tokenizer->added, &token, content, error);
}

static gboolean
take_added (SemaTokenizer *tokenizer, SemaTokenizerParts *self, GError **error)
{
  guint64 n = sema_token_list_get_n_tokens (&self->added), next = sema_token_table_get_n_tokens (tokenizer->tokens), repeat;

  if (n == 0)
    return TRUE;
  tokenizer->added_table = sema_token_table_new_take (&self->added, error);
  if (tokenizer->added_table == NULL)
    return FALSE;
  if (sema_token_table_find_repeat (tokenizer->added_table, &repeat))
    return sema_vocab_json_refuse_repeat (self->bytes->label, tokenizer->added_table, repeat, error);
  for (guint64 i = 0; i < n; i++)
    {
      guint32     id;
      gsize       length;
      const char *content = sema_token_table_peek (tokenizer->added_table, i, &length, &id);

      if (!check_added_id (self, tokenizer, content, length, id, &next, error) || !take_added_token (tokenizer, self, i, error))
        return FALSE;
    }
  sema_added_tokens_sort (&tokenizer->added);
  return !sema_added_tokens_have_twins (&tokenizer->added) || refuse (self, "added_tokens", "normalized", error);
}

static void
add_notes (SemaTokenizer *tokenizer, const SemaTokenizerParts *self)
{
  const SemaTokenizerPart *processor = sema_tokenizer_part_unwrap (self->post_processor);

  if (processor != NULL && processor->type != NULL && !sema_tokenizer_part_is (processor, "ByteLevel"))
    sema_tokenizer_add_note (tokenizer, _ ("“%s” puts tokens around a text for its model; they are not in the text, and not shown."), self->bytes->label);
  if (self->truncates)
    sema_tokenizer_add_note (tokenizer, _ ("“%s” asks to cut long texts off; here they stay whole."), self->bytes->label);
}

static gboolean
has_type (const SemaTokenizerParts *self, const char *type)
{
  return g_str_equal (sema_tokenizer_model_guess_type (&self->model), type);
}

/* What the tokens are, however texts are cut. */
static SemaTokenizerKind
find_kind (const SemaTokenizerParts *self)
{
  if (has_type (self, "WordPiece"))
    return SEMA_TOKENIZER_WORD_PIECES;
  if (has_type (self, "Unigram") || sema_sentence_style_is_meant (self->normalizer, self->pre_tokenizer))
    return SEMA_TOKENIZER_SENTENCE_PIECES;
  return SEMA_TOKENIZER_BYTE_PAIRS;
}

/* How texts are cut. What is known by name is not asked for its settings where they change no id. */
static gboolean
take_parts (SemaTokenizer *tokenizer, SemaTokenizerParts *self, SemaProgress *progress, GError **error)
{
  const char *other = sema_tokenizer_part_find_other (self->post_processor, harmless_processors);

  if (other != NULL)
    return refuse (self, "post_processor", other, error);
  if (has_type (self, "WordPiece"))
    return take_word_pieces (tokenizer, self, error);
  if (has_type (self, "BPE"))
    return take_steps (tokenizer, self, error) && take_byte_pairs (tokenizer, self, progress, error);
  if (has_type (self, "Unigram"))
    return take_steps (tokenizer, self, error) && take_likely (tokenizer, self, error);
  return refuse (self, "model", sema_tokenizer_model_guess_type (&self->model), error);
}

/* Where only what is asked for is not known, that is said when a text is to be cut. */
static gboolean
forbid_cutting (SemaTokenizer *tokenizer, GError *problem, GError **error)
{
  if (!g_error_matches (problem, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (tokenizer->refusal == NULL)
    tokenizer->refusal = g_strdup (problem->message);
  g_error_free (problem);
  return TRUE;
}

static SemaTokenizer *
make (SemaTokenizerParts *self, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaTokenizer) tokenizer = sema_tokenizer_new_empty (find_kind (self), "huggingface");
  g_autofree char          *note = NULL;
  GError                   *problem = NULL;

  tokenizer->tokens = sema_vocab_json_make_table (self->bytes->label, &self->model.vocab, &note, error);
  if (tokenizer->tokens == NULL)
    return NULL;
  if (note != NULL)
    sema_tokenizer_add_note (tokenizer, "%s", note);
  tokenizer->is_alphabet = tokenizer->kind == SEMA_TOKENIZER_BYTE_PAIRS && (sema_tokenizer_part_has (self->pre_tokenizer, "ByteLevel") || sema_tokenizer_part_has (self->decoder, "ByteLevel"));
  if (!take_parts (tokenizer, self, progress, &problem) && !forbid_cutting (tokenizer, g_steal_pointer (&problem), error))
    return NULL;
  if (!take_added (tokenizer, self, &problem) && !forbid_cutting (tokenizer, g_steal_pointer (&problem), error))
    return NULL;
  add_notes (tokenizer, self);
  sema_tokenizer_finish (tokenizer);
  return g_steal_pointer (&tokenizer);
}

/**
 * sema_tokenizer_json_read:
 * @bytes: a tokenizer.json of Hugging Face
 * @progress: (nullable): cancels
 * @error: %SEMA_FORMAT_ERROR_DAMAGED with the byte, %SEMA_FORMAT_ERROR_UNKNOWN where its layout is not known here,
 *   %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Reads byte-pair encoding of bytes as GPT-2 and of characters as Llama have it, unigram models as XLM-R, and WordPiece as BERT. Of anything else the tokens
 * are known, and to cut a text fails: a part that is not known would change ids.
 *
 * Returns: (transfer full) (nullable): the tokenizer
 */
SemaTokenizer *
sema_tokenizer_json_read (const SemaTokenizerBytes *bytes, SemaProgress *progress, GError **error)
{
  g_auto (SemaTokenizerParts) content = {.bytes = bytes};

  if (!sema_tokenizer_parts_read (&content, progress, error))
    return NULL;
  if (content.version != NULL && !g_str_equal (content.version, VERSION))
    refuse_all (&content, "version", content.version, error);
  else if (!content.has_model)
    refuse_all (&content, "model", "null", error);
  else
    return make (&content, progress, error);
  return NULL;
}
