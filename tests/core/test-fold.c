/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fold.h"

#include <string.h>

#include "sema-utf8.h"
#include "table.h"

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

static char *
make_upper (SemaFold *fold, gunichar ch)
{
  guint           n;
  const gunichar *parts = sema_fold_char (fold, ch, &n);

  return g_ucs4_to_utf8 (parts, n, NULL, NULL, NULL);
}

static SemaFold *upper;
static gboolean  has_capital[0x530];

static void
check_capital (char **cells)
{
  gunichar         ch = (gunichar)g_ascii_strtoull (cells[0], NULL, 16);
  g_autofree char *found = make_upper (upper, ch);

  g_assert_cmpstr (found, ==, cells[1]);
  if (ch < G_N_ELEMENTS (has_capital))
    has_capital[ch] = TRUE;
}

/* Latin, Greek and Cyrillic have no other capitals than those of the table. */
static void
test_upper (void)
{
  upper = sema_fold_new_upper ();
  table_for_each_row ("upper.tsv", 2, check_capital);
  for (gunichar ch = 1; ch < G_N_ELEMENTS (has_capital); ch++)
    {
      guint           n;
      const gunichar *parts = sema_fold_char (upper, ch, &n);

      g_assert_true (has_capital[ch] || (n == 1 && parts[0] == ch));
    }
  g_clear_pointer (&upper, sema_fold_free);
}

static void
test_upper_word (void)
{
  static const gunichar expected[] = {'A', '1', 'Z', '@', '[', 'S', 'S', 0x130, SEMA_UTF8_INVALID + 0xe9, 0};
  g_autoptr (SemaFold)  fold = sema_fold_new_upper ();
  gunichar              folded[16];
  gsize                 n = sema_fold_word (fold, "a1Z@[ß\u0130\xe9\0", 11, folded, 16);

  g_assert_cmpmem (folded, n * sizeof *folded, expected, sizeof expected);
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
  g_test_add_func ("/fold/upper", test_upper);
  g_test_add_func ("/fold/upper-word", test_upper_word);
  return g_test_run ();
}
