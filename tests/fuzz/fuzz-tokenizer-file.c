/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"
#include "sema-tokenizer-beside.h"

/* Whatever it is, as it is when somebody chooses it. Beside it lie the merges that go with one kind. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (SemaTokenizer) tokenizer = NULL;

  sema_fuzz_copy ("tokens/gpt2-small-merges.txt");
  tokenizer = sema_tokenizer_given_open (sema_fuzz_write ("gpt2-small-vocab.json", data, size), NULL, &error);
  sema_fuzz_check (tokenizer != NULL, &error);
  if (tokenizer != NULL)
    sema_fuzz_use_tokenizer (tokenizer, (const char *)data, MIN (size, 1000));
}
