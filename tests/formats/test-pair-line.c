/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pair-line.h"

#include <math.h>
#include <string.h>

static void
assert_words (const char *text, gsize length, const char *a, const char *b, double score)
{
  SemaPairLine line;

  g_assert_cmpint (sema_pair_line_parse (text, length, &line), ==, SEMA_PAIR_WORDS);
  g_assert_cmpmem (line.words[0], line.lengths[0], a, strlen (a));
  g_assert_cmpmem (line.words[1], line.lengths[1], b, strlen (b));
  g_assert_true (line.score == score || (isnan (score) && isnan (line.score)));
}

#define ASSERT_WORDS(text, a, b, score) assert_words (text, sizeof (text) - 1, a, b, score)

static void
test_words (void)
{
  ASSERT_WORDS ("love\tsex\t6.77", "love", "sex", 6.77);
  ASSERT_WORDS ("a\tb\t \u00a07.35\x1f ", "a", "b", 7.35);
  ASSERT_WORDS (" a \tb c\t-1e1", " a ", "b c", -10);
  ASSERT_WORDS ("\t\t0", "", "", 0);
  ASSERT_WORDS ("a\xff\tb\tNaN", "a\xff", "b", NAN);
  ASSERT_WORDS ("a\t#b\tinf", "a", "#b", INFINITY);
}

static void
assert_kind (const char *text, gsize length, SemaPairKind kind)
{
  SemaPairLine line;

  g_assert_cmpint (sema_pair_line_parse (text, length, &line), ==, kind);
}

#define ASSERT_KIND(text, kind) assert_kind (text, sizeof (text) - 1, kind)

static void
test_others (void)
{
  ASSERT_KIND ("", SEMA_PAIR_NOTHING);
  ASSERT_KIND ("# a\tb\t1", SEMA_PAIR_NOTHING);
  ASSERT_KIND (" ", SEMA_PAIR_OTHER);
  ASSERT_KIND ("a b 1", SEMA_PAIR_OTHER);
  ASSERT_KIND ("a\tb", SEMA_PAIR_OTHER);
  ASSERT_KIND ("a\tb\t", SEMA_PAIR_OTHER);
  ASSERT_KIND ("a\tb\tc", SEMA_PAIR_OTHER);
  ASSERT_KIND ("a\tb\t1 2", SEMA_PAIR_OTHER);
  ASSERT_KIND ("a\tb\t1\t", SEMA_PAIR_OTHER);
  ASSERT_KIND ("a\tb\t1\t2", SEMA_PAIR_OTHER);
  ASSERT_KIND ("a\tb\t1\0", SEMA_PAIR_OTHER);
  ASSERT_KIND ("a\tb\t1,5", SEMA_PAIR_OTHER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pair-line/words", test_words);
  g_test_add_func ("/pair-line/others", test_others);
  return g_test_run ();
}
