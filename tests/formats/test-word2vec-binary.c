/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-format.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"

#define DIM 4

static const float values[DIM] = {0.5f, -3.25f, 1e-3f, 7.0f};

/* A file of @n_rows words “w0”, “w1”… whose first number is the row, under any header. */
static GByteArray *
make_file (const char *header, guint n_rows, gboolean with_feeds)
{
  GByteArray *bytes = sema_test_bytes (header);

  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *word = g_strdup_printf ("w%u", row);
      float            numbers[DIM] = {(float)row + 0.1f, -3.25f, 1e-3f, 7.0f};

      sema_test_append_record (bytes, word, -1, numbers, DIM, with_feeds);
    }
  return bytes;
}

static SemaSet *
load (const GByteArray *bytes)
{
  g_autoptr (GError) error = NULL;
  SemaSet           *set = sema_test_load ("x.bin", bytes->data, bytes->len, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sema_set_get_format (set), ==, "word2vec-binary");
  return set;
}

static void
assert_damaged (const GByteArray *bytes, const char *part)
{
  sema_test_assert_refused ("x.bin", bytes->data, bytes->len, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, part);
}

static void
assert_rows (SemaSet *set, guint64 n_rows)
{
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, n_rows);
  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *word = g_strdup_printf ("w%u", row);
      float            numbers[DIM] = {(float)row + 0.1f, -3.25f, 1e-3f, 7.0f};

      sema_test_assert_row (set, row, word, -1, DIM, numbers);
    }
}

static void
test_feeds (void)
{
  for (guint with_feeds = 0; with_feeds < 2; with_feeds++)
    {
      g_autoptr (GByteArray) bytes = make_file ("9 4\n", 9, with_feeds == 1);
      g_autoptr (SemaSet)    set = load (bytes);

      assert_rows (set, 9);
      sema_test_assert_no_warnings (set);
    }
}

static void
test_mixed_feeds (void)
{
  g_autoptr (GByteArray) bytes = sema_test_bytes ("3 4\n");
  g_autoptr (SemaSet)    set = NULL;

  sema_test_append_record (bytes, "a", -1, values, DIM, TRUE);
  sema_test_append_record (bytes, "b", -1, values, DIM, FALSE);
  sema_test_append_record (bytes, "c", -1, values, DIM, TRUE);
  set = load (bytes);
  sema_test_assert_row (set, 0, "a", -1, DIM, values);
  sema_test_assert_row (set, 1, "b", -1, DIM, values);
  sema_test_assert_row (set, 2, "c", -1, DIM, values);
  sema_test_assert_no_warnings (set);
}

static void
test_headers (void)
{
  static const char *const headers[] = {"2 4\n", " 2\t4 \n", "2 4\r\n", "02 0004\n"};

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr (GByteArray) bytes = make_file (headers[i], 2, TRUE);
      g_autoptr (SemaSet)    set = load (bytes);

      assert_rows (set, 2);
      sema_test_assert_no_warnings (set);
    }
}

static void
test_bad_headers (void)
{
  static const struct
  {
    const char *header, *part;
  } cases[] = {
    {"0 4\n", "promises 0 words: “0 4”"},
    {"2 0\n", "promises vectors of 0 numbers: “2 0”"},
    {"-1 4\n", "it is “-1 4”"},
    {"2 -1\n", "it is “2 -1”"},
    {"2\n", "it is “2”"},
    {"2 4 4\n", "it is “2 4 4”"},
    {"9223372036854775808 4\n", "too many words: “9223372036854775808 4”"},
    {"18446744073709551616 4\n", "too many words"},
    {"2 1000000000000\n", "too many numbers: “2 1000000000000”"},
    {"4611686018427387905 4\n", "too many words"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) bytes = make_file (cases[i].header, 2, TRUE);

      assert_damaged (bytes, cases[i].part);
    }
}

/* Without a line feed after it the header is one with the first word: no format. */
static void
test_header_without_feed (void)
{
  g_autoptr (GByteArray) bytes = make_file ("2 4", 2, TRUE);

  sema_test_assert_refused ("x.bin", bytes->data, bytes->len, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, "x.bin");
}

static void
test_header_alone (void)
{
  static const char *const headers[] = {"2 4\n", "2 4", "2 4\nw", "2 4\nword "};

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr (GByteArray) bytes = sema_test_bytes (headers[i]);

      assert_damaged (bytes, "promises 2 words of 4 numbers");
    }
}

