/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-line-scanner.h"

#include <string.h>

#include "sema-test-files.h"

static void
assert_next (SemaLineScanner *scanner, const char *text, gsize length, gboolean is_ended)
{
  SemaLine line;
  gboolean found;

  g_assert_true (sema_line_scanner_next (scanner, &line, &found, NULL));
  g_assert_true (found);
  g_assert_cmpmem (line.text, line.length, text, length);
  g_assert_cmpint (line.is_ended, ==, is_ended);
  g_assert_false (line.is_too_long);
  g_assert_cmpuint (line.number, ==, scanner->n_lines);
}

static void
assert_end (SemaLineScanner *scanner)
{
  SemaLine line;
  gboolean found;

  g_assert_true (sema_line_scanner_next (scanner, &line, &found, NULL));
  g_assert_false (found);
}

#define ASSERT_NEXT(scanner, literal, is_ended) assert_next (scanner, literal, sizeof (literal) - 1, is_ended)

/* Only a line feed ends a line, and one return before it goes with it. */
static void
test_endings (void)
{
  static const char      text[] = "a\nb\r\nc\r\r\n\n\r\nlone\rcr\nv\vf\fn\302\205p\342\200\250q\nnul\0\nlast\r";
  g_autofree char       *path = sema_test_files_write ("lines", text, sizeof text - 1);
  g_autoptr (SemaSource) source = sema_source_open (path, NULL, NULL);
  SemaLineScanner        scanner;

  sema_line_scanner_init (&scanner, source);
  ASSERT_NEXT (&scanner, "a", TRUE);
  ASSERT_NEXT (&scanner, "b", TRUE);
  ASSERT_NEXT (&scanner, "c\r", TRUE);
  ASSERT_NEXT (&scanner, "", TRUE);
  ASSERT_NEXT (&scanner, "", TRUE);
  ASSERT_NEXT (&scanner, "lone\rcr", TRUE);
  ASSERT_NEXT (&scanner, "v\vf\fn\302\205p\342\200\250q", TRUE);
  ASSERT_NEXT (&scanner, "nul\0", TRUE);
  ASSERT_NEXT (&scanner, "last", FALSE);
  assert_end (&scanner);
  assert_end (&scanner);
  g_assert_cmpuint (sema_source_get_offset (source), ==, sizeof text - 1);
}

static void
test_empty (void)
{
  g_autofree char       *path = sema_test_files_write ("empty", "", 0);
  g_autoptr (SemaSource) source = sema_source_open (path, NULL, NULL);
  SemaLineScanner        scanner;

  sema_line_scanner_init (&scanner, source);
  assert_end (&scanner);
}

/* Lines of many lengths, so that they lie over the ends of the buffer in many ways. */
static void
test_lengths (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char       *letters = g_strnfill (3000000, 'x');
  g_autofree char       *path = NULL;
  g_autoptr (SemaSource) source = NULL;
  SemaLineScanner        scanner;

  for (gsize length = 1; length < 3000000; length = length * 3 + 1)
    {
      sema_test_append (bytes, letters, length);
      sema_test_append_text (bytes, "\n\n");
    }
  path = sema_test_files_write ("lengths", bytes->data, bytes->len);
  source = sema_source_open (path, NULL, NULL);
  sema_line_scanner_init (&scanner, source);
  for (gsize length = 1; length < 3000000; length = length * 3 + 1)
    {
      assert_next (&scanner, letters, length, TRUE);
      ASSERT_NEXT (&scanner, "", TRUE);
    }
  assert_end (&scanner);
}

/* A line over the limit is passed over, ended or not, and the next one is read. */
static void
test_too_long (void)
{
  gsize                  length = SEMA_LINE_MAX + 1;
  g_autofree char       *text = g_strnfill (length + 3, 'x');
  g_autofree char       *path = NULL;
  g_autoptr (SemaSource) source = NULL;
  SemaLineScanner        scanner;
  SemaLine               line;
  gboolean               found;

  text[length] = '\n';
  text[length + 2] = '\n';
  path = sema_test_files_write ("long", text, length + 3);
  source = sema_source_open (path, NULL, NULL);
  sema_line_scanner_init (&scanner, source);
  g_assert_true (sema_line_scanner_next (&scanner, &line, &found, NULL));
  g_assert_true (found);
  g_assert_true (line.is_too_long);
  g_assert_true (line.is_ended);
  g_assert_cmpuint (line.length, ==, 0);
  ASSERT_NEXT (&scanner, "x", TRUE);
  assert_end (&scanner);
}

static void
test_longest (void)
{
  g_autofree char       *text = g_strnfill (SEMA_LINE_MAX, 'x');
  g_autofree char       *path = sema_test_files_write ("longest", text, SEMA_LINE_MAX);
  g_autoptr (SemaSource) source = sema_source_open (path, NULL, NULL);
  SemaLineScanner        scanner;

  sema_line_scanner_init (&scanner, source);
  assert_next (&scanner, text, SEMA_LINE_MAX, FALSE);
  assert_end (&scanner);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/line-scanner/endings", test_endings);
  g_test_add_func ("/formats/line-scanner/empty", test_empty);
  g_test_add_func ("/formats/line-scanner/lengths", test_lengths);
  g_test_add_func ("/formats/line-scanner/too-long", test_too_long);
  g_test_add_func ("/formats/line-scanner/longest", test_longest);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
