/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question-line.h"

#include "sema-utf8.h"

/* A name may have blanks in it, but not round it. */
static SemaQuestionPart
read_name (const char *p, const char *end)
{
  SemaQuestionPart name;

  while (p < end && (*p == ':' || *p == ' '))
    p++;
  name = (SemaQuestionPart) {sema_utf8_skip_spaces (p, end), 0};
  for (p = name.text; p < end; p = sema_utf8_skip_spaces (p, end))
    {
      p = sema_utf8_skip_word (p, end);
      name.length = (gsize)(p - name.text);
    }
  return name;
}

/**
 * sema_question_line_parse:
 * @text: (array length=length): a line without its ending, any bytes
 * @length: how many
 * @line: (out caller-allocates): its parts; borrowed from @text
 *
 * Reads a line as gensim and the compute-accuracy of word2vec do: words are parted by any white space of Unicode, a colon
 * without a blank after it begins no section, and “: : x” names the section “x”. O(@length), and no more than five words are looked at.
 *
 * Returns: what it is
 */
SemaQuestionKind
sema_question_line_parse (const char *text, gsize length, SemaQuestionLine *line)
{
  const char *end = text + length;
  gsize       n = 0;

  *line = (SemaQuestionLine) {0};
  if (length >= 2 && text[0] == ':' && text[1] == ' ')
    {
      line->parts[0] = read_name (text, end);
      return SEMA_QUESTION_SECTION;
    }
  for (const char *p = sema_utf8_skip_spaces (text, end); p < end; p = sema_utf8_skip_spaces (p, end))
    {
      const char *word = p;

      if (n == G_N_ELEMENTS (line->parts))
        return SEMA_QUESTION_OTHER;
      p = sema_utf8_skip_word (p, end);
      line->parts[n++] = (SemaQuestionPart) {word, (gsize)(p - word)};
    }
  if (n == 0)
    return SEMA_QUESTION_BLANK;
  return n == G_N_ELEMENTS (line->parts) ? SEMA_QUESTION_WORDS : SEMA_QUESTION_OTHER;
}
