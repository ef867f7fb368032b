/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tiktoken-line.h"

#include <string.h>

static void
assert_line (const char *line, const char *token, gsize length, guint32 rank)
{
  g_auto (SemaBuffer) bytes = {0};
  SemaTiktokenLine    parsed;

  g_assert_true (sema_tiktoken_line_parse (&parsed, line, strlen (line), &bytes));
  g_assert_null (parsed.fault);
  g_assert_cmpmem (parsed.token, parsed.length, token, length);
  g_assert_cmpuint (parsed.rank, ==, rank);
}

static void
test_good (void)
{
  assert_line ("IQ== 0", "!", 1, 0);
  assert_line ("AA== 188", "\0", 1, 188);
  assert_line ("IHQ= 257", " t", 2, 257);
  assert_line ("IHRo 4294967294", " th", 3, G_MAXUINT32 - 1);
  assert_line ("/+8= 007", "\xff\xef", 2, 7);
  assert_line ("IHRoZQ== 1", " the", 4, 1);
}

static void
test_bad (void)
{
  const char *const lines[] = {"IQ==", "IQ==\t0", " 0", "IQ= 0", "I=Q= 0", "IR== 0", "IHR= 0", "I Q== 0", "==== 0", "A=== 0", "IQ== ", "IQ== -1", "IQ== 1.0", "IQ== 4294967295", "IQ== 99999999999999999999", "IQ== 0 ", "IQ==  0", "IQ-_ 0", "\xc4\xa0\x41 0"};

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (SemaBuffer) bytes = {0};
      SemaTiktokenLine    parsed;

      g_assert_false (sema_tiktoken_line_parse (&parsed, lines[i], strlen (lines[i]), &bytes));
      g_assert_nonnull (parsed.fault);
    }
}

static void
test_form_only (void)
{
  SemaTiktokenLine parsed;
  g_autofree char *letters = g_strnfill (4000, 'A'), *line = g_strconcat (letters, " 0", NULL);

  g_assert_true (sema_tiktoken_line_parse (&parsed, "IQ== 3", 6, NULL));
  g_assert_null (parsed.token);
  g_assert_cmpuint (parsed.rank, ==, 3);
  g_assert_false (sema_tiktoken_line_parse (&parsed, line, strlen (line), NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiktoken-line/good", test_good);
  g_test_add_func ("/tiktoken-line/bad", test_bad);
  g_test_add_func ("/tiktoken-line/form-only", test_form_only);
  return g_test_run ();
}