static void
test_too_many_promised (void)
{
  static const char *const headers[] = {"5 4\n", "999999999999 4\n"};

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr (GByteArray) bytes = make_file (headers[i], 3, i == 0);
      g_autoptr (SemaSet)    set = load (bytes);

      assert_rows (set, 3);
      sema_test_assert_warning (set, i == 0 ? "promises 5 words; the file has 3 whole ones" : "promises 999999999999 words; the file has 3");
    }
}

/* A header that lies about the words costs no memory; one that lies about the numbers neither. */
static void
test_promises_cost_nothing (void)
{
  g_autoptr (GByteArray) words = make_file ("1000000000000 4\n", 3, FALSE);
  g_autoptr (GByteArray) numbers = make_file ("3 1000000\n", 3, FALSE);
  g_autoptr (SemaSet)    set = NULL;

  sema_memory_set_budget (8 * 1024 * 1024);
  set = load (words);
  assert_rows (set, 3);
  assert_damaged (numbers, "ends inside its first word");
  sema_memory_set_budget (0);
}

static void
test_too_few_promised (void)
{
  g_autoptr (GByteArray) bytes = make_file ("2 4\n", 5, TRUE);
  g_autoptr (SemaSet)    set = load (bytes);
  g_autoptr (GByteArray) junk = make_file ("2 4\n", 2, TRUE);
  g_autoptr (SemaSet)    with_junk = NULL;

  assert_rows (set, 2);
  sema_test_assert_warning (set, "promises 2 words; 3 more follow them");
  sema_test_append_text (junk, "junk");
  with_junk = load (junk);
  assert_rows (with_junk, 2);
  sema_test_assert_warning (with_junk, "4 bytes follow them");
}

static void
test_cuts (void)
{
  g_autoptr (GByteArray) bytes = make_file ("3 4\n", 3, TRUE);
  gsize                  record = (bytes->len - 4) / 3;

  for (gsize length = 4 + 2 * record + 1; length < bytes->len - 1; length++)
    {
      g_autoptr (GByteArray) part = g_byte_array_new ();
      g_autoptr (SemaSet)    set = NULL;
      g_autofree char       *place = g_strdup_printf ("starts at byte %" G_GSIZE_FORMAT ",", 4 + 2 * record);

      sema_test_append (part, bytes->data, length);
      set = load (part);
      assert_rows (set, 2);
      sema_test_assert_warning (set, "promises 3 words; the file has 2");
      sema_test_assert_warning (set, place);
    }
}

static void
test_cut_in_first (void)
{
  g_autoptr (GByteArray) bytes = make_file ("3 4\n", 1, TRUE);

  g_byte_array_set_size (bytes, bytes->len - 3);
  assert_damaged (bytes, "ends inside its first word, which starts at byte 4; 3 words were promised");
}

/* Words are bytes: half characters, old encodings, any control character by itself. */
static void
test_words (void)
{
  static const struct
  {
    const char *word;
    gsize       length;
  } words[] = {
    {"", 0},
    {"\xff\xfe", 2},
    {"gr\xf6\xdf"
     "e",
     5},
    {"\xe6\x97", 2},
    {"a\0b", 3},
    {"\x80x", 2},
    {"a", 1},
    {"a", 1},
    {"\302\240", 2},
    {"</s>", 4},
    {"\t", 1},
    {"7", 1},
  };
  g_autofree char       *header = g_strdup_printf ("%d 4\n", (int)G_N_ELEMENTS (words));
  g_autoptr (GByteArray) bytes = sema_test_bytes (header);
  g_autoptr (SemaSet)    set = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    sema_test_append_record (bytes, words[i].word, (gssize)words[i].length, values, DIM, FALSE);
  set = load (bytes);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    sema_test_assert_row (set, i, words[i].word, (gssize)words[i].length, DIM, values);
  g_assert_cmpuint (sema_vocab_get_n_duplicates (sema_set_get_vocab (set)), ==, 1);
  g_assert_cmpuint (sema_vocab_find (sema_set_get_vocab (set), "a", 1), ==, 6);
  sema_test_assert_warning (set, "1 word has control characters in it");
}

static void
test_long_word (void)
{
  g_autofree char       *word = g_strnfill (64 * 1024, 'x');
  g_autoptr (GByteArray) bytes = sema_test_bytes ("1 4\n");
  g_autoptr (SemaSet)    set = NULL;

  sema_test_append_record (bytes, word, -1, values, DIM, TRUE);
  set = load (bytes);
  sema_test_assert_row (set, 0, word, -1, DIM, values);
}

