/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-sentence-style.h"

static gboolean
doubt_it (SemaTokenizerDoubt *doubt, const char *part, const char *what)
{
  *doubt = (SemaTokenizerDoubt) {part, what};
  return FALSE;
}

static const char *
name (const SemaTokenizerPart *part)
{
  return part != NULL && part->type != NULL ? part->type : "null";
}

static gboolean
replaces_spaces (const SemaTokenizerPart *part)
{
  return sema_tokenizer_part_is (part, "Replace") && g_strcmp0 (part->string, " ") == 0 && g_strcmp0 (part->content, SEMA_SENTENCE_SPACE) == 0;
}

static gboolean
prepends_space (const SemaTokenizerPart *part)
{
  return sema_tokenizer_part_is (part, "Prepend") && g_strcmp0 (part->prepend, SEMA_SENTENCE_SPACE) == 0;
}

/* A split at spaces does nothing where there are none any more. */
static gboolean
splits_at_spaces (const SemaTokenizerPart *part)
{
  return sema_tokenizer_part_is (part, "Split") && g_strcmp0 (part->string, " ") == 0;
}

/* Llama and Gemma: spaces are replaced in the text, which is not split then. */
static gboolean
take_replaced (SemaSentenceStyle *self, const SemaTokenizerPart *normalizer, const SemaTokenizerPart *pre_tokenizer, SemaTokenizerDoubt *doubt)
{
  *self = (SemaSentenceStyle) {SEMA_SENTENCE_PREFIX_NONE, FALSE};
  if (sema_tokenizer_part_is (normalizer, "Sequence") && normalizer->parts->len == 2 && prepends_space (normalizer->parts->pdata[0]))
    {
      self->prefix = SEMA_SENTENCE_PREFIX_ALWAYS;
      normalizer = normalizer->parts->pdata[1];
    }
  if (!replaces_spaces (normalizer))
    return doubt_it (doubt, "normalizer", name (normalizer));
  if (!sema_tokenizer_part_is (pre_tokenizer, NULL) && !splits_at_spaces (pre_tokenizer))
    return doubt_it (doubt, "pre_tokenizer", name (pre_tokenizer));
  return TRUE;
}

static gboolean
take_scheme (SemaSentenceStyle *self, const SemaTokenizerPart *metaspace, SemaTokenizerDoubt *doubt)
{
  const char *scheme = metaspace->prepend_scheme != NULL ? metaspace->prepend_scheme : "always";

  /* A setting of older files, that has to say the same. */
  if (metaspace->add_prefix_space == SEMA_TOKENIZER_NO && !g_str_equal (scheme, "never"))
    return doubt_it (doubt, "pre_tokenizer", "add_prefix_space");
  if (g_str_equal (scheme, "never"))
    self->prefix = SEMA_SENTENCE_PREFIX_NONE;
  else if (g_str_equal (scheme, "always"))
    self->prefix = SEMA_SENTENCE_PREFIX_MISSING;
  else if (g_str_equal (scheme, "first"))
    self->prefix = SEMA_SENTENCE_PREFIX_FIRST;
  else
    return doubt_it (doubt, "pre_tokenizer", scheme);
  return TRUE;
}

static gboolean
take_metaspace (SemaSentenceStyle *self, const SemaTokenizerPart *normalizer, const SemaTokenizerPart *metaspace, SemaTokenizerDoubt *doubt)
{
  if (!sema_tokenizer_part_is (normalizer, NULL))
    return doubt_it (doubt, "normalizer", name (normalizer));
  if (g_strcmp0 (metaspace->replacement, SEMA_SENTENCE_SPACE) != 0)
    return doubt_it (doubt, "pre_tokenizer", "replacement");
  self->splits = metaspace->split != SEMA_TOKENIZER_NO;
  return take_scheme (self, metaspace, doubt);
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

/**
 * sema_sentence_style_take:
 * @self: (out): how spaces become part of tokens
 * @normalizer: (nullable): a part of a tokenizer.json
 * @pre_tokenizer: (nullable): another
 * @doubt: (out): what is not known here, where something is not
 *
 * Returns: whether these say nothing but how spaces become part of tokens, in a way that is known here
 */
gboolean
sema_sentence_style_take (SemaSentenceStyle *self, const SemaTokenizerPart *normalizer, const SemaTokenizerPart *pre_tokenizer, SemaTokenizerDoubt *doubt)
{
  normalizer = sema_tokenizer_part_unwrap (normalizer);
  pre_tokenizer = sema_tokenizer_part_unwrap (pre_tokenizer);
  if (sema_tokenizer_part_is (pre_tokenizer, "Metaspace"))
    return take_metaspace (self, normalizer, pre_tokenizer, doubt);
  return take_replaced (self, normalizer, pre_tokenizer, doubt);
}
