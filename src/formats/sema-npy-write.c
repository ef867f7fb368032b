/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-npy-write.h"

#include <inttypes.h>
#include <string.h>

#include "sema-memory.h"

/* What comes before the numbers is a multiple of this, so that they are aligned where the file is mapped. */
#define ALIGNMENT 64
#define MAGIC "\x93NUMPY\x01\x00"
#define MAGIC_SIZE 8
#define LENGTH_SIZE 2

/**
 * sema_npy_write_header:
 * @n_rows: of a matrix
 * @dim: numbers of a row
 *
 * Returns: (transfer full): what comes before the numbers in a .npy file of version 1.0, of little-endian float32 in C order: the dictionary as numpy writes it,
 *   filled up with blanks before its line feed
 */
GString *
sema_npy_write_header (guint64 n_rows, gsize dim)
{
  GString *header = g_string_new_len (MAGIC, MAGIC_SIZE);
  gsize    length;

  g_string_append_len (header, "\0\0", LENGTH_SIZE);
  g_string_append_printf (header, "{'descr': '<f4', 'fortran_order': False, 'shape': (%" PRIu64 ", %zu), }", n_rows, dim);
  while ((header->len + 1) % ALIGNMENT != 0)
    g_string_append_c (header, ' ');
  g_string_append_c (header, '\n');
  length = header->len - MAGIC_SIZE - LENGTH_SIZE;
  header->str[MAGIC_SIZE] = (char)(length & 0xff);
  header->str[MAGIC_SIZE + 1] = (char)(length >> 8);
  return header;
}

static void
write_row (const SemaFloat *row, gsize dim, guint8 *place)
{
  for (gsize i = 0; i < dim; i++)
    {
      guint32 bits;

      memcpy (&bits, row + i, sizeof bits);
      bits = GUINT32_TO_LE (bits);
      memcpy (place + i * sizeof bits, &bits, sizeof bits);
    }
}

/**
 * sema_npy_write:
 * @matrix: a matrix
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): it as a .npy file, version 1.0, of little-endian float32 numbers in C order, as numpy.save() writes it
 */
GBytes *
sema_npy_write (const SemaMatrix *matrix, GError **error)
{
  GString *header = sema_npy_write_header (sema_matrix_get_n_rows (matrix), sema_matrix_get_dim (matrix));
  gsize    dim = sema_matrix_get_dim (matrix), row_size = dim * sizeof (float), n_bytes;
  guint8  *bytes;

  if (__builtin_mul_overflow (sema_matrix_get_n_rows (matrix), row_size, &n_bytes) || __builtin_add_overflow (n_bytes, header->len, &n_bytes))
    n_bytes = G_MAXSIZE;
  bytes = sema_memory_alloc (n_bytes, error);
  if (bytes != NULL)
    {
      g_autofree float *space = sema_matrix_new_space (matrix, 1);

      memcpy (bytes, header->str, header->len);
      for (guint64 row = 0; row < sema_matrix_get_n_rows (matrix); row++)
        write_row (sema_matrix_read_row (matrix, row, space), dim, bytes + header->len + row * row_size);
    }
  g_string_free (header, TRUE);
  return bytes != NULL ? g_bytes_new_with_free_func (bytes, n_bytes, sema_memory_free, bytes) : NULL;
}
