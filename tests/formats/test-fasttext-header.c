/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fasttext-header.h"

#include <string.h>

#include "fasttext-fixture.h"
#include "sema-formats.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"

/* Where numbers are in a file with a magic number. */
enum {
  AT_VERSION = 4,
  AT_DIM = 8,
  AT_LOSS = 32,
  AT_MODEL = 36,
  AT_BUCKETS = 40,
  AT_MIN_N = 44,
  AT_MAX_N = 48,
  AT_ENTRIES = 64,
  AT_WORDS = 68,
  AT_LABELS = 72,
  AT_KEPT = 84,
};

static void
test_parse (void)
{
  g_autoptr (GByteArray) bytes = fasttext_fixture_read ("labels.bin");
  SemaFasttextHeader     header;

  g_assert_true (sema_fasttext_header_is_one (bytes->data, bytes->len));
  g_assert_true (sema_fasttext_header_parse (&header, bytes->data, bytes->len, "labels.bin", NULL));
  g_assert_cmpuint (header.n_bytes, ==, 92);
  g_assert_false (header.is_old);
  g_assert_cmpuint (header.dim, ==, 5);
  g_assert_cmpuint (header.n_buckets, ==, 30);
  g_assert_cmpuint (header.min_n, ==, 2);
  g_assert_cmpuint (header.max_n, ==, 3);
  g_assert_true (header.is_supervised);
  g_assert_cmpuint (header.n_entries, ==, 17);
  g_assert_cmpuint (header.n_words, ==, 15);
  g_assert_cmpuint (header.n_labels, ==, 2);
  g_assert_cmpint (header.n_kept, ==, -1);
}

/* Version 11 had no n-grams in supervised models, whatever it wrote. */
static void
test_eleven (void)
{
  g_autoptr (GByteArray) bytes = fasttext_fixture_read ("eleven.bin");
  SemaFasttextHeader     header;

  g_assert_true (sema_fasttext_header_parse (&header, bytes->data, bytes->len, "eleven.bin", NULL));
  g_assert_cmpuint (header.max_n, ==, 0);
}

static void
test_old (void)
{
  g_autoptr (GByteArray) bytes = fasttext_fixture_read ("old.bin");
  SemaFasttextHeader     header;

  g_assert_true (sema_fasttext_header_is_old (bytes->data, bytes->len));
  g_assert_false (sema_fasttext_header_is_old (bytes->data, 75));
  g_assert_true (sema_fasttext_header_is_old (bytes->data, 76));
  g_assert_true (sema_fasttext_header_parse (&header, bytes->data, bytes->len, "old.bin", NULL));
  g_assert_cmpuint (header.n_bytes, ==, 76);
  g_assert_cmpuint (header.n_words, ==, 18);
  g_assert_cmpuint (header.max_n, ==, 4);
  g_assert_cmpint (header.n_kept, ==, -1);
  bytes->data[24] = 5;
  g_assert_false (sema_fasttext_header_is_one (bytes->data, bytes->len));
}

static void
assert_refused (guint at, guint64 number, guint width, const char *part)
{
  GByteArray *bytes = fasttext_fixture_read ("words.bin");

  tensors_fixture_set (bytes, at, number, width);
  tensors_fixture_assert_refused ("odd.bin", bytes, part);
}

static void
test_odd (void)
{
  GByteArray *bytes = fasttext_fixture_read ("words.bin");

  g_byte_array_set_size (bytes, 91);
  tensors_fixture_assert_refused ("cut.bin", bytes, "it ends within its header");
  assert_refused (AT_DIM, 0, 4, "number of dimensions in its header is impossible");
  assert_refused (AT_DIM, G_MAXUINT32, 4, "number of dimensions in its header is impossible");
  assert_refused (AT_DIM, 1000001, 4, "number of dimensions in its header is impossible");
  assert_refused (AT_BUCKETS, 0, 4, "what its header says of n-grams is impossible");
  assert_refused (AT_BUCKETS, G_MAXUINT32, 4, "what its header says of n-grams is impossible");
  assert_refused (AT_MAX_N, 65, 4, "what its header says of n-grams is impossible");
  assert_refused (AT_MAX_N, G_MAXUINT32, 4, "what its header says of n-grams is impossible");
  assert_refused (AT_ENTRIES, 19, 4, "do not add up");
  assert_refused (AT_ENTRIES, (guint64)-5, 4, "do not add up");
  assert_refused (AT_WORDS, G_MAXINT32, 4, "do not add up");
  assert_refused (AT_LABELS, 1, 4, "do not add up");
  assert_refused (AT_KEPT, (guint64)-2, 8, "do not add up");
}

/* Another version may say other things in the same places. */
static void
test_versions (void)
{
  for (guint version = 0; version < 20; version++)
    {
      g_autoptr (GByteArray) bytes = fasttext_fixture_read ("words.bin");
      g_autoptr (GError)     error = NULL;
      SemaFasttextHeader     header;
      gboolean               is_known = version == 11 || version == 12;

      tensors_fixture_set (bytes, AT_VERSION, version, 4);
      g_assert_cmpint (sema_fasttext_header_parse (&header, bytes->data, bytes->len, "words.bin", &error), ==, is_known);
      if (!is_known)
        g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN);
    }
}

/* Fewer characters than none: fastText takes them for 0, and no n-gram is as long as the longest allows. */
static void
test_no_grams (void)
{
  static const struct
  {
    guint   at;
    guint64 number;
  } changes[] = {{AT_MIN_N, 5}, {AT_MAX_N, 0}, {AT_MIN_N, 1000000}};

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GByteArray) bytes = fasttext_fixture_read ("words.bin");
      g_autoptr (SemaSet)    set = NULL;

      tensors_fixture_set (bytes, changes[i].at, changes[i].number, 4);
      set = fasttext_fixture_load_bytes ("short.bin", bytes, NULL);
      g_assert_nonnull (set);
      g_assert_cmpuint (sema_set_compose (set, "kingg", -1), ==, SEMA_VOCAB_NO_ROW);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/fasttext-header/parse", test_parse);
  g_test_add_func ("/formats/fasttext-header/eleven", test_eleven);
  g_test_add_func ("/formats/fasttext-header/old", test_old);
  g_test_add_func ("/formats/fasttext-header/odd", test_odd);
  g_test_add_func ("/formats/fasttext-header/versions", test_versions);
  g_test_add_func ("/formats/fasttext-header/no-grams", test_no_grams);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
