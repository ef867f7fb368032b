/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-added-tokens.h"

#include <string.h>

static void
add (SemaAddedTokens *tokens, const char *content, SemaAddedToken token)
{
  token.length = strlen (content);
  g_assert_true (sema_added_tokens_add (tokens, &token, content, NULL));
}

static void
assert_split (const SemaAddedTokens *tokens, gboolean late, const char *text, const char *expected)
{
  g_auto (SemaBuffer) matches = {0};
  GString            *split = g_string_new (NULL);

  g_assert_true (sema_added_tokens_split (tokens, late, text, strlen (text), &matches, NULL, NULL));
  for (gsize i = 0; i < matches.n_bytes / sizeof (SemaAddedMatch); i++)
    {
      const SemaAddedMatch *match = (const SemaAddedMatch *)matches.data + i;

      g_string_append_printf (split, "%s%.*s", match->id == SEMA_TOKEN_NO_ID ? "" : "#", (int)(match->end - match->start), text + match->start);
      g_string_append_c (split, '|');
    }
  g_assert_cmpstr (split->str, ==, expected);
  g_string_free (split, TRUE);
}

static void
test_longest_first (void)
{
  SemaAddedTokens tokens = {0};

  add (&tokens, "<s>", (SemaAddedToken) {.id = 1});
  add (&tokens, "<s>>", (SemaAddedToken) {.id = 2});
  add (&tokens, "<", (SemaAddedToken) {.id = 3, .late = TRUE});
  add (&tokens, "s>", (SemaAddedToken) {.id = 4});
  sema_added_tokens_sort (&tokens);
  assert_split (&tokens, FALSE, "a<s>>b", "a|#<s>>|b|");
  assert_split (&tokens, FALSE, "<s><<s", "#<s>|<<s|");
  assert_split (&tokens, TRUE, "<s><<s", "#<|s>|#<|#<|s|");
  assert_split (&tokens, FALSE, "s>", "#s>|");
  assert_split (&tokens, FALSE, "plain", "plain|");
  assert_split (&tokens, FALSE, "", "");
  sema_added_tokens_clear (&tokens);
}

static void
test_strips (void)
{
  SemaAddedTokens tokens = {0};

  add (&tokens, "<m>", (SemaAddedToken) {.id = 1, .strip_left = TRUE});
  add (&tokens, "<n>", (SemaAddedToken) {.id = 2, .strip_right = TRUE});
  sema_added_tokens_sort (&tokens);
  assert_split (&tokens, FALSE, "a \u3000<m> b", "a|# \u3000<m>| b|");
  assert_split (&tokens, FALSE, " <m><m>", "# <m>|#<m>|");
  assert_split (&tokens, FALSE, "a <n> \nb", "a |#<n> \n|b|");
  assert_split (&tokens, FALSE, "<n> <m>", "#<n> |#<m>|");
  assert_split (&tokens, FALSE, "\x80 <m>", "\x80|# <m>|");
  sema_added_tokens_clear (&tokens);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/added-tokens/longest-first", test_longest_first);
  g_test_add_func ("/added-tokens/strips", test_strips);
  return g_test_run ();
}
