/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-bert-characters.h"

static void
test_controls (void)
{
  g_assert_true (sema_bert_is_control (0));
  g_assert_true (sema_bert_is_control (0x0b));
  g_assert_true (sema_bert_is_control (0x85));
  g_assert_true (sema_bert_is_control (0xad));
  g_assert_true (sema_bert_is_control (0x200b));
  g_assert_true (sema_bert_is_control (0xfffd));
  g_assert_true (sema_bert_is_control (0xe000));
  g_assert_false (sema_bert_is_control ('\t'));
  g_assert_false (sema_bert_is_control ('\n'));
  g_assert_false (sema_bert_is_control (' '));
  g_assert_false (sema_bert_is_control (0x378)); /* nothing yet */
  g_assert_false (sema_bert_is_control (0x890)); /* a format since Unicode 14 */
}

static void
test_accents (void)
{
  g_assert_true (sema_bert_is_accent (0x301));
  g_assert_true (sema_bert_is_accent (0x1734));
  g_assert_false (sema_bert_is_accent (0x903));
  g_assert_false (sema_bert_is_accent (0x898)); /* since Unicode 14 */
  g_assert_false (sema_bert_is_accent ('a'));
}

static void
test_punctuation (void)
{
  guint n = 0;

  for (gunichar ch = 0; ch < 0x80; ch++)
    n += sema_bert_is_punctuation (ch);
  g_assert_cmpuint (n, ==, 32);
  g_assert_true (sema_bert_is_punctuation ('$'));
  g_assert_true (sema_bert_is_punctuation (0xbf));
  g_assert_true (sema_bert_is_punctuation (0x166d));
  g_assert_false (sema_bert_is_punctuation (0x20ac));
  g_assert_false (sema_bert_is_punctuation (0x2e5d)); /* since Unicode 14 */
}

static void
test_ideographs (void)
{
  g_assert_true (sema_bert_is_ideograph (0x4e00));
  g_assert_true (sema_bert_is_ideograph (0x3400));
  g_assert_true (sema_bert_is_ideograph (0x2f800));
  g_assert_false (sema_bert_is_ideograph (0x3042));
  g_assert_false (sema_bert_is_ideograph (0xac00));
  g_assert_false (sema_bert_is_ideograph (0x2b820)); /* between two ranges of the original */
}

static void
test_parts (void)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  g_assert_cmpuint (sema_bert_decompose ('e', parts), ==, 1);
  g_assert_cmpuint (sema_bert_decompose (0x1d6, parts), ==, 3);
  g_assert_cmpuint (parts[0], ==, 'u');
  g_assert_cmpuint (parts[2], ==, 0x304);
  g_assert_cmpuint (sema_bert_decompose (0xac01, parts), ==, 3);
  g_assert_cmpuint (sema_bert_decompose (0xfb01, parts), ==, 1);
  g_assert_cmpuint (sema_bert_lowercase ('A', parts), ==, 1);
  g_assert_cmpuint (parts[0], ==, 'a');
  g_assert_cmpuint (sema_bert_lowercase (0x130, parts), ==, 2);
  g_assert_cmpuint (parts[1], ==, 0x307);
  g_assert_cmpuint (sema_bert_lowercase (0x3a3, parts), ==, 1);
  g_assert_cmpuint (parts[0], ==, 0x3c3);
  g_assert_cmpuint (sema_bert_lowercase (0x2161, parts), ==, 1);
  g_assert_cmpuint (parts[0], ==, 0x2171);
  g_assert_cmpuint (sema_bert_lowercase (0x24b6, parts), ==, 1);
  g_assert_cmpuint (parts[0], ==, 0x24d0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bert-characters/controls", test_controls);
  g_test_add_func ("/bert-characters/accents", test_accents);
  g_test_add_func ("/bert-characters/punctuation", test_punctuation);
  g_test_add_func ("/bert-characters/ideographs", test_ideographs);
  g_test_add_func ("/bert-characters/parts", test_parts);
  return g_test_run ();
}
