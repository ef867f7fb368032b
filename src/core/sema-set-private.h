/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-set.h"

G_BEGIN_DECLS

/* For sema-set-builder.c, the only maker of sets. Everything is consumed; @norms is a block of sema-memory.h. */
SemaSet *sema_set_new_take (SemaMatrix *matrix, SemaVocab *vocab, double *norms, char **warnings);
void     sema_set_take_products (SemaSet *self, double *query, double *products);
void     sema_set_take_composer (SemaSet *self, const SemaSetComposer *composer, gsize n_spare);
void     sema_set_take_columns (SemaSet *self, SemaColumns *columns);
void     sema_set_describe (SemaSet *self, const char *name, const char *format, const char *compression);

G_END_DECLS
