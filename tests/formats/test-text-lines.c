/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-lines.h"

#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"

#define READ(lines, literal, dim) g_assert_true (sema_text_lines_read (lines, literal, sizeof (literal) - 1, dim, NULL))

static const SemaTextLine *
get_line (const SemaTextLines *lines, gsize i)
{
  g_assert_cmpuint (i, <, lines->lines.n_bytes / sizeof (SemaTextLine));
  return (const SemaTextLine *)lines->lines.data + i;
}

static void
assert_line (const SemaTextLines *lines, gsize i, guint64 number, const char *text, gboolean is_row, gboolean is_ended)
{
  const SemaTextLine *line = get_line (lines, i);

  g_assert_cmpuint (line->line.number, ==, number);
  g_assert_cmpmem (line->line.text, line->line.length, text, strlen (text));
  g_assert_cmpint (line->is_row, ==, is_row);
  g_assert_cmpint (line->line.is_ended, ==, is_ended);
  g_assert_false (line->line.is_too_long);
}

/* Rows and others, blank lines counted and not given, numbers only of the rows. */
static void
test_kinds (void)
{
  static const float     expected[] = {1.0f, 2.0f, 3.0f, 4.0f, 5.0f, 6.0f};
  g_auto (SemaTextLines) lines = {0};

  READ (&lines, "a 1 2\n\nbad 1\r\n \t\nnew york 3 4\nb 1 x\r\nlast 5 6\r", 2);
  g_assert_cmpuint (lines.n_lines, ==, 7);
  g_assert_cmpuint (lines.lines.n_bytes, ==, 5 * sizeof (SemaTextLine));
  assert_line (&lines, 0, 1, "a 1 2", TRUE, TRUE);
  assert_line (&lines, 1, 3, "bad 1", FALSE, TRUE);
  assert_line (&lines, 2, 5, "new york 3 4", TRUE, TRUE);
  assert_line (&lines, 3, 6, "b 1 x", FALSE, TRUE);
  assert_line (&lines, 4, 7, "last 5 6", TRUE, FALSE);
  g_assert_cmpuint (get_line (&lines, 2)->row.word_length, ==, 8);
  g_assert_cmpint (get_line (&lines, 1)->row.fault, ==, SEMA_TEXT_FAULT_SHORT);
  g_assert_cmpint (get_line (&lines, 3)->row.fault, ==, SEMA_TEXT_FAULT_NO_NUMBER);
  g_assert_cmpuint (get_line (&lines, 3)->row.n_found, ==, 2);
  g_assert_cmpmem (lines.values.data, lines.values.n_bytes, expected, sizeof expected);
}

/* The next block takes the place of the one before. */
static void
test_again (void)
{
  g_auto (SemaTextLines) lines = {0};

  READ (&lines, "a 1\nb 2\nc 3\n", 1);
  READ (&lines, "", 1);
  g_assert_cmpuint (lines.n_lines, ==, 0);
  g_assert_cmpuint (lines.lines.n_bytes, ==, 0);
  READ (&lines, "\nd 4\n", 1);
  g_assert_cmpuint (lines.n_lines, ==, 2);
  g_assert_cmpuint (lines.lines.n_bytes, ==, sizeof (SemaTextLine));
  assert_line (&lines, 0, 2, "d 4", TRUE, TRUE);
  g_assert_cmpfloat (*(float *)lines.values.data, ==, 4.0f);
}

static void
test_no_memory (void)
{
  for (guint nth = 1; nth <= 2; nth++)
    {
      g_auto (SemaTextLines) lines = {0};
      g_autoptr (GError)     error = NULL;

      sema_memory_fail_at (nth);
      g_assert_false (sema_text_lines_read (&lines, "a 1\n", 4, 1, &error));
      sema_memory_fail_at (0);
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/text-lines/kinds", test_kinds);
  g_test_add_func ("/formats/text-lines/again", test_again);
  g_test_add_func ("/formats/text-lines/no-memory", test_no_memory);
  return g_test_run ();
}
