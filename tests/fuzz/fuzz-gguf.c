/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"
#include "sema-tokenizer-beside.h"

/* The model, and the tokenizer that is in the same file. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (SemaTokenizer) tokenizer = NULL;

  sema_fuzz_read_tensors ("small.gguf", data, size);
  tokenizer = sema_tokenizer_given_open (sema_fuzz_write ("small.gguf", data, size), NULL, &error);
  sema_fuzz_check (tokenizer != NULL, &error);
  if (tokenizer != NULL)
    sema_fuzz_use_tokenizer (tokenizer, (const char *)data, MIN (size, 1000));
}
