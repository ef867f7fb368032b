/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-corpus.h"

#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "sema-test-files.h"

static SemaCorpus *
read_text (const char *text, guint64 min_count, guint64 most_places)
{
  g_autoptr (SemaCorpus) corpus = sema_corpus_new (most_places);

  g_assert_true (sema_corpus_add (corpus, text, strlen (text), NULL));
  g_assert_true (sema_corpus_finish (corpus, min_count, NULL));
  return g_steal_pointer (&corpus);
}

/* "the:3 cat:2 / 0 1 . 0": the words with their counts, and the ids with a point where a sentence ends. */
static char *
describe (const SemaCorpus *corpus)
{
  const SemaSkipgramText *text = sema_corpus_get_text (corpus);
  GString                *shown = g_string_new (NULL);

  for (guint32 id = 0; id < text->n_words; id++)
    {
      gsize       length;
      const char *word = sema_corpus_get_word (corpus, id, &length);

      g_assert_cmpuint (strlen (word), ==, length);
      g_string_append_printf (shown, "%s:%" G_GUINT64_FORMAT " ", word, text->counts[id]);
    }
  g_string_append_c (shown, '/');
  for (guint64 i = 0; i < text->n_ids; i++)
    {
      if (text->ids[i] == SEMA_SKIPGRAM_END)
        g_string_append (shown, " .");
      else
        g_string_append_printf (shown, " %u", text->ids[i]);
    }
  return g_string_free (shown, FALSE);
}

static void
assert_corpus (const char *text, guint64 min_count, guint64 most_places, const char *expected)
{
  g_autoptr (SemaCorpus) corpus = read_text (text, min_count, most_places);
  g_autofree char       *shown = describe (corpus);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_order (void)
{
  assert_corpus ("The dog saw the cat. A cat saw the sea.\n", 1, 0, "the:3 saw:2 cat:2 dog:1 a:1 sea:1 / 0 3 1 0 2 . 4 2 1 0 5 .");
}

/* Words that are too rare leave neither a gap nor an empty sentence. */
static void
test_min_count (void)
{
  assert_corpus ("one a two a\nthree\nfour\na b b.", 2, 0, "a:3 b:2 / 0 0 . 0 1 1 .");
  assert_corpus ("rare\nmore\na a", 2, 0, "a:2 / 0 0 .");
  assert_corpus ("a b c", 2, 0, "/");
  assert_corpus ("", 1, 0, "/");
  assert_corpus ("\n.\n", 1, 0, "/");
}

static void
test_most_places (void)
{
  g_autoptr (SemaCorpus) corpus = read_text ("a b c a b c", 2, 4);
  g_autofree char       *shown = describe (corpus);

  g_assert_cmpstr (shown, ==, "a:2 / 0 0 .");
  g_assert_cmpuint (sema_corpus_get_n_read (corpus), ==, 4);
  g_assert_cmpuint (sema_corpus_get_n_places (corpus), ==, 2);
}

/* Many different words of equal hash would take forever if the time were quadratic; ids and counts add up. */
static void
test_many (void)
{
  g_autoptr (GString)     text = g_string_new (NULL);
  g_autoptr (SemaCorpus)  corpus = NULL;
  const SemaSkipgramText *learnt;
  guint64                 sum = 0;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "w%u v%u%c", i, i % 1000, i % 10 == 9 ? '\n' : ' ');
  corpus = read_text (text->str, 1, 0);
  learnt = sema_corpus_get_text (corpus);
  g_assert_cmpuint (learnt->n_words, ==, 201000);
  g_assert_cmpuint (sema_corpus_get_n_places (corpus), ==, 400000);
  g_assert_cmpuint (learnt->n_ids, ==, 420000);
  for (guint32 id = 0; id < learnt->n_words; id++)
    {
      g_assert_cmpuint (learnt->counts[id], ==, id < 1000 ? 200 : 1);
      sum += learnt->counts[id];
    }
  g_assert_cmpuint (sum, ==, 400000);
}

static void
test_source (void)
{
  const char            *text = "A king.\nA queen.\n";
  GByteArray            *packed = sema_test_gzip (text, strlen (text));
  g_autofree char       *path = sema_test_files_write ("text.gz", packed->data, packed->len);
  g_autoptr (SemaSource) source = sema_source_open (path, NULL, NULL);
  g_autoptr (SemaCorpus) corpus = sema_corpus_new (0);
  g_autofree char       *shown = NULL;

  g_assert_true (sema_corpus_add_source (corpus, source, NULL));
  g_assert_true (sema_corpus_finish (corpus, 1, NULL));
  shown = describe (corpus);
  g_assert_cmpstr (shown, ==, "a:2 king:1 queen:1 / 0 1 . 0 2 .");
  g_byte_array_unref (packed);
}

static void
test_set (void)
{
  g_autoptr (SemaCorpus)   corpus = read_text ("the cat and the dog and the mouse", 1, 0);
  SemaSkipgramSettings     settings = SEMA_SKIPGRAM_DEFAULTS;
  g_autoptr (SemaSkipgram) skipgram = sema_skipgram_new (sema_corpus_get_text (corpus), &settings, NULL);
  g_autoptr (SemaSet)      set = sema_corpus_dup_set (corpus, skipgram, 0, "mice", NULL);
  g_autoptr (SemaSet)      some = sema_corpus_dup_set (corpus, skipgram, 2, "some", NULL);
  g_autofree float        *before = g_memdup2 (sema_skipgram_get_row (skipgram, 1), settings.dim * sizeof (float));

  sema_skipgram_step (skipgram, G_MAXUINT64);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 5);
  g_assert_cmpuint (sema_set_get_n_rows (some), ==, 2);
  g_assert_cmpuint (sema_set_get_dim (set), ==, settings.dim);
  g_assert_cmpstr (sema_set_get_name (set), ==, "mice");
  g_assert_cmpuint (sema_vocab_find (sema_set_get_vocab (set), "and", -1), ==, 1);
  g_assert_cmpmem (sema_set_get_row (set, 1), settings.dim * sizeof (float), before, settings.dim * sizeof (float));
}

static gboolean
try_all (void)
{
  g_autoptr (SemaCorpus) corpus = sema_corpus_new (0);
  g_autoptr (GError)     error = NULL;

  if (sema_corpus_add (corpus, "a b a b", 7, &error) && sema_corpus_finish (corpus, 1, &error))
    return TRUE;
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  return FALSE;
}

static void
test_no_memory (void)
{
  guint64 nth = 0;

  do
    sema_memory_fail_at (++nth);
  while (!try_all ());
  sema_memory_fail_at (0);
  g_assert_cmpuint (nth, >, 5);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/order", test_order);
  g_test_add_func ("/corpus/min-count", test_min_count);
  g_test_add_func ("/corpus/most-places", test_most_places);
  g_test_add_func ("/corpus/many", test_many);
  g_test_add_func ("/corpus/source", test_source);
  g_test_add_func ("/corpus/set", test_set);
  g_test_add_func ("/corpus/no-memory", test_no_memory);
  status = g_test_run ();
  sema_test_files_remove ();
  return status;
}
