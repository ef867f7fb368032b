/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"

G_BEGIN_DECLS

#define SEMA_TORCH_RANDOM_STATE 624

/**
 * SemaTorchRandom:
 *
 * The stream of random numbers that torch draws on the CPU after torch.manual_seed(): MT19937 (Matsumoto and Nishimura 1998) and
 * what torch 1.13 makes of it. Caller's storage.
 */
typedef struct
{
  guint32  state[SEMA_TORCH_RANDOM_STATE];
  guint    next;         /* of the state, the number that comes next */
  gboolean has_normal;   /* whether a normal number is left of the last pair */
  double   other_normal; /* which */
} SemaTorchRandom;

void    sema_torch_random_init (SemaTorchRandom *self, guint64 seed);
guint32 sema_torch_random_next (SemaTorchRandom *self);

gboolean sema_torch_random_skip (SemaTorchRandom *self, guint64 n, SemaProgress *progress);
gboolean sema_torch_random_fill_uniform (SemaTorchRandom *self, float *values, guint64 n, double low, double high, SemaProgress *progress);
gboolean sema_torch_random_fill_normal (SemaTorchRandom *self, float *values, guint64 n, double deviation, SemaProgress *progress);

G_END_DECLS
