/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-set.h"
#include "sema-tensors.h"
#include "sema-tokenizer.h"

G_BEGIN_DECLS

/**
 * SemaCliRows:
 * @label: name of the file, for messages
 * @set: (nullable): word vectors, whose rows have words…
 * @tensors: (nullable): …or tensors, of which one is the matrix
 * @tensor: which
 * @n_rows: rows of the matrix
 * @dim: numbers of each
 * @is_double: whether they are float64
 * @tokenizer: (nullable): knows the tokens of tensors' rows
 * @token: (nullable): the last that was asked for
 *
 * The rows of a matrix by their ids, whatever file they come from.
 */
typedef struct
{
  char        *label;
  SemaSet     *set;
  SemaTensors *tensors;
  guint64      tensor;
  guint64      n_rows;
  guint64      dim;
  gboolean     is_double;

  SemaTokenizer *tokenizer;
  char          *token;
} SemaCliRows;

SemaTensors *sema_cli_tensors_open (const char *path);
gboolean     sema_cli_rows_open (SemaCliRows *self, const char *path, const char *tensor, gint64 most_rows);
gboolean     sema_cli_rows_open_tokenizer (SemaCliRows *self, const char *path, const char *tokenizer);
void         sema_cli_rows_clear (SemaCliRows *self);
gboolean     sema_cli_rows_read (const SemaCliRows *self, guint64 id, double *values);
const char  *sema_cli_rows_get_token (SemaCliRows *self, guint64 id, gsize *length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaCliRows, sema_cli_rows_clear)

G_END_DECLS
