/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-words.h"

#include <string.h>

/* Words with a blank after each, and a bar for the end of a sentence that has words. */
static gboolean
note (const char *word, gsize length, gpointer data, GError **error)
{
  GString *seen = data;

  if (word != NULL)
    {
      g_assert_cmpuint (length, >, 0);
      g_string_append_len (seen, word, (gssize)length);
      g_string_append_c (seen, ' ');
    }
  else if (seen->len > 0 && seen->str[seen->len - 1] != '|')
    g_string_append_c (seen, '|');
  return TRUE;
}

static char *
cut (const char *text, gsize length, gsize block)
{
  GString      *seen = g_string_new (NULL);
  SemaTextWords words;

  sema_text_words_init (&words, note, seen);
  for (gsize at = 0; at < length; at += block)
    g_assert_true (sema_text_words_add (&words, text + at, MIN (block, length - at), NULL));
  g_assert_true (sema_text_words_finish (&words, NULL));
  return g_string_free (seen, FALSE);
}

static const struct
{
  const char *text;
  const char *words;
} cases[] = {
  {"", ""},
  {" .,;\n\n", ""},
  {"The King, and the queen.", "the king and the queen |"},
  {"One. Two!Three?Four…five\nsix", "one |two |three |four |five |six |"},
  {"It costs 3.14 or 1,000; see e.g. a.b", "it costs 3 14 or 1 000 see e g |a b |"},
  {"Don't stop 'quoted' rock-'n'-roll well-known - dash-- -minus end-", "don't stop quoted rock n roll well-known dash minus end |"},
  {"don’t mother‐in‐law", "don’t mother‐in‐law |"},
  {"\"Stop.\" he said.'Yes.'", "stop |he said |yes |"},
  {"ÉCOLE Größe ЖУК Ωμέγα snake_case x2", "école größe жук ωμέγα snake_case x2 |"},
  {"王と女王。犬！猫？", "王と女王 |犬 |猫 |"},
  {"नमस्ते दुनिया", "नमस्ते दुनिया |"},
  {"e\xcc\x81t\xc3\xa9", "e\xcc\x81t\xc3\xa9 |"},                                         /* a mark of its own */
  {"caf\xe9 na\xc3 \xe2\x82 x \xf0\x9f\x98", "caf\xe9 na\xc3 \xe2\x82 x \xf0\x9f\x98 |"}, /* no UTF-8, and cut characters */
  {"a\xf0\x9f\x98\x80"
   "b\xef\xbb\xbf"
   "c\xc2\xa0"
   "d",
   "a b c d |"}, /* a face, a byte order mark and a no-break space part words */
  {"tab\tfeed\fline\r\nnext\001\177x", "tab feed line |next x |"},
};

static void
test_rule (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize block = 1; block <= 7; block++)
      {
        g_autofree char *words = cut (cases[i].text, strlen (cases[i].text), block);

        g_assert_cmpstr (words, ==, cases[i].words);
      }
}

static void
test_nul (void)
{
  g_autofree char *words = cut ("a\0b", 3, 1);

  g_assert_cmpstr (words, ==, "a b |");
}

static void
test_long (void)
{
  g_autofree char *fits = g_strnfill (SEMA_TEXT_WORD_MAX, 'x');
  g_autofree char *longer = g_strnfill (1000000, 'y');
  g_autofree char *text = g_strconcat ("a ", fits, " b ", longer, " c y", NULL);
  g_autofree char *expected = g_strconcat ("a ", fits, " b c y |", NULL);
  g_autofree char *words = cut (text, strlen (text), 4096);

  g_assert_cmpstr (words, ==, expected);
}

/* Any bytes, cut anywhere: the same words. */
static void
test_bytes (void)
{
  char   text[4000];
  GRand *random = g_rand_new_with_seed (1);

  for (gsize i = 0; i < sizeof text; i++)
    text[i] = (char)(g_rand_boolean (random) ? g_rand_int_range (random, 0, 256) : "\xe2\x80\x99'a. \n-"[g_rand_int_range (random, 0, 9)]);
  g_rand_free (random);
  for (gsize block = 1; block < 50; block++)
    {
      g_autofree char *whole = cut (text, sizeof text, sizeof text);
      g_autofree char *blocks = cut (text, sizeof text, block);

      g_assert_cmpstr (blocks, ==, whole);
    }
}

static gboolean
stop (const char *word, gsize length, gpointer data, GError **error)
{
  guint *calls = data;

  return ++*calls < 3;
}

static void
test_stop (void)
{
  SemaTextWords words;
  guint         calls = 0;

  sema_text_words_init (&words, stop, &calls);
  g_assert_false (sema_text_words_add (&words, "a b c d e", 9, NULL));
  g_assert_cmpuint (calls, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-words/rule", test_rule);
  g_test_add_func ("/text-words/nul", test_nul);
  g_test_add_func ("/text-words/long", test_long);
  g_test_add_func ("/text-words/bytes", test_bytes);
  g_test_add_func ("/text-words/stop", test_stop);
  return g_test_run ();
}
