/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-json.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "sema-composed-text.h"
#include "sema-tokenizer-model.h"
#include "sema-tokenizer-part.h"
#include "sema-tokenizer-private.h"
#include "sema-vocab-json.h"
#include "sema-word.h"

#define VERSION "1.0"

/* What stands around the text, or makes text of ids again, changes no id of the text itself. */
static const char *const harmless_processors[] = {"ByteLevel", "TemplateProcessing", "BertProcessing", "RobertaProcessing", NULL};
static const char *const harmless_decoders[] = {"ByteLevel", "WordPiece", NULL};

/* How an added token is to be found, by the keys of the file. */
typedef struct
{
  SemaTokenizerFlag single_word;
  SemaTokenizerFlag lstrip;
  SemaTokenizerFlag rstrip;
  SemaTokenizerFlag normalized;
} AddedFlags;

/* The file as it was read. */
typedef struct
{
  const SemaTokenizerBytes *bytes;
  char                     *version;
  SemaTokenizerPart        *normalizer;
  SemaTokenizerPart        *pre_tokenizer;
  SemaTokenizerPart        *post_processor;
  SemaTokenizerPart        *decoder;
  SemaTokenizerModel        model;
  gboolean                  has_model;
  gboolean                  truncates;
  SemaTokenList             added;
  SemaBuffer                added_flags; /* AddedFlags of each */
} Content;

static void
content_clear (Content *self)
{
  g_free (self->version);
  sema_tokenizer_part_free (self->normalizer);
  sema_tokenizer_part_free (self->pre_tokenizer);
  sema_tokenizer_part_free (self->post_processor);
  sema_tokenizer_part_free (self->decoder);
  sema_tokenizer_model_clear (&self->model);
  sema_token_list_clear (&self->added);
  sema_buffer_clear (&self->added_flags);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Content, content_clear)

/* Never guessed: what is not known is named. */
static gboolean
refuse (const Content *self, const char *part, const char *what, GError **error)
{
  g_autofree char *label = sema_word_to_label (what, strlen (what));

  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” cannot be used: its “%s” asks for “%s”, which is not known here, and nothing is guessed."), self->bytes->label, part, label);
  return FALSE;
}

static gboolean
read_added_token (Content *self, SemaJsonReader *reader, GError **error)
{
  const char      *label = self->bytes->label;
  g_autofree char *content = NULL;
  AddedFlags      *place, flags = {0};
  guint32          id = 0;
  gboolean         has_id = FALSE;
  SemaJsonEvent    event;

  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_KEY)
    {
      SemaTokenizerFlag *flag = sema_json_reader_text_equals (reader, "single_word")  ? &flags.single_word
                                : sema_json_reader_text_equals (reader, "lstrip")     ? &flags.lstrip
                                : sema_json_reader_text_equals (reader, "rstrip")     ? &flags.rstrip
                                : sema_json_reader_text_equals (reader, "normalized") ? &flags.normalized
                                                                                      : NULL;
      gboolean           is_id = sema_json_reader_text_equals (reader, "id");
      gboolean           is_content = sema_json_reader_text_equals (reader, "content");

      has_id |= is_id;
      if (flag != NULL ? !sema_tokenizer_part_read_flag (reader, label, flag, error)
          : is_id      ? !sema_vocab_json_read_id (reader, label, &id, error)
          : is_content ? !sema_tokenizer_part_read_text (reader, label, &content, error)
                       : !sema_json_reader_skip_value (reader, error))
        return FALSE;
    }
  if (event == SEMA_JSON_FAILED)
    return FALSE;
  if (content == NULL || !has_id)
    return sema_vocab_json_fail (reader, label, error, _ ("an added token has an id and a content"));
  if (*content == 0)
    return TRUE; /* as for the reference */
  place = sema_buffer_append (&self->added_flags, sizeof *place, error);
  if (place == NULL)
    return FALSE;
  *place = flags;
  return sema_token_list_add (&self->added, content, strlen (content), id, error);
}

