/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fasttext-words.h"

#include <string.h>

#include "fasttext-fixture.h"
#include "sema-formats.h"
#include "sema-test-files.h"

typedef struct
{
  SemaTensorsWords words;
  SemaTensorsWords labels;
  SemaBuffer       kept;
} Dictionary;

static void
dictionary_clear (Dictionary *self)
{
  sema_tensors_words_clear (&self->words);
  sema_tensors_words_clear (&self->labels);
  sema_buffer_clear (&self->kept);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Dictionary, dictionary_clear)

static gboolean
read_all (Dictionary *self, GByteArray *bytes, const SemaFasttextHeader *header, GError **error)
{
  g_autofree char       *path = sema_test_files_write ("dictionary", bytes->data, bytes->len);
  g_autoptr (SemaSource) source = sema_source_open (path, NULL, error);

  return sema_fasttext_words_read (source, header, &self->words, &self->labels, error) &&
         (header->n_kept < 0 || sema_fasttext_words_read_kept (source, header, &self->kept, error));
}

static void
append_entry (GByteArray *bytes, const char *word, gsize length, guint8 kind)
{
  sema_test_append (bytes, word, length);
  sema_test_append (bytes, "\0\7\0\0\0\0\0\0\0", 9);
  sema_test_append (bytes, &kind, 1);
}

static void
append_pair (GByteArray *bytes, guint32 bucket, guint32 row)
{
  guint32 pair[2] = {GUINT32_TO_LE (bucket), GUINT32_TO_LE (row)};

  sema_test_append (bytes, pair, sizeof pair);
}

static void
assert_word (const SemaTensorsWords *words, guint64 index, const char *word, gsize length)
{
  const guint64 *starts = (const guint64 *)(gconstpointer)words->starts.data;

  g_assert_cmpuint (index, <, words->n);
  g_assert_cmpmem (words->words.data + starts[index], starts[index + 1] - starts[index] - 1, word, length);
}

/* Words of any bytes and any length up to 64 KiB. */
static void
test_words (void)
{
  g_autofree char       *longest = g_strnfill (65536, 'x');
  g_autoptr (GByteArray) bytes = sema_test_bytes ("");
  g_auto (Dictionary)    found = {0};
  SemaFasttextHeader     header = {.n_entries = 5, .n_words = 4, .n_labels = 1, .n_kept = -1};

  append_entry (bytes, "king", 4, 0);
  append_entry (bytes, "", 0, 0);
  append_entry (bytes, "\xff\n ", 3, 0);
  append_entry (bytes, longest, 65536, 0);
  append_entry (bytes, "__label__x", 10, 1);
  g_assert_true (read_all (&found, bytes, &header, NULL));
  g_assert_cmpuint (found.words.n, ==, 4);
  assert_word (&found.words, 0, "king", 4);
  assert_word (&found.words, 1, "", 0);
  assert_word (&found.words, 2, "\xff\n ", 3);
  assert_word (&found.words, 3, longest, 65536);
  g_assert_cmpuint (found.labels.n, ==, 1);
  assert_word (&found.labels, 0, "__label__x", 10);
}

static void
assert_refused (GByteArray *bytes, const SemaFasttextHeader *header, const char *part)
{
  g_auto (Dictionary)    found = {0};
  g_autoptr (GError)     error = NULL;
  g_autoptr (GByteArray) owned = bytes;

  g_assert_false (read_all (&found, owned, header, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in: %s", part, error->message);
}

static void
test_odd_words (void)
{
  const SemaFasttextHeader one = {.n_entries = 1, .n_words = 1, .n_kept = -1};
  const SemaFasttextHeader many = {.n_entries = G_MAXINT32, .n_words = G_MAXINT32, .n_kept = -1};
  g_autofree char         *endless = g_strnfill (70000, 'x');
  GByteArray              *bytes = sema_test_bytes ("");

  append_entry (bytes, "king", 4, 1);
  assert_refused (g_byte_array_ref (bytes), &one, "at byte 0: its words do not come before its labels");
  assert_refused (bytes, &many, "it is too short for all that its header counts");
  bytes = sema_test_bytes ("");
  append_entry (bytes, endless, 65537 + 256, 0);
  assert_refused (bytes, &one, "a word does not end");
  bytes = sema_test_bytes ("king and queen");
  assert_refused (bytes, &one, "a word does not end");
}

/* Which buckets have a row, in any order. */
static void
test_kept (void)
{
  g_autoptr (GByteArray) bytes = sema_test_bytes ("");
  g_auto (Dictionary)    found = {0};
  SemaFasttextHeader     header = {.n_buckets = 10, .n_kept = 3};
  const guint64         *pairs;

  append_pair (bytes, 9, 0);
  append_pair (bytes, 0, 2);
  append_pair (bytes, 4, 1);
  g_assert_true (read_all (&found, bytes, &header, NULL));
  g_assert_cmpuint (found.kept.n_bytes, ==, 3 * sizeof *pairs);
  pairs = (const guint64 *)(gconstpointer)found.kept.data;
  g_assert_cmpuint (pairs[0], ==, 2);
  g_assert_cmpuint (pairs[1], ==, G_GUINT64_CONSTANT (4) << 32 | 1);
  g_assert_cmpuint (pairs[2], ==, G_GUINT64_CONSTANT (9) << 32);
}

static void
test_odd_kept (void)
{
  const SemaFasttextHeader header = {.n_buckets = 10, .n_kept = 2};
  static const guint32     odd[][4] = {{10, 0, 1, 1}, {G_MAXUINT32, 0, 1, 1}, {0, 2, 1, 1}, {0, G_MAXUINT32, 1, 1}, {3, 0, 3, 1}};
  static const char *const parts[] = {"not there", "not there", "not there", "not there", "two rows"};
  GByteArray              *bytes;

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      bytes = sema_test_bytes ("");
      append_pair (bytes, odd[i][0], odd[i][1]);
      append_pair (bytes, odd[i][2], odd[i][3]);
      assert_refused (bytes, &header, parts[i]);
    }
  bytes = sema_test_bytes ("");
  append_pair (bytes, 0, 0);
  assert_refused (bytes, &header, "it is too short");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/fasttext-words/words", test_words);
  g_test_add_func ("/formats/fasttext-words/odd-words", test_odd_words);
  g_test_add_func ("/formats/fasttext-words/kept", test_kept);
  g_test_add_func ("/formats/fasttext-words/odd-kept", test_odd_kept);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
