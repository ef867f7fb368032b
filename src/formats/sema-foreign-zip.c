/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-foreign-zip.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-little-endian.h"
#include "sema-word.h"

#define LOCAL_HEADER 30 /* bytes before the name of the first entry */

/**
 * sema_foreign_is_zip:
 * @bytes: (array length=n_bytes): the first bytes of a file
 * @n_bytes: how many there are
 *
 * Returns: whether it is a zip archive: one that starts with an entry, an empty one, or a part of one
 */
gboolean
sema_foreign_is_zip (const guint8 *bytes, gsize n_bytes)
{
  return n_bytes >= 4 && bytes[0] == 'P' && bytes[1] == 'K' &&
         ((bytes[2] == 3 && bytes[3] == 4) || (bytes[2] == 5 && bytes[3] == 6) || (bytes[2] == 7 && bytes[3] == 8));
}

/* The name of the first entry; FALSE when there is none. */
static gboolean
get_first_name (const guint8 *bytes, gsize n_bytes, const char **name, gsize *length)
{
  if (n_bytes < LOCAL_HEADER || bytes[2] != 3)
    return FALSE;
  *name = (const char *)bytes + LOCAL_HEADER;
  *length = MIN ((gsize)sema_little_endian_get (bytes + 26, 2), n_bytes - LOCAL_HEADER);
  return *length > 0;
}

static gboolean
ends_with (const char *name, gsize length, const char *suffix)
{
  gsize n = strlen (suffix);

  return length >= n && memcmp (name + length - n, suffix, n) == 0;
}

static gboolean
is_torch (const char *name, gsize length)
{
  return ends_with (name, length, "/data.pkl") || ends_with (name, length, "/.format_version") || ends_with (name, length, "/byteorder");
}

/**
 * sema_foreign_is_zip_of_tensors:
 * @bytes: (array length=n_bytes): the first bytes of a zip archive
 * @n_bytes: how many there are
 *
 * Returns: whether its first entry is one of PyTorch's or NumPy's
 */
gboolean
sema_foreign_is_zip_of_tensors (const guint8 *bytes, gsize n_bytes)
{
  const char *name;
  gsize       length;

  return get_first_name (bytes, n_bytes, &name, &length) && (is_torch (name, length) || ends_with (name, length, ".npy"));
}

/**
 * sema_foreign_describe_zip:
 * @bytes: (array length=n_bytes): the first bytes of a zip archive
 * @n_bytes: how many there are
 *
 * PyTorch and NumPy write zip archives too; the name of the first entry tells them apart.
 *
 * Returns: (transfer full): a translated clause that says what it is and what to do
 */
char *
sema_foreign_describe_zip (const guint8 *bytes, gsize n_bytes)
{
  const char      *name;
  gsize            length;
  g_autofree char *label = NULL;

  if (!get_first_name (bytes, n_bytes, &name, &length))
    return g_strdup (_ ("it is a zip archive; unpack it and open a file that was in it"));
  if (is_torch (name, length))
    return g_strdup (_ ("it is a PyTorch file, which has no words; “semascope-cli tensors” lists what it holds"));
  if (ends_with (name, length, ".npy"))
    return g_strdup (_ ("it is a collection of NumPy arrays (.npz), which have no words; “semascope-cli tensors” lists them"));
  label = sema_word_to_label (name, length);
  return g_strdup_printf (_ ("it is a zip archive; unpack it and open “%s” that is in it"), label);
}
