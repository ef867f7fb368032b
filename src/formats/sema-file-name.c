/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-file-name.h"

#include <string.h>

#include "sema-word.h"

/**
 * sema_file_name_to_label:
 * @path: path in the encoding of the file system
 *
 * Returns: (transfer full): the base name for messages, in UTF-8 without control characters
 */
char *
sema_file_name_to_label (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  return sema_word_to_label (base, strlen (base));
}

/* The length of @name without @suffix (case-blind); a name that would become empty keeps it. */
static gsize
length_without (const char *name, gsize length, const char *suffix)
{
  gsize cut = strlen (suffix);

  if (length > cut && g_ascii_strncasecmp (name + length - cut, suffix, cut) == 0)
    return length - cut;
  return length;
}

/**
 * sema_file_name_to_set_name:
 * @path: path in the encoding of the file system
 *
 * Returns: (transfer full): the name of the vectors in it: the base name without “.gz” or “.zip” and then without “.bin”, “.txt” or
 * “.vec”, in UTF-8 without control characters
 */
char *
sema_file_name_to_set_name (const char *path)
{
  static const char *const kinds[] = {".bin", ".txt", ".vec"};
  g_autofree char         *base = g_path_get_basename (path);
  gsize                    length = length_without (base, length_without (base, strlen (base), ".gz"), ".zip");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize shorter = length_without (base, length, kinds[i]);

      if (shorter != length)
        return sema_word_to_label (base, shorter);
    }
  return sema_word_to_label (base, length);
}
