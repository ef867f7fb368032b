/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-expression.h"

#include <string.h>

/* The terms as "weight word start end", with a bar between them; or "error place". */
static char *
describe (const char *text)
{
  g_autoptr (GError) error = NULL;
  gsize              error_at = 999;
  g_autoptr (GArray) terms = sema_expression_parse (text, &error_at, &error);
  GString           *string = g_string_new (NULL);

  if (terms == NULL)
    {
      g_autofree char *number = g_strdup_printf ("character %zu", error_at + 1);

      g_assert_error (error, SEMA_EXPRESSION_ERROR, SEMA_EXPRESSION_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, number));
      g_string_printf (string, "error %zu", error_at);
      return g_string_free (string, FALSE);
    }
  g_assert_no_error (error);
  for (guint i = 0; i < terms->len; i++)
    {
      const SemaExpressionTerm *term = &g_array_index (terms, SemaExpressionTerm, i);

      g_string_append_printf (string, "%s%g %s %zu %zu", i > 0 ? "|" : "", term->weight, term->word, term->start, term->end);
    }
  return g_string_free (string, FALSE);
}

static const struct
{
  const char *text, *terms;
} expressions[] = {
  {"", ""},
  {" \t\n", ""},
  {"king", "1 king 0 4"},
  {"king - man + woman", "1 king 0 4|-1 man 7 10|1 woman 13 18"},
  {"king woman", "1 king 0 4|1 woman 5 10"},
  {"king − man", "1 king 0 4|-1 man 7 10"},
  {"0.5 * warm", "0.5 warm 6 10"},
  {"warm * 0.5", "0.5 warm 0 4"},
  {"2 * warm * -3 - 0.5 * cold", "-6 warm 4 8|-0.5 cold 22 26"},
  {"2 × 3 * 4 * x", "24 x 12 13"},
  {"-1 * king", "-1 king 5 9"},
  /* Words that look like something else. */
  {"well-known + co-op", "1 well-known 0 10|1 co-op 13 18"},
  {"1984", "1 1984 0 4"},
  {"1984 - 1985", "1 1984 0 4|-1 1985 7 11"},
  {"2 * 3", "2 3 4 5"},
  {"+", "1 + 0 1"},
  {"- king", "1 - 0 1|1 king 2 6"},
  {"king -", "1 king 0 4|1 - 5 6"},
  {"king - - man", "1 king 0 4|-1 - 7 8|1 man 9 12"},
  {"king + +", "1 king 0 4|1 + 7 8"},
  {"* king", "1 * 0 1|1 king 2 6"},
  {"0.5 *", "1 0.5 0 3|1 * 4 5"},
  {"king-man", "1 king-man 0 8"},
  {"'s - \xe2\x80\x99s", "1 's 0 2|-1 \xe2\x80\x99s 5 7"},
  {"nan * x", "error 4"},
  {"0x10 * x", "error 5"},
  {"1e999 * x", "error 6"},
  /* Quotes. */
  {"\"ice cream\" + summer", "1 ice cream 0 11|1 summer 14 20"},
  {"\"+\" - \"-\"", "1 + 0 3|-1 - 6 9"},
  {"king \"*\" queen", "1 king 0 4|1 * 5 8|1 queen 9 14"},
  {"\"\\\"\" x", "1 \" 0 4|1 x 5 6"},
  {"\"a\\\\b\"", "1 a\\b 0 6"},
  {"2 * \"2\" * 3", "6 2 4 7"},
  {"\"2\" * 3", "3 2 0 3"},
  {"say\"so\"", "1 say\"so\" 0 7"},
  {"größe - über", "1 größe 0 5|-1 über 8 12"},
  {"caf\xe9 + b", "1 caf\xe9 0 4|1 b 7 8"},
  {"\"open", "error 0"},
  {"\"", "error 0"},
  {"größe + \"open", "error 8"},
  {"\"\"", "error 0"},
  {"x - \"\"", "error 4"},
  {"\"a\"b", "error 3"},
  {"king * queen", "error 5"},
  {"größe × b", "error 6"},
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expressions); i++)
    {
      g_autofree char *terms = describe (expressions[i].text);
      g_autofree char *shown = g_strescape (expressions[i].text, NULL);

      g_test_message ("%s", shown);
      g_assert_cmpstr (terms, ==, expressions[i].terms);
    }
}

