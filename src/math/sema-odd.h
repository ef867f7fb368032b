/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-set.h"

G_BEGIN_DECLS

/**
 * SemaOddWord:
 * @index: which of the rows asked with, from 0
 * @score: the cosine of the angle between it and the mean of all, -1 to 1
 */
typedef struct
{
  gsize  index;
  double score;
} SemaOddWord;

GArray *sema_odd_find (const SemaSet *set, const guint64 *rows, gsize n, GError **error);

G_END_DECLS
