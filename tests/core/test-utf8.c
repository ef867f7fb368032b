/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-utf8.h"

#include <string.h>

static void
assert_reads (const char *bytes, gsize n_bytes, const gunichar *expected, guint n)
{
  /* A copy of its own size: a read beyond the end shows under valgrind and the sanitizers. */
  g_autofree char *copy = g_memdup2 (bytes, n_bytes);
  const char      *cursor = copy;

  for (guint i = 0; i < n; i++)
    g_assert_cmphex (sema_utf8_next (&cursor, copy + n_bytes), ==, expected[i]);
  g_assert_true (cursor == copy + n_bytes);
}

static void
test_valid (void)
{
  const char    *text = "aé東😀";
  const gunichar expected[] = {'a', 0xe9, 0x6771, 0x1f600};

  assert_reads (text, strlen (text), expected, 4);
}

static void
test_nul (void)
{
  const gunichar expected[] = {'a', 0, 'b'};

  assert_reads ("a\0b", 3, expected, 3);
}

static void
test_invalid (void)
{
  const gunichar lone[] = {SEMA_UTF8_INVALID + 0x80, 'a'};
  const gunichar cut[] = {SEMA_UTF8_INVALID + 0xe6, SEMA_UTF8_INVALID + 0x9d};
  const gunichar broken[] = {SEMA_UTF8_INVALID + 0xe6, 'x', 'y'};
  const gunichar overlong[] = {SEMA_UTF8_INVALID + 0xc0, SEMA_UTF8_INVALID + 0x80};
  const gunichar surrogate[] = {SEMA_UTF8_INVALID + 0xed, SEMA_UTF8_INVALID + 0xa0, SEMA_UTF8_INVALID + 0x80};
  const gunichar beyond[] = {SEMA_UTF8_INVALID + 0xf4, SEMA_UTF8_INVALID + 0x90, SEMA_UTF8_INVALID + 0x80, SEMA_UTF8_INVALID + 0x80};

  assert_reads ("\x80"
                "a",
                2, lone, 2);
  assert_reads ("\xe6\x9d", 2, cut, 2);
  assert_reads ("\xe6xy", 3, broken, 3);
  assert_reads ("\xc0\x80", 2, overlong, 2);
  assert_reads ("\xed\xa0\x80", 3, surrogate, 3);
  assert_reads ("\xf4\x90\x80\x80", 4, beyond, 4);
}

/* A character whose last byte is a NUL would reach over it. */
static void
test_nul_within (void)
{
  const gunichar expected[] = {SEMA_UTF8_INVALID + 0xe6, 0, SEMA_UTF8_INVALID + 0x9d};

  assert_reads ("\xe6\0\x9d", 3, expected, 3);
}

/* GLib's reader, which is slower, finds the same in all bytes that begin with any three, and in every character. */
static void
test_as_glib (void)
{
  for (guint64 n = 0; n < 256 * 256 * 256 + 0x110000; n++)
    {
      char        bytes[4] = {(char)(n >> 16), (char)(n >> 8), (char)n, (char)0x91};
      gsize       length = n < 256 * 256 * 256 ? 4 : (gsize)g_unichar_to_utf8 ((gunichar)(n - 256 * 256 * 256), bytes);
      gunichar    expected = bytes[0] == 0 ? 0 : g_utf8_get_char_validated (bytes, (gssize)length);
      const char *cursor = bytes;
      gunichar    ch = sema_utf8_next (&cursor, bytes + length);

      if (ch < SEMA_UTF8_INVALID ? ch != expected : expected < SEMA_UTF8_INVALID)
        g_error ("%02x %02x %02x %02x is read as %x, not as %x", (guchar)bytes[0], (guchar)bytes[1], (guchar)bytes[2], (guchar)bytes[3], ch, expected);
      g_assert_cmpint (cursor - bytes, ==, ch < SEMA_UTF8_INVALID ? g_unichar_to_utf8 (ch, NULL) : 1);
    }
}

/* Python 3.11: [hex(c) for c in range(0x110000) if chr(c).isspace()] */
static void
test_spaces (void)
{
  static const gunichar spaces[] = {0x9, 0xa, 0xb, 0xc, 0xd, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
                                    0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000};
  gsize                 n = 0;

  for (gunichar ch = 0; ch < SEMA_UTF8_INVALID + 256; ch++)
    if (n < G_N_ELEMENTS (spaces) && ch == spaces[n])
      {
        g_assert_true (sema_utf8_is_space (ch));
        n++;
      }
    else
      g_assert_false (sema_utf8_is_space (ch));
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (spaces));
}

static void
test_words (void)
{
  static const char text[] = " \t\u00a0a\xff"
                             "b\0\u3000 ";
  const char       *end = text + sizeof text - 1;
  const char       *word = sema_utf8_skip_spaces (text, end);
  const char       *after = sema_utf8_skip_word (word, end);

  g_assert_cmpmem (word, after - word, "a\xff"
                                       "b\0",
                   4);
  g_assert_true (sema_utf8_skip_spaces (after, end) == end);
  g_assert_true (sema_utf8_skip_word (end, end) == end);
  g_assert_true (sema_utf8_skip_word (word, word + 2) == word + 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/utf8/valid", test_valid);
  g_test_add_func ("/utf8/nul", test_nul);
  g_test_add_func ("/utf8/invalid", test_invalid);
  g_test_add_func ("/utf8/nul-within", test_nul_within);
  g_test_add_func ("/utf8/spaces", test_spaces);
  g_test_add_func ("/utf8/words", test_words);
  g_test_add_func ("/utf8/as-glib", test_as_glib);
  return g_test_run ();
}
