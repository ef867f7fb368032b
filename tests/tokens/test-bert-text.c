/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-bert-text.h"

#include <string.h>

/* Words with bars between them. */
static void
assert_words (const SemaBertOptions *options, const char *text, const char *expected)
{
  g_auto (SemaBertText) reader = {0};
  GString              *words = g_string_new (NULL);
  guint64               done = 0;

  sema_bert_text_start (&reader, options, text, strlen (text));
  for (;;)
    {
      const SemaCanonicalCharacter *word;
      gsize                         n;

      g_assert_true (sema_bert_text_next (&reader, &word, &n, NULL));
      g_assert_true ((word == NULL) == (n == 0));
      if (n == 0)
        break;
      for (gsize i = 0; i < n; i++)
        {
          g_string_append_unichar (words, word[i].ch);
          g_assert_cmpuint (word[i].start, <, word[i].end);
          g_assert_cmpuint (word[i].end, <=, strlen (text));
        }
      g_assert_cmpuint (word[0].start, >=, done);
      done = word[0].start;
      g_string_append_c (words, '|');
    }
  g_assert_cmpstr (words->str, ==, expected);
  g_string_free (words, TRUE);
}

static void
test_uncased (void)
{
  const SemaBertOptions options = {TRUE, TRUE, TRUE, TRUE};

  assert_words (&options, "Hello, WORLD! naïve", "hello|,|world|!|naive|");
  assert_words (&options, "中文abc", "中|文|abc|");
  assert_words (&options, "a\xc2\xad"
                          "b\x0b"
                          "c\xff"
                          "d\u3000e",
                "abcd|e|");
  assert_words (&options, "İI\u0307", "ii|");
  assert_words (&options, "\u0301 \u0301a", "a|");
  assert_words (&options, "", "");
  assert_words (&options, " \t\n", "");
}

static void
test_others (void)
{
  const SemaBertOptions cased = {TRUE, TRUE, FALSE, FALSE};
  const SemaBertOptions plain = {FALSE, FALSE, FALSE, TRUE};

  assert_words (&cased, "Ça va?", "Ça|va|?|");
  assert_words (&plain, "İ中文 a\u00adb\x0b"
                        "c",
                "i\u0307中文|a\u00adb|c|");
  assert_words (&plain, "a\xff", "a\ufffd|");
}

/* Marks that are no accents come in their canonical order, however many there are. */
static void
test_order (void)
{
  const SemaBertOptions options = {FALSE, FALSE, TRUE, FALSE};
  GString              *many = g_string_new ("a");

  assert_words (&options, "\U0001d158\U0001d16d\U0001d165", "\U0001d158\U0001d165\U0001d16d|");
  assert_words (&options, "\U0001d160", "\U0001d158\U0001d165\U0001d16e|");
  for (guint i = 0; i < 100000; i++)
    g_string_append (many, i % 2 == 0 ? "\u0301" : "\u0323");
  assert_words (&options, many->str, "a|");
  g_string_free (many, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bert-text/uncased", test_uncased);
  g_test_add_func ("/bert-text/others", test_others);
  g_test_add_func ("/bert-text/order", test_order);
  return g_test_run ();
}
