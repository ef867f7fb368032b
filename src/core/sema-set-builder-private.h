/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"
#include "sema-set-builder.h"
#include "sema-vocab-index.h"

G_BEGIN_DECLS

struct _SemaSetBuilder
{
  gsize          dim;
  guint64        expected_rows;
  SemaBuffer     values; /* (n_rows, dim) float, unless they are lent */
  SemaBuffer     words;  /* a NUL after each */
  SemaBuffer     starts; /* (n_rows + 1) guint64 into words */
  SemaVocabIndex index;  /* of some of the first words */
  guint64        n_rows;
  GPtrArray     *warnings;

  const guint8   *lent;    /* NULL: the numbers are not lent */
  SemaNumbers     numbers; /* that are lent */
  SemaMatrixOwner owner;
  SemaBuffer      row_starts; /* (n_rows) guint64 into lent; nothing: they lie one after another */
  SemaBuffer      norms;      /* (n_rows) double */
  double         *query;      /* (dim), or NULL */
  double         *products;   /* (n_rows) with query */
  SemaSetComposer composer;
  gsize           n_spare;
  SemaColumns    *columns; /* (n_rows), or NULL */
};

guint64  sema_set_builder_count_trusted (const SemaSetBuilder *self, gsize row_bytes);
gboolean sema_set_builder_begin_starts (SemaSetBuilder *self, guint64 n_trusted, GError **error);

G_END_DECLS
