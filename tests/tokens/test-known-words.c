/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-known-words.h"

#include <string.h>

#include "sema-test-files.h"
#include "token-fixture.h"

static void
assert_found (SemaSet *set, const char *text, const char *expected)
{
  g_auto (SemaTokenPieces) pieces = {0};
  g_autofree char         *found = NULL;

  g_assert_true (sema_known_words_find (sema_set_get_vocab (set), text, strlen (text), &pieces, NULL, NULL));
  found = token_fixture_print (&pieces);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (SemaSet) set = sema_test_load_text ("the 1 2\nking 3 4\n's 5 6\nmother-in-law 7 8\n, 1 1\nUS 2 2\nus 3 3\nkönig 4 4\n");

  assert_found (set, "The king's US us", "0[0,3) 1[4,8) 2[8,10) 5[11,13) 6[14,16) ");
  assert_found (set, "mother-in-law, mother", "3[0,13) 4[13,14) -[15,21) ");
  assert_found (set, " KÖNIG\n\nzorg! ", "7[1,7) -[9,13) -[13,14) ");
  assert_found (set, "\xff"
                     "the",
                "-[0,1) 0[1,4) ");
  assert_found (set, "", "");
}

/* No word is looked for at every length of a text without white space. */
static void
test_long (void)
{
  g_autoptr (SemaSet)      set = sema_test_load_text ("the 1 2\na 3 4\n");
  g_autofree char         *letters = g_strnfill (100000, 'b'), *signs = g_strnfill (100000, '!');
  g_auto (SemaTokenPieces) pieces = {0};

  g_assert_true (sema_known_words_find (sema_set_get_vocab (set), letters, 100000, &pieces, NULL, NULL));
  g_assert_cmpuint (sema_token_pieces_get_n (&pieces), ==, 1);
  g_assert_true (sema_known_words_find (sema_set_get_vocab (set), signs, 100000, &pieces, NULL, NULL));
  g_assert_cmpuint (sema_token_pieces_get_n (&pieces), ==, 100001);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known-words/words", test_words);
  g_test_add_func ("/known-words/long", test_long);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
