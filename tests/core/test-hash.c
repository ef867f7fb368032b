/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-hash.h"

#include <string.h>

#define N_WORDS 20000

static void
test_same_bytes_same_hash (void)
{
  SemaHashKey key;
  char        at[64] = "xxxsome words of more than sixteen bytes";

  sema_hash_key_init (&key);
  for (gsize n = 0; n <= 37; n++)
    {
      char elsewhere[64];

      memset (elsewhere, 'y', sizeof elsewhere);
      memcpy (elsewhere, at + 3, n);
      g_assert_cmpuint (sema_hash_bytes (&key, at + 3, n), ==, sema_hash_bytes (&key, elsewhere, n));
    }
}

static void
test_length_counts (void)
{
  SemaHashKey            key;
  const char             zeros[40] = {0};
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint64                hashes[41];

  sema_hash_key_init (&key);
  for (gsize n = 0; n <= 40; n++)
    {
      hashes[n] = sema_hash_bytes (&key, zeros, n);
      g_assert_true (g_hash_table_add (seen, &hashes[n]));
    }
}

/* Words that differ in a digit, as tokens often do, spread over both ends of the hash. */
static void
test_spread (void)
{
  SemaHashKey key;
  guint64    *hashes = g_new (guint64, N_WORDS);
  guint8     *low = g_new0 (guint8, 65536);
  guint8     *high = g_new0 (guint8, 65536);
  guint       n_low = 0;
  guint       n_high = 0;

  sema_hash_key_init (&key);
  for (guint i = 0; i < N_WORDS; i++)
    {
      char word[16];

      g_snprintf (word, sizeof word, "token%u", i);
      hashes[i] = sema_hash_bytes (&key, word, strlen (word));
      n_low += low[hashes[i] & 0xffff]++ == 0;
      n_high += high[hashes[i] >> 48]++ == 0;
    }
  /* 65536 (1 - exp (-20000 / 65536)) = 17239 places are hit by chance, give or take 45. */
  g_assert_cmpuint (n_low, >, 16900);
  g_assert_cmpuint (n_low, <, 17600);
  g_assert_cmpuint (n_high, >, 16900);
  g_assert_cmpuint (n_high, <, 17600);
  g_free (hashes);
  g_free (low);
  g_free (high);
}

static void
test_keys_differ (void)
{
  SemaHashKey a;
  SemaHashKey b;

  sema_hash_key_init (&a);
  sema_hash_key_init (&b);
  g_assert_cmpuint (sema_hash_bytes (&a, "word", 4), !=, sema_hash_bytes (&b, "word", 4));
}

/* Names that g_str_hash() gives one hash, for each pair of letters may be the other: “Az” and “BY”. */
static void
test_text (void)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < 1024; i++)
    {
      char name[21] = {0};

      for (guint k = 0; k < 10; k++)
        memcpy (name + 2 * k, i >> k & 1 ? "BY" : "Az", 2);
      g_assert_cmpuint (g_str_hash (name), ==, g_str_hash ("AzAzAzAzAzAzAzAzAzAz"));
      g_assert_cmpuint (sema_hash_text (name), ==, sema_hash_text (name));
      g_hash_table_add (hashes, GUINT_TO_POINTER (sema_hash_text (name)));
    }
  g_assert_cmpuint (g_hash_table_size (hashes), >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hash/same-bytes-same-hash", test_same_bytes_same_hash);
  g_test_add_func ("/hash/length-counts", test_length_counts);
  g_test_add_func ("/hash/spread", test_spread);
  g_test_add_func ("/hash/keys-differ", test_keys_differ);
  g_test_add_func ("/hash/text", test_text);
  return g_test_run ();
}
