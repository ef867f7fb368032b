/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-token-split.h"

#include <string.h>

#include "sema-utf8.h"

/* What the expressions tell characters apart by; a byte that is no character is of none of these classes. */
enum {
  UPPER = 1 << 0,        /* Lu, Lt */
  LOWER = 1 << 1,        /* Ll */
  OTHER_LETTER = 1 << 2, /* Lm, Lo */
  MARK = 1 << 3,
  NUMBER = 1 << 4,
  BREAK = 1 << 5, /* CR, LF */
  SPACE = 1 << 6, /* other white space */
  SIGN = 1 << 7,  /* all else */
};

#define LETTER (UPPER | LOWER | OTHER_LETTER)
#define WHITE (BREAK | SPACE)
#define UPPER_RUN (UPPER | OTHER_LETTER | MARK)
#define LOWER_RUN (LOWER | OTHER_LETTER | MARK)

#define BLOOM_STOPS "(|.,!?)\u2026\u3002\uff0c\u3001\u0964\u06d4\u060c" /* what parts words there, beside white space */

#define LONG_S 0x17f /* the one letter beyond ASCII that is one of ASCII when case is no matter */

#define CL100K_HEAD "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|"
#define CL100K_TAIL "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"
#define CASED_WORD(first, second) "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]" first "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]" second
#define O200K_WORD(first, second) CASED_WORD (first, second) "(?i:'s|'t|'re|'ve|'m|'ll|'d)?|"
#define O200K_TAIL "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"

/* The expressions as files write them, all with the same meaning as the first of their kind. */
static const struct
{
  const char    *pattern;
  SemaTokenSplit kind;
} patterns[] = {
  {"'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+", SEMA_TOKEN_SPLIT_GPT2},
  {"'(?:[sdmt]|ll|ve|re)| ?\\p{L}++| ?\\p{N}++| ?[^\\s\\p{L}\\p{N}]++|\\s++$|\\s+(?!\\S)|\\s", SEMA_TOKEN_SPLIT_GPT2},
  {CL100K_HEAD "\\p{N}{1,3}" CL100K_TAIL, SEMA_TOKEN_SPLIT_CL100K},
  {CL100K_HEAD "\\p{N}" CL100K_TAIL, SEMA_TOKEN_SPLIT_QWEN2},
  {"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?[\\p{L}\\p{M}]+|\\p{N}| ?[^\\s\\p{L}\\p{M}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+", SEMA_TOKEN_SPLIT_QWEN35},
  {O200K_WORD ("*", "+") O200K_WORD ("+", "*") "\\p{N}{1,3}" O200K_TAIL, SEMA_TOKEN_SPLIT_O200K},
  {CASED_WORD ("*", "+") "|" CASED_WORD ("+", "*") "|\\p{N}" O200K_TAIL, SEMA_TOKEN_SPLIT_TEKKEN},
  {" ?[^(\\s|[.,!?\u2026\u3002\uff0c\u3001\u0964\u06d4\u060c])]+", SEMA_TOKEN_SPLIT_BLOOM},
};

/**
 * sema_token_split_is_space:
 * @ch: a character as sema_utf8_next() gives it
 *
 * Returns: whether it has the property White_Space of Unicode
 */
gboolean
sema_token_split_is_space (gunichar ch)
{
  return sema_utf8_is_space (ch) && (ch < 0x1c || ch > 0x1f);
}

static guint
classify_beyond_ascii (gunichar ch)
{
  if (sema_token_split_is_space (ch))
    return SPACE;
  switch (g_unichar_type (ch))
    {
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
      return UPPER;
    case G_UNICODE_LOWERCASE_LETTER:
      return LOWER;
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
      return OTHER_LETTER;
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_NON_SPACING_MARK:
      return MARK;
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
      return NUMBER;
    default:
      return SIGN;
    }
}

static guint
classify (gunichar ch)
{
  if (ch >= 0x80)
    return classify_beyond_ascii (ch);
  if (g_ascii_islower (ch))
    return LOWER;
  if (g_ascii_isupper (ch))
    return UPPER;
  if (g_ascii_isdigit (ch))
    return NUMBER;
  if (ch == '\r' || ch == '\n')
    return BREAK;
  return sema_token_split_is_space (ch) ? SPACE : SIGN;
}

/* The class of the next character, 0 at the end; @next comes behind it. */
static guint
look (const char *cursor, const char *end, const char **next)
{
  *next = cursor;
  return cursor < end ? classify (sema_utf8_next (next, end)) : 0;
}

/* Behind at most @most characters of some classes. */
static const char *
skip_run (const char *cursor, const char *end, guint classes, gsize most)
{
  const char *next;

  for (gsize n = 0; n < most && (look (cursor, end, &next) & classes) != 0; n++)
    cursor = next;
  return cursor;
}

static const char *
skip_all (const char *cursor, const char *end, guint classes)
{
  return skip_run (cursor, end, classes, G_MAXSIZE);
}

