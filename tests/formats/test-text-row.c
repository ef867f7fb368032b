/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-row.h"

#include <string.h>

#define DIM 3

typedef struct
{
  const char   *line;
  SemaTextFault fault;
  const char   *word;    /* of a row */
  gsize         n_found; /* of a fault */
} Case;

static const Case cases[] = {
  {"a 1 2 3", SEMA_TEXT_FAULT_NONE, "a"},
  {"a 1 2 3 ", SEMA_TEXT_FAULT_NONE, "a"},
  {"a\t1\t2\t3", SEMA_TEXT_FAULT_NONE, "a"},
  {"a  1 \t 2   3  ", SEMA_TEXT_FAULT_NONE, "a"},
  {" 1 2 3", SEMA_TEXT_FAULT_NONE, ""},
  {"   1 2 3", SEMA_TEXT_FAULT_NONE, ""},
  {"7 1 2 3", SEMA_TEXT_FAULT_NONE, "7"},
  {"new york 1 2 3", SEMA_TEXT_FAULT_NONE, "new york"},
  {". . . 1 2 3", SEMA_TEXT_FAULT_NONE, ". . ."},
  {"at name@domain.com 1 2 3", SEMA_TEXT_FAULT_NONE, "at name@domain.com"},
  {"route 66 1 2 3", SEMA_TEXT_FAULT_NONE, "route 66"},
  {"66 route 1 2 3", SEMA_TEXT_FAULT_NONE, "66 route"},
  {"  a 1 2 3", SEMA_TEXT_FAULT_NONE, "  a"},
  {"\302\240 1 2 3", SEMA_TEXT_FAULT_NONE, "\302\240"},
  {"a\302\240b 1 2 3", SEMA_TEXT_FAULT_NONE, "a\302\240b"},
  {"a\302\205b 1 2 3", SEMA_TEXT_FAULT_NONE, "a\302\205b"},
  {"a\rb 1 2 3", SEMA_TEXT_FAULT_NONE, "a\rb"},
  {"\xff\xfe 1 2 3", SEMA_TEXT_FAULT_NONE, "\xff\xfe"},
  {"a nan -inf +Infinity", SEMA_TEXT_FAULT_NONE, "a"},
  {"nan 1 2 3", SEMA_TEXT_FAULT_NONE, "nan"},
  {"a", SEMA_TEXT_FAULT_SHORT, NULL, 0},
  {"a 1", SEMA_TEXT_FAULT_SHORT, NULL, 1},
  {"a 1 2", SEMA_TEXT_FAULT_SHORT, NULL, 2},
  {"1 2 3", SEMA_TEXT_FAULT_SHORT, NULL, 2},
  {"7 8 1 2 3", SEMA_TEXT_FAULT_LONG, NULL, 4},
  {"7 8 9 1 2 3", SEMA_TEXT_FAULT_LONG, NULL, 5},
  {"a b 1 2", SEMA_TEXT_FAULT_NO_NUMBER, NULL, 1},
  {"a 1 x 3", SEMA_TEXT_FAULT_NO_NUMBER, NULL, 2},
  {"a 1 2 0x3", SEMA_TEXT_FAULT_NO_NUMBER, NULL, 3},
  {"a 1_0 2 3", SEMA_TEXT_FAULT_NO_NUMBER, NULL, 1},
  {"a 1,5 2 3", SEMA_TEXT_FAULT_NO_NUMBER, NULL, 1},
  {"a 1 \331\243 3", SEMA_TEXT_FAULT_NO_NUMBER, NULL, 2},
  {"a + 2 3", SEMA_TEXT_FAULT_NO_NUMBER, NULL, 1},
  {"a . 2 3", SEMA_TEXT_FAULT_NO_NUMBER, NULL, 1},
  {"a e5 2 3", SEMA_TEXT_FAULT_NO_NUMBER, NULL, 1},
  {"a 1 2 3\r", SEMA_TEXT_FAULT_NO_NUMBER, NULL, 3},
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case      *c = &cases[i];
      gsize            length = strlen (c->line);
      SemaTextRow      row;
      float            values[DIM] = {0};
      gboolean         is_row = sema_text_row_split (c->line, length, DIM, &row) && sema_text_row_parse (c->line, length, DIM, &row, values);
      g_autofree char *shown = g_strescape (c->line, NULL);

      g_test_message ("“%s”", shown);
      g_assert_cmpint (row.fault, ==, c->fault);
      g_assert_cmpint (is_row, ==, c->fault == SEMA_TEXT_FAULT_NONE);
      if (is_row)
        g_assert_cmpmem (c->line, row.word_length, c->word, strlen (c->word));
      else
        g_assert_cmpuint (row.n_found, ==, c->n_found);
    }
}