static void
test_endless_word (void)
{
  g_autofree char       *word = g_strnfill (70 * 1024, '\xbf');
  g_autoptr (GByteArray) bytes = make_file ("5 4\n", 2, TRUE);
  g_autofree char       *place = g_strdup_printf ("near byte %u:", bytes->len);

  sema_test_append_text (bytes, word);
  assert_damaged (bytes, place);
}

/* Vectors whose bytes are blanks and line feeds. */
static void
test_vectors_of_blanks (void)
{
  float                  odd[3][DIM];
  g_autoptr (GByteArray) bytes = sema_test_bytes ("4 4\n");
  g_autoptr (SemaSet)    set = NULL;

  memset (odd[0], ' ', sizeof odd[0]);
  memset (odd[1], '\n', sizeof odd[1]);
  memcpy (odd[2], " \n \n \n \n \n \n \n \n", sizeof odd[2]);
  for (guint i = 0; i < 3; i++)
    sema_test_append_record (bytes, "odd", -1, odd[i], DIM, i != 1);
  sema_test_append_record (bytes, "plain", -1, values, DIM, TRUE);
  set = load (bytes);
  for (guint i = 0; i < 3; i++)
    sema_test_assert_row (set, i, "odd", -1, DIM, odd[i]);
  sema_test_assert_row (set, 3, "plain", -1, DIM, values);
}

/* Numbers such as 0.88 may have the bytes of letters in a file that is short. */
static void
test_vectors_like_text (void)
{
  static const char *const vectors[] = {"abc?abc?abc?abc?", "                ", "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n", " \n \n \n \n \n \n \n \n"};

  for (guint i = 0; i < 2 * G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (GByteArray) bytes = sema_test_bytes ("2 4\n");
      g_autoptr (SemaSet)    set = NULL;
      float                  numbers[DIM];

      memcpy (numbers, vectors[i / 2], sizeof numbers);
      for (guint row = 0; row < 2; row++)
        sema_test_append_record (bytes, row == 0 ? "one" : "two", -1, numbers, DIM, i % 2 == 0);
      set = load (bytes);
      sema_test_assert_row (set, 0, "one", -1, DIM, numbers);
      sema_test_assert_row (set, 1, "two", -1, DIM, numbers);
      sema_test_assert_no_warnings (set);

      sema_test_append_text (bytes, "and more text\n");
      assert_damaged (bytes, "promises 2 words of 4 numbers");
    }
}

static void
test_odd_numbers (void)
{
  const float            odd[DIM] = {NAN, -INFINITY, -0.0f, 1e-45f};
  const float            zeros[DIM] = {0};
  g_autoptr (GByteArray) bytes = sema_test_bytes ("2 4\n");
  g_autoptr (SemaSet)    set = NULL;

  sema_test_append_record (bytes, "odd", -1, odd, DIM, TRUE);
  sema_test_append_record (bytes, "zero", -1, zeros, DIM, TRUE);
  set = load (bytes);
  sema_test_assert_row (set, 0, "odd", -1, DIM, odd);
  sema_test_assert_row (set, 1, "zero", -1, DIM, zeros);
  g_assert_true (isnan (sema_set_get_norm (set, 0)));
  g_assert_cmpfloat (sema_set_get_norm (set, 1), ==, 0.0);
}

/* Copied in text mode, a return stands before every line feed: all that follows is shifted. */
static void
test_text_mode (void)
{
  g_autoptr (GByteArray) bytes = make_file ("9 4\n", 9, TRUE);
  g_autoptr (GByteArray) damaged = g_byte_array_new ();

  for (guint i = 0; i < bytes->len; i++)
    {
      if (bytes->data[i] == '\n')
        sema_test_append_text (damaged, "\r");
      sema_test_append (damaged, &bytes->data[i], 1);
    }
  assert_damaged (damaged, "it may have been copied in text mode");
}

/* Read as Latin-1 and written as UTF-8, every byte above 127 became two. */
static void
test_utf8_round_trip (void)
{
  g_autoptr (GByteArray) bytes = make_file ("40 4\n", 40, TRUE);
  g_autoptr (GByteArray) damaged = g_byte_array_new ();

  for (guint i = 0; i < bytes->len; i++)
    {
      char character[6];

      sema_test_append (damaged, character, (gsize)g_unichar_to_utf8 (bytes->data[i], character));
    }
  assert_damaged (damaged, "it may have been copied in text mode");
}

