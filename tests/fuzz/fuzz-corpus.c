/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-corpus.h"
#include "sema-fuzz.h"

/* A text to learn vectors from. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaSource) source = sema_source_open (sema_fuzz_write ("a.txt", data, size), NULL, &error);
  g_autoptr (SemaCorpus) corpus = sema_corpus_new (1000);
  gboolean               is_read;

  sema_fuzz_check (source != NULL, &error);
  if (source == NULL)
    return;
  is_read = sema_corpus_add_source (corpus, source, &error) && sema_corpus_finish (corpus, 1, &error);
  sema_fuzz_check (is_read, &error);
  for (guint32 id = 0; is_read && id < sema_corpus_get_text (corpus)->n_words; id++)
    {
      gsize       length;
      const char *word = sema_corpus_get_word (corpus, id, &length);

      g_assert_cmpuint (length, >, 0);
      sema_fuzz_touch (word, length);
    }
}
