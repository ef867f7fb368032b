/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sema-fuzz.h"

static void
use_row (SemaSet *set, guint64 row, float *space)
{
  const SemaVocab *vocab = sema_set_get_vocab (set);
  gsize            length;
  const char      *word = sema_vocab_get_word (vocab, row, &length);
  guint64          found = sema_vocab_find (vocab, word, (gssize)length);

  sema_fuzz_touch (word, length + 1);
  sema_fuzz_touch (sema_set_read_row (set, row, space), sema_set_get_dim (set) * sizeof (float));
  g_assert_cmpuint (strlen (word), <=, length);
  g_assert_cmpuint (found, <=, row);
}

/* Reads each row and finds each word. */
void
sema_fuzz_use_set (SemaSet *set)
{
  float *space = sema_set_new_space (set, 1);

  sema_fuzz_check_sentences (sema_set_get_warnings (set));
  for (guint64 row = 0; row < sema_set_get_n_rows (set); row++)
    use_row (set, row, space);
  g_free (space);
}
