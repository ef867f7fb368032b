/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-byte-alphabet.h"

#include <string.h>

/* By the table of GPT-2's encoder.py, whose letters are those of Latin-1 that print, and from U+0100 on the others in their order. */
static void
test_letters (void)
{
  g_assert_cmpuint (sema_byte_alphabet_get ('!'), ==, '!');
  g_assert_cmpuint (sema_byte_alphabet_get ('~'), ==, '~');
  g_assert_cmpuint (sema_byte_alphabet_get (' '), ==, 0x120);
  g_assert_cmpuint (sema_byte_alphabet_get ('\n'), ==, 0x10a);
  g_assert_cmpuint (sema_byte_alphabet_get (0), ==, 0x100);
  g_assert_cmpuint (sema_byte_alphabet_get (0x7f), ==, 0x121);
  g_assert_cmpuint (sema_byte_alphabet_get (0xa0), ==, 0x142);
  g_assert_cmpuint (sema_byte_alphabet_get (0xad), ==, 0x143);
  g_assert_cmpuint (sema_byte_alphabet_get (0xa1), ==, 0xa1);
  g_assert_cmpuint (sema_byte_alphabet_get (0xff), ==, 0xff);
}

static void
test_round_trip (void)
{
  char  bytes[256], letters[512];
  gsize n, n_bytes;

  for (guint i = 0; i < 256; i++)
    bytes[i] = (char)i;
  n = sema_byte_alphabet_encode (bytes, 256, letters);
  g_assert_true (g_utf8_validate_len (letters, n, NULL));
  g_assert_cmpint (g_utf8_strlen (letters, (gssize)n), ==, 256);
  {
    g_autofree char *back = sema_byte_alphabet_decode (letters, n, &n_bytes);

    g_assert_cmpmem (back, n_bytes, bytes, 256);
  }
}

/* What has a letter of another alphabet is no bytes, but itself. */
static void
test_others (void)
{
  const char *const others[] = {"中", "aĠ中", "\u0144", " ", "a b", "\u00ad"};

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      gsize            n;
      g_autofree char *same = sema_byte_alphabet_decode (others[i], strlen (others[i]), &n);

      g_assert_cmpmem (same, n, others[i], strlen (others[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/byte-alphabet/letters", test_letters);
  g_test_add_func ("/byte-alphabet/round-trip", test_round_trip);
  g_test_add_func ("/byte-alphabet/others", test_others);
  return g_test_run ();
}
