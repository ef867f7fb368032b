/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-private.h"

#include <string.h>

#include "sema-byte-alphabet.h"
#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-known-words.h"
#include "sema-sentence-pieces.h"

#define WORDS_PER_LOOK 4096 /* between two looks at cancel */
#define SHORT_WHOLE 256     /* bytes of a piece of text that needs no memory of its own */

SemaTokenizer *
sema_tokenizer_new_empty (SemaTokenizerKind kind, const char *format)
{
  SemaTokenizer *self = g_new0 (SemaTokenizer, 1);

  atomic_init (&self->ref_count, 1);
  self->kind = kind;
  self->format = format;
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->pairs.unknown = SEMA_TOKEN_NO_ID;
  self->word_piece.unknown = SEMA_TOKEN_NO_ID;
  return self;
}

void
sema_tokenizer_add_note (SemaTokenizer *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (self->notes, g_strdup_vprintf (format, args));
  va_end (args);
}

/* The token of a byte alone. */
static guint64
find_byte (const SemaTokenizer *self, guint8 byte)
{
  char  letters[8] = {(char)byte};
  gsize n = self->is_alphabet ? sema_byte_alphabet_encode (&(char) {(char)byte}, 1, letters) : 1;

  if (self->no_bytes)
    return SEMA_TOKEN_NO_ID;
  if (self->kind == SEMA_TOKENIZER_SENTENCE_PIECES)
    return sema_sentence_pieces_find_byte (self->tokens, byte);
  return sema_token_table_find (self->tokens, letters, n);
}

/* Ends the making of one: what it borrows from itself is set. */
void
sema_tokenizer_finish (SemaTokenizer *self)
{
  g_ptr_array_add (self->notes, NULL);
  sema_added_tokens_sort (&self->added);
  self->pairs.tokens = self->tokens;
  self->pairs.merges = self->has_merges ? &self->merges : NULL;
  self->pairs.ranks = (const guint32 *)(gconstpointer)self->ranks.data;
  self->pairs.has_characters = self->kind == SEMA_TOKENIZER_SENTENCE_PIECES;
  self->word_piece.tokens = self->tokens;
  self->likely.tokens = self->tokens;
  self->sentence.pairs = &self->pairs;
  self->sentence.likely = self->is_likely ? &self->likely : NULL;
  if (self->kind == SEMA_TOKENIZER_BYTE_PAIRS || self->kind == SEMA_TOKENIZER_SENTENCE_PIECES)
    for (guint byte = 0; byte < 256; byte++)
      self->pairs.bytes[byte] = self->likely.bytes[byte] = find_byte (self, (guint8)byte);
}

/**
 * sema_tokenizer_new_words:
 * @set: words with vectors
 *
 * Returns: (transfer full): a tokenizer that finds the words in a text, see sema_known_words_find(); a token's id is its row
 */
SemaTokenizer *
sema_tokenizer_new_words (SemaSet *set)
{
  SemaTokenizer *self = sema_tokenizer_new_empty (SEMA_TOKENIZER_WORDS, "words");

  self->set = sema_set_ref (set);
  sema_tokenizer_finish (self);
  return self;
}

/**
 * sema_tokenizer_ref:
 * @self: a tokenizer
 *
 * Returns: (transfer full): @self, with one owner more
 */
SemaTokenizer *
sema_tokenizer_ref (SemaTokenizer *self)
{
  atomic_fetch_add_explicit (&self->ref_count, 1, memory_order_relaxed);
  return self;
}

/**
 * sema_tokenizer_unref:
 * @self: (nullable) (transfer full): a tokenizer; the last owner's call frees it
 */
void
sema_tokenizer_unref (SemaTokenizer *self)
{
  if (self == NULL || atomic_fetch_sub_explicit (&self->ref_count, 1, memory_order_acq_rel) > 1)
    return;
  g_ptr_array_unref (self->notes);
  g_clear_pointer (&self->set, sema_set_unref);
  sema_token_table_free (self->tokens);
  sema_token_table_free (self->added_table);
  sema_added_tokens_clear (&self->added);
  sema_merge_table_clear (&self->merges);
  sema_buffer_clear (&self->ranks);
  sema_likely_pieces_clear (&self->likely);
  sema_text_steps_clear (&self->steps);
  g_free (self->refusal);
  g_free (self);
}

/**
 * Cutting:
 * @is_first: whether what is cut is the beginning of the whole text
 *
 * A text that is being cut.
 */
typedef struct
{
  const SemaTokenizer *self;
  SemaBytePairs       *scratch;
  SemaTokenPieces     *pieces;
  SemaProgress        *progress;
  gboolean             is_first;
} Cutting;

typedef gboolean (*CutFunc) (const Cutting *cutting, const char *text, gsize length, guint64 origin, GError **error);

