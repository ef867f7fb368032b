/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-token-table.h"

#include <string.h>

#include "sema-memory.h"
#include "token-fixture.h"

static void
test_finds (void)
{
  const char *const          tokens[] = {"a", "", "bc", "a\xff", NULL};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  gsize                      length;
  guint32                    id;
  guint64                    place, other;

  g_assert_cmpuint (sema_token_table_get_n_tokens (table), ==, 4);
  g_assert_cmpuint (sema_token_table_get_longest (table), ==, 2);
  g_assert_cmpuint (sema_token_table_find (table, "bc", 2), ==, 2);
  g_assert_cmpuint (sema_token_table_find (table, "", 0), ==, 1);
  g_assert_cmpuint (sema_token_table_find (table, "a\xff", 2), ==, 3);
  g_assert_cmpuint (sema_token_table_find (table, "bcd", 3), ==, SEMA_TOKEN_NO_ID);
  g_assert_cmpuint (sema_token_table_find (table, "b", 1), ==, SEMA_TOKEN_NO_ID);
  g_assert_cmpstr (sema_token_table_get_token (table, 2, &length), ==, "bc");
  g_assert_cmpuint (length, ==, 2);
  g_assert_null (sema_token_table_get_token (table, 4, &length));
  g_assert_null (sema_token_table_get_token (table, SEMA_TOKEN_NO_ID, &length));
  g_assert_cmpstr (sema_token_table_peek (table, 0, &length, &id), ==, "a");
  g_assert_cmpuint (id, ==, 0);
  g_assert_false (sema_token_table_find_repeat (table, &place));
  g_assert_false (sema_token_table_find_shared_id (table, &place, &other));
}

/* The last of several ids is found; each finds its token. Ids of any size take no more room. */
static void
test_repeats (void)
{
  g_auto (SemaTokenList)     list = {0};
  g_autoptr (SemaTokenTable) table = NULL;
  gsize                      length;
  guint64                    place, other;

  g_assert_true (sema_token_list_add (&list, "x", 1, 7, NULL));
  g_assert_true (sema_token_list_add (&list, "y", 1, G_MAXUINT32, NULL));
  g_assert_true (sema_token_list_add (&list, "x", 1, 9, NULL));
  g_assert_true (sema_token_list_add (&list, "z", 1, 7, NULL));
  g_assert_true (sema_token_list_add (&list, "x", 1, 3, NULL));
  g_assert_cmpuint (sema_token_list_get_n_tokens (&list), ==, 5);
  table = sema_token_table_new_take (&list, NULL);
  g_assert_cmpuint (sema_token_table_find (table, "x", 1), ==, 3);
  g_assert_cmpuint (sema_token_table_find (table, "y", 1), ==, G_MAXUINT32);
  g_assert_cmpstr (sema_token_table_get_token (table, 9, &length), ==, "x");
  g_assert_cmpstr (sema_token_table_get_token (table, 7, &length), ==, "x");
  g_assert_cmpstr (sema_token_table_get_token (table, G_MAXUINT32, &length), ==, "y");
  g_assert_null (sema_token_table_get_token (table, 8, &length));
  g_assert_true (sema_token_table_find_repeat (table, &place));
  g_assert_cmpuint (place, ==, 2);
  g_assert_true (sema_token_table_find_shared_id (table, &place, &other));
  g_assert_cmpuint (place, ==, 0);
  g_assert_cmpuint (other, ==, 3);
}

static void
test_no_memory (void)
{
  for (guint64 nth = 1; nth < 12; nth++)
    {
      g_auto (SemaTokenList)     list = {0};
      g_autoptr (SemaTokenTable) table = NULL;
      g_autoptr (GError)         error = NULL;

      g_assert_true (sema_token_list_add (&list, "x", 1, 0, NULL));
      g_assert_true (sema_token_list_add (&list, "x", 1, 1, NULL));
      sema_memory_fail_at (nth);
      table = sema_token_table_new_take (&list, &error);
      sema_memory_fail_at (0);
      g_assert_true ((table == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/token-table/finds", test_finds);
  g_test_add_func ("/token-table/repeats", test_repeats);
  g_test_add_func ("/token-table/no-memory", test_no_memory);
  return g_test_run ();
}