/* Behind an apostrophe and s, t, d, m, re, ve or ll; @cursor where there is none. */
static const char *
skip_contraction (const char *cursor, const char *end, gboolean any_case)
{
  static const char *const twos[] = {"re", "ve", "ll"};
  const char              *next = cursor + 1;
  char                     letters[2] = {0};

  if (end - cursor < 2 || *cursor != '\'')
    return cursor;
  if (any_case && sema_utf8_next (&next, end) == LONG_S)
    return next;
  for (gssize i = 0; i < 2 && i < end - cursor - 1; i++)
    letters[i] = any_case ? g_ascii_tolower (cursor[i + 1]) : cursor[i + 1];
  if (letters[0] != 0 && strchr ("stdm", letters[0]) != NULL)
    return cursor + 2;
  for (gsize i = 0; i < G_N_ELEMENTS (twos); i++)
    if (memcmp (letters, twos[i], 2) == 0)
      return cursor + 3;
  return cursor;
}

/* Of a run of white space all at the end of the text, else all but the last, which goes with what follows, but at least one. */
static const char *
skip_white (const char *cursor, const char *end)
{
  const char *last = cursor, *behind = cursor, *next;

  while ((look (behind, end, &next) & WHITE) != 0)
    {
      last = behind;
      behind = next;
    }
  return behind == end || last == cursor ? behind : last;
}

/* Up to and with the last line break of a run of white space; where there is none, as above. */
static const char *
skip_white_and_breaks (const char *cursor, const char *end)
{
  const char *behind_break = cursor, *next;
  guint class;

  for (const char *p = cursor; ((class = look (p, end, &next)) & WHITE) != 0; p = next)
    if (class == BREAK)
      behind_break = next;
  return behind_break > cursor ? behind_break : skip_white (cursor, end);
}

static const char *
next_gpt2 (const char *cursor, const char *end)
{
  const char *behind = skip_contraction (cursor, end, FALSE);
  const char *start = *cursor == ' ' ? cursor + 1 : cursor;
  const char *next;
  guint class = look (start, end, &next);

  if (behind > cursor)
    return behind;
  if (class == 0 || (class & WHITE) != 0)
    return skip_white (cursor, end);
  if ((class & LETTER) != 0)
    return skip_all (next, end, LETTER);
  return skip_all (next, end, class == NUMBER ? NUMBER : SIGN | MARK);
}

/* White space before a number is as at the end of the text. */
static const char *
next_starcoder (const char *cursor, const char *end)
{
  const char *next, *behind = skip_all (cursor, end, WHITE);

  if (look (cursor, end, &next) == NUMBER)
    return next;
  return behind > cursor && look (behind, end, &next) == NUMBER ? behind : next_gpt2 (cursor, end);
}

/* A space or none, signs, and then line breaks, which @slashes join; @cursor where there is no sign. */
static const char *
skip_signs (const char *cursor, const char *end, guint signs, gboolean slashes)
{
  const char *start = *cursor == ' ' ? cursor + 1 : cursor;
  const char *behind = skip_all (start, end, signs);

  if (behind == start)
    return cursor;
  while (behind < end && (*behind == '\r' || *behind == '\n' || (slashes && *behind == '/')))
    behind++;
  return behind;
}

/* One character that may stand before the letters of a word: no letter, number or line break. */
static const char *
skip_prefix (const char *cursor, const char *end)
{
  return skip_run (cursor, end, MARK | SPACE | SIGN, 1);
}

static const char *
next_cl100k (const char *cursor, const char *end, gsize most_digits)
{
  const char *behind = skip_contraction (cursor, end, TRUE);
  const char *start = skip_prefix (cursor, end);

  if (behind == cursor)
    {
      behind = skip_all (start, end, LETTER);
      behind = behind > start ? behind : skip_run (cursor, end, NUMBER, most_digits);
    }
  if (behind == cursor)
    behind = skip_signs (cursor, end, SIGN | MARK, FALSE);
  return behind > cursor ? behind : skip_white_and_breaks (cursor, end);
}

/* A word after a prefix, and where that is nothing without one: a mark may be a prefix or a part of the word. */
static const char *
skip_word (const char *cursor, const char *end, const char *(*skip) (const char *, const char *))
{
  const char *start = skip_prefix (cursor, end);
  const char *behind = skip (start, end);

  return behind > start ? behind : skip (cursor, end);
}

static const char *
skip_letters_and_marks (const char *start, const char *end)
{
  return skip_all (start, end, LETTER | MARK);
}

static const char *
next_qwen35 (const char *cursor, const char *end)
{
  const char *behind = skip_contraction (cursor, end, TRUE);

  if (behind == cursor)
    behind = skip_word (cursor, end, skip_letters_and_marks);
  if (behind == cursor)
    behind = skip_run (cursor, end, NUMBER, 1);
  if (behind == cursor)
    behind = skip_signs (cursor, end, SIGN, FALSE);
  return behind > cursor ? behind : skip_white_and_breaks (cursor, end);
}

