/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-spelling.h"

#include "table.h"

static guint
get_distance (const char *a, const char *b, guint bound)
{
  glong                n_a;
  glong                n_b;
  g_autofree gunichar *first = g_utf8_to_ucs4_fast (a, -1, &n_a);
  g_autofree gunichar *second = g_utf8_to_ucs4_fast (b, -1, &n_b);

  return sema_spelling_get_distance (first, (gsize)n_a, second, (gsize)n_b, bound);
}

static void
check_row (char **cells)
{
  guint expected = (guint)g_ascii_strtoull (cells[2], NULL, 10);

  for (guint bound = 0; bound <= SEMA_SPELLING_MAX_DISTANCE; bound++)
    {
      g_assert_cmpuint (get_distance (cells[0], cells[1], bound), ==, MIN (expected, bound + 1));
      g_assert_cmpuint (get_distance (cells[1], cells[0], bound), ==, MIN (expected, bound + 1));
    }
}

static void
test_table (void)
{
  table_for_each_row ("spellings.tsv", 3, check_row);
}

/* Bytes are not what is counted. */
static void
test_characters (void)
{
  g_assert_cmpuint (get_distance ("жизнь", "жизнъ", 3), ==, 1);
  g_assert_cmpuint (get_distance ("東京", "京東", 3), ==, 1);
  g_assert_cmpuint (get_distance ("😀", "", 3), ==, 1);
}

static void
test_long_words (void)
{
  g_autofree char *a = g_strnfill (50000, 'a');
  g_autofree char *b = g_strnfill (50000, 'b');
  g_autofree char *c = g_strconcat (a, "xyz", NULL);

  g_assert_cmpuint (get_distance (a, a, 3), ==, 0);
  g_assert_cmpuint (get_distance (a, b, 3), ==, 4);
  g_assert_cmpuint (get_distance (a, c, 3), ==, 3);
  g_assert_cmpuint (get_distance (a, c, 2), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spelling/table", test_table);
  g_test_add_func ("/spelling/characters", test_characters);
  g_test_add_func ("/spelling/long-words", test_long_words);
  return g_test_run ();
}