/* The token that a piece of text is as a whole. */
static guint64
find_whole (const SemaTokenizer *self, const char *bytes, gsize length)
{
  char             short_letters[2 * SHORT_WHOLE];
  g_autofree char *long_letters = NULL;
  char            *letters = short_letters;

  if (!self->whole_first || length > sema_token_table_get_longest (self->tokens))
    return SEMA_TOKEN_NO_ID;
  if (!self->is_alphabet)
    return sema_token_table_find (self->tokens, bytes, length);
  if (length > SHORT_WHOLE)
    letters = long_letters = g_malloc (2 * length);
  return sema_token_table_find (self->tokens, letters, sema_byte_alphabet_encode (bytes, length, letters));
}

static gboolean
cut_bytes (const Cutting *cutting, const char *text, gsize length, guint64 origin, GError **error)
{
  const SemaTokenizer *self = cutting->self;
  const char          *end = text + length, *next;
  guint64              n = 0;

  for (const char *p = text; p < end; p = next)
    {
      gsize   n_bytes = (next = sema_token_split_next (self->cut, p, end)) - p;
      guint64 start = origin + (guint64)(p - text);
      guint64 id = find_whole (self, p, n_bytes);

      if (n++ % WORDS_PER_LOOK == 0 && sema_progress_is_cancelled (cutting->progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      if (id != SEMA_TOKEN_NO_ID ? !sema_token_pieces_add (cutting->pieces, id, start, start + n_bytes, error)
                                 : !sema_byte_pairs_merge (cutting->scratch, &self->pairs, p, n_bytes, start, cutting->pieces, cutting->progress, error))
        return FALSE;
    }
  return TRUE;
}

/* Cuts a text with a space before it, which is in no piece. */
static gboolean
cut_with_space (const Cutting *cutting, const char *text, gsize length, guint64 origin, GError **error)
{
  guint64         n_before = sema_token_pieces_get_n (cutting->pieces);
  char           *copy = sema_memory_alloc (length + 1, error);
  SemaTokenPiece *pieces;
  gboolean        fine;

  if (copy == NULL)
    return FALSE;
  copy[0] = ' ';
  memcpy (copy + 1, text, length);
  fine = cut_bytes (cutting, copy, length + 1, 0, error);
  sema_memory_free (copy);
  pieces = (SemaTokenPiece *)cutting->pieces->buffer.data;
  for (guint64 i = n_before; fine && i < sema_token_pieces_get_n (cutting->pieces); i++)
    {
      pieces[i].start = origin + MAX (pieces[i].start, 1) - 1;
      pieces[i].end = origin + MAX (pieces[i].end, 1) - 1;
    }
  return fine;
}

static gboolean
cut_pairs (const Cutting *cutting, const char *text, gsize length, guint64 origin, GError **error)
{
  if (cutting->self->add_space && length > 0 && text[0] != ' ')
    return cut_with_space (cutting, text, length, origin, error);
  return cut_bytes (cutting, text, length, origin, error);
}

static gboolean
cut_sentence (const Cutting *cutting, const char *text, gsize length, guint64 origin, GError **error)
{
  SemaSentenceModel model = cutting->self->sentence;

  if (model.style.prefix == SEMA_SENTENCE_PREFIX_FIRST && !(cutting->is_first && origin == 0))
    model.style.prefix = SEMA_SENTENCE_PREFIX_NONE;
  return sema_sentence_pieces_cut (cutting->scratch, &model, text, length, origin, cutting->pieces, cutting->progress, error);
}

static gboolean
cut_plain (const Cutting *cutting, const char *text, gsize length, guint64 origin, GError **error)
{
  if (cutting->self->kind == SEMA_TOKENIZER_WORD_PIECES)
    return sema_word_piece_cut (&cutting->self->word_piece, text, length, origin, cutting->pieces, cutting->progress, error);
  if (cutting->self->kind == SEMA_TOKENIZER_SENTENCE_PIECES)
    return cut_sentence (cutting, text, length, origin, error);
  return cut_pairs (cutting, text, length, origin, error);
}

/* Cuts what stands between added tokens, in one of two ways. */
static gboolean
cut_between (const Cutting *cutting, gboolean late, const char *text, gsize length, guint64 origin, CutFunc cut, GError **error)
{
  g_auto (SemaBuffer)   matches = {0};
  const SemaAddedMatch *match;

  if (!sema_added_tokens_split (&cutting->self->added, late, text, length, &matches, cutting->progress, error))
    return FALSE;
  match = (const SemaAddedMatch *)matches.data;
  for (gsize i = 0; i < matches.n_bytes / sizeof *match; i++, match++)
    if (match->id != SEMA_TOKEN_NO_ID ? !sema_token_pieces_add (cutting->pieces, match->id, origin + match->start, origin + match->end, error)
                                      : !cut (cutting, text + match->start, match->end - match->start, origin + match->start, error))
      return FALSE;
  return TRUE;
}

static gboolean
cut_late (const Cutting *cutting, const char *text, gsize length, guint64 origin, GError **error)
{
  g_auto (SemaSteppedText) stepped = {0};
  guint64                  n_before = sema_token_pieces_get_n (cutting->pieces);
  Cutting                  inner = *cutting;
  gsize                    n_stepped;
  const char              *made;

  if (cutting->self->steps.n == 0)
    return cut_between (cutting, TRUE, text, length, origin, cut_plain, error);
  if (!sema_stepped_text_make (&stepped, &cutting->self->steps, text, length, error))
    return FALSE;
  inner.is_first = origin == 0;
  made = sema_stepped_text_get (&stepped, &n_stepped);
  if (!cut_between (&inner, TRUE, made, n_stepped, 0, cut_plain, error))
    return FALSE;
  if (sema_token_pieces_get_n (cutting->pieces) > n_before)
    sema_stepped_text_map (&stepped, (SemaTokenPiece *)(gpointer)cutting->pieces->buffer.data + n_before, sema_token_pieces_get_n (cutting->pieces) - n_before, origin);
  return TRUE;
}

/**
 * sema_tokenizer_split:
 * @self: a tokenizer
 * @text: (array length=length): any bytes
 * @length: how many there are
 * @pieces: the pieces are added to it, in the order of the text
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED; %SEMA_FORMAT_ERROR_UNKNOWN where the tokens are known, but not how
 *   their model cuts texts
 *
 * Cuts a text. The tokens that a model wants around a text are not in it, and are not added. O(n log n) for n bytes, whatever the text is; with likely
 * pieces n times the longest token.
 *
 * Returns: whether nothing failed
 */
gboolean
sema_tokenizer_split (const SemaTokenizer *self, const char *text, gsize length, SemaTokenPieces *pieces, SemaProgress *progress, GError **error)
{
  g_auto (SemaBytePairs) scratch = {0};
  Cutting                cutting = {self, &scratch, pieces, progress, TRUE};

  if (self->refusal != NULL)
    {
      g_set_error_literal (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, self->refusal);
      return FALSE;
    }
  if (self->kind == SEMA_TOKENIZER_WORDS)
    return sema_known_words_find (sema_set_get_vocab (self->set), text, length, pieces, progress, error);
  return cut_between (&cutting, FALSE, text, length, 0, cut_late, error);
}

/**
 * sema_tokenizer_can_split:
 * @self: a tokenizer
 *
 * Returns: whether it is known how texts are cut, and not only what the tokens are
 */
gboolean
sema_tokenizer_can_split (const SemaTokenizer *self)
{
  return self->refusal == NULL;
}

/**
 * sema_tokenizer_get_kind:
 * @self: a tokenizer
 *
 * Returns: what its tokens are
 */
SemaTokenizerKind
sema_tokenizer_get_kind (const SemaTokenizer *self)
{
  return self->kind;
}

/**
 * sema_tokenizer_get_format:
 * @self: a tokenizer
 *
 * Returns: of what kind its file is: “words”, “gpt2”, “tiktoken”, “huggingface”, “wordpiece” or “gguf”
 */
const char *
sema_tokenizer_get_format (const SemaTokenizer *self)
{
  return self->format;
}

/**
 * sema_tokenizer_get_n_tokens:
 * @self: a tokenizer
 *
 * Returns: how many tokens its file has, without those that are only added
 */
guint64
sema_tokenizer_get_n_tokens (const SemaTokenizer *self)
{
  return self->set != NULL ? sema_set_get_n_rows (self->set) : sema_token_table_get_n_tokens (self->tokens);
}

/**
 * sema_tokenizer_get_notes:
 * @self: a tokenizer
 *
 * Returns: (transfer none) (array zero-terminated=1): sentences that the user should know: what was taken from the file to mean what, and
 *   what it asks for that is not done
 */
const char *const *
sema_tokenizer_get_notes (const SemaTokenizer *self)
{
  return (const char *const *)self->notes->pdata;
}

/**
 * sema_tokenizer_dup_token:
 * @self: a tokenizer
 * @id: any number
 * @length: (out): bytes of the token
 *
 * Returns: (transfer full) (nullable): the bytes that a token stands for, which may be half a character, with a NUL after the last; of
 *   several with one id the first. %NULL where there is none.
 */
char *
sema_tokenizer_dup_token (const SemaTokenizer *self, guint64 id, gsize *length)
{
  const char *token = self->added_table != NULL ? sema_token_table_get_token (self->added_table, id, length) : NULL;

  if (token != NULL)
    return g_memdup2 (token, *length + 1);
  *length = 0;
  if (self->set != NULL)
    token = id < sema_set_get_n_rows (self->set) ? sema_vocab_get_word (sema_set_get_vocab (self->set), id, length) : NULL;
  else
    token = sema_token_table_get_token (self->tokens, id, length);
  if (token == NULL)
    return NULL;
  if (self->kind == SEMA_TOKENIZER_SENTENCE_PIECES)
    return sema_sentence_pieces_dup_bytes (token, *length, length);
  return self->is_alphabet ? sema_byte_alphabet_decode (token, *length, length) : g_memdup2 (token, *length + 1);
}
