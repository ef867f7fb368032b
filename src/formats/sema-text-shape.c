/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-shape.h"

#include <string.h>

#include "sema-line-scanner.h"
#include "sema-number.h"
#include "sema-text-row.h"

#define SAMPLE_LINES 1000          /* without blank ones */
#define FIRST_LOOK (64 * 1024)     /* bytes */
#define MIN_LINES_AGAINST_HEADER 4 /* so many lines must agree before a header is not believed */

/* What is counted in the first lines. */
typedef struct
{
  GHashTable *lines_by_count; /* how many numbers a line ends with -> lines that do, line 1 left out */
  gsize       n_lines;
  gsize       mode; /* the count that most lines have; on ties the first that is not 0 */
  gsize       n_mode;
  gsize       second_count; /* of the line after line 1 */
  gboolean    second_is_ended;
  gsize       n_commas; /* tokens like 0,5 */
  gsize       n_points; /* tokens with a point */
  gsize       n_tokens;
} Sample;

/* Whether the token is a number with a comma where the point should be. */
static gboolean
is_comma_number (const char *token, gsize length)
{
  char  copy[SEMA_NUMBER_SIZE * 2];
  char *comma;
  float value;

  if (length >= sizeof copy)
    return FALSE;
  memcpy (copy, token, length);
  comma = memchr (copy, ',', length);
  if (comma == NULL)
    return FALSE;
  *comma = '.';
  return sema_number_parse_float (copy, length, &value);
}

static void
count_commas (Sample *sample, const char *line, gsize length)
{
  const char *end = line + length;
  const char *token_end;

  if (sema_text_token_first (line, end, &token_end) == NULL)
    return;
  for (const char *token; (token = sema_text_token_first (token_end, end, &token_end)) != NULL;)
    {
      gsize token_length = (gsize)(token_end - token);

      sample->n_tokens++;
      if (memchr (token, '.', token_length) != NULL)
        sample->n_points++;
      else if (is_comma_number (token, token_length))
        sample->n_commas++;
    }
}

static gsize
get_n_lines (const Sample *sample, gsize count)
{
  return GPOINTER_TO_SIZE (g_hash_table_lookup (sample->lines_by_count, GSIZE_TO_POINTER (count)));
}

/* Returns how many numbers the line ends with. */
static gsize
count_line (Sample *sample, const char *line, gsize length, gboolean is_ended)
{
  gsize count = sema_text_row_count_numbers (line, length, SEMA_WORD2VEC_MAX_DIM + 1);
  gsize n = get_n_lines (sample, count) + 1;

  g_hash_table_insert (sample->lines_by_count, GSIZE_TO_POINTER (count), GSIZE_TO_POINTER (n));
  if (n > sample->n_mode || (n == sample->n_mode && sample->mode == 0))
    {
      sample->mode = count;
      sample->n_mode = n;
    }
  if (sample->n_lines == 0)
    {
      sample->second_count = count;
      sample->second_is_ended = is_ended;
    }
  sample->n_lines++;
  if (count == 0)
    count_commas (sample, line, length);
  return count;
}

/* The next whole line of what is seen; the last one of the data needs no line feed. */
static gboolean
next_line (const char **at, const char *end, gboolean is_all, const char **line, gsize *length)
{
  const char *feed = memchr (*at, '\n', (gsize)(end - *at));

  if (*at == end || (feed == NULL && !is_all))
    return FALSE;
  *line = *at;
  *length = sema_line_measure (*at, (gsize)((feed != NULL ? feed : end) - *at));
  *at = feed != NULL ? feed + 1 : end;
  return TRUE;
}

/* Counts the whole lines of the bytes up to SAMPLE_LINES; @first is line 1. A last line that nothing ends may be cut: it counts
 * only where there is no other. */
static void
take_sample (Sample *sample, const char *bytes, gsize available, gboolean is_all, const char **first, gsize *first_length)
{
  const char *at = bytes;
  const char *end = bytes + available;
  const char *line;
  gsize       length;

  *first = NULL;
  *first_length = 0;
  while (sample->n_lines < SAMPLE_LINES && next_line (&at, end, is_all, &line, &length))
    {
      if (sema_text_row_is_blank (line, length))
        continue;
      if (*first == NULL)
        {
          *first = line;
          *first_length = length;
        }
      else if (at[-1] == '\n' || sample->n_lines == 0)
        count_line (sample, line, length, at[-1] == '\n');
    }
}