/* The one word of a text that has two more. */
static void
check_reads_back (const char *before, const char *word, const char *behind, double weight)
{
  g_autofree char   *quoted = sema_expression_quote (word);
  g_autofree char   *text = g_strconcat (before, quoted, behind, NULL);
  g_autofree char   *shown = g_strescape (text, NULL);
  g_autoptr (GArray) terms = sema_expression_parse (text, NULL, NULL);

  g_test_message ("%s", shown);
  g_assert_nonnull (terms);
  g_assert_cmpuint (terms->len, ==, 3);
  g_assert_cmpstr (g_array_index (terms, SemaExpressionTerm, 1).word, ==, word);
  g_assert_cmpfloat (g_array_index (terms, SemaExpressionTerm, 1).weight, ==, weight);
}

/* Whatever a word is and whatever stands beside it, quoted it stands for itself. */
static void
test_quote (void)
{
  static const char *const words[] = {"king", "ice cream", "+", "-", "−", "*", "×", "\"", "\\", "\"a\"", "a\\b", "a\"b", "co-op", "'s", "0.5", "caf\xe9 x",
                                      "\t", "2.5", "-3", "1e3", "1984", "nan", "0x10", "New York", " ", "\\\"", "größe", "+5 x", "a\nb"};

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      check_reads_back ("x - ", words[i], " - y", -1);
      check_reads_back ("x + 2 * ", words[i], " y", 2);
      check_reads_back ("x ", words[i], " * 3 + y", 3);
      check_reads_back ("x - 2 * ", words[i], " * 3 y", -6);
    }
}

/* Quoted words of all bytes that a word may hold, drawn at random, are read back to the byte. */
static void
test_quote_at_random (void)
{
  static const char bytes[] = "ab+-*\"\\ \t\n.5e\xc3\xa4\xe9'";
  g_autoptr (GRand) draw = g_rand_new_with_seed (4);

  for (guint i = 0; i < 2000; i++)
    {
      char  word[8] = "";
      gsize length = (gsize)g_rand_int_range (draw, 1, sizeof word);

      for (gsize k = 0; k < length; k++)
        word[k] = bytes[g_rand_int_range (draw, 0, sizeof bytes - 1)];
      check_reads_back ("x - ", word, " * 2 + y", -2);
    }
}

/* The word without bytes, which some files have, is refused and not taken for another. */
static void
test_quote_of_nothing (void)
{
  g_autofree char *quoted = sema_expression_quote ("");
  g_autofree char *terms = describe (quoted);

  g_assert_cmpstr (quoted, ==, "\"\"");
  g_assert_cmpstr (terms, ==, "error 0");
}

static void
test_kinds (void)
{
  g_assert_true (sema_expression_is_sign ("−"));
  g_assert_false (sema_expression_is_sign ("--"));
  g_assert_false (sema_expression_is_sign (""));
  g_assert_true (sema_expression_is_number ("-0.5"));
  g_assert_false (sema_expression_is_number ("0.5x"));
  g_assert_false (sema_expression_is_number ("inf"));
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("w");
  g_autoptr (GArray)  terms = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, i % 2 == 0 ? " - w" : " w");
  terms = sema_expression_parse (text->str, NULL, NULL);
  g_assert_cmpuint (terms->len, ==, 20001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/expression/parse", test_parse);
  g_test_add_func ("/expression/quote", test_quote);
  g_test_add_func ("/expression/quote-at-random", test_quote_at_random);
  g_test_add_func ("/expression/quote-of-nothing", test_quote_of_nothing);
  g_test_add_func ("/expression/kinds", test_kinds);
  g_test_add_func ("/expression/long", test_long);
  return g_test_run ();
}
