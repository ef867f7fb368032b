/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-question-line.h"

#include <string.h>

static void
assert_parses (const char *text, gsize length, SemaQuestionKind kind, const char *parts)
{
  SemaQuestionLine    line;
  g_autoptr (GString) joined = g_string_new (NULL);

  g_assert_cmpint (sema_question_line_parse (text, length, &line), ==, kind);
  if (parts == NULL)
    return;
  for (gsize i = 0; i < (kind == SEMA_QUESTION_SECTION ? 1 : 4); i++)
    {
      g_string_append (joined, i == 0 ? "" : "|");
      g_string_append_len (joined, line.parts[i].text, (gssize)line.parts[i].length);
    }
  g_assert_cmpstr (joined->str, ==, parts);
}

#define ASSERT_PARSES(text, kind, parts) assert_parses (text, sizeof (text) - 1, kind, parts)

static void
test_words (void)
{
  ASSERT_PARSES ("man king woman queen", SEMA_QUESTION_WORDS, "man|king|woman|queen");
  ASSERT_PARSES ("\tman  king\fwoman\u00a0queen \r", SEMA_QUESTION_WORDS, "man|king|woman|queen");
  ASSERT_PARSES ("a\u2003b\x1c"
                 "c\u3000d",
                 SEMA_QUESTION_WORDS, "a|b|c|d");
  ASSERT_PARSES (":a b c d", SEMA_QUESTION_WORDS, ":a|b|c|d");
  ASSERT_PARSES (" : a b c", SEMA_QUESTION_WORDS, ":|a|b|c");
  ASSERT_PARSES ("caf\xe9 b c d\xff", SEMA_QUESTION_WORDS, "caf\xe9|b|c|d\xff");
}

/* A NUL is a byte like any other. */
static void
test_nul (void)
{
  SemaQuestionLine line;

  g_assert_cmpint (sema_question_line_parse ("a\0z b c d", 9, &line), ==, SEMA_QUESTION_WORDS);
  g_assert_cmpmem (line.parts[0].text, line.parts[0].length, "a\0z", 3);
}

static void
test_sections (void)
{
  ASSERT_PARSES (": capitals", SEMA_QUESTION_SECTION, "capitals");
  ASSERT_PARSES (": the four words of a name \r", SEMA_QUESTION_SECTION, "the four words of a name");
  ASSERT_PARSES (": : : x: y", SEMA_QUESTION_SECTION, "x: y");
  ASSERT_PARSES (": \u00a0x\t", SEMA_QUESTION_SECTION, "x");
  ASSERT_PARSES (": ", SEMA_QUESTION_SECTION, "");
  ASSERT_PARSES (":  \r", SEMA_QUESTION_SECTION, "");
}

static void
test_others (void)
{
  ASSERT_PARSES ("", SEMA_QUESTION_BLANK, NULL);
  ASSERT_PARSES (" \t\r\u2028", SEMA_QUESTION_BLANK, NULL);
  ASSERT_PARSES ("a", SEMA_QUESTION_OTHER, NULL);
  ASSERT_PARSES ("a b c", SEMA_QUESTION_OTHER, NULL);
  ASSERT_PARSES ("a b c d e", SEMA_QUESTION_OTHER, NULL);
  ASSERT_PARSES (":capitals", SEMA_QUESTION_OTHER, NULL);
  ASSERT_PARSES (":", SEMA_QUESTION_OTHER, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/question-line/words", test_words);
  g_test_add_func ("/question-line/nul", test_nul);
  g_test_add_func ("/question-line/sections", test_sections);
  g_test_add_func ("/question-line/others", test_others);
  return g_test_run ();
}
