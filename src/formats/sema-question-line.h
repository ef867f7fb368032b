/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaQuestionKind:
 * @SEMA_QUESTION_BLANK: nothing but white space
 * @SEMA_QUESTION_SECTION: a colon and a blank, and the name of the section that begins here
 * @SEMA_QUESTION_WORDS: four words, of which the last is the answer to the others
 * @SEMA_QUESTION_OTHER: anything else
 *
 * What a line of a file of analogies is, as in the questions-words.txt of word2vec.
 */
typedef enum {
  SEMA_QUESTION_BLANK,
  SEMA_QUESTION_SECTION,
  SEMA_QUESTION_WORDS,
  SEMA_QUESTION_OTHER,
} SemaQuestionKind;

/**
 * SemaQuestionPart:
 * @text: bytes of the line
 * @length: how many
 */
typedef struct
{
  const char *text;
  gsize       length;
} SemaQuestionPart;

/**
 * SemaQuestionLine:
 * @parts: the four words, or the name of the section as the first
 */
typedef struct
{
  SemaQuestionPart parts[4];
} SemaQuestionLine;

SemaQuestionKind sema_question_line_parse (const char *text, gsize length, SemaQuestionLine *line);

G_END_DECLS
