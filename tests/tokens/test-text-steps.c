/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-steps.h"

#include <string.h>

#include "token-fixture.h"

static void
assert_made (const char *json, const char *text, const char *expected)
{
  g_auto (SemaSteppedText) made = {0};
  SemaTextSteps            steps = {0};
  const char              *unknown, *bytes;
  gsize                    length;

  g_assert_true (sema_text_steps_take (&steps, token_fixture_read_part (json), &unknown));
  g_assert_true (sema_stepped_text_make (&made, &steps, text, strlen (text), NULL));
  bytes = sema_stepped_text_get (&made, &length);
  g_assert_cmpmem (bytes, length, expected, strlen (expected));
  sema_text_steps_clear (&steps);
}

#define REPLACE(pattern, content) "{\"type\":\"Replace\",\"pattern\":{" pattern "},\"content\":\"" content "\"}"
#define SEQUENCE(steps) "{\"type\":\"Sequence\",\"normalizers\":[" steps "]}"
#define PREPEND "{\"type\":\"Prepend\",\"prepend\":\"_\"}"
#define STRIP(left, right) "{\"type\":\"Strip\",\"strip_left\":" left ",\"strip_right\":" right "}"

static void
test_steps (void)
{
  assert_made (REPLACE ("\"String\":\" \"", "_"), " a  b ", "_a__b_");
  assert_made (REPLACE ("\"String\":\"``\"", "'"), "``a```b`", "'a'`b`");
  assert_made (REPLACE ("\"String\":\"ab\"", ""), "ababc", "c");
  assert_made (REPLACE ("\"Regex\":\" {2,}\"", " "), " a  b   ", " a b ");
  assert_made (PREPEND, "ab", "_ab");
  assert_made (PREPEND, "", "");
  assert_made (STRIP ("false", "true"), " \u3000a b\n\u00a0", " \u3000a b");
  assert_made (STRIP ("true", "true"), " \u3000a b\n\u00a0", "a b");
  assert_made (STRIP ("true", "false"), " \n", "");
  assert_made (STRIP ("false", "false"), " a ", " a ");
  assert_made ("{\"type\":\"NFC\"}", "e\u0301", "é");
  assert_made (SEQUENCE (SEQUENCE (PREPEND) "," REPLACE ("\"String\":\"_\"", "ab") "," REPLACE ("\"String\":\"b\"", "c")), "x", "acx");
}

/* Back through all steps. */
static void
test_map (void)
{
  g_auto (SemaSteppedText) made = {0};
  SemaTextSteps            steps = {0};
  const char              *unknown;
  SemaTokenPiece           pieces[] = {{0, 0, 1}, {0, 1, 2}, {0, 2, 4}};

  g_assert_true (sema_text_steps_take (&steps, token_fixture_read_part (SEQUENCE (PREPEND "," REPLACE ("\"String\":\" \"", "__"))), &unknown));
  g_assert_true (sema_stepped_text_make (&made, &steps, "a b", 3, NULL));
  sema_stepped_text_map (&made, pieces, G_N_ELEMENTS (pieces), 10);
  g_assert_cmpuint (pieces[0].start, ==, 10);
  g_assert_cmpuint (pieces[0].end, ==, 10);
  g_assert_cmpuint (pieces[1].end, ==, 11);
  g_assert_cmpuint (pieces[2].start, ==, 11);
  g_assert_cmpuint (pieces[2].end, ==, 12);
  sema_text_steps_clear (&steps);
}

static void
assert_unknown (const char *json, const char *expected)
{
  SemaTextSteps steps = {0};
  const char   *unknown = NULL;

  g_assert_false (sema_text_steps_take (&steps, token_fixture_read_part (json), &unknown));
  g_assert_cmpstr (unknown, ==, expected);
  sema_text_steps_clear (&steps);
}

/* Expressions of a file are never searched for, but for the one that all files have. */
static void
test_unknown (void)
{
  assert_unknown ("{\"type\":\"NFKD\"}", "NFKD");
  assert_unknown (SEQUENCE (PREPEND ",{\"type\":\"Lowercase\"}"), "Lowercase");
  assert_unknown (REPLACE ("\"Regex\":\"(a+)+$\"", ""), "Replace");
  assert_unknown (REPLACE ("\"String\":\"\"", "x"), "Replace");
  assert_unknown ("{\"type\":\"Strip\"}", "Strip");
  assert_unknown ("{\"type\":\"Precompiled\"}", "Precompiled");
  /* A text that may become more than 256 times as long. */
  assert_unknown (SEQUENCE (REPLACE ("\"String\":\"a\"", "aaaaaaaaaaaaaaaaa") "," REPLACE ("\"String\":\"a\"", "aaaaaaaaaaaaaaaaa")), "Replace");
  assert_unknown (SEQUENCE (PREPEND "," PREPEND "," PREPEND "," PREPEND "," PREPEND "," PREPEND "," PREPEND "," PREPEND "," SEQUENCE (
                    PREPEND "," PREPEND "," PREPEND "," PREPEND "," PREPEND "," PREPEND "," PREPEND "," PREPEND "," PREPEND)),
                  "Prepend");
}

static void
test_leave_no_space (void)
{
  static const char *const parts[] = {REPLACE ("\"String\":\" \"", "_"), REPLACE ("\"String\":\" \"", " _"), PREPEND, "null"};

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      SemaTextSteps steps = {0};
      const char   *unknown;

      g_assert_true (sema_text_steps_take (&steps, token_fixture_read_part (parts[i]), &unknown));
      g_assert_cmpint (sema_text_steps_leave_no_space (&steps), ==, i == 0);
      sema_text_steps_clear (&steps);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-steps/steps", test_steps);
  g_test_add_func ("/text-steps/map", test_map);
  g_test_add_func ("/text-steps/unknown", test_unknown);
  g_test_add_func ("/text-steps/leave-no-space", test_leave_no_space);
  return g_test_run ();
}
