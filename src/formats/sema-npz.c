/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-npz.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-npy.h"

#define SUFFIX ".npy"
#define USUAL_HEADER 1024 /* what is inflated of a member to see its header, unless that is longer */

static gboolean
has_suffix (const SemaZipEntry *entry)
{
  gsize n = strlen (SUFFIX);

  return entry->length > n && memcmp (entry->name + entry->length - n, SUFFIX, n) == 0;
}

/* The first bytes of a member that is deflated, as bytes of their own. */
static SemaTensorBytes *
inflate_start (SemaTensorBytes *bytes, const SemaZipEntry *entry, guint64 n_bytes, GError **error)
{
  guint8 *memory = sema_memory_alloc (n_bytes, error);

  if (memory == NULL)
    return NULL;
  if (!sema_zip_read (bytes, entry, memory, n_bytes, sema_tensor_bytes_get_progress (bytes), error))
    {
      sema_memory_free (memory);
      return NULL;
    }
  return sema_tensor_bytes_new_take (memory, n_bytes, sema_tensor_bytes_get_label (bytes));
}

static gboolean
read_deflated_header (SemaTensorBytes *bytes, const SemaZipEntry *entry, SemaNpyHeader *header, gsize *size, GError **error)
{
  g_autoptr (SemaTensorBytes) start = inflate_start (bytes, entry, MIN (entry->n_bytes, USUAL_HEADER), error);
  guint8                      first_bytes[SEMA_NPY_START];
  gsize                       n = (gsize)MIN (entry->n_bytes, sizeof first_bytes);
  gsize                       first, length;

  if (start == NULL || !sema_tensor_bytes_read (start, 0, first_bytes, n, error) ||
      !sema_npy_header_measure (first_bytes, n, &first, &length, sema_tensor_bytes_get_label (bytes), error))
    return FALSE;
  if (first + length > sema_tensor_bytes_get_size (start))
    {
      g_clear_pointer (&start, sema_tensor_bytes_free);
      start = inflate_start (bytes, entry, MIN (entry->n_bytes, first + length), error);
    }
  return start != NULL && sema_npy_read_header (start, 0, sema_tensor_bytes_get_size (start), header, size, error);
}

/* A member that lies in the archive as it is belongs to its first part; one that is deflated is a part of its own. */
static gboolean
add (SemaTensorBytes *bytes, const SemaZipEntry *entry, SemaTensorList *list, GArray *members, GPtrArray *warnings, GError **error)
{
  SemaNpyPlace  place = {.label = sema_tensor_bytes_get_label (bytes), .name = entry->name, .warnings = warnings};
  SemaNpyHeader header;
  gsize         size;

  place.length = entry->length - strlen (SUFFIX);
  if (!entry->is_deflated)
    {
      if (!sema_npy_read_header (bytes, entry->data, entry->n_bytes, &header, &size, error))
        return FALSE;
    }
  else if (!read_deflated_header (bytes, entry, &header, &size, error))
    return FALSE;
  sema_zip_place (entry, members, &place.part, &place.offset);
  place.offset += size;
  place.n_left = entry->n_bytes - size;
  return sema_npy_add (list, &header, &place, error);
}

static gboolean
has_magic (SemaTensorBytes *bytes, const SemaZipEntry *entry, gboolean *is_array, GError **error)
{
  guint8 magic[SEMA_NPY_START];
  gsize  n = (gsize)MIN (entry->n_bytes, sizeof magic);

  if (!sema_zip_read (bytes, entry, magic, n, NULL, error))
    return FALSE;
  *is_array = sema_npy_is_magic (magic, n);
  return TRUE;
}

/* A member that is damaged costs only itself, unless it is the only one. */
static gboolean
look_at (SemaTensorBytes *bytes, const SemaZipEntry *entry, SemaTensorList *list, GArray *members, GPtrArray *warnings, gboolean *is_array, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *is_array = FALSE;
  if (!has_suffix (entry) || (has_magic (bytes, entry, is_array, &local_error) && !*is_array))
    return TRUE;
  if (local_error == NULL && add (bytes, entry, list, members, warnings, &local_error))
    return TRUE;
  if (!g_error_matches (local_error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  *is_array = TRUE;
  g_ptr_array_add (warnings, g_strdup_printf (_ ("An array was left out: %s"), local_error->message));
  return TRUE;
}

/* Where nothing is left, the first warning is why. */
static gboolean
check_any (SemaTensorList *list, GPtrArray *warnings, guint64 n_others, guint64 n, const char *label, GError **error)
{
  if (sema_tensor_list_get_n (list) > 0 || n_others == n)
    return sema_tensor_list_finish (list, label, error);
  g_set_error_literal (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, g_ptr_array_index (warnings, 0));
  return FALSE;
}

/**
 * sema_npz_list:
 * @bytes: a zip archive
 * @zip: its directory
 * @list: gets the arrays, by their names without “.npy”, unless there is none
 * @members: (element-type SemaZipEntry): gets those that are deflated; the one of part n is number n - 1, without its name
 * @warnings: (element-type utf8): gets sentences
 * @error: return location
 *
 * Lists the arrays of an archive as numpy.savez() and numpy.savez_compressed() write them. Of those that are deflated only the
 * header is inflated. A member that is damaged is left out, with a warning.
 *
 * Returns: %FALSE with a #SemaFormatError, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_npz_list (SemaTensorBytes *bytes, const SemaZip *zip, SemaTensorList *list, GArray *members, GPtrArray *warnings, GError **error)
{
  guint64 n_others = 0;

  for (guint64 i = 0; i < sema_zip_get_n (zip); i++)
    {
      gboolean is_array;

      if (!look_at (bytes, sema_zip_peek (zip, i), list, members, warnings, &is_array, error))
        return FALSE;
      n_others += !is_array;
    }
  if (n_others > 0 && sema_tensor_list_get_n (list) > 0)
    g_ptr_array_add (warnings, g_strdup_printf (ngettext ("%" PRIu64 " file in the archive is no NumPy array and was left out.",
                                                          "%" PRIu64 " files in the archive are no NumPy arrays and were left out.", n_others),
                                                n_others));
  return check_any (list, warnings, n_others, sema_zip_get_n (zip), sema_tensor_bytes_get_label (bytes), error);
}
