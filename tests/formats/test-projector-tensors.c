/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projector-tensors.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-test-files.h"

static void
assert_look (const char *text, gsize dim, gboolean has_point)
{
  g_autofree char       *path = sema_test_files_write ("t.tsv", text, strlen (text));
  g_autoptr (SemaSource) source = sema_source_open (path, NULL, NULL);
  gsize                  found;
  gboolean               found_point;

  g_test_message ("“%.40s”", text);
  g_assert_true (sema_projector_tensors_look (source, &found, &found_point, NULL));
  g_assert_cmpuint (found, ==, dim);
  if (dim > 0)
    g_assert_cmpint (found_point, ==, has_point);
}

static void
test_look (void)
{
  assert_look ("1\t2\n3\t4\n", 2, FALSE);
  assert_look ("1\t2.5\n3.5\t4\n", 2, TRUE);
  assert_look ("\n1\t2\r\n\n3\t4", 2, FALSE);
  assert_look ("1\t2\n3", 2, FALSE);
  assert_look ("1\t2\n3\n", 0, FALSE);
  assert_look ("1\t2\n3\t4\t5\n", 0, FALSE);
  assert_look ("1 2\n3 4\n", 0, FALSE);
  assert_look ("a\t2\n", 0, FALSE);
  assert_look ("1\n2\n", 0, FALSE);
  assert_look ("1\t\n", 0, FALSE);
  assert_look ("nan\t-inf\n1e400\t.5\n", 2, FALSE);
  assert_look ("", 0, FALSE);
}

/* Rows longer than the first look, and than any. */
static void
test_long_lines (void)
{
  g_autoptr (GString) text = g_string_new ("0.5");

  for (guint i = 1; i < 50000; i++)
    g_string_append (text, "\t1");
  g_string_append (text, "\n0.5");
  for (guint i = 1; i < 50000; i++)
    g_string_append (text, "\t1");
  g_string_append_c (text, '\n');
  assert_look (text->str, 50000, TRUE);
  g_string_assign (text, "0.5");
  for (guint i = 1; i < 600000; i++)
    g_string_append (text, "\t1");
  g_string_append_c (text, '\n');
  assert_look (text->str, 0, TRUE);
}

static void
test_read (void)
{
  g_autofree char              *path = sema_test_files_write ("t.tsv", "1\t2\n\n3\t4\n5\t6\n", 13);
  g_autoptr (SemaSource)        source = sema_source_open (path, NULL, NULL);
  g_auto (SemaProjectorTensors) tensors = {0};

  sema_projector_tensors_init (&tensors);
  g_assert_true (sema_projector_tensors_read_text (&tensors, source, 2, NULL));
  g_assert_cmpuint (tensors.n_rows, ==, 2);
  g_assert_cmpuint (tensors.n_all, ==, 3);
  g_assert_cmpuint (tensors.values.n_bytes, ==, 16);
  g_assert_cmpfloat (((const float *)tensors.values.data)[3], ==, 4);
}

static void
test_bytes (void)
{
  static const float            values[] = {1, 2, 3, 4, 5, 6};
  g_autofree char              *path = sema_test_files_write ("t.bytes", values, sizeof values);
  const guint64                 shape[2] = {3, 2};
  g_auto (SemaProjectorTensors) tensors = {0};

  sema_projector_tensors_init (&tensors);
  g_assert_true (sema_projector_tensors_read_bytes (&tensors, path, shape, 2, NULL, NULL));
  g_assert_cmpuint (tensors.n_rows, ==, 2);
  g_assert_cmpuint (tensors.n_all, ==, 3);
  g_assert_cmpmem (tensors.values.data, tensors.values.n_bytes, values, 16);
}

static void
assert_lines (const char *text, guint64 odd)
{
  g_autofree char       *path = sema_test_files_write ("lines.tsv", text, strlen (text));
  g_autoptr (SemaSource) source = sema_source_open (path, NULL, NULL);
  g_autoptr (GError)     error = NULL;
  g_autofree char       *start = g_strdup_printf ("Line %" G_GUINT64_FORMAT " of “lines.tsv” is not 2 numbers", odd);

  g_assert_cmpint (sema_projector_tensors_check_lines (source, &error), ==, odd == 0);
  if (odd == 0)
    g_assert_no_error (error);
  else
    g_assert_true (g_str_has_prefix (error->message, start));
}

/* Numbers but for a line or two are no words with one number less; words with numbers are left to others. */
static void
test_odd_lines (void)
{
  assert_lines ("# made by x\n0.5\t1\n1.5\t2\n2.5\t3\n3.5\t4\n", 1);
  assert_lines ("0.5\t1\n1.5\t2\n2.5\t3\n3.5\t4\nend\n", 5);
  assert_lines ("0.5\t1\n\n1.5\n2.5\t3\n3.5\t4\n4.5\t4\n", 3);
  assert_lines ("0.5\t1\n1.5\t2\n2.5\t3\n3.5\t4\n", 0);
  assert_lines ("0.5\t1\nking\t2\n2.5\t3\nqueen\t4\n", 0);
  assert_lines ("1984\t1\n1985\t2\n2000\t3\n2001\t4\nking\t5\n", 0);
  assert_lines ("king 0.5\nqueen 1.5\n", 0);
  assert_lines ("", 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projector-tensors/look", test_look);
  g_test_add_func ("/projector-tensors/long-lines", test_long_lines);
  g_test_add_func ("/projector-tensors/read", test_read);
  g_test_add_func ("/projector-tensors/bytes", test_bytes);
  g_test_add_func ("/projector-tensors/odd-lines", test_odd_lines);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
