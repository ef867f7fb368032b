/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-expression-word.h"

#include <string.h>

#include "sema-expression.h"

/* The text with the cursor as a bar; then "start end typed", with a sign of number behind it, or nothing. */
static const struct
{
  const char *text, *word;
} places[] = {
  {"|", ""},
  {"  | ", ""},
  {"k|", "0 1 k"},
  {"king|", "0 4 king"},
  {"ki|ng", "0 4 ki"},
  {"|king", ""},
  {"king |", ""},
  {"king - m|", "7 8 m"},
  {"king - |man", ""},
  {"king - m|an + woman", "7 10 m"},
  {"king - man| + woman", "7 10 man"},
  {"größe + ü|ber", "8 12 ü"},
  /* Signs and numbers. */
  {"king -|", ""},
  {"king −| man", ""},
  {"-|", ""},
  {"+|5", "0 2 + #"},
  {"0.5|", "0 3 0.5 #"},
  {"0.5| * warm", "0 3 0.5 #"},
  {"0.5 *| warm", ""},
  {"1984|s", "0 5 1984"},
  {"well-k|nown", "0 10 well-k"},
  /* Quotes. */
  {"\"|", ""},
  {"\"n|", "0 2 n"},
  {"\"new y|", "0 6 new y"},
  {"\"new y|ork\" + b", "0 10 new y"},
  {"\"new york|\" + b", "0 10 new york"},
  {"\"new york\"| + b", ""},
  {"|\"new york\"", ""},
  {"king + \"new |", "7 12 new "},
  {"king + \"new y| - man", "7 13 new y"},
  {"\"new y|or - man", "0 8 new y"},
  {"\"0.5|", "0 4 0.5"},
  {"\"-|", "0 2 -"},
  {"\"a\\\"b|", "0 5 a\"b"},
  {"\"a\\|", "0 3 a"},
  {"\"a\\|\"b\"", "0 6 a"},
  {"\"a\\\\|", "0 4 a\\"},
  {"\"a\"b|", "3 4 b"},
  {"say\"s|o\"", "0 7 say\"s"},
  {"\"a b\" \"c d|\"", "6 11 c d"},
};

static char *
describe (const char *marked)
{
  const char                 *bar = strchr (marked, '|');
  g_autofree char            *before = g_strndup (marked, (gsize)(bar - marked));
  g_autofree char            *text = g_strconcat (before, bar + 1, NULL);
  g_auto (SemaExpressionWord) word;

  if (!sema_expression_word_find (text, (gsize)g_utf8_strlen (before, -1), &word))
    return g_strdup ("");
  return g_strdup_printf ("%zu %zu %s%s", word.start, word.end, word.typed, word.is_number ? " #" : "");
}

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *word = describe (places[i].text);

      g_test_message ("%s", places[i].text);
      g_assert_cmpstr (word, ==, places[i].word);
    }
}

static void
test_beyond_the_end (void)
{
  g_auto (SemaExpressionWord) word;

  g_assert_true (sema_expression_word_find ("a + größe", 99, &word));
  g_assert_cmpuint (word.start, ==, 4);
  g_assert_cmpuint (word.end, ==, 9);
  g_assert_cmpstr (word.typed, ==, "größe");
}

/* A word put in the place of the one found is read back from there, and the words before it are as they were. */
static void
test_replace (void)
{
  static const char *const words[] = {"queen", "New York", "+", "-", "2.5", "\"", "a\\b", "größe"};
  static const char *const texts[] = {"king - m| + x", "king - \"m n|\" + x", "king - m|an + x", "king - 2 * m| x", "\"a b\" - m| + x"};

  for (guint i = 0; i < G_N_ELEMENTS (words) * G_N_ELEMENTS (texts); i++)
    {
      const char                 *marked = texts[i / G_N_ELEMENTS (words)];
      const char                 *wanted = words[i % G_N_ELEMENTS (words)];
      const char                 *bar = strchr (marked, '|');
      g_autofree char            *before = g_strndup (marked, (gsize)(bar - marked));
      g_autofree char            *text = g_strconcat (before, bar + 1, NULL);
      g_autofree char            *quoted = sema_expression_quote (wanted);
      g_autofree char            *head = NULL;
      g_autofree char            *changed = NULL;
      g_autoptr (GArray)          terms = NULL;
      g_auto (SemaExpressionWord) word;

      g_assert_true (sema_expression_word_find (text, strlen (before), &word));
      head = g_strndup (text, word.start);
      changed = g_strconcat (head, quoted, text + word.end, NULL);
      g_test_message ("%s", changed);
      terms = sema_expression_parse (changed, NULL, NULL);
      g_assert_nonnull (terms);
      g_assert_cmpuint (terms->len, ==, 3);
      g_assert_cmpstr (g_array_index (terms, SemaExpressionTerm, 1).word, ==, wanted);
      g_assert_cmpstr (g_array_index (terms, SemaExpressionTerm, 2).word, ==, "x");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/expression-word/find", test_find);
  g_test_add_func ("/expression-word/beyond-the-end", test_beyond_the_end);
  g_test_add_func ("/expression-word/replace", test_replace);
  return g_test_run ();
}
