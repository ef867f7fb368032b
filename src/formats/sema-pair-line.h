/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaPairKind:
 * @SEMA_PAIR_NOTHING: empty, or a comment, which begins with “#”
 * @SEMA_PAIR_WORDS: two words and a number
 * @SEMA_PAIR_OTHER: anything else
 *
 * What a line of a file of word pairs is.
 */
typedef enum {
  SEMA_PAIR_NOTHING,
  SEMA_PAIR_WORDS,
  SEMA_PAIR_OTHER,
} SemaPairKind;

/**
 * SemaPairLine:
 * @words: the words, bytes of the line
 * @lengths: how many bytes each has
 * @score: how alike people find them, in any unit
 */
typedef struct
{
  const char *words[2];
  gsize       lengths[2];
  double      score;
} SemaPairLine;

SemaPairKind sema_pair_line_parse (const char *text, gsize length, SemaPairLine *line);

G_END_DECLS
