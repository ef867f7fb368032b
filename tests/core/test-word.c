/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word.h"

#include <string.h>

static void
assert_label (const char *word, gsize length, const char *expected)
{
  g_autofree char *label = sema_word_to_label (word, length);

  g_assert_cmpstr (label, ==, expected);
  g_assert_true (g_utf8_validate (label, -1, NULL));
}

static void
test_utf8 (void)
{
  const char       bytes[] = "a\0b\xff\xe6\x9d\n\u202e";
  g_autofree char *text = sema_word_to_utf8 (bytes, sizeof bytes - 1);
  g_autofree char *empty = sema_word_to_utf8 (NULL, 0);

  g_assert_cmpstr (text, ==, "a\ufffdb\ufffd\ufffd\ufffd\n\u202e");
  g_assert_cmpstr (empty, ==, "");
}

static void
test_plain_labels (void)
{
  assert_label ("king", 4, "king");
  assert_label ("kingdom", 4, "king");
  assert_label ("<b>&amp;", 8, "<b>&amp;");
  assert_label ("new york", 8, "new york");
  assert_label ("e\u0301\u0302\u0303", 7, "e\u0301\u0302\u0303");
  assert_label ("الملك", 10, "الملك");
  assert_label ("👨\u200d👩\u200d👧", 18, "👨\u200d👩\u200d👧");
}

static void
test_unsafe (void)
{
  assert_label ("a\0b", 3, "a‹U+0000›b");
  assert_label ("a\nb\tc\x1b\x7f", 7, "a‹U+000A›b‹U+0009›c‹U+001B›‹U+007F›");
  assert_label ("\xc2\x85x", 3, "‹U+0085›x");
  assert_label ("a\uffff\ufffe\ufdd0\U0001fffe", 14, "a‹U+FFFF›‹U+FFFE›‹U+FDD0›‹U+1FFFE›");
  assert_label ("\u202a\u202bx\u202c\u202d\u202e", 16, "‹U+202A›‹U+202B›x‹U+202C›‹U+202D›‹U+202E›");
  assert_label ("\u2066\u2067x\u2068\u2069", 13, "‹U+2066›‹U+2067›x‹U+2068›‹U+2069›");
  assert_label ("\u2028x\u2029", 7, "‹U+2028›x‹U+2029›");
  assert_label ("\xff"
                "a\xe6",
                3, "‹0xFF›a‹0xE6›");
}

/* Two words that differ must not look the same. */
static void
test_invisible (void)
{
  assert_label ("a\u200bb", 5, "a‹U+200B›b");
  assert_label ("\ufeffhead", 7, "‹U+FEFF›head");
  assert_label ("soft\u00adhyphen", 12, "soft‹U+00AD›hyphen");
  assert_label ("\u2060x\u200e", 7, "‹U+2060›x‹U+200E›");
  assert_label ("\u3164", 3, "‹U+3164›");
  assert_label ("\u2800", 3, "‹U+2800›");
  assert_label ("x\U000e0041", 5, "x‹U+E0041›");
  assert_label ("\u0600", 2, "\u0600");
}

/* Joiners are seen by what they do, where there is something to join. */
static void
test_joiners (void)
{
  assert_label ("می\u200cخواهم", 17, "می\u200cخواهم");
  assert_label ("क्\u200dष", 12, "क्\u200dष");
  assert_label ("a\u200db", 5, "a‹U+200D›b");
  assert_label ("می\u200c", 7, "می‹U+200C›");
  assert_label ("\u200cمی", 7, "‹U+200C›می");
}

static void
test_blanks (void)
{
  assert_label (" king", 5, "␣king");
  assert_label ("   king ", 8, "␣␣␣king␣");
  assert_label ("new york", 8, "new york");
  assert_label ("  ", 2, "␣␣");
  assert_label ("new\u00a0york", 9, "new\u00a0york");
  assert_label ("\u00a0york", 6, "‹U+00A0›york");
}

static void
test_marks (void)
{
  assert_label ("e\u0301\u0301\u0301\u0301\u0301x\u0301", 14, "e\u0301\u0301\u0301x\u0301");
}