/* Capitals or none, then small letters, one or more; where no small letter follows, the capitals give back those letters and marks
 * that are both, from the last one on. @start where that is nothing. */
static const char *
skip_ending_small (const char *start, const char *end)
{
  const char *capitals = skip_all (start, end, UPPER_RUN);
  const char *behind = skip_all (capitals, end, LOWER_RUN);
  const char *next;

  if (behind > capitals)
    return behind;
  behind = start;
  for (const char *p = start; p < capitals; p = next)
    if ((look (p, end, &next) & LOWER_RUN) != 0)
      behind = next;
  return behind;
}

/* Capitals, one or more, then small letters or none. */
static const char *
skip_capitals_first (const char *start, const char *end)
{
  const char *capitals = skip_all (start, end, UPPER_RUN);

  return capitals > start ? skip_all (capitals, end, LOWER_RUN) : start;
}

static const char *
skip_cased_word (const char *cursor, const char *end)
{
  const char *behind = skip_word (cursor, end, skip_ending_small);

  return behind > cursor ? behind : skip_word (cursor, end, skip_capitals_first);
}

static const char *
next_o200k (const char *cursor, const char *end, gboolean joins, gsize most_digits)
{
  const char *behind = skip_cased_word (cursor, end);

  if (behind > cursor)
    return joins ? skip_contraction (behind, end, TRUE) : behind;
  behind = skip_run (cursor, end, NUMBER, most_digits);
  if (behind == cursor)
    behind = skip_signs (cursor, end, SIGN | MARK, TRUE);
  return behind > cursor ? behind : skip_white_and_breaks (cursor, end);
}

/* Behind a space or none, and what is neither white space nor a stop; @cursor where there is none of that. */
static const char *
skip_bloom_word (const char *cursor, const char *end)
{
  const char *start = *cursor == ' ' ? cursor + 1 : cursor, *behind = start;

  for (const char *next = start; next < end; behind = next)
    {
      gunichar ch = sema_utf8_next (&next, end);

      if (sema_token_split_is_space (ch) || (ch < SEMA_UTF8_INVALID && g_utf8_strchr (BLOOM_STOPS, -1, ch) != NULL))
        break;
    }
  return behind > start ? behind : cursor;
}

static const char *
next_bloom (const char *cursor, const char *end)
{
  const char *behind = skip_bloom_word (cursor, end);

  if (behind > cursor)
    return behind;
  while (behind < end && skip_bloom_word (behind, end) == behind)
    sema_utf8_next (&behind, end);
  return behind;
}

/**
 * sema_token_split_next:
 * @kind: how the text is cut
 * @cursor: where the last piece ends, below @end
 * @end: where the text ends
 *
 * Finds the next piece of a text of any bytes; those that are no UTF-8 count as signs, one by one. The references take only
 * characters: they never see such bytes, or, as tiktoken does when it is given bytes, no longer cut the text from the first on. Which
 * characters are letters and numbers is what GLib's version of Unicode says. The pieces of a text together cost O(bytes).
 *
 * Returns: where it ends, beyond @cursor
 */
const char *
sema_token_split_next (SemaTokenSplit kind, const char *cursor, const char *end)
{
  switch (kind)
    {
    case SEMA_TOKEN_SPLIT_GPT2:
      return next_gpt2 (cursor, end);
    case SEMA_TOKEN_SPLIT_STARCODER:
      return next_starcoder (cursor, end);
    case SEMA_TOKEN_SPLIT_CL100K:
      return next_cl100k (cursor, end, 3);
    case SEMA_TOKEN_SPLIT_QWEN2:
      return next_cl100k (cursor, end, 1);
    case SEMA_TOKEN_SPLIT_QWEN35:
      return next_qwen35 (cursor, end);
    case SEMA_TOKEN_SPLIT_O200K:
      return next_o200k (cursor, end, TRUE, 3);
    case SEMA_TOKEN_SPLIT_TEKKEN:
      return next_o200k (cursor, end, FALSE, 1);
    case SEMA_TOKEN_SPLIT_BLOOM:
      return next_bloom (cursor, end);
    case SEMA_TOKEN_SPLIT_NONE:
    default:
      return end;
    }
}

/**
 * sema_token_split_find:
 * @pattern: (array length=length): a regular expression from a file
 * @length: its bytes
 * @kind: (out): which of those it is that are known here
 *
 * Compares the expression with known ones letter by letter; it is not run.
 *
 * Returns: whether it is one of them
 */
gboolean
sema_token_split_find (const char *pattern, gsize length, SemaTokenSplit *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (strlen (patterns[i].pattern) == length && memcmp (patterns[i].pattern, pattern, length) == 0)
      {
        *kind = patterns[i].kind;
        return TRUE;
      }
  return FALSE;
}
