/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-record.h"

#include <string.h>

#include "sema-test-files.h"

#define DIM 2

static const float values[DIM] = {0.5f, -3.0f};

static SemaSource *
open_bytes (const GByteArray *bytes)
{
  g_autofree char *path = sema_test_files_write ("records", bytes->data, bytes->len);

  return sema_source_open (path, NULL, NULL);
}

static SemaWord2vecRecord
peek (SemaSource *source)
{
  g_autoptr (GError) error = NULL;
  SemaWord2vecRecord record;

  g_assert_true (sema_word2vec_record_peek (source, DIM, &record, &error));
  g_assert_no_error (error);
  return record;
}

static void
take (SemaSource *source, const char *word, gsize length)
{
  SemaWord2vecRecord record = peek (source);
  float              copy[DIM];

  g_assert_cmpint (record.kind, ==, SEMA_WORD2VEC_RECORD_WHOLE);
  g_assert_cmpmem (record.word, record.word_length, word, length);
  sema_word2vec_record_copy_vector (&record, DIM, copy);
  g_assert_cmpmem (copy, sizeof copy, values, sizeof values);
  g_assert_true (sema_word2vec_record_skip (source, DIM, &record, NULL));
}

/* One line feed after a vector is no part of the next word; a second one is. */
static void
test_feeds (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (SemaSource) source = NULL;

  sema_test_append_record (bytes, "a", -1, values, DIM, TRUE);
  sema_test_append_record (bytes, "b", -1, values, DIM, FALSE);
  sema_test_append_record (bytes, "c", -1, values, DIM, TRUE);
  sema_test_append_record (bytes, "\nd", -1, values, DIM, TRUE);
  sema_test_append_record (bytes, "", -1, values, DIM, FALSE);
  source = open_bytes (bytes);
  take (source, "a", 1);
  take (source, "b", 1);
  take (source, "c", 1);
  take (source, "\nd", 2);
  take (source, "", 0);
  g_assert_cmpint (peek (source).kind, ==, SEMA_WORD2VEC_RECORD_NONE);
}

static void
test_cuts (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  sema_test_append_record (bytes, "word", -1, values, DIM, FALSE);
  for (guint length = 1; length < bytes->len; length++)
    {
      g_autoptr (GByteArray) part = g_byte_array_new ();
      g_autoptr (SemaSource) source = NULL;

      sema_test_append (part, bytes->data, length);
      source = open_bytes (part);
      g_assert_cmpint (peek (source).kind, ==, SEMA_WORD2VEC_RECORD_CUT);
    }
}

static void
test_long_words (void)
{
  for (gsize length = SEMA_WORD2VEC_MAX_WORD - 1; length <= SEMA_WORD2VEC_MAX_WORD + 1; length++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (SemaSource) source = NULL;
      g_autofree char       *word = g_strnfill (length, 'x');

      sema_test_append_record (bytes, word, -1, values, DIM, TRUE);
      source = open_bytes (bytes);
      if (length <= SEMA_WORD2VEC_MAX_WORD)
        take (source, word, length);
      else
        g_assert_cmpint (peek (source).kind, ==, SEMA_WORD2VEC_RECORD_ENDLESS);
    }
}

static void
test_odd (void)
{
  static const struct
  {
    const char *word;
    gboolean    is_odd;
  } cases[] = {
    {"king", FALSE},
    {"", FALSE},
    {"\n", FALSE},
    {"\r\nking", TRUE},
    {"a\x7f", TRUE},
    {"a\tb\vc\f", FALSE},
    {"größe", FALSE},
    {"\xff\x80", FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SemaWord2vecRecord record = {.word = cases[i].word, .word_length = strlen (cases[i].word)};

      g_assert_cmpint (sema_word2vec_word_is_odd (record.word, record.word_length), ==, cases[i].is_odd);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/word2vec-record/feeds", test_feeds);
  g_test_add_func ("/formats/word2vec-record/cuts", test_cuts);
  g_test_add_func ("/formats/word2vec-record/long-words", test_long_words);
  g_test_add_func ("/formats/word2vec-record/odd", test_odd);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
