/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-merge-list.h"

#include <string.h>

#include "token-fixture.h"

static void
test_lines (void)
{
  const char *const          tokens[] = {"a", "b", "ab", "aba", NULL};
  g_autoptr (SemaTokenTable) tokens_table = token_fixture_table (tokens);
  SemaMergeTable             merges = {0};
  g_auto (SemaMergeList)     list = {tokens_table, &merges, {0}, 0};
  const char *const          good[] = {"#version: 0.2", "a b", "ab a"};
  const struct
  {
    const char *line;
    const char *fault;
  } bad[] = {{"a", "two tokens"}, {"", "two tokens"}, {"a b a", "two tokens"}, {"a  b", "two tokens"}, {"c a", "“c”"}, {"a c", "“c”"}, {"b a", "“ba”"}, {"ab ", "(empty)"}};
  char *fault = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (sema_merge_list_add_line (&list, good[i], strlen (good[i]), &fault, NULL));
  g_assert_cmpuint (sema_merge_table_find (&merges, 0, 1)->id, ==, 2);
  g_assert_cmpuint (sema_merge_table_find (&merges, 0, 1)->rank, ==, 0);
  g_assert_cmpuint (sema_merge_table_find (&merges, 2, 0)->id, ==, 3);
  g_assert_cmpuint (sema_merge_table_find (&merges, 2, 0)->rank, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      fault = NULL;
      g_assert_false (sema_merge_list_add_line (&list, bad[i].line, strlen (bad[i].line), &fault, NULL));
      g_assert_nonnull (strstr (fault, bad[i].fault));
      g_free (fault);
    }
  g_assert_cmpuint (sema_merge_table_get_n_merges (&merges), ==, 2);
  sema_merge_table_clear (&merges);
}

/* Tokens with spaces can only come as two. */
static void
test_pair_with_spaces (void)
{
  const char *const          tokens[] = {"a b", " c", "a b c", NULL};
  g_autoptr (SemaTokenTable) table = token_fixture_table (tokens);
  SemaMergeTable             merges = {0};
  g_auto (SemaMergeList)     list = {table, &merges, {0}, 0};
  char                      *fault = NULL;

  g_assert_true (sema_merge_list_add (&list, "a b", 3, " c", 2, &fault, NULL));
  g_assert_cmpuint (sema_merge_table_find (&merges, 0, 1)->id, ==, 2);
  sema_merge_table_clear (&merges);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge-list/lines", test_lines);
  g_test_add_func ("/merge-list/pair-with-spaces", test_pair_with_spaces);
  return g_test_run ();
}
