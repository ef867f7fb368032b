/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-shape.h"

#include <string.h>

#include "sema-test-files.h"

static SemaTextShape
guess (const char *text, gsize length)
{
  g_autofree char       *path = sema_test_files_write ("shape", text, length);
  g_autoptr (SemaSource) source = sema_source_open (path, NULL, NULL);
  g_autoptr (GError)     error = NULL;
  SemaTextShape          shape;

  g_assert_true (sema_text_shape_guess (source, &shape, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sema_source_get_offset (source), ==, 0);
  return shape;
}

static void
test_cases (void)
{
  static const struct
  {
    const char *text;
    gsize       dim;
    gboolean    has_header;
  } cases[] = {
    {"a 1 2 3\nb 4 5 6\n", 3, FALSE},
    {"2 3\na 1 2 3\nb 4 5 6\n", 3, TRUE},
    {"  2 \t 3  \r\na 1 2 3\r\nb 4 5 6\r\n", 3, TRUE},
    /* The first line alone misleads. */
    {"new york 1 2 3\nb 4 5 6\n", 3, FALSE},
    {"a 1\nb 1 2 3\nc 4 5 6\n", 3, FALSE},
    {"7 1 2 3\n8 4 5 6\n", 3, FALSE},
    {"junk\na 1 2 3\n", 3, FALSE},
    /* Vectors of one number. */
    {"2 1\na 5\nb 6\n", 1, TRUE},
    {"7 5\na 5\nb 6\n", 1, FALSE},
    {"2019 17\n2020 18\n2021 19\n", 1, FALSE},
    {"a 5\n", 1, FALSE},
    /* A header that is wrong about the numbers. */
    {"2 5\na 1 2 3\nb 4 5 6\n", 3, TRUE},
    {"4 2\na 1 2 3\nb 4 5 6\nc 4 5 6\nd 7 8 9\n", 3, TRUE},
    {"0 3\na 1 2 3\nb 4 5 6\n", 3, TRUE},
    {"2 99999999999999999999\na 1 2 3\nb 4 5 6\n", 3, TRUE},
    {"0 5\na 7\nb 8\n", 1, FALSE},
    /* Words with numbers in them do not make it wrong. */
    {"2 3\nroute 66 1 2 3\nb 4 5 6\n", 3, TRUE},
    /* Damaged and cut. */
    {"3 3\na 1 2\nb 4 5 6\nc 4 5 6\n", 3, TRUE},
    {"5 3\n", 0, TRUE},
    {"5 3\na", 0, TRUE},
    {"5 3\na 1", 3, TRUE},
    {"5 3", 0, TRUE},
    {"\n\n2 3\n\na 1 2 3\n", 3, TRUE},
    /* No vectors. */
    {"", 0, FALSE},
    {"\n\n", 0, FALSE},
    {"a\nb\n", 0, FALSE},
    {"-2 3 x\nb\n", 0, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SemaTextShape shape = guess (cases[i].text, strlen (cases[i].text));

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpuint (shape.dim, ==, cases[i].dim);
      g_assert_cmpint (shape.has_header, ==, cases[i].has_header);
    }
}

/* Three hundred lines with spaces in the word at first: the thousand decide. */
static void
test_many_lines (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 300; i++)
    g_string_append (text, "two 1 2\n");
  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "one word 1 2 3 4\n");
  g_assert_cmpuint (guess (text->str, text->len).dim, ==, 4);
}

static void
test_decimal_commas (void)
{
  static const char commas[] = "a 0,5 1,25 -3,1e-2\nb 0,1 2,5 1,0\n";
  static const char points[] = "a,b 0.5 x\nc,d 0.1 y\n";

  g_assert_cmpuint (guess (commas, sizeof commas - 1).dim, ==, 0);
  g_assert_true (guess (commas, sizeof commas - 1).has_decimal_commas);
  g_assert_false (guess (points, sizeof points - 1).has_decimal_commas);
}

/* A line longer than the first look. */
static void
test_long_lines (void)
{
  g_autoptr (GString) text = g_string_new ("2 200000\n");

  for (guint row = 0; row < 2; row++)
    {
      g_string_append (text, "word");
      for (guint i = 0; i < 200000; i++)
        g_string_append (text, " 0.25");
      g_string_append (text, "\n");
    }
  g_assert_cmpuint (guess (text->str, text->len).dim, ==, 200000);
}

static void
test_more_numbers_than_possible (void)
{
  g_autoptr (GString) text = g_string_new ("word");

  for (guint i = 0; i <= SEMA_WORD2VEC_MAX_DIM; i++)
    g_string_append (text, " 1");
  g_assert_cmpuint (guess (text->str, text->len).dim, ==, 0);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/text-shape/cases", test_cases);
  g_test_add_func ("/formats/text-shape/many-lines", test_many_lines);
  g_test_add_func ("/formats/text-shape/decimal-commas", test_decimal_commas);
  g_test_add_func ("/formats/text-shape/long-lines", test_long_lines);
  g_test_add_func ("/formats/text-shape/more-numbers-than-possible", test_more_numbers_than_possible);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
