/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensor-bytes.h"

G_BEGIN_DECLS

/**
 * SemaProductQuantizer:
 * @n_rows: rows of the matrix
 * @dim: numbers of each
 * @n_parts: into how many pieces a row is cut, each of which has one code
 * @part_dim: numbers of each piece, but for the last one
 * @last_dim: numbers of the last one
 * @codes_at: where the (n_rows, n_parts) codes of a byte begin
 * @centroids_at: where the (dim · 256) float32 numbers begin that the codes stand for
 * @has_norms: whether the rows were divided by their lengths
 * @norm_codes_at: if so, where the (n_rows) codes of these begin
 * @norms_at: and the (256) float32 lengths that they stand for
 *
 * A matrix of fastText that is kept by product quantisation (Jégou et al. 2011, “Product Quantization for Nearest Neighbor Search”):
 * where it lies in the bytes of a file.
 */
typedef struct
{
  guint64  n_rows;
  guint64  dim;
  guint64  n_parts;
  guint64  part_dim;
  guint64  last_dim;
  guint64  codes_at;
  guint64  centroids_at;
  gboolean has_norms;
  guint64  norm_codes_at;
  guint64  norms_at;
} SemaProductQuantizer;

gboolean sema_product_quantizer_read (const SemaProductQuantizer *self, SemaTensorBytes *bytes, guint64 row, float *values, GError **error);

G_END_DECLS
