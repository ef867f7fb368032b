/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-expression.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sema-number.h"

/* What is said of vectors: king - man + woman, 0.5 * warm, "ice cream" + summer. Words contain signs, and signs are words: so
 * what stands between blanks is an operator only where it stands between two operands. */

/**
 * Token:
 * @text: its bytes, without the quotes
 * @is_quoted: whether it was in quotes, and so is a word whatever it says
 * @start: where it begins, in characters
 * @end: where it ends
 */
typedef struct
{
  char    *text;
  gboolean is_quoted;
  gsize    start;
  gsize    end;
} Token;

/**
 * Scanner:
 * @tokens: Token: those found so far
 * @counted: how far the characters were counted
 * @n_counted: how many there are up to there
 * @error_at: the character where the text is wrong
 */
typedef struct
{
  GArray     *tokens;
  const char *counted;
  gsize       n_counted;
  gsize       error_at;
} Scanner;

/**
 * sema_expression_error_quark:
 *
 * Returns: the domain of #SemaExpressionError
 */
G_DEFINE_QUARK (sema_expression_error, sema_expression_error)

static void
token_clear (gpointer data)
{
  g_free (((Token *)data)->text);
}

static void
term_clear (gpointer data)
{
  g_free (((SemaExpressionTerm *)data)->word);
}

/* Characters before a place, which is not before the last one asked for; a byte that is no UTF-8 counts as one. */
static gsize
count_characters (Scanner *self, const char *end)
{
  for (; self->counted < end; self->n_counted++)
    {
      gunichar character = g_utf8_get_char_validated (self->counted, end - self->counted);

      self->counted = character < (gunichar)-2 ? g_utf8_next_char (self->counted) : self->counted + 1;
    }
  return self->n_counted;
}

/* The end of what a quote begins: behind the quote that ends it. NULL: nothing does. */
static const char *
take_quoted (const char *place, GString *word)
{
  for (place++; *place != '\0' && *place != '"'; place++)
    {
      if (*place == '\\' && place[1] != '\0')
        place++;
      g_string_append_c (word, *place);
    }
  return *place == '"' ? place + 1 : NULL;
}

static const char *
take_plain (const char *place, GString *word)
{
  gsize length = strcspn (place, SEMA_EXPRESSION_BLANKS);

  g_string_append_len (word, place, (gssize)length);
  return place + length;
}

/* Refuses the text: the message is consumed, and the place is where it is wrong. */
static gboolean
fail (Scanner *self, gsize place, char *message, GError **error)
{
  self->error_at = place;
  g_set_error_literal (error, SEMA_EXPRESSION_ERROR, SEMA_EXPRESSION_ERROR_SYNTAX, message);
  g_free (message);
  return FALSE;
}

/* Takes what stands from a place to the next blank. */
static gboolean
take_token (Scanner *self, const char **place, GError **error)
{
  g_autoptr (GString) word = g_string_new (NULL);
  Token               token = {.is_quoted = **place == '"', .start = count_characters (self, *place)};
  const char         *end = token.is_quoted ? take_quoted (*place, word) : take_plain (*place, word);

  if (end == NULL)
    return fail (self, token.start, g_strdup_printf (_ ("Nothing ends the quotes at character %zu; the sign itself is written \"\\\"\"."), token.start + 1), error);
  token.end = count_characters (self, end);
  if (token.is_quoted && *end != '\0' && strchr (SEMA_EXPRESSION_BLANKS, *end) == NULL)
    return fail (self, token.end, g_strdup_printf (_ ("After the quotes, at character %zu, a blank is missing."), token.end + 1), error);
  if (word->len == 0)
    return fail (self, token.start, g_strdup_printf (_ ("The quotes at character %zu hold no word."), token.start + 1), error);
  token.text = g_string_free (g_steal_pointer (&word), FALSE);
  g_array_append_val (self->tokens, token);
  *place = end;
  return TRUE;
}

static gboolean
scan (Scanner *self, GError **error)
{
  const char *place = self->counted;

  for (;;)
    {
      place += strspn (place, SEMA_EXPRESSION_BLANKS);
      if (*place == '\0')
        return TRUE;
      if (!take_token (self, &place, error))
        return FALSE;
    }
}

static const Token *
peek (const GArray *tokens, gsize i)
{
  return i < tokens->len ? &g_array_index (tokens, Token, i) : NULL;
}

/* Also the minus and the times of the printers. */
static gboolean
is_sign (const Token *token, const char *plain, const char *printed)
{
  return token != NULL && !token->is_quoted && (strcmp (token->text, plain) == 0 || strcmp (token->text, printed) == 0);
}

static gboolean
is_times (const Token *token)
{
  return is_sign (token, "*", "×");
}

/* Whether a token is a number, in the C locale. */
static gboolean
is_number (const Token *token, double *number)
{
  return token != NULL && !token->is_quoted && sema_number_parse_double (token->text, strlen (token->text), number) && isfinite (*number);
}

