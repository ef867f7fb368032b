/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sema-cache-private.h"
#include "sema-fuzz.h"

static guint64
hash_section (const SemaCacheHeader *header, const guint8 *file, gsize size, SemaCacheSection section)
{
  guint64 place = sema_cache_get_place (header, section);
  guint64 hash;

  if (place > size || header->sizes[section] > size - place)
    return 0;
  hash = sema_cache_hash (file + place, header->sizes[section]);
  return section == SEMA_CACHE_ROWS ? sema_cache_hash (&hash, sizeof hash) : hash;
}

/* A copy whose checks are right, whatever is in it: those who damage one on purpose can do so too. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  g_autofree guint8  *file = g_memdup2 (data, size);
  SemaCacheHeader     header;
  g_autofree char    *folder = NULL, *copy = NULL, *name = NULL;
  g_autoptr (SemaSet) set = NULL;

  if (size < sizeof header)
    return;
  memcpy (&header, file, sizeof header);
  for (guint i = 0; i < SEMA_CACHE_N_SECTIONS; i++)
    header.checks[i] = hash_section (&header, file, size, i);
  header.check = sema_cache_check_header (&header);
  memcpy (file, &header, sizeof header);
  folder = g_path_get_dirname (sema_fuzz_write ("a", "", 0));
  copy = sema_cache_build_path (folder, "/a.txt");
  name = g_path_get_basename (copy);
  sema_fuzz_write (name, file, size);
  set = sema_cache_load (folder, "/a.txt", &header.key, NULL);
  if (set != NULL)
    sema_fuzz_use_set (set);
}