static gboolean
read_added (Content *self, SemaJsonReader *reader, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);

  if (event == SEMA_JSON_NULL)
    return TRUE;
  if (event != SEMA_JSON_ARRAY)
    return event != SEMA_JSON_FAILED && sema_vocab_json_fail (reader, self->bytes->label, error, _ ("a list of tokens is expected there"));
  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_OBJECT)
    if (!read_added_token (self, reader, error))
      return FALSE;
  if (event != SEMA_JSON_ARRAY_END && event != SEMA_JSON_FAILED)
    return sema_vocab_json_fail (reader, self->bytes->label, error, _ ("an added token is expected there"));
  return event == SEMA_JSON_ARRAY_END;
}

static gboolean
read_part (Content *self, SemaJsonReader *reader, SemaTokenizerPart **part, GError **error)
{
  sema_tokenizer_part_free (*part);
  *part = sema_tokenizer_part_read (reader, self->bytes->label, error);
  return *part != NULL;
}

static gboolean
read_truncation (Content *self, SemaJsonReader *reader, GError **error)
{
  SemaJsonEvent event = sema_json_reader_next (reader, error);

  self->truncates = event != SEMA_JSON_NULL;
  return event != SEMA_JSON_FAILED && sema_json_reader_skip_value (reader, error);
}

static gboolean
read_value (Content *self, SemaJsonReader *reader, GError **error)
{
  if (sema_json_reader_text_equals (reader, "version"))
    return sema_tokenizer_part_read_text (reader, self->bytes->label, &self->version, error);
  if (sema_json_reader_text_equals (reader, "truncation"))
    return read_truncation (self, reader, error);
  if (sema_json_reader_text_equals (reader, "added_tokens"))
    return read_added (self, reader, error);
  if (sema_json_reader_text_equals (reader, "normalizer"))
    return read_part (self, reader, &self->normalizer, error);
  if (sema_json_reader_text_equals (reader, "pre_tokenizer"))
    return read_part (self, reader, &self->pre_tokenizer, error);
  if (sema_json_reader_text_equals (reader, "post_processor"))
    return read_part (self, reader, &self->post_processor, error);
  if (sema_json_reader_text_equals (reader, "decoder"))
    return read_part (self, reader, &self->decoder, error);
  if (!sema_json_reader_text_equals (reader, "model"))
    return sema_json_reader_skip_value (reader, error);
  if (self->has_model)
    return sema_vocab_json_fail (reader, self->bytes->label, error, _ ("a second model stands there"));
  self->has_model = TRUE;
  return sema_tokenizer_model_read (&self->model, reader, self->bytes->label, error);
}

static gboolean
read_content (Content *self, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaJsonReader) reader = sema_json_reader_new (self->bytes->label, self->bytes->buffer.data, self->bytes->buffer.n_bytes);
  SemaJsonEvent              event;

  sema_json_reader_set_progress (reader, progress);
  event = sema_json_reader_next (reader, error);
  if (event != SEMA_JSON_OBJECT)
    return event != SEMA_JSON_FAILED && sema_vocab_json_fail (reader, self->bytes->label, error, _ ("an object is expected there"));
  while ((event = sema_json_reader_next (reader, error)) == SEMA_JSON_KEY)
    if (!read_value (self, reader, error))
      return FALSE;
  return event == SEMA_JSON_OBJECT_END && sema_json_reader_next (reader, error) == SEMA_JSON_END;
}

/* A sequence of one is that one, of none nothing. */
static const SemaTokenizerPart *
unwrap (const SemaTokenizerPart *part)
{
  while (sema_tokenizer_part_is (part, "Sequence") && part->parts->len == 1)
    part = part->parts->pdata[0];
  return sema_tokenizer_part_is (part, "Sequence") && part->parts->len == 0 ? NULL : part;
}

