/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-npy.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-word.h"

/**
 * sema_npy_read_header:
 * @bytes: a file
 * @at: where in it the magic of the array is
 * @n_bytes: how many bytes the array has with its header
 * @header: (out caller-allocates): what the header says
 * @size: (out): how many bytes come before the numbers
 * @error: return location
 *
 * Returns: %FALSE with a #SemaFormatError, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_npy_read_header (SemaTensorBytes *bytes, guint64 at, guint64 n_bytes, SemaNpyHeader *header, gsize *size, GError **error)
{
  const char *label = sema_tensor_bytes_get_label (bytes);
  guint8      start[SEMA_NPY_START];
  gsize       n_start = (gsize)MIN (n_bytes, sizeof start);
  gsize       first, length;
  char       *text;
  gboolean    is_right;

  if (!sema_tensor_bytes_read (bytes, at, start, n_start, error) ||
      !sema_npy_header_measure (start, n_start, &first, &length, label, error))
    return FALSE;
  *size = first + length;
  if (*size > n_bytes)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
                   _ ("“%s” ends inside the header of its array, at byte %" PRIu64 "; fetch or save the file again."), label, at + n_bytes);
      return FALSE;
    }
  text = sema_memory_alloc (length, error);
  if (text == NULL)
    return FALSE;
  is_right = sema_tensor_bytes_read (bytes, at + first, (guint8 *)text, length, error) &&
             sema_npy_header_parse (header, text, length, at + first, label, error);
  sema_memory_free (text);
  return is_right;
}

/* How many bytes the numbers take; 0 where nobody knows. */
static gboolean
measure (const SemaNpyHeader *header, const SemaNpyPlace *place, guint64 *n_bytes, GError **error)
{
  guint64 n;

  if (sema_tensor_shape_count (header->shape, header->n_axes, &n) && !__builtin_mul_overflow (n, header->width, n_bytes))
    return TRUE;
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
               _ ("“%s” is damaged: the shape of an array in it is larger than any file."), place->label);
  return FALSE;
}

/* Of an array that is cut the rows that are whole, where rows lie one after another. */
static gboolean
keep_whole_rows (SemaNpyHeader *header, const SemaNpyPlace *place, guint64 *n_bytes, GError **error)
{
  guint64 n_rows = header->n_axes > 0 ? header->shape[0] : 1;
  guint64 row = *n_bytes / n_rows;
  guint64 n_whole = header->is_fortran && header->n_axes > 1 ? 0 : place->n_left / row;

  if (n_whole == 0)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
                   _ ("“%s” ends too early: its array should have %" PRIu64 " bytes and has %" PRIu64 "; fetch or save the file again."),
                      place->label, *n_bytes, place->n_left);
      return FALSE;
    }
  g_ptr_array_add (place->warnings, g_strdup_printf (_ ("The header says %" PRIu64 " rows, the file has %" PRIu64 " that are whole: fetch or save “%s” again."), n_rows, n_whole, place->label));
  header->shape[0] = n_whole;
  *n_bytes = n_whole * row;
  return TRUE;
}

/**
 * sema_npy_add:
 * @list: gets the array
 * @header: what its header says; where rows are missing, how many there are
 * @place: where it lies
 * @error: return location
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_DAMAGED or %SEMA_CORE_ERROR_NO_MEMORY
 */
gboolean
sema_npy_add (SemaTensorList *list, SemaNpyHeader *header, const SemaNpyPlace *place, GError **error)
{
  SemaTensorEntry entry = {.offset = place->offset, .part = place->part, .type = (guint8)header->type};
  guint64         n_bytes;
  gboolean        is_cut;

  if (!measure (header, place, &n_bytes, error))
    return FALSE;
  is_cut = n_bytes > place->n_left;
  if (is_cut && !keep_whole_rows (header, place, &n_bytes, error))
    return FALSE;
  if (header->width > 0 && !is_cut && n_bytes < place->n_left)
    {
      guint64 n_more = place->n_left - n_bytes;

      g_ptr_array_add (place->warnings, g_strdup_printf (ngettext ("%" PRIu64 " byte comes after the numbers and was left out.",
                                                                   "%" PRIu64 " bytes come after the numbers and were left out.", n_more),
                                                         n_more));
    }
  entry.n_bytes = n_bytes;
  entry.is_swapped = header->is_swapped != 0;
  entry.is_fortran = header->is_fortran != 0;
  if (!sema_tensor_list_add_name (list, place->name, place->length, error))
    return FALSE;
  for (guint i = 0; i < header->n_axes; i++)
    if (!sema_tensor_list_add_axis (list, header->shape[i], error))
      return FALSE;
  if (header->type == SEMA_TENSOR_OTHER && !sema_tensor_list_add_dtype (list, header->descr, strlen (header->descr), &entry.dtype_at, error))
    return FALSE;
  return sema_tensor_list_add (list, &entry, error);
}