/* Whether the sample is large enough to judge by: a thousand lines, or some that show that this is no text of vectors. */
static gboolean
is_enough (const Sample *sample)
{
  return sample->n_lines >= SAMPLE_LINES || (sample->n_lines > 0 && sample->mode == 0 && sample->n_mode == sample->n_lines);
}

/* A file that ends inside line 2 was cut: its lines say nothing. */
static gboolean
is_cut_early (const Sample *sample)
{
  return sample->n_lines == 1 && !sample->second_is_ended;
}

/* Most lines have another count than the header promises: then the lines are right. Words may hold numbers, so a few lines with
 * more of them prove nothing. */
static gboolean
contradicts (const Sample *sample, guint64 promised)
{
  if (is_cut_early (sample) || sample->mode == 0 || sample->mode == promised)
    return promised == 0;
  if (sample->mode < promised)
    return sample->second_count < promised;
  return promised == 0 || (sample->n_mode >= MIN_LINES_AGAINST_HEADER && sample->n_mode > sample->n_lines / 2);
}

/* Whether two whole numbers in line 1 are a header, and not a word and its only number. */
static gboolean
is_header (const Sample *sample, guint64 promised)
{
  if (sample->mode > 1 || is_cut_early (sample))
    return TRUE;
  return promised > 0 && sample->second_count >= promised;
}

static gboolean
has_decimal_commas (const Sample *sample)
{
  return sample->mode == 0 && sample->n_points == 0 && sample->n_commas * 2 > sample->n_tokens;
}

/* Decides by line 1 and the counts of the others. */
static void
judge (const Sample *sample, const char *first, gsize first_length, SemaTextShape *shape)
{
  Sample with_first = *sample;
  gsize  first_count;

  shape->has_header = sema_word2vec_header_parse (first, first_length, &shape->header);
  if (shape->has_header && sample->second_count == 0 && sample->mode == 0)
    {
      shape->has_decimal_commas = has_decimal_commas (sample);
      return;
    }
  if (shape->has_header && is_header (sample, shape->header.dim))
    {
      shape->dim = contradicts (sample, shape->header.dim) ? sample->mode : shape->header.dim;
      return;
    }

  shape->has_header = FALSE;
  first_count = count_line (&with_first, first, first_length, TRUE);
  shape->dim = with_first.mode;
  if (first_count > 0 && get_n_lines (&with_first, first_count) == with_first.n_mode)
    shape->dim = first_count;
  shape->has_decimal_commas = has_decimal_commas (&with_first);
}

/**
 * sema_text_shape_guess:
 * @source: at its first byte; nothing is taken
 * @shape: (out caller-allocates): what the text is
 * @error: return location
 *
 * Looks at the first 1,000 lines that are not blank, in at most SEMA_LINE_MAX bytes. A row has as many numbers as most of
 * these lines end with: the first line alone misleads where its word is a number or has spaces. Two whole numbers in line 1 are a
 * header when the lines after it have that many numbers, or other than one. Bytes that are no text show it in the first lines.
 *
 * Returns: %FALSE with SEMA_FORMAT_ERROR_IO, SEMA_CORE_ERROR_NO_MEMORY or SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_text_shape_guess (SemaSource *source, SemaTextShape *shape, GError **error)
{
  *shape = (SemaTextShape) {0};
  for (gsize wanted = FIRST_LOOK;; wanted = MIN (4 * wanted, SEMA_LINE_MAX))
    {
      gsize                  available;
      const char            *bytes = (const char *)sema_source_peek (source, wanted, &available, error);
      g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
      Sample                 sample = {.lines_by_count = counts};
      const char            *first;
      gsize                  first_length;

      if (bytes == NULL)
        return FALSE;
      take_sample (&sample, bytes, MIN (available, SEMA_LINE_MAX), available < wanted, &first, &first_length);
      if (is_enough (&sample) || available < wanted || wanted >= SEMA_LINE_MAX)
        {
          if (first != NULL)
            judge (&sample, first, first_length, shape);
          if (shape->dim > SEMA_WORD2VEC_MAX_DIM)
            shape->dim = 0;
          return TRUE;
        }
    }
}