/* A split at an expression that is known, each match and what is between them a piece. */
static gboolean
take_split (SemaTokenizer *tokenizer, const Content *self, const SemaTokenizerPart *split, GError **error)
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
take_byte_level (SemaTokenizer *tokenizer, const Content *self, GError **error)
{
  const SemaTokenizerPart *part = unwrap (self->pre_tokenizer), *split = NULL;
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
take_unknown (guint64 *id, const Content *self, const SemaTokenTable *tokens, GError **error)
{
  const char *unknown = self->model.unknown;

  *id = unknown != NULL ? sema_token_table_find (tokens, unknown, strlen (unknown)) : SEMA_TOKEN_NO_ID;
  if (unknown != NULL && *id == SEMA_TOKEN_NO_ID)
    {
      g_autofree char *label = sema_word_to_label (unknown, strlen (unknown));

      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” cannot be used: its token for what is unknown, “%s”, is not among its tokens."), self->bytes->label, label);
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != 0;
}

static gboolean
take_byte_pairs (SemaTokenizer *tokenizer, const Content *self, SemaProgress *progress, GError **error)
{
  const SemaTokenizerModel *model = &self->model;

  if (is_set (model->prefix) || is_set (model->suffix))
    return refuse (self, "model", is_set (model->prefix) ? "continuing_subword_prefix" : "end_of_word_suffix", error);
  if (model->dropout != 0 || model->byte_fallback == SEMA_TOKENIZER_YES)
    return refuse (self, "model", model->dropout != 0 ? "dropout" : "byte_fallback", error);
  if (model->merges_at == 0)
    return refuse (self, "model", "merges", error);
  tokenizer->composes = sema_tokenizer_part_is (unwrap (self->normalizer), "NFC");
  if (!tokenizer->composes && !sema_tokenizer_part_is (unwrap (self->normalizer), NULL))
    return refuse (self, "normalizer", unwrap (self->normalizer)->type, error);
  tokenizer->is_alphabet = TRUE;
  tokenizer->has_merges = TRUE;
  tokenizer->whole_first = model->ignore_merges == SEMA_TOKENIZER_YES;
  tokenizer->pairs.fuse_unknown = model->fuse_unknown == SEMA_TOKENIZER_YES;
  return take_byte_level (tokenizer, self, error) && take_unknown (&tokenizer->pairs.unknown, self, tokenizer->tokens, error) &&
         sema_tokenizer_model_read_merges (model, self->bytes, tokenizer->tokens, &tokenizer->merges, progress, error);
}

static gboolean
take_bert (SemaBertOptions *options, const Content *self, const SemaTokenizerPart *normalizer, GError **error)
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
take_word_pieces (SemaTokenizer *tokenizer, const Content *self, GError **error)
{
  const SemaTokenizerModel *model = &self->model;
  const SemaTokenizerPart  *normalizer = unwrap (self->normalizer), *pre_tokenizer = unwrap (self->pre_tokenizer);
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
check_added_id (const Content *self, const SemaTokenizer *tokenizer, const char *content, gsize length, guint32 id, guint64 *next, GError **error)
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
take_added_token (SemaTokenizer *tokenizer, const Content *self, guint64 place, GError **error)
{
  g_auto (SemaComposedText) composed = {0};
  const AddedFlags         *flags = (const AddedFlags *)self->added_flags.data + place;
  guint32                   id;
  gsize                     length;
  const char               *content = sema_token_table_peek (tokenizer->added_table, place, &length, &id);
  SemaAddedToken            token = {
               .id = id,
               .length = length,
               .late = flags->normalized == SEMA_TOKENIZER_YES,
               .strip_left = flags->lstrip == SEMA_TOKENIZER_YES,
               .strip_right = flags->rstrip == SEMA_TOKENIZER_YES,
  };

  if (flags->single_word == SEMA_TOKENIZER_YES)
    return refuse (self, "added_tokens", "single_word", error);
  if (token.late && !tokenizer->composes && !sema_tokenizer_part_is (unwrap (self->normalizer), NULL))
    return refuse (self, "added_tokens", "normalized", error);
  if (token.late && tokenizer->composes)
    {
      if (!sema_composed_text_make (&composed, content, length, error))
        return FALSE;
      token.length = composed.bytes.n_bytes;
      content = composed.bytes.data;
    }
  return sema_added_tokens_add (&tokenizer->added, &token, content, error);
}

static gboolean
take_added (SemaTokenizer *tokenizer, Content *self, GError **error)
{
  guint64 n = sema_token_list_get_n_tokens (&self->added), next = sema_token_table_get_n_tokens (tokenizer->tokens), repeat;

  if (n == 0)
    return TRUE;
  tokenizer->added_table = sema_token_table_new_take (&self->added, error);
  if (tokenizer->added_table == NULL)
    return FALSE;
  if (sema_token_table_find_repeat (tokenizer->added_table, &repeat))
    return refuse (self, "added_tokens", sema_token_table_peek (tokenizer->added_table, repeat, &(gsize) {0}, NULL), error);
  for (guint64 i = 0; i < n; i++)
    {
      guint32     id;
      gsize       length;
      const char *content = sema_token_table_peek (tokenizer->added_table, i, &length, &id);

      if (!check_added_id (self, tokenizer, content, length, id, &next, error) || !take_added_token (tokenizer, self, i, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_notes (SemaTokenizer *tokenizer, const Content *self)
{
  const SemaTokenizerPart *processor = unwrap (self->post_processor);

  if (processor != NULL && processor->type != NULL && !sema_tokenizer_part_is (processor, "ByteLevel"))
    sema_tokenizer_add_note (tokenizer, _ ("“%s” puts tokens around a text for its model; they are not in the text, and not shown."), self->bytes->label);
  if (self->truncates)
    sema_tokenizer_add_note (tokenizer, _ ("“%s” asks to cut long texts off; here they stay whole."), self->bytes->label);
}

/* What is known by name is not asked for its settings where they change no id. */
static gboolean
check_parts (const Content *self, GError **error)
{
  const char *other;

  if (self->version != NULL && !g_str_equal (self->version, VERSION))
    return refuse (self, "version", self->version, error);
  if ((other = sema_tokenizer_part_find_other (self->post_processor, harmless_processors)) != NULL)
    return refuse (self, "post_processor", other, error);
  if ((other = sema_tokenizer_part_find_other (self->decoder, harmless_decoders)) != NULL)
    return refuse (self, "decoder", other, error);
  if (!self->has_model)
    return refuse (self, "model", "null", error);
  return TRUE;
}

static SemaTokenizer *
make (Content *self, SemaTokenizerKind kind, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaTokenizer) tokenizer = sema_tokenizer_new_empty (kind, "huggingface");
  g_autofree char          *note = NULL;

  tokenizer->tokens = sema_vocab_json_make_table (self->bytes->label, &self->model.vocab, &note, error);
  if (tokenizer->tokens == NULL)
    return NULL;
  if (note != NULL)
    sema_tokenizer_add_note (tokenizer, "%s", note);
  if (!(kind == SEMA_TOKENIZER_BYTE_PAIRS ? take_byte_pairs (tokenizer, self, progress, error) : take_word_pieces (tokenizer, self, error)) ||
      !take_added (tokenizer, self, error))
    return NULL;
  add_notes (tokenizer, self);
  sema_tokenizer_finish (tokenizer);
  return g_steal_pointer (&tokenizer);
}

/**
 * sema_tokenizer_json_read:
 * @bytes: a tokenizer.json of Hugging Face
 * @progress: (nullable): cancels
 * @error: %SEMA_FORMAT_ERROR_DAMAGED with the byte, %SEMA_FORMAT_ERROR_UNKNOWN with the name of the part that is not known here,
 *   %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 *
 * Reads byte-pair encoding of bytes, and WordPiece as BERT has it. Anything else is refused: a part that is not known would change ids.
 *
 * Returns: (transfer full) (nullable): the tokenizer
 */
SemaTokenizer *
sema_tokenizer_json_read (const SemaTokenizerBytes *bytes, SemaProgress *progress, GError **error)
{
  g_auto (Content) content = {.bytes = bytes};
  const char      *type;

  if (!read_content (&content, progress, error) || !check_parts (&content, error))
    return NULL;
  type = sema_tokenizer_model_guess_type (&content.model);
  if (g_str_equal (type, "BPE"))
    return make (&content, SEMA_TOKENIZER_BYTE_PAIRS, progress, error);
  if (g_str_equal (type, "WordPiece"))
    return make (&content, SEMA_TOKENIZER_WORD_PIECES, progress, error);
  refuse (&content, "model", type, error);
  return NULL;
}
