/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pair-line.h"

#include <string.h>

#include "sema-number.h"
#include "sema-utf8.h"

static gboolean
read_score (const char *text, const char *end, double *score)
{
  const char *first = sema_utf8_skip_spaces (text, end);
  const char *last = sema_utf8_skip_word (first, end);

  return sema_utf8_skip_spaces (last, end) == end && sema_number_parse_double (first, (gsize)(last - first), score);
}

/**
 * sema_pair_line_parse:
 * @text: (array length=length): a line without its ending, any bytes
 * @length: how many
 * @line: (out caller-allocates): what is in it; borrowed from @text
 *
 * Reads a line as gensim does: three fields with a tab between each, of which the last is a number; what stands round the tabs
 * belongs to the words. O(@length).
 *
 * Returns: what it is
 */
SemaPairKind
sema_pair_line_parse (const char *text, gsize length, SemaPairLine *line)
{
  const char *end = text + length;

  *line = (SemaPairLine) {0};
  if (length == 0 || *text == '#')
    return SEMA_PAIR_NOTHING;
  for (gsize i = 0; i < 2; i++)
    {
      const char *tab = memchr (text, '\t', (gsize)(end - text));

      if (tab == NULL)
        return SEMA_PAIR_OTHER;
      line->words[i] = text;
      line->lengths[i] = (gsize)(tab - text);
      text = tab + 1;
    }
  if (memchr (text, '\t', (gsize)(end - text)) != NULL || !read_score (text, end, &line->score))
    return SEMA_PAIR_OTHER;
  return SEMA_PAIR_WORDS;
}
