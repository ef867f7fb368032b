/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-number.h"

G_BEGIN_DECLS

/**
 * SemaTicks:
 * @step: 1, 2 or 5 times a power of ten
 * @first: the first tick is at first × step
 * @n: how many there are
 * @decimals: digits after the point that their numbers need
 *
 * Round numbers along an axis.
 */
typedef struct
{
  double step;
  gint64 first;
  guint  n;
  int    decimals;
} SemaTicks;

/* Room for a number with its minus sign. */
#define SEMA_TICK_SIZE (SEMA_NUMBER_SIZE + 2)

double      sema_ticks_find_step (double least);
void        sema_ticks_find (SemaTicks *self, double from, double to, double step);
double      sema_ticks_get (const SemaTicks *self, guint index);
const char *sema_ticks_print (const SemaTicks *self, guint index, char buffer[SEMA_TICK_SIZE]);

G_END_DECLS
