/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-sentence-style.h"

static gboolean
replaces_spaces (const SemaTokenizerPart *part)
{
  return sema_tokenizer_part_is (part, "Replace") && g_strcmp0 (part->string, " ") == 0 && g_strcmp0 (part->content, SEMA_SENTENCE_SPACE) == 0;
}

/**
 * sema_sentence_style_is_meant:
 * @normalizer: (nullable): a part of a tokenizer.json
 * @pre_tokenizer: (nullable): another
 *
 * Returns: whether these have something to do with spaces that become part of tokens, known or not
 */
gboolean
sema_sentence_style_is_meant (const SemaTokenizerPart *normalizer, const SemaTokenizerPart *pre_tokenizer)
{
  if (sema_tokenizer_part_has (pre_tokenizer, "Metaspace") || replaces_spaces (normalizer))
    return TRUE;
  for (guint i = 0; normalizer != NULL && i < normalizer->parts->len; i++)
    if (replaces_spaces (normalizer->parts->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
take_scheme (SemaSentenceStyle *self, const SemaTokenizerPart *metaspace, const char **unknown)
{
  const char *scheme = metaspace->prepend_scheme != NULL ? metaspace->prepend_scheme : "always";

  *unknown = scheme;
  if (g_str_equal (scheme, "never"))
    self->prefix = SEMA_SENTENCE_PREFIX_NONE;
  else if (g_str_equal (scheme, "always"))
    self->prefix = SEMA_SENTENCE_PREFIX_MISSING;
  else if (g_str_equal (scheme, "first"))
    self->prefix = SEMA_SENTENCE_PREFIX_FIRST;
  else
    return FALSE;
  /* A setting of older files, that has to say the same. */
  *unknown = "add_prefix_space";
  return metaspace->add_prefix_space != SEMA_TOKENIZER_NO || self->prefix == SEMA_SENTENCE_PREFIX_NONE;
}

static gboolean
take_metaspace (SemaSentenceStyle *self, const SemaTokenizerPart *metaspace, const char **unknown)
{
  *unknown = "replacement";
  self->has_spaces = TRUE;
  self->splits = metaspace->split != SEMA_TOKENIZER_NO;
  return g_strcmp0 (metaspace->replacement, SEMA_SENTENCE_SPACE) == 0 && take_scheme (self, metaspace, unknown);
}

/**
 * sema_sentence_style_take:
 * @self: (out): how spaces become part of tokens
 * @steps: what becomes of a text before
 * @pre_tokenizer: (nullable): a part of a tokenizer.json
 * @unknown: (out): what it asks for that is not known here, where something is not; borrowed
 *
 * Returns: whether it says nothing but how spaces become part of tokens, in a way that is known here
 */
gboolean
sema_sentence_style_take (SemaSentenceStyle *self, const SemaTextSteps *steps, const SemaTokenizerPart *pre_tokenizer, const char **unknown)
{
  const SemaTokenizerPart *part = sema_tokenizer_part_unwrap (pre_tokenizer);

  *self = (SemaSentenceStyle) {0};
  if (part == NULL || part->type == NULL)
    return TRUE;
  /* A split at spaces does nothing where there are none any more. */
  if (sema_tokenizer_part_is (part, "Split") && g_strcmp0 (part->string, " ") == 0 && part->invert == SEMA_TOKENIZER_NO && sema_text_steps_leave_no_space (steps))
    return TRUE;
  if (sema_tokenizer_part_is (part, "Sequence") && part->parts->len == 2 && sema_tokenizer_part_is (part->parts->pdata[0], "WhitespaceSplit"))
    {
      self->has_words = TRUE;
      part = part->parts->pdata[1];
    }
  *unknown = part->type;
  if (!sema_tokenizer_part_is (part, "Metaspace") || !take_metaspace (self, part, unknown))
    return FALSE;
  /* What the reference takes for the first character after other steps, nobody would guess. */
  *unknown = "first";
  return self->prefix != SEMA_SENTENCE_PREFIX_FIRST || steps->n == 0 || (!self->has_words && sema_text_steps_keep_beginning (steps));
}
