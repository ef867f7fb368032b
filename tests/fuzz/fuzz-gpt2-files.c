/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sema-fuzz.h"
#include "sema-gpt2-files.h"

#define VERSION "#version"

/* Two files, one after the other: the second begins with “#version”. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  const guint8               *second = size > 0 ? memmem (data, size, VERSION, strlen (VERSION)) : NULL;
  gsize                       n_first = second != NULL ? (gsize)(second - data) : size;
  g_auto (SemaTokenizerBytes) vocab = {0}, merges = {0};
  g_autoptr (GError)          error = NULL;
  g_autoptr (SemaTokenizer)   tokenizer = NULL;

  sema_fuzz_take_bytes (&vocab, data, n_first);
  sema_fuzz_take_bytes (&merges, data + n_first, size - n_first);
  tokenizer = sema_gpt2_files_read (&vocab, &merges, NULL, &error);
  sema_fuzz_check (tokenizer != NULL, &error);
  if (tokenizer != NULL)
    sema_fuzz_use_tokenizer (tokenizer, (const char *)data, MIN (size, 1000));
}