static void
test_cut (void)
{
  g_autofree char *just = g_strnfill (200, 'a');
  g_autofree char *over = g_strnfill (201, 'a');
  g_autofree char *huge = g_strnfill (1000000, 'a');
  g_autofree char *cut = g_strdup_printf ("%.199s…", huge);

  assert_label (just, 200, just);
  assert_label (over, 201, cut);
  assert_label (huge, 1000000, cut);
}

/* A mark that is dropped anyway is nothing that was cut. */
static void
test_marks_at_the_cut (void)
{
  GString         *word = g_string_new (NULL);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < 197; i++)
    g_string_append_c (word, 'a');
  g_string_append (word, "\u0301\u0301\u0301");
  expected = g_strdup (word->str);
  g_string_append (word, "\u0301\u0301");
  assert_label (word->str, word->len, expected);
  g_string_free (word, TRUE);
}

/* A code is there whole, or not at all. */
static void
test_codes_at_the_cut (void)
{
  g_autofree char *before = g_strnfill (192, 'a');
  g_autofree char *just = g_strconcat (before, "\u200b", NULL);
  g_autofree char *over = g_strconcat (before, "a\u200b", NULL);
  g_autofree char *shown = g_strconcat (before, "‹U+200B›", NULL);
  g_autofree char *cut = g_strconcat (before, "a…", NULL);

  assert_label (just, strlen (just), shown);
  assert_label (over, strlen (over), cut);
}

static void
test_nothing_to_see (void)
{
  assert_label ("", 0, "(empty)");
  assert_label (" ", 1, "␣");
  assert_label ("\u00a0\u3000", 5, "‹U+00A0›‹U+3000›");
  assert_label ("\u0301", 2, "“\u0301”");
  assert_label ("\n", 1, "‹U+000A›");
}

static void
test_from_label (void)
{
  g_autofree char *king = sema_word_from_label ("␣king"), *all = sema_word_from_label ("␣␣a b␣");

  g_assert_cmpstr (king, ==, " king");
  g_assert_cmpstr (all, ==, "  a b ");
  g_assert_null (sema_word_from_label ("king"));
}

static void
assert_split (const char *text, const char *expected)
{
  g_auto (GStrv)   words = sema_word_split (text);
  g_autofree char *joined = g_strjoinv ("|", words);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_split_quotes (void)
{
  assert_split ("\" king\" queen", " king|queen");
  assert_split ("a \"ice cream\"", "a|ice cream");
  assert_split ("\" king\"queen", "\"|king\"queen");
  assert_split ("\"q\" \"", "\"q\"|\"");
  assert_split ("\"\" a", "\"\"|a");
  assert_split ("5\" \"king", "5\"|\"king");
}

static void
test_split (void)
{
  g_auto (GStrv)   words = sema_word_split ("  king\tqueen\n\ncaf\xe9 ");
  g_auto (GStrv)   none = sema_word_split (" \n");
  g_autofree char *joined = g_strjoinv ("|", words);

  g_assert_cmpstr (joined, ==, "king|queen|caf\xe9");
  g_assert_null (none[0]);
}

static void
test_rows (void)
{
  char name[SEMA_WORD_ROW_SIZE];

  g_assert_cmpuint (sema_word_name_row (name, 0), ==, 3);
  g_assert_cmpstr (name, ==, "[0]");
  g_assert_cmpuint (sema_word_name_row (name, G_MAXUINT64), ==, 22);
  g_assert_cmpstr (name, ==, "[18446744073709551615]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word/utf8", test_utf8);
  g_test_add_func ("/word/plain-labels", test_plain_labels);
  g_test_add_func ("/word/unsafe", test_unsafe);
  g_test_add_func ("/word/invisible", test_invisible);
  g_test_add_func ("/word/joiners", test_joiners);
  g_test_add_func ("/word/blanks", test_blanks);
  g_test_add_func ("/word/marks", test_marks);
  g_test_add_func ("/word/cut", test_cut);
  g_test_add_func ("/word/marks-at-the-cut", test_marks_at_the_cut);
  g_test_add_func ("/word/codes-at-the-cut", test_codes_at_the_cut);
  g_test_add_func ("/word/nothing-to-see", test_nothing_to_see);
  g_test_add_func ("/word/from-label", test_from_label);
  g_test_add_func ("/word/split", test_split);
  g_test_add_func ("/word/split-quotes", test_split_quotes);
  g_test_add_func ("/word/rows", test_rows);
  return g_test_run ();
}
