/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaRandom:
 *
 * A seeded stream of random numbers, xoshiro256** (Blackman and Vigna 2018) filled by splitmix64: the same seed gives
 * the same numbers on every machine. Caller's storage.
 */
typedef struct
{
  guint64 state[4];
} SemaRandom;

void    sema_random_init (SemaRandom *self, guint64 seed);
guint64 sema_random_next (SemaRandom *self);
double  sema_random_uniform (SemaRandom *self);
guint64 sema_random_below (SemaRandom *self, guint64 bound);

G_END_DECLS