/* An operand from token *@i on: numbers with times before a word, the word, times with numbers after it. */
static void
take_operand (const GArray *tokens, gsize *i, double weight, GArray *terms)
{
  SemaExpressionTerm term;
  const Token       *word;
  double             number;

  for (; is_number (peek (tokens, *i), &number) && is_times (peek (tokens, *i + 1)) && peek (tokens, *i + 2) != NULL; *i += 2)
    weight *= number;
  word = peek (tokens, (*i)++);
  for (; is_times (peek (tokens, *i)) && is_number (peek (tokens, *i + 1), &number); *i += 2)
    weight *= number;
  term = (SemaExpressionTerm) {g_strdup (word->text), weight, word->start, word->end};
  g_array_append_val (terms, term);
}

/* The sign before an operand, if there is one: between two operands it is no word. */
static double
take_sign (const GArray *tokens, gsize *i)
{
  const Token *token = peek (tokens, *i);

  if (peek (tokens, *i + 1) == NULL)
    return 1;
  if (is_sign (token, "+", "+"))
    {
      (*i)++;
      return 1;
    }
  if (!is_sign (token, "-", "−"))
    return 1;
  (*i)++;
  return -1;
}

static GArray *
make_terms (const GArray *tokens)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (SemaExpressionTerm));
  double  weight = 1;

  g_array_set_clear_func (terms, term_clear);
  for (gsize i = 0; i < tokens->len; weight = take_sign (tokens, &i))
    {
      take_operand (tokens, &i, weight, terms);
      if (i >= tokens->len)
        break;
    }
  return terms;
}

/* A times that no number stands beside was taken for a word. */
static gboolean
check_times (Scanner *self, const GArray *terms, GError **error)
{
  for (guint i = 1; i + 1 < terms->len; i++)
    {
      const SemaExpressionTerm *term = &g_array_index (terms, SemaExpressionTerm, i);

      if (strcmp (term->word, "*") != 0 && strcmp (term->word, "×") != 0)
        continue;
      if (g_utf8_strlen (term->word, -1) != (glong)(term->end - term->start))
        continue; /* in quotes */
      return fail (self, term->start, g_strdup_printf (_ ("The sign “%s” at character %zu needs a number on one side; as a word it is written in quotes."), term->word, term->start + 1), error);
    }
  return TRUE;
}

/**
 * sema_expression_parse:
 * @text: what was typed, bytes
 * @error_at: (out) (optional): the character where it is wrong, from 0
 * @error: %SEMA_EXPRESSION_ERROR_SYNTAX
 *
 * Reads an expression on words: words with blanks between them are added; `+`, `-` and `*` that stand alone between two
 * operands add, subtract and weigh (a number, then `*`, then a word, or the other way round); double quotes make a word of what
 * holds blanks, is a sign or a number, with \" for a quote in it. What is not between operands is a word: many files have a word
 * for each sign. O(length).
 *
 * Returns: (transfer full) (element-type SemaExpressionTerm) (nullable): the words with their weights, none for a blank text
 */
GArray *
sema_expression_parse (const char *text, gsize *error_at, GError **error)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  g_autoptr (GArray) terms = NULL;
  Scanner            scanner = {.tokens = tokens, .counted = text};
  gboolean           is_fine;

  g_return_val_if_fail (text != NULL, NULL);

  g_array_set_clear_func (tokens, token_clear);
  is_fine = scan (&scanner, error);
  if (is_fine)
    {
      terms = make_terms (tokens);
      is_fine = check_times (&scanner, terms, error);
    }
  if (error_at != NULL)
    *error_at = scanner.error_at;
  return is_fine ? g_steal_pointer (&terms) : NULL;
}

/**
 * sema_expression_is_sign:
 * @text: what stands between two blanks
 *
 * Returns: whether it is a sign that between two operands would be no word; the minus and the times of the printers are too
 */
gboolean
sema_expression_is_sign (const char *text)
{
  static const char *const signs[] = {"+", "-", "−", "*", "×", NULL};

  return g_strv_contains (signs, text);
}

/**
 * sema_expression_is_number:
 * @text: what stands between two blanks
 *
 * Returns: whether beside a times it would be a weight
 */
gboolean
sema_expression_is_number (const char *text)
{
  Token  token = {.text = (char *)text};
  double number;

  return is_number (&token, &number);
}

/* Whether a word says the same without quotes, wherever it stands. */
static gboolean
is_plain (const char *word)
{
  return *word != '\0' && *word != '"' && strpbrk (word, SEMA_EXPRESSION_BLANKS) == NULL && !sema_expression_is_sign (word) && !sema_expression_is_number (word);
}

/**
 * sema_expression_quote:
 * @word: a word, bytes
 *
 * Returns: (transfer full): what stands for just this word in an expression, whatever stands beside it; for a word without
 *   bytes quotes that hold nothing, which no expression may
 */
char *
sema_expression_quote (const char *word)
{
  GString *quoted;

  if (is_plain (word))
    return g_strdup (word);
  quoted = g_string_new ("\"");
  for (; *word != '\0'; word++)
    {
      if (*word == '"' || *word == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *word);
    }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}
