/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-header.h"

#include <string.h>

#include "sema-formats.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *line;
    guint64     n_words, dim; /* both 0: no header */
  } cases[] = {
    {"3000000 300", 3000000, 300},
    {" \t18  6 \t", 18, 6},
    {"0018 06", 18, 6},
    {"18\t6", 18, 6},
    {"18446744073709551615 1", G_MAXUINT64, 1},
    {"18446744073709551616 1", G_MAXUINT64, 1},
    {"1 99999999999999999999999999999999", 1, G_MAXUINT64},
    {"", 0, 0},
    {"18", 0, 0},
    {"18 ", 0, 0},
    {"18 6 1", 0, 0},
    {"-18 6", 0, 0},
    {"+18 6", 0, 0},
    {"18 6.0", 0, 0},
    {"1_8 6", 0, 0},
    {"0x12 6", 0, 0},
    {"18\302\2406", 0, 0},
    {"18 6\r", 0, 0},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SemaWord2vecHeader header = {0};
      gboolean           is_header = sema_word2vec_header_parse (cases[i].line, strlen (cases[i].line), &header);

      g_test_message ("“%s”", cases[i].line);
      g_assert_cmpint (is_header, ==, cases[i].dim > 0);
      if (is_header)
        {
          g_assert_cmpuint (header.n_words, ==, cases[i].n_words);
          g_assert_cmpuint (header.dim, ==, cases[i].dim);
        }
    }
}

static void
test_longest (void)
{
  g_autofree char   *blanks = g_strnfill (SEMA_WORD2VEC_HEADER_MAX - 4, ' ');
  g_autofree char   *longest = g_strconcat ("1", blanks, "2", NULL);
  g_autofree char   *too_long = g_strconcat ("1", blanks, " 22", NULL);
  SemaWord2vecHeader header;

  g_assert_true (sema_word2vec_header_parse (longest, strlen (longest), &header));
  g_assert_false (sema_word2vec_header_parse (too_long, strlen (too_long), &header));
  g_assert_false (sema_word2vec_header_is_attempt (too_long, strlen (too_long)));
}

static void
test_attempt (void)
{
  g_assert_true (sema_word2vec_header_is_attempt ("18", 2));
  g_assert_true (sema_word2vec_header_is_attempt ("-18 6", 5));
  g_assert_true (sema_word2vec_header_is_attempt ("18 6 1", 6));
  g_assert_false (sema_word2vec_header_is_attempt ("", 0));
  g_assert_false (sema_word2vec_header_is_attempt (" - ", 3));
  g_assert_false (sema_word2vec_header_is_attempt ("king 1", 6));
}

static void
test_check (void)
{
  static const struct
  {
    SemaWord2vecHeader header;
    const char        *part; /* NULL: it is fine */
  } cases[] = {
    {{1, 1}, NULL},
    {{SEMA_WORD2VEC_MAX_WORDS, SEMA_WORD2VEC_MAX_DIM}, NULL},
    {{5, 0}, "Line 1 of “x.vec” promises vectors of 0 numbers: “quoted”; at least 1 is needed."},
    {{0, 5}, "promises 0 words: “quoted”"},
    {{SEMA_WORD2VEC_MAX_WORDS + 1, 5}, "promises too many words: “quoted”; at most 1099511627776"},
    {{5, SEMA_WORD2VEC_MAX_DIM + 1}, "promises vectors of too many numbers: “quoted”; at most 1000000"},
    {{G_MAXUINT64, G_MAXUINT64}, "too many"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (sema_word2vec_header_check (&cases[i].header, "quoted", 6, "x.vec", &error), ==, cases[i].part == NULL);
      if (cases[i].part == NULL)
        continue;
      g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

static void
test_refuse (void)
{
  g_autoptr (GError) error = NULL;

  sema_word2vec_header_refuse ("18 6 1", 6, "x.bin", &error);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "it is “18 6 1”."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/word2vec-header/parse", test_parse);
  g_test_add_func ("/formats/word2vec-header/longest", test_longest);
  g_test_add_func ("/formats/word2vec-header/attempt", test_attempt);
  g_test_add_func ("/formats/word2vec-header/check", test_check);
  g_test_add_func ("/formats/word2vec-header/refuse", test_refuse);
  return g_test_run ();
}
