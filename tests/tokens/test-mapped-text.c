/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-mapped-text.h"

#include <string.h>

static void
assert_mapped (const SemaMappedText *text, guint64 start, guint64 end, guint64 expected_start, guint64 expected_end)
{
  SemaTokenPiece piece = {0, start, end};

  sema_mapped_text_map (text, &piece, 1, 100);
  g_assert_cmpuint (piece.start, ==, 100 + expected_start);
  g_assert_cmpuint (piece.end, ==, 100 + expected_end);
}

/* abcdef becomes abXYZef: what stays has its own places, what was made all that it was made of. */
static void
test_map (void)
{
  g_auto (SemaMappedText) text = {0};

  g_assert_true (sema_mapped_text_keep (&text, "abcdef", 0, 1, NULL));
  g_assert_true (sema_mapped_text_keep (&text, "abcdef", 1, 2, NULL));
  g_assert_true (sema_mapped_text_keep (&text, "abcdef", 2, 2, NULL));
  g_assert_true (sema_mapped_text_add (&text, "XYZ", 3, 2, 4, NULL));
  g_assert_true (sema_mapped_text_keep (&text, "abcdef", 4, 6, NULL));
  g_assert_cmpmem (text.bytes.data, text.bytes.n_bytes, "abXYZef", 7);
  assert_mapped (&text, 0, 1, 0, 1);
  assert_mapped (&text, 1, 1, 1, 1);
  assert_mapped (&text, 0, 3, 0, 4);
  assert_mapped (&text, 3, 4, 2, 4);
  assert_mapped (&text, 2, 2, 2, 2);
  assert_mapped (&text, 4, 4, 4, 4);
  assert_mapped (&text, 4, 6, 2, 5);
  assert_mapped (&text, 6, 7, 5, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mapped-text/map", test_map);
  return g_test_run ();
}
