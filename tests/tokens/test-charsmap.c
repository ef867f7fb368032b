/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-charsmap.h"

#include <string.h>

/* That which SentencePiece made of the rules in make-unigram.py. */
static char *
dup_stored (gsize *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "tokens", "t5-tokenizer.json", NULL);
  g_autofree char *json = NULL;
  const char      *start;

  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  start = strstr (json, "\"precompiled_charsmap\":\"");
  g_assert_nonnull (start);
  start += strlen ("\"precompiled_charsmap\":\"");
  *length = strcspn (start, "\"");
  return g_strndup (start, *length);
}

static void
assert_applied (const SemaCharsmap *map, const char *text, const char *expected)
{
  g_auto (SemaMappedText) result = {0};

  g_assert_true (sema_charsmap_apply (map, text, strlen (text), &result, NULL));
  g_assert_cmpmem (result.bytes.data, result.bytes.n_bytes, expected, strlen (expected));
}

static void
test_apply (void)
{
  gsize                 length;
  g_autofree char      *base64 = dup_stored (&length);
  g_auto (SemaCharsmap) map = {0};
  gboolean              is_right;

  g_assert_true (sema_charsmap_decode (&map, base64, length, &is_right, NULL));
  g_assert_true (is_right);
  assert_applied (&map, "", "");
  assert_applied (&map, "plain text", "plain text");
  assert_applied (&map, "ﬁsh\ttwo…", "fish two...");
  assert_applied (&map, "x\u200b\x01\u00ady", "x y");
  assert_applied (&map, "e\u0301 o\u0308", "é ö");
  /* The shortest beginning that is known stands for all of a short cluster: A, and not A with its mark. */
  assert_applied (&map, "A\u0308", "a");
  /* In a long one each character is looked up. */
  assert_applied (&map, "A\u0308\u0308\u0301", "a\u0308\u0308´");
  assert_applied (&map, "ｶﾞ", "カ゛");
  assert_applied (&map, "\xff ﬁ\xcc", "\xff fi\xcc");
}

static void
test_refused (void)
{
  static const char *const wrong[] = {"", "AAAA", "AAAAAAAAAAA=", "CAAAAAAAAAA=", "BQAAAAAAAAAAAAA=", "////////////////", "BAAAAAAAAAD/", "no base64!"};

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (SemaCharsmap) map = {0};
      gboolean              is_right;

      g_assert_true (sema_charsmap_decode (&map, wrong[i], strlen (wrong[i]), &is_right, NULL));
      g_assert_false (is_right);
    }
}

/* Whatever the numbers are, nothing outside of them is read. */
static void
test_hostile (void)
{
  static const char text[] = "aA\u0308ﬁ…ｶﾞe\u0301 \u00a0\xff";
  gsize             length, n_bytes;
  g_autofree char  *base64 = dup_stored (&length);
  g_autofree char  *bytes = (char *)g_base64_decode (base64, &n_bytes);

  for (gsize i = 0; i < n_bytes; i += 3)
    {
      const char              old = bytes[i];
      g_auto (SemaCharsmap)   map = {0};
      g_auto (SemaMappedText) result = {0};
      g_autofree char        *changed = NULL;
      gboolean                is_right;

      bytes[i] = (char)(i % 2 == 0 ? 0xff : old ^ (1 << i % 8));
      changed = g_base64_encode ((const guchar *)bytes, n_bytes);
      bytes[i] = old;
      g_assert_true (sema_charsmap_decode (&map, changed, strlen (changed), &is_right, NULL));
      if (is_right)
        g_assert_true (sema_charsmap_apply (&map, text, sizeof text - 1, &result, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charsmap/apply", test_apply);
  g_test_add_func ("/charsmap/refused", test_refused);
  g_test_add_func ("/charsmap/hostile", test_hostile);
  return g_test_run ();
}
