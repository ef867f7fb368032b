/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"

/* Whatever it is, as it is when somebody opens it. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = sema_formats_load (sema_fuzz_write ("a.file", data, size), NULL, &error);

  sema_fuzz_check (set != NULL, &error);
  if (set != NULL)
    sema_fuzz_use_set (set);
}
