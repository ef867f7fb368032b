/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-matrix.h"
#include "sema-progress.h"

G_BEGIN_DECLS

/**
 * SemaRowFlags:
 * @SEMA_ROW_ZERO: all numbers are 0 or -0
 * @SEMA_ROW_CONSTANT: there are several numbers, all of them the same finite one, which is not 0
 * @SEMA_ROW_NAN: some are NaN
 * @SEMA_ROW_INFINITE: some are infinite
 * @SEMA_ROW_DUPLICATE: an earlier row is the same
 *
 * What is unusual about the numbers of a row.
 */
typedef enum {
  SEMA_ROW_ZERO = 1 << 0,
  SEMA_ROW_CONSTANT = 1 << 1,
  SEMA_ROW_NAN = 1 << 2,
  SEMA_ROW_INFINITE = 1 << 3,
  SEMA_ROW_DUPLICATE = 1 << 4,
} SemaRowFlags;

#define SEMA_ROW_NOT_FINITE (SEMA_ROW_NAN | SEMA_ROW_INFINITE)

/**
 * SemaRowCheck:
 * @n_rows: rows of the matrix
 * @flags: (n_rows) SemaRowFlags of each
 * @firsts: (n_rows) the first row that is the same, which is the row itself where none is earlier
 *
 * What is unusual about the rows of a matrix.
 */
typedef struct
{
  guint32  n_rows;
  guint8  *flags;
  guint32 *firsts;
} SemaRowCheck;

SemaRowCheck *sema_row_check_new (const SemaMatrix *matrix, SemaProgress *progress, GError **error);
void          sema_row_check_free (SemaRowCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaRowCheck, sema_row_check_free)

G_END_DECLS
