/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-row.h"

#include "sema-number.h"

/* No other character parts tokens: a no-break space is a word. */
static inline gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/**
 * sema_text_token_first:
 * @text: where to start
 * @end: one past the last byte
 * @token_end: (out): one past the token
 *
 * Returns: (nullable): the first run of bytes without spaces and tabs; %NULL when there is none
 */
const char *
sema_text_token_first (const char *text, const char *end, const char **token_end)
{
  const char *token;

  while (text < end && is_blank (*text))
    text++;
  token = text;
  while (text < end && !is_blank (*text))
    text++;
  *token_end = text;
  return token < text ? token : NULL;
}

/**
 * sema_text_token_last:
 * @text: the first byte
 * @end: one past the last byte
 * @token_end: (out): one past the token
 *
 * Returns: (nullable): the last run of bytes without spaces and tabs; %NULL when there is none
 */
const char *
sema_text_token_last (const char *text, const char *end, const char **token_end)
{
  while (end > text && is_blank (end[-1]))
    end--;
  *token_end = end;
  while (end > text && !is_blank (end[-1]))
    end--;
  return end < *token_end ? end : NULL;
}

/**
 * sema_text_row_is_blank:
 * @line: (array length=length): a line
 * @length: its bytes
 *
 * Returns: whether it holds nothing but spaces and tabs
 */
gboolean
sema_text_row_is_blank (const char *line, gsize length)
{
  const char *end;

  return sema_text_token_first (line, line + length, &end) == NULL;
}

static gboolean
is_number (const char *token, const char *end)
{
  float value;

  return sema_number_parse_float (token, (gsize)(end - token), &value);
}

/**
 * sema_text_row_count_numbers:
 * @line: (array length=length): a line
 * @length: its bytes
 * @max: count no further
 *
 * Counts the numbers that the line ends with, without its first token, which is a word even where it looks like a number.
 * A blank at the start of the line is an empty word, and every token may be a number.
 *
 * Returns: the count, 0 to @max
 */
gsize
sema_text_row_count_numbers (const char *line, gsize length, gsize max)
{
  const char *end = line + length;
  gsize       n = 0;

  while (n < max)
    {
      const char *token_end;
      const char *token = sema_text_token_last (line, end, &token_end);

      if (token == NULL || token == line || !is_number (token, token_end))
        break;
      n++;
      end = token;
    }
  return n;
}

/* Whether every token is a number: then none of them can be the word. */
static gboolean
are_all_numbers (const char *text, const char *end)
{
  const char *token, *token_end;

  while ((token = sema_text_token_first (text, end, &token_end)) != NULL)
    {
      if (!is_number (token, token_end))
        return FALSE;
      text = token_end;
    }
  return TRUE;
}

/* Two tokens or more left of the numbers make a word with spaces, unless all of them are numbers too. */
static gboolean
is_long (const char *line, const char *word_end)
{
  const char *token_end;
  const char *first = sema_text_token_first (line, word_end, &token_end);

  if (first == NULL || sema_text_token_first (token_end, word_end, &token_end) == NULL)
    return FALSE;
  return are_all_numbers (line, word_end);
}

/**
 * sema_text_row_split_simply:
 * @line: (array length=length): a line that is not blank
 * @length: its bytes
 * @dim: not used: as sema_text_row_split()
 * @row: (out caller-allocates): where word and numbers are, if they are as nearly always
 *
 * Supposes that the word is the first token and that the numbers follow it, as in nearly every line, without a look at
 * them. Where it is not so, sema_text_row_parse() says that it is no row, and sema_text_row_split() is to be asked.
 *
 * Returns: whether it may be so
 */
gboolean
sema_text_row_split_simply (const char *line, gsize length, gsize dim, SemaTextRow *row)
{
  const char *word_end;

  *row = (SemaTextRow) {0};
  if (is_blank (line[0]) || sema_text_token_first (line, line + length, &word_end) == NULL)
    return FALSE;
  row->word_length = (gsize)(word_end - line);
  row->numbers = row->word_length;
  return TRUE;
}

/**
 * sema_text_row_split:
 * @line: (array length=length): a line that is not blank
 * @length: its bytes
 * @dim: how many numbers a row has, at least 1
 * @row: (out caller-allocates): where word and numbers are, or why it is no row
 *
 * Splits a line from its right end: the last @dim tokens are the numbers, and what comes before the blanks before them is
 * the word, with the spaces in it. Reads no number. Cost: linear in the length.
 *
 * Returns: whether there are enough tokens
 */
gboolean
sema_text_row_split (const char *line, gsize length, gsize dim, SemaTextRow *row)
{
  const char *end = line + length;

  *row = (SemaTextRow) {0};
  for (gsize i = 0; i < dim; i++)
    {
      const char *token_end;
      const char *token = sema_text_token_last (line, end, &token_end);

      if (token == NULL || token == line)
        {
          row->fault = SEMA_TEXT_FAULT_SHORT;
          row->n_found = i;
          return FALSE;
        }
      end = token;
    }
  row->numbers = (gsize)(end - line);
  while (end > line && is_blank (end[-1]))
    end--;
  row->word_length = (gsize)(end - line);
  return TRUE;
}

/**
 * sema_text_row_parse:
 * @line: (array length=length): the line that was split
 * @length: its bytes
 * @dim: how many numbers a row has
 * @row: (inout): what sema_text_row_split() or sema_text_row_split_simply() gave; gets the fault
 * @values: (out) (array length=dim): the numbers
 *
 * Reads the numbers. Cost: linear in the length.
 *
 * Returns: whether the line is a row; if not, @values are undefined
 */
gboolean
sema_text_row_parse (const char *line, gsize length, gsize dim, SemaTextRow *row, float *values)
{
  const char *text = line + row->numbers;
  const char *end = line + length;

  for (gsize i = 0; i < dim; i++)
    {
      const char *token_end;
      const char *token;

      while (text < end && is_blank (*text))
        text++;
      token_end = sema_number_scan_float (text, end, &values[i]);
      if (token_end != NULL)
        {
          text = token_end;
          continue;
        }
      token = sema_text_token_first (text, end, &token_end);
      if (token == NULL || !sema_number_parse_float (token, (gsize)(token_end - token), &values[i]))
        {
          row->fault = token == NULL ? SEMA_TEXT_FAULT_SHORT : SEMA_TEXT_FAULT_NO_NUMBER;
          row->n_found = token == NULL ? i : i + 1;
          return FALSE;
        }
      text = token_end;
    }
  if (!sema_text_row_is_blank (text, (gsize)(end - text)) || is_long (line, line + row->word_length))
    {
      row->fault = SEMA_TEXT_FAULT_LONG;
      row->n_found = dim + sema_text_row_count_numbers (line, row->word_length, G_MAXSIZE);
      return FALSE;
    }
  return TRUE;
}
