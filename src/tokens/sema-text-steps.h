/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-mapped-text.h"
#include "sema-tokenizer-part.h"

G_BEGIN_DECLS

#define SEMA_TEXT_STEPS_MOST SEMA_TOKENIZER_MOST_PARTS

/**
 * SemaTextSteps:
 * @parts: the normalizers of a tokenizer.json, in their order; borrowed from @owner
 * @n: how many there are
 * @growth: how many times as long a text may become; 0: none is there yet
 * @owner: (nullable): what they are parts of
 *
 * What becomes of a text before its tokens are looked for. Starts as all zeros.
 */
typedef struct
{
  const SemaTokenizerPart *parts[SEMA_TEXT_STEPS_MOST];
  guint                    n;
  double                   growth;
  SemaTokenizerPart       *owner;
} SemaTextSteps;

/**
 * SemaSteppedText:
 * @texts: what came of each step
 * @n: how many there are
 *
 * A text after all steps. Starts as all zeros.
 */
typedef struct
{
  SemaMappedText texts[SEMA_TEXT_STEPS_MOST];
  guint          n;
} SemaSteppedText;

gboolean sema_text_steps_take (SemaTextSteps *self, SemaTokenizerPart *normalizer, const char **unknown);
gboolean sema_text_steps_leave_no_space (const SemaTextSteps *self);
gboolean sema_text_steps_keep_beginning (const SemaTextSteps *self);
void     sema_text_steps_clear (SemaTextSteps *self);

gboolean    sema_stepped_text_make (SemaSteppedText *self, const SemaTextSteps *steps, const char *text, gsize length, GError **error);
const char *sema_stepped_text_get (const SemaSteppedText *self, gsize *length);
void        sema_stepped_text_map (const SemaSteppedText *self, SemaTokenPiece *pieces, guint64 n_pieces, guint64 origin);
void        sema_stepped_text_clear (SemaSteppedText *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaSteppedText, sema_stepped_text_clear)

G_END_DECLS