/* Zeros that unpack to gigabytes end at the budget, not at the end of the memory. */
static void
test_bomb (void)
{
  g_autoptr (GByteArray) bytes = sema_test_bytes ("1000000000000 1\n");
  g_autoptr (GByteArray) packed = NULL;
  gint64                 start = g_get_monotonic_time ();

  sema_test_append_zeros (bytes, 16);
  memcpy (bytes->data + bytes->len - 16, "a \0\0\0\0", 6);
  for (guint i = 0; i < 64 * 1024 * 1024 / 10; i++)
    sema_test_append (bytes, " \0\0\0\0 \0\0\0\0", 10);
  packed = sema_test_gzip (bytes->data, bytes->len);
  sema_memory_set_budget (16 * 1024 * 1024);
  sema_test_assert_refused ("bomb.gz", packed->data, packed->len, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY, "");
  sema_memory_set_budget (0);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

static void
test_bomb_of_zeros (void)
{
  g_autoptr (GByteArray) bytes = sema_test_bytes ("1 1\n");
  g_autoptr (GByteArray) packed = NULL;

  sema_test_append_zeros (bytes, 64 * 1024 * 1024);
  packed = sema_test_gzip (bytes->data, bytes->len);
  sema_test_assert_refused ("bomb.gz", packed->data, packed->len, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, "near byte 4:");
}

static void
test_gzip (void)
{
  g_autoptr (GByteArray) bytes = make_file ("9 4\n", 9, TRUE);
  g_autoptr (GByteArray) packed = sema_test_gzip (bytes->data, bytes->len);
  g_autoptr (GByteArray) broken = g_byte_array_new ();
  g_autoptr (SemaSet)    set = load (packed);
  g_autoptr (SemaSet)    cut = NULL;
  g_autoptr (SemaSet)    wrong = NULL;

  assert_rows (set, 9);
  g_assert_cmpstr (sema_set_get_compression (set), ==, "gzip");
  sema_test_assert_no_warnings (set);

  /* A wrong checksum is told, though every row is there. */
  sema_test_append (broken, packed->data, packed->len);
  broken->data[broken->len - 6] ^= 0x55;
  wrong = load (broken);
  assert_rows (wrong, 9);
  sema_test_assert_warning (wrong, "checksum");

  /* What is left of a cut file is whole rows. */
  g_byte_array_set_size (packed, packed->len - 30);
  cut = load (packed);
  g_assert_cmpuint (sema_set_get_n_rows (cut), <, 9);
  assert_rows (cut, sema_set_get_n_rows (cut));
  sema_test_assert_warning (cut, "ends early");
  sema_test_assert_warning (cut, "promises 9 words");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/word2vec-binary/feeds", test_feeds);
  g_test_add_func ("/formats/word2vec-binary/mixed-feeds", test_mixed_feeds);
  g_test_add_func ("/formats/word2vec-binary/headers", test_headers);
  g_test_add_func ("/formats/word2vec-binary/bad-headers", test_bad_headers);
  g_test_add_func ("/formats/word2vec-binary/header-without-feed", test_header_without_feed);
  g_test_add_func ("/formats/word2vec-binary/header-alone", test_header_alone);
  g_test_add_func ("/formats/word2vec-binary/too-many-promised", test_too_many_promised);
  g_test_add_func ("/formats/word2vec-binary/promises-cost-nothing", test_promises_cost_nothing);
  g_test_add_func ("/formats/word2vec-binary/too-few-promised", test_too_few_promised);
  g_test_add_func ("/formats/word2vec-binary/cuts", test_cuts);
  g_test_add_func ("/formats/word2vec-binary/cut-in-first", test_cut_in_first);
  g_test_add_func ("/formats/word2vec-binary/words", test_words);
  g_test_add_func ("/formats/word2vec-binary/long-word", test_long_word);
  g_test_add_func ("/formats/word2vec-binary/endless-word", test_endless_word);
  g_test_add_func ("/formats/word2vec-binary/vectors-of-blanks", test_vectors_of_blanks);
  g_test_add_func ("/formats/word2vec-binary/vectors-like-text", test_vectors_like_text);
  g_test_add_func ("/formats/word2vec-binary/odd-numbers", test_odd_numbers);
  g_test_add_func ("/formats/word2vec-binary/text-mode", test_text_mode);
  g_test_add_func ("/formats/word2vec-binary/utf8-round-trip", test_utf8_round_trip);
  g_test_add_func ("/formats/word2vec-binary/bomb", test_bomb);
  g_test_add_func ("/formats/word2vec-binary/bomb-of-zeros", test_bomb_of_zeros);
  g_test_add_func ("/formats/word2vec-binary/gzip", test_gzip);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
