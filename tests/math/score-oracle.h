/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-neighbours.h"

G_BEGIN_DECLS

double  score_oracle_sum (const double *terms, gsize dim);
void    score_oracle_unit (const double *query, gsize dim, double *unit);
double  score_oracle_score (const SemaSet *set, guint64 row, const double *unit);
GArray *score_oracle_find (const SemaSet *set, const double *query, const guint64 *excluded, gsize n_excluded, gsize k);

G_END_DECLS
