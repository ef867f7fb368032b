/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-set.h"

G_BEGIN_DECLS

/* Sets whose rows are hard to tell apart, hard to write in few bits, or no directions at all. */
typedef enum {
  HARD_SET_RANDOM,
  HARD_SET_CLUSTERS,
  HARD_SET_ALMOST_EQUAL,
  HARD_SET_EQUAL,
  HARD_SET_SPIKES,
  HARD_SET_HALF_STEPS,
  HARD_SET_ODD_NUMBERS,
  N_HARD_SETS,
} HardSet;

SemaSet *hard_set_new (HardSet kind, guint64 n_rows, gsize dim, guint64 seed);

G_END_DECLS