/* The quick way to split a line finds fewer rows, and none that is not one. */
static void
test_split_simply (void)
{
  guint n_rows = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      gsize       length = strlen (c->line);
      SemaTextRow row;
      float       values[DIM];

      if (!sema_text_row_split_simply (c->line, length, DIM, &row) || !sema_text_row_parse (c->line, length, DIM, &row, values))
        continue;
      g_assert_cmpint (c->fault, ==, SEMA_TEXT_FAULT_NONE);
      g_assert_cmpmem (c->line, row.word_length, c->word, strlen (c->word));
      n_rows++;
    }
  g_assert_cmpuint (n_rows, ==, 12);
}

static void
test_values (void)
{
  static const char line[] = "w .5 -1e2 +3.";
  SemaTextRow       row;
  float             values[DIM];

  g_assert_true (sema_text_row_split (line, sizeof line - 1, DIM, &row));
  g_assert_true (sema_text_row_parse (line, sizeof line - 1, DIM, &row, values));
  g_assert_cmpfloat (values[0], ==, 0.5f);
  g_assert_cmpfloat (values[1], ==, -100.0f);
  g_assert_cmpfloat (values[2], ==, 3.0f);
}

/* A NUL is a byte like others. */
static void
test_nul (void)
{
  static const char line[] = "a\0b 1 2 3";
  SemaTextRow       row;
  float             values[DIM];

  g_assert_true (sema_text_row_split (line, sizeof line - 1, DIM, &row));
  g_assert_true (sema_text_row_parse (line, sizeof line - 1, DIM, &row, values));
  g_assert_cmpuint (row.word_length, ==, 3);
}

static void
test_count_numbers (void)
{
  static const struct
  {
    const char *line;
    gsize       n;
  } counts[] = {
    {"", 0},
    {"a", 0},
    {"7", 0},
    {"a 1", 1},
    {"7 1 2", 2},
    {" 1 2", 2},
    {"a b 1 2 ", 2},
    {"a 1 2 b", 0},
    {"route 66 1 2", 3},
    {"a 1 x 3", 1},
    {"a 1 2 3 4 5 6 7 8 9", 8},
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (sema_text_row_count_numbers (counts[i].line, strlen (counts[i].line), 8), ==, counts[i].n);
}

static void
test_blank (void)
{
  g_assert_true (sema_text_row_is_blank ("", 0));
  g_assert_true (sema_text_row_is_blank (" \t ", 3));
  g_assert_false (sema_text_row_is_blank (" \r ", 3));
  g_assert_false (sema_text_row_is_blank ("\302\240", 2));
}

static void
test_tokens (void)
{
  static const char text[] = "  one two\t";
  const char       *end = text + sizeof text - 1;
  const char       *token_end;
  const char       *token = sema_text_token_first (text, end, &token_end);

  g_assert_cmpmem (token, token_end - token, "one", 3);
  token = sema_text_token_last (text, end, &token_end);
  g_assert_cmpmem (token, token_end - token, "two", 3);
  g_assert_null (sema_text_token_first (end, end, &token_end));
  g_assert_null (sema_text_token_last (text, text + 2, &token_end));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/text-row/cases", test_cases);
  g_test_add_func ("/formats/text-row/split-simply", test_split_simply);
  g_test_add_func ("/formats/text-row/values", test_values);
  g_test_add_func ("/formats/text-row/nul", test_nul);
  g_test_add_func ("/formats/text-row/count-numbers", test_count_numbers);
  g_test_add_func ("/formats/text-row/blank", test_blank);
  g_test_add_func ("/formats/text-row/tokens", test_tokens);
  return g_test_run ();
}
