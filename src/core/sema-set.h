/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-columns.h"
#include "sema-matrix.h"
#include "sema-vocab.h"

G_BEGIN_DECLS

/**
 * SemaSet:
 *
 * What was opened: an embedding matrix, the word of each row, each row's norm, and what is known of the file they came
 * from. Read only once it is made, and shared by reference between threads.
 */
typedef struct _SemaSet SemaSet;

/**
 * SemaSetComposer:
 * @compose: gives @values the (dim) numbers of the vector of a word, any bytes; %FALSE where nothing of the word is known. Asked by one
 *   thread at a time
 * @release: (nullable): called once, when nobody asks any more
 * @data: for both
 *
 * Makes the vectors of words that are not in a file, of those of their parts.
 */
typedef struct
{
  gboolean (*compose) (const char *word, gsize length, float *values, gpointer data);
  void (*release) (gpointer data);
  gpointer data;
} SemaSetComposer;

SemaSet *sema_set_ref (SemaSet *self);
void     sema_set_unref (SemaSet *self);

const char        *sema_set_get_name (const SemaSet *self);
const char        *sema_set_get_format (const SemaSet *self);
const char        *sema_set_get_compression (const SemaSet *self);
const char *const *sema_set_get_warnings (const SemaSet *self);
const SemaMatrix  *sema_set_get_matrix (const SemaSet *self);
const SemaVocab   *sema_set_get_vocab (const SemaSet *self);
const SemaColumns *sema_set_get_columns (const SemaSet *self);
guint64            sema_set_get_n_rows (const SemaSet *self);
gsize              sema_set_get_dim (const SemaSet *self);
const SemaFloat   *sema_set_get_row (const SemaSet *self, guint64 row);
const SemaFloat   *sema_set_read_row (const SemaSet *self, guint64 row, float *space);
float             *sema_set_new_space (const SemaSet *self, gsize n_rows);
double             sema_set_get_norm (const SemaSet *self, guint64 row);
const double      *sema_set_get_norms (const SemaSet *self);
const double      *sema_set_get_products (const SemaSet *self, const double *query);
gboolean           sema_set_can_compose (const SemaSet *self);
guint64            sema_set_find (const SemaSet *self, const char *word, gssize length);
guint64            sema_set_compose (const SemaSet *self, const char *word, gssize length);
gboolean           sema_set_is_composed (const SemaSet *self, guint64 row);
gboolean           sema_set_is_lost (const SemaSet *self);
gboolean           sema_set_check_lost (const SemaSet *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaSet, sema_set_unref)

G_END_DECLS
