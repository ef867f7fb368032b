/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-product-quantizer.h"

#include "sema-tensor-type.h"

#define N_CENTROIDS 256 /* as many as a byte has values */

/* Bytes in place, or else in @copy. */
static const guint8 *
look (SemaTensorBytes *bytes, guint64 at, gsize n, guint8 *copy, GError **error)
{
  const guint8 *place = sema_tensor_bytes_peek (bytes, at);

  if (place != NULL)
    return place;
  return sema_tensor_bytes_read (bytes, at, copy, n, error) ? copy : NULL;
}

static gboolean
read_floats (SemaTensorBytes *bytes, guint64 at, gsize n, float *values, GError **error)
{
  g_autofree guint8 *copy = sema_tensor_bytes_peek (bytes, at) == NULL ? g_malloc (n * sizeof (float)) : NULL;
  const guint8      *place = look (bytes, at, n * sizeof (float), copy, error);

  if (place != NULL)
    sema_tensor_type_widen_floats (SEMA_TENSOR_F32, FALSE, place, n, values);
  return place != NULL;
}

static gboolean
read_norm (const SemaProductQuantizer *self, SemaTensorBytes *bytes, guint64 row, float *norm, GError **error)
{
  guint8        copy;
  const guint8 *code;

  *norm = 1;
  if (!self->has_norms)
    return TRUE;
  code = look (bytes, self->norm_codes_at + row, 1, &copy, error);
  return code != NULL && read_floats (bytes, self->norms_at + *code * sizeof (float), 1, norm, error);
}

/**
 * sema_product_quantizer_read:
 * @self: where a matrix lies, all of it within @bytes
 * @bytes: of the file
 * @row: which row, from 0
 * @values: (out): (dim) its numbers, as fastText puts them together
 * @error: as sema_tensor_bytes_read()
 *
 * Puts a row together of the numbers that its codes stand for. O(dim).
 *
 * Returns: whether it could be read
 */
gboolean
sema_product_quantizer_read (const SemaProductQuantizer *self, SemaTensorBytes *bytes, guint64 row, float *values, GError **error)
{
  float norm;

  if (!read_norm (self, bytes, row, &norm, error))
    return FALSE;
  for (guint64 part = 0; part < self->n_parts; part++)
    {
      guint64       n = part < self->n_parts - 1 ? self->part_dim : self->last_dim;
      guint64       at = self->centroids_at + part * N_CENTROIDS * self->part_dim * sizeof (float);
      guint8        copy;
      const guint8 *code = look (bytes, self->codes_at + row * self->n_parts + part, 1, &copy, error);

      if (code == NULL || !read_floats (bytes, at + *code * n * sizeof (float), (gsize)n, values, error))
        return FALSE;
      for (guint64 i = 0; i < n; i++)
        values[i] *= norm;
      values += n;
    }
  return TRUE;
}
