/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fold.h"

#include <string.h>

#include "sema-utf8.h"

static void
assert_folds (const char *text, const char *expected)
{
  gsize                n;
  g_autofree gunichar *folded = sema_fold_text (text, &n);
  g_autofree char     *back = g_ucs4_to_utf8 (folded, (glong)n, NULL, NULL, NULL);

  g_assert_cmpstr (back, ==, expected);
}

static void
test_case_and_accents (void)
{
  assert_folds ("", "");
  assert_folds ("Hello World 42_@[", "hello world 42_@[");
  assert_folds ("CAFÉ", "cafe");
  assert_folds ("cafe\u0301", "cafe");
  assert_folds ("Straße", "strasse");
  assert_folds ("ẞ", "ss");
  assert_folds ("İstanbul", "istanbul");
  assert_folds ("Ångström", "angstrom");
  assert_folds ("\u212bngstrom", "angstrom");
  assert_folds ("ΆΣ", "ασ");
  assert_folds ("ς", "σ");
  assert_folds ("ёж", "еж");
  assert_folds ("Việt", "viet");
  assert_folds ("\u0301", "");
}

/* Vowels of Indic scripts are marks as well, but part of the word. */
static void
test_vowel_signs_stay (void)
{
  assert_folds ("की", "की");
  assert_folds ("कु", "कु");
}

static void
test_hangul_comes_apart (void)
{
  gsize                n;
  g_autofree gunichar *folded = sema_fold_text ("한", &n);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (folded[0], ==, 0x1112);
}

static void
test_invalid_bytes (void)
{
  g_autoptr (SemaFold) fold = sema_fold_new ();
  gunichar             folded[8];

  g_assert_cmpuint (sema_fold_word (fold, "A\xff\0\xc3", 4, folded, 8), ==, 4);
  g_assert_cmpuint (folded[0], ==, 'a');
  g_assert_cmpuint (folded[1], ==, SEMA_UTF8_INVALID + 0xff);
  g_assert_cmpuint (folded[2], ==, 0);
  g_assert_cmpuint (folded[3], ==, SEMA_UTF8_INVALID + 0xc3);
}

static void
test_capacity (void)
{
  g_autoptr (SemaFold) fold = sema_fold_new ();
  gunichar             folded[4];

  g_assert_cmpuint (sema_fold_word (fold, "abcd", 4, folded, 4), ==, 4);
  g_assert_cmpuint (sema_fold_word (fold, "abcde", 5, folded, 4), ==, 5);
  g_assert_cmpuint (sema_fold_word (fold, "abcß", 5, folded, 4), ==, 5);
}

/* Every character folds to the same whether it is remembered or not. */
static void
test_memory_of_folds (void)
{
  g_autoptr (SemaFold) warm = sema_fold_new ();
  guint                n_warm;
  guint                n_cold;

  for (gunichar ch = 1; ch < 0x3000; ch++)
    {
      g_autoptr (SemaFold) cold = ch % 64 == 0 ? sema_fold_new () : NULL;
      const gunichar      *parts;

      sema_fold_char (warm, ch, &n_warm);
      parts = sema_fold_char (warm, ch, &n_warm);
      g_assert_cmpuint (n_warm, <=, SEMA_FOLD_SIZE);
      if (cold == NULL)
        continue;
      g_assert_cmpmem (parts, n_warm * sizeof (gunichar), sema_fold_char (cold, ch, &n_cold), n_cold * sizeof (gunichar));
    }
}

/* No character needs more room than there is: none is cut. */
static void
test_room (void)
{
  g_autoptr (SemaFold) fold = sema_fold_new ();
  guint                n;

  for (gunichar ch = 1; ch < 0x30000; ch++)
    if (g_unichar_validate (ch))
      {
        sema_fold_char (fold, ch, &n);
        g_assert_cmpuint (n, <, SEMA_FOLD_SIZE);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/case-and-accents", test_case_and_accents);
  g_test_add_func ("/fold/vowel-signs-stay", test_vowel_signs_stay);
  g_test_add_func ("/fold/hangul-comes-apart", test_hangul_comes_apart);
  g_test_add_func ("/fold/invalid-bytes", test_invalid_bytes);
  g_test_add_func ("/fold/capacity", test_capacity);
  g_test_add_func ("/fold/memory-of-folds", test_memory_of_folds);
  g_test_add_func ("/fold/room", test_room);
  return g_test_run ();
}
