/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-subwords.h"

#include <string.h>

#define MANY 4000000000u /* buckets, so that a hash is nearly never changed */

/* FNV-1a with the byte as a signed one, as the reference has it. */
static guint32
hash (const char *text)
{
  guint32 value = 2166136261u;

  for (; *text != 0; text++)
    {
      value ^= (guint32)(gint32)(gint8)*text;
      value *= 16777619u;
    }
  return value;
}

/* The n-grams of a word by the book: all pieces of so many characters, in the order of where they begin. */
static void
assert_grams (const char *word, guint32 min_n, guint32 max_n, const char *const *grams)
{
  SemaSubwords        rules = {min_n, max_n, MANY, "</s>"};
  g_auto (SemaBuffer) buckets = {0};
  const guint32      *found;
  gsize               n = 0;

  g_assert_true (sema_subwords_list (&rules, word, strlen (word), &buckets, NULL));
  found = (const guint32 *)(gconstpointer)buckets.data;
  for (; grams[n] != NULL; n++)
    {
      g_assert_cmpuint (n, <, buckets.n_bytes / sizeof *found);
      g_assert_cmpuint (found[n], ==, hash (grams[n]) % MANY);
    }
  g_assert_cmpuint (buckets.n_bytes, ==, n * sizeof *found);
}

static void
test_list (void)
{
  static const char *const where[] = {"<wh", "whe", "her", "ere", "re>", NULL};
  static const char *const cat[] = {"<ca", "<cat", "cat", "cat>", "at>", NULL};
  static const char *const ones[] = {"<a", "a", "a>", NULL};
  static const char *const wide[] = {"<к", "ко", "о国", "国>", NULL};
  static const char *const empty[] = {"<>", NULL};
  static const char *const none[] = {NULL};

  assert_grams ("where", 3, 3, where);
  assert_grams ("cat", 3, 4, cat);
  assert_grams ("a", 1, 2, ones);
  assert_grams ("ко国", 2, 2, wide);
  assert_grams ("", 1, 3, empty);
  assert_grams ("a", 4, 6, none);
  assert_grams ("a", 3, 2, none);
  assert_grams ("a", 0, 0, none);
  assert_grams ("</s>", 1, 3, none);
}

/* Bytes that are no UTF-8: a continuation belongs to what is before it, even to the mark. */
static void
test_odd (void)
{
  SemaSubwords        rules = {1, 3, 0, NULL};
  g_auto (SemaBuffer) buckets = {0};

  assert_grams ("\x80x", 2, 3, (const char *const[]) {"<\x80x", "<\x80x>", "x>", NULL});
  g_assert_true (sema_subwords_list (&rules, "king", 4, &buckets, NULL));
  g_assert_cmpuint (buckets.n_bytes, ==, 0);
}

/* The only word that is not cut is so where it is said to be. */
static void
test_whole (void)
{
  SemaSubwords        rules = {2, 2, 100, NULL};
  g_auto (SemaBuffer) buckets = {0};

  g_assert_true (sema_subwords_list (&rules, "</s>", 4, &buckets, NULL));
  g_assert_cmpuint (buckets.n_bytes, ==, 5 * sizeof (guint32));
}

/* A long word takes time by its length only. */
static void
test_long (void)
{
  g_autofree char    *word = g_strnfill (1 << 20, 'a');
  SemaSubwords        rules = {3, 6, 2000000, NULL};
  g_auto (SemaBuffer) buckets = {0};

  g_assert_true (sema_subwords_list (&rules, word, 1 << 20, &buckets, NULL));
  g_assert_cmpuint (buckets.n_bytes / sizeof (guint32), ==, 4u * ((1 << 20) + 2) - 2 - 3 - 4 - 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/subwords/list", test_list);
  g_test_add_func ("/formats/subwords/odd", test_odd);
  g_test_add_func ("/formats/subwords/whole", test_whole);
  g_test_add_func ("/formats/subwords/long", test_long);
  return g_test_run ();
}
