/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"
#include "sema-words-array.h"

/* As many words as were asked for, or none. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError)    error = NULL;
  SemaTensorsWords      words = {0};
  gboolean              found;

  sema_fuzz_check (sema_words_array_read (sema_fuzz_write ("words.npy", data, size), 8, TRUE, &words, &found, warnings, NULL, &error), &error);
  g_assert_true (!found || words.n == 8);
  sema_tensors_words_clear (&words);
}
