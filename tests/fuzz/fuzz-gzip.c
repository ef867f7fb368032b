/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"

/* Inflates in a thread of its own, and tells what is damaged. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaSource) source = sema_source_open (sema_fuzz_write ("a.gz", data, size), NULL, &error);
  g_autoptr (GPtrArray)  damage = NULL;
  gsize                  available = 1;

  sema_fuzz_check (source != NULL, &error);
  while (source != NULL && available > 0)
    {
      const guint8 *bytes = sema_source_peek (source, 1, &available, &error);

      sema_fuzz_check (bytes != NULL, &error);
      if (bytes == NULL)
        return;
      sema_source_skip (source, MIN (available, 1000));
    }
  if (source == NULL)
    return;
  damage = sema_source_dup_damage (source);
  for (guint i = 0; i < damage->len; i++)
    sema_fuzz_check_sentence (damage->pdata[i]);
}
