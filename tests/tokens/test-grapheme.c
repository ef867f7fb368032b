/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-grapheme.h"

#include <string.h>

/* Each text with bars where its clusters end. */
static void
assert_clusters (const char *expected)
{
  g_auto (GStrv)      parts = g_strsplit (expected, "|", -1);
  g_autofree char    *text = g_strjoinv ("", parts);
  g_autoptr (GString) found = g_string_new (NULL);
  const char         *end = text + strlen (text);

  for (const char *p = text, *next; p < end; p = next)
    {
      next = sema_grapheme_skip (p, end);
      g_assert_true (next > p && next <= end);
      g_string_append_printf (found, "%s%.*s", p > text ? "|" : "", (int)(next - p), p);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* Of Unicode's GraphemeBreakTest.txt, and others. */
static void
test_clusters (void)
{
  assert_clusters ("a|b");
  assert_clusters ("\r\n|\r|\r\n|\n");
  assert_clusters ("\n|\u0308|a");
  assert_clusters ("a\u0301\u0308|b");
  assert_clusters ("\u1100\u1160|\u1100\uac00\u11a8|\uac01\u11a8\u11a8|\uac01|\u1160");
  assert_clusters ("\u0915\u093e|\u0e01\u0e33|\u102b");
  assert_clusters ("a|\u102b");
  assert_clusters ("\u06001|2");
  assert_clusters ("a\u200d|b\u200c|c|\u00ad|d");
  assert_clusters ("\u200b|a|\u2028|\u0301");
  assert_clusters ("ｶﾞ|ﾊﾟ|a\U0001f3fb");
  assert_clusters ("\xff|a|\xcc|b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grapheme/clusters", test_clusters);
  return g_test_run ();
}
