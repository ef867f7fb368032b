/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-archive.h"
#include "sema-fuzz.h"

static void
load (const char *path, const char *part)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = sema_formats_load_with (path, &(SemaFormatsOptions) {.part = part}, NULL, &error);

  sema_fuzz_check (set != NULL, &error);
  if (set != NULL)
    sema_fuzz_use_set (set);
}

/* Each of the files that somebody may choose, and the one that is opened when nobody chose. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  const char           *path = sema_fuzz_write ("a.zip", data, size);
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) members = sema_archive_list (path, NULL, &error);

  sema_fuzz_check (members != NULL, &error);
  load (path, NULL);
  for (guint i = 0; members != NULL && i < MIN (members->len, 8); i++)
    load (path, ((const SemaArchiveMember *)members->pdata[i])->name);
}
