/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-charsmap.h"
#include "sema-json-reader.h"

G_BEGIN_DECLS

/**
 * SemaTokenizerFlag:
 *
 * A setting that may be missing, or null.
 */
typedef enum {
  SEMA_TOKENIZER_UNSET,
  SEMA_TOKENIZER_NO,
  SEMA_TOKENIZER_YES,
} SemaTokenizerFlag;

/**
 * SemaTokenizerPart:
 * @type: (nullable): its type; %NULL where the part is null
 * @pattern: (nullable): the regular expression that it splits at, or replaces
 * @string: (nullable): the string that it splits at, or replaces
 * @content: (nullable): what comes in its place
 * @prepend: (nullable): what it puts before a text
 * @replacement: (nullable): what it has for a space
 * @prepend_scheme: (nullable): before what it puts that
 * @charsmap: (nullable): what it replaces characters by
 * @behavior: (nullable): what becomes of what matches
 * @parts: (element-type SemaTokenizerPart): what a sequence consists of
 *
 * A part of a tokenizer.json but for its model: what it is, and those of its settings that matter here.
 */
typedef struct
{
  char             *type;
  char             *pattern;
  char             *string;
  char             *content;
  char             *prepend;
  char             *replacement;
  char             *prepend_scheme;
  SemaCharsmap     *charsmap;
  char             *behavior;
  SemaTokenizerFlag add_prefix_space;
  SemaTokenizerFlag use_regex;
  SemaTokenizerFlag invert;
  SemaTokenizerFlag clean_text;
  SemaTokenizerFlag handle_chinese_chars;
  SemaTokenizerFlag strip_accents;
  SemaTokenizerFlag lowercase;
  SemaTokenizerFlag split;
  SemaTokenizerFlag strip_left;
  SemaTokenizerFlag strip_right;
  GPtrArray        *parts;
} SemaTokenizerPart;

#define SEMA_TOKENIZER_MOST_PARTS 16

SemaTokenizerPart *sema_tokenizer_part_read (SemaJsonReader *reader, const char *label, GError **error);
void               sema_tokenizer_part_free (SemaTokenizerPart *self);
gboolean           sema_tokenizer_part_is (const SemaTokenizerPart *self, const char *type);
gboolean           sema_tokenizer_part_has (const SemaTokenizerPart *self, const char *type);
const char        *sema_tokenizer_part_find_other (const SemaTokenizerPart *self, const char *const *types);

const SemaTokenizerPart *sema_tokenizer_part_unwrap (const SemaTokenizerPart *self);

gboolean sema_tokenizer_part_read_flag (SemaJsonReader *reader, const char *label, SemaTokenizerFlag *flag, GError **error);
gboolean sema_tokenizer_part_read_text (SemaJsonReader *reader, const char *label, char **text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaTokenizerPart, sema_tokenizer_part_free)

G_END_DECLS
