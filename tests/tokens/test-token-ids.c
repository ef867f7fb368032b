/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-token-ids.h"

#include <string.h>

static void
assert_ids (const char *text, guint64 vocab, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = sema_token_ids_parse (text, vocab, &error);
  g_autofree char   *printed = NULL;

  g_assert_no_error (error);
  printed = sema_token_ids_print ((const guint64 *)ids->data, ids->len);
  g_assert_cmpstr (printed, ==, expected);
}

static void
assert_error (const char *text, guint64 vocab, SemaTokenIdsError code, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sema_token_ids_parse (text, vocab, &error));
  g_assert_error (error, SEMA_TOKEN_IDS_ERROR, (int)code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_ids (void)
{
  assert_ids ("2, 3, 5, 1", 6, "2, 3, 5, 1");
  assert_ids ("2 3\t5\n1", 6, "2, 3, 5, 1");
  assert_ids ("[2, 3, 5, 1]", 6, "2, 3, 5, 1");
  assert_ids ("", 6, "");
  assert_ids (" , ,", 6, "");
  assert_ids ("0,0,0", 1, "0, 0, 0");
  assert_ids ("18446744073709551613", G_MAXUINT64, "18446744073709551613");
}

static void
test_ranges (void)
{
  assert_ids ("1-3", 6, "1, 2, 3");
  assert_ids ("3 - 1, 5", 6, "3, 2, 1, 5");
  assert_ids ("0..2 4:5", 6, "0, 1, 2, 4, 5");
  assert_ids ("0–2", 6, "0, 1, 2");
  assert_ids ("2-2", 6, "2");
}

static void
test_range_errors (void)
{
  assert_error ("2, 6", 6, SEMA_TOKEN_IDS_ERROR_RANGE, "no token id 6: the vocabulary has 6 ids, from 0 to 5");
  assert_error ("-1", 6, SEMA_TOKEN_IDS_ERROR_RANGE, "no token id -1");
  assert_error ("0-9", 6, SEMA_TOKEN_IDS_ERROR_RANGE, "no token id 9");
  assert_error ("99999999999999999999999", 6, SEMA_TOKEN_IDS_ERROR_RANGE, "99999999999999999999999");
}

static void
test_syntax_errors (void)
{
  assert_error ("2, x", 6, SEMA_TOKEN_IDS_ERROR_SYNTAX, "“x” at character 4");
  assert_error ("2.5", 6, SEMA_TOKEN_IDS_ERROR_SYNTAX, "“.5” at character 2");
  assert_error ("ä 1", 6, SEMA_TOKEN_IDS_ERROR_SYNTAX, "“ä” at character 1");
  assert_error ("1-", 6, SEMA_TOKEN_IDS_ERROR_SYNTAX, "missing at character 3");
  assert_error ("1-,2", 6, SEMA_TOKEN_IDS_ERROR_SYNTAX, "missing at character 3");
}

static void
test_many (void)
{
  assert_error ("0-99999, 1", 1000000, SEMA_TOKEN_IDS_ERROR_MANY, "more than 100000");
  assert_error ("0-18446744073709551613", G_MAXUINT64, SEMA_TOKEN_IDS_ERROR_MANY, "more than 100000");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/token-ids/ids", test_ids);
  g_test_add_func ("/token-ids/ranges", test_ranges);
  g_test_add_func ("/token-ids/range-errors", test_range_errors);
  g_test_add_func ("/token-ids/syntax-errors", test_syntax_errors);
  g_test_add_func ("/token-ids/many", test_many);
  return g_test_run ();
}
