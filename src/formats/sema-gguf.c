/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Models of llama.cpp: values by keys, a list of tensors, and their numbers. */
#include "sema-gguf.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-gguf-tensors.h"
#include "sema-tensors-private.h"

/**
 * sema_gguf_is_one:
 * @bytes: (array length=n_bytes): the first bytes of a file
 * @n_bytes: how many there are
 *
 * Returns: whether it begins as GGUF does. A word that begins so, as in a file of word vectors, has a letter or a blank where the
 *   version is.
 */
gboolean
sema_gguf_is_one (const guint8 *bytes, gsize n_bytes)
{
  return n_bytes >= strlen (SEMA_GGUF_MAGIC) && memcmp (bytes, SEMA_GGUF_MAGIC, strlen (SEMA_GGUF_MAGIC)) == 0 && (n_bytes < 8 || bytes[4] == 0 || bytes[5] == 0);
}

/* Which part of how many the file is; FALSE where it is whole. */
static gboolean
find_part (const SemaGgufValues *values, guint64 *number, guint64 *n)
{
  return sema_gguf_values_get_count (values, "split.count", n) && *n > 1 && sema_gguf_values_get_count (values, "split.no", number) && *number < *n;
}

/* The first of several files may have the values alone. */
static gboolean
check_any (SemaTensors *self, const SemaGgufValues *values, GError **error)
{
  guint64 number, n;

  if (sema_tensor_list_get_n (&self->list) > 0)
    return TRUE;
  if (find_part (values, &number, &n))
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN,
                 _ ("“%s” is file %" PRIu64 " of %" PRIu64 " of a model and has no tensors; open another of them."), self->label, number + 1, n);
  else
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("“%s” has no tensors."), self->label);
  return FALSE;
}

static void
warn (SemaTensors *self, const SemaGgufValues *values, guint64 end, guint64 size)
{
  guint64 number, n;

  if (find_part (values, &number, &n))
    g_ptr_array_add (self->warnings, g_strdup_printf (_ ("This is file %" PRIu64 " of %" PRIu64 " of a model; only its own tensors are listed."), number + 1, n));
  if (end < size)
    g_ptr_array_add (self->warnings, g_strdup_printf (ngettext ("%" PRIu64 " byte comes after the numbers and was left out.",
                                                                "%" PRIu64 " bytes come after the numbers and were left out.", size - end),
                                                      size - end));
}

/**
 * sema_gguf_list:
 * @self: tensors of a file for which sema_gguf_is_one() holds, with nothing in them yet
 * @error: return location
 *
 * Lists the tensors of a model of llama.cpp, GGUF of version 2 or 3. Their shapes are told as everywhere here, rows first. Of a model
 * in several files those of this one are listed, with a warning.
 *
 * Returns: %FALSE with a #SemaFormatError, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_gguf_list (SemaTensors *self, GError **error)
{
  SemaTensorBytes        *bytes = g_array_index (self->parts, SemaTensorsPart, 0).bytes;
  g_auto (SemaGgufReader) reader = {0};
  g_auto (SemaGgufValues) values = {0};
  guint64                 end;

  sema_gguf_reader_init (&reader, bytes, 0);
  if (!sema_gguf_values_read (&values, &reader, error) || !sema_gguf_tensors_list (&values, &reader, &self->list, &end, error))
    return FALSE;
  warn (self, &values, end, sema_tensor_bytes_get_size (bytes));
  return check_any (self, &values, error);
}
