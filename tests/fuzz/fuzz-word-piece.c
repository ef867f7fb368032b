/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word-piece-file.h"
#include "sema-fuzz.h"
#include "sema-tokenizer-kind.h"

void
sema_fuzz_read (const guint8 *data, gsize size)
{
  g_auto (SemaTokenizerBytes) bytes = {0};
  g_autoptr (GError)          error = NULL;
  g_autoptr (SemaTokenizer)   tokenizer = NULL;

  sema_fuzz_take_bytes (&bytes, data, size);
  sema_tokenizer_kind_guess (bytes.buffer.data, size);
  tokenizer = sema_word_piece_file_read (&bytes, NULL, &error);
  sema_fuzz_check (tokenizer != NULL, &error);
  if (tokenizer != NULL)
    sema_fuzz_use_tokenizer (tokenizer, (const char *)data, MIN (size, 1000));
}
