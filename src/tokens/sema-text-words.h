/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEMA_TEXT_WORD_MAX 1000 /* bytes; what is longer is no word and left out */

/**
 * SemaTextWordFunc:
 * @word: (nullable): bytes of a word, valid during the call; %NULL where a sentence ends
 * @length: how many, 1 to %SEMA_TEXT_WORD_MAX
 * @data: what was given to sema_text_words_init()
 * @error: return location
 *
 * Returns: %FALSE to stop
 */
typedef gboolean (*SemaTextWordFunc) (const char *word, gsize length, gpointer data, GError **error);

/**
 * SemaTextWords:
 *
 * Cuts a text into words and sentences as its bytes come, by one rule:
 *
 * - A word is a run of letters, digits, marks and underscores, as Unicode has them, in small letters. An apostrophe or a hyphen between
 *   two of them is part of the word: “don't”, “well-known”. A byte that is no UTF-8 is a letter of its own, so that any text can be read.
 * - A sentence ends at a line feed, at “!”, “?”, “…”, “。”, “！”, “？”, and at a full stop that no letter or digit follows at once.
 * - Everything else parts words and is left out.
 *
 * Caller's storage, with nothing to free.
 */
typedef struct
{
  SemaTextWordFunc func;
  gpointer         data;
  char             word[SEMA_TEXT_WORD_MAX];
  gsize            length;
  gboolean         is_too_long;
  gboolean         is_open;    /* a word has begun */
  gunichar         joiner;     /* an apostrophe or a hyphen after it; 0: none */
  gboolean         is_stopped; /* by a full stop, if no letter follows */
  char             rest[8];    /* of a character whose last bytes have not come */
  gsize            n_rest;
} SemaTextWords;

void     sema_text_words_init (SemaTextWords *self, SemaTextWordFunc func, gpointer data);
gboolean sema_text_words_add (SemaTextWords *self, const char *bytes, gsize n_bytes, GError **error);
gboolean sema_text_words_finish (SemaTextWords *self, GError **error);

G_END_DECLS
