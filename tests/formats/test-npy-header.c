/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-npy-header.h"

#include <string.h>

#include "sema-formats.h"

static gboolean
parse (SemaNpyHeader *header, const char *text, gsize length, GError **error)
{
  /* A copy that ends where the text ends, so that the sanitizer sees a byte too far. */
  g_autofree char *copy = g_memdup2 (text, length);

  return sema_npy_header_parse (header, copy, length, 10, "a.npy", error);
}

static void
assert_header (const char *text, SemaTensorType type, gboolean is_swapped, gboolean is_fortran, guint n_axes, guint64 last)
{
  g_autoptr (GError) error = NULL;
  SemaNpyHeader      header;

  g_assert_true (parse (&header, text, strlen (text), &error));
  g_assert_no_error (error);
  g_assert_cmpint (header.type, ==, type);
  g_assert_cmpint (header.is_swapped, ==, is_swapped);
  g_assert_cmpint (header.is_fortran, ==, is_fortran);
  g_assert_cmpuint (header.n_axes, ==, n_axes);
  g_assert_true (n_axes == 0 || header.shape[n_axes - 1] == last);
}

static void
assert_refused (const char *text, const char *part)
{
  g_autoptr (GError) error = NULL;
  SemaNpyHeader      header;

  g_assert_false (parse (&header, text, strlen (text), &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  if (strstr (error->message, part) == NULL)
    g_error ("%s: “%s” has no “%s”", text, error->message, part);
}

#define HEADER(descr, order, shape) "{'descr': " descr ", 'fortran_order': " order ", 'shape': " shape ", }"

/* What NumPy 1.24 was seen to take, and is meant. */
static void
test_right (void)
{
  assert_header (HEADER ("'<f4'", "False", "(3, 4)") "     \n", SEMA_TENSOR_F32, FALSE, FALSE, 2, 4);
  assert_header (HEADER ("'>f2'", "True", "(7,)"), SEMA_TENSOR_F16, TRUE, TRUE, 1, 7);
  assert_header (HEADER ("'=f8'", "False", "()"), SEMA_TENSOR_F64, FALSE, FALSE, 0, 0);
  assert_header (HEADER ("'|b1'", "False", "(0, 3)"), SEMA_TENSOR_BOOL, FALSE, FALSE, 2, 3);
  assert_header (HEADER ("u'f4'", "False", "(3L, 4L,)"), SEMA_TENSOR_F32, FALSE, FALSE, 2, 4);
  assert_header ("{\"shape\":(3,4),\"descr\":\"float16\",\"fortran_order\":False}# so it is", SEMA_TENSOR_F16, FALSE, FALSE, 2, 4);
  assert_header (HEADER ("'<i8'", "False", "(3,4)"), SEMA_TENSOR_I64, FALSE, FALSE, 2, 4);
}

/* Types that are listed by what the file calls them. */
static void
test_other_types (void)
{
  static const struct
  {
    const char *text;
    const char *descr;
    guint64     width;
  } cases[] = {
    {HEADER ("'<U5'", "False", "(2,)"), "<U5", 20},
    {HEADER ("'|S7'", "False", "(2,)"), "|S7", 7},
    {HEADER ("'|V2'", "False", "(2,)"), "|V2", 2},
    {HEADER ("'<f16'", "False", "(2,)"), "<f16", 16},
    {HEADER ("'|O'", "False", "(2,)"), "|O", 0},
    {HEADER ("'<U99999999999999999999999999'", "False", "(2,)"), "<U99999999999999999999999999", 0},
    {HEADER ("[('a', '<f4'), ('b', [('c', '<i4', (2,))])]", "False", "(2,)"), "structured", 0},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SemaNpyHeader header;

      g_assert_true (parse (&header, cases[i].text, strlen (cases[i].text), NULL));
      g_assert_cmpint (header.type, ==, SEMA_TENSOR_OTHER);
      g_assert_cmpstr (header.descr, ==, cases[i].descr);
      g_assert_cmpuint (header.width, ==, cases[i].width);
    }
}

static void
test_wrong (void)
{
  g_autofree char *axes = g_strnfill (99, ' ');
  g_autofree char *many = NULL;

  assert_refused ("", "byte 10: the header of its array ends too early");
  assert_refused ("[]", "byte 10: “{” is expected");
  assert_refused ("{}", "one is missing");
  assert_refused ("{'descr': '<f4', 'shape': (1,)}", "one is missing");
  assert_refused ("{'descr': '<f4', 'descr': '<f8', 'shape': (1,)}", "was there before");
  assert_refused (HEADER ("'<f4'", "False", "(1,), 'more': 1"), "no such key");
  assert_refused (HEADER ("'<f4'", "0", "(1,)"), "True or False");
  assert_refused (HEADER ("'<f4'", "False", "(-1, 4)"), "negative");
  assert_refused (HEADER ("'<f4'", "False", "(12)"), "a comma after it");
  assert_refused (HEADER ("'<f4'", "False", "[3, 4]"), "the shape, sizes in parentheses");
  assert_refused (HEADER ("'<f4'", "False", "12"), "the shape, sizes in parentheses");
  assert_refused (HEADER ("'<f4'", "False", "(3.0, 4)"), "a comma or “)”");
  assert_refused (HEADER ("'<f4'", "False", "(True, 4)"), "a whole number");
  assert_refused (HEADER ("'<f4'", "False", "(0x3, 4)"), "a comma or “)”");
  assert_refused (HEADER ("'<f4'", "False", "(99999999999999999999, 4)"), "too large");
  assert_refused (HEADER ("'<f4'", "False", "(3 4)"), "a comma or “)”");
  assert_refused (HEADER ("'<f4'", "False", "(,)"), "a whole number");
  assert_refused (HEADER ("4", "False", "(3,)"), "a string");
  assert_refused (HEADER ("''", "False", "(3,)"), "the type of the numbers");
  assert_refused (HEADER ("'<f4", "False", "(3,)"), "");
  assert_refused (HEADER ("'<f\\x34'", "False", "(3,)"), "no such character");
  assert_refused (HEADER ("[('a'", "False", "(3,)"), "too early");
  assert_refused (HEADER ("'<f4'", "False", "(3,)") "more", "nothing more");
  assert_refused ("{'descr': __import__('os').system('x'), 'fortran_order': False, 'shape': (1,)}", "a string");
  for (guint i = 0; i < 33; i++)
    memcpy (axes + 3 * i, "1, ", 3);
  many = g_strdup_printf (HEADER ("'<f4'", "False", "(%s)"), axes);
  assert_refused (many, "32 axes");
}

/* Brackets a hundred thousand deep are counted, not followed. */
static void
test_deep (void)
{
  g_autofree char *brackets = g_strnfill (100000, '[');
  g_autofree char *text = g_strdup_printf ("{'descr': %s", brackets);

  assert_refused (text, "too early");
}

static void
test_sweeps (void)
{
  static const char text[] = HEADER ("'<f4'", "False", "(3, 4)") "  \n";

  for (gsize n = 0; n < sizeof text - 1; n++)
    for (guint byte = 0; byte < 256; byte++)
      {
        g_autofree char *changed = g_memdup2 (text, sizeof text - 1);
        SemaNpyHeader    header;

        changed[n] = (char)byte;
        parse (&header, changed, sizeof text - 1, NULL);
        parse (&header, changed, n, NULL);
      }
}

static void
assert_measured (const char *bytes, gsize n_bytes, gsize expected_first, gsize expected_length)
{
  gsize              first = 0, length = 0;
  g_autoptr (GError) error = NULL;
  gboolean           is_right = sema_npy_header_measure ((const guint8 *)bytes, n_bytes, &first, &length, "a.npy", &error);

  g_assert_cmpint (is_right, ==, expected_first > 0);
  g_assert_true (is_right ? first == expected_first && length == expected_length : error->domain == SEMA_FORMAT_ERROR);
}

static void
test_measure (void)
{
  assert_measured ("\x93NUMPY\1\0\x76\0", 10, 10, 0x76);
  assert_measured ("\x93NUMPY\2\0\x76\1\0\0", 12, 12, 0x176);
  assert_measured ("\x93NUMPY\3\0\0\0\x10\0", 12, 12, 0x100000);
  assert_measured ("\x93NUMPY\3\0\1\0\x10\0", 12, 0, 0);
  assert_measured ("\x93NUMPY\3\0\xff\xff\xff\xff", 12, 0, 0);
  assert_measured ("\x93NUMPY\4\0\x76\0\0\0", 12, 0, 0);
  assert_measured ("\x93NUMPY\0\0\x76\0\0\0", 12, 0, 0);
  assert_measured ("\x93NUMPY\1\1\x76\0\0\0", 12, 0, 0);
  assert_measured ("\x93NUMPY\1\0\x76", 9, 0, 0);
  assert_measured ("\x93NUMPY\2\0\x76\0\0", 11, 0, 0);
  assert_measured ("\x93NUMPY", 6, 0, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/npy-header/right", test_right);
  g_test_add_func ("/formats/npy-header/other-types", test_other_types);
  g_test_add_func ("/formats/npy-header/wrong", test_wrong);
  g_test_add_func ("/formats/npy-header/deep", test_deep);
  g_test_add_func ("/formats/npy-header/sweeps", test_sweeps);
  g_test_add_func ("/formats/npy-header/measure", test_measure);
  return g_test_run ();
}
