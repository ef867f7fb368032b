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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/utf8/valid", test_valid);
  g_test_add_func ("/utf8/nul", test_nul);
  g_test_add_func ("/utf8/invalid", test_invalid);
  g_test_add_func ("/utf8/nul-within", test_nul_within);
  return g_test_run ();
}
