/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEMA_SIGMOID_LIMIT 8  /* beyond it the sigmoid is 0 or 1 */
#define SEMA_SIGMOID_STEPS 64 /* of one unit */

/**
 * SemaSigmoid:
 * @values: 1 / (1 + exp (-x)) in the middle of each step from -%SEMA_SIGMOID_LIMIT on
 * @losses: -ln of them
 *
 * The logistic function as a table. Its last bits come from no library, for those differ with the processor.
 */
typedef struct
{
  float values[2 * SEMA_SIGMOID_LIMIT * SEMA_SIGMOID_STEPS];
  float losses[2 * SEMA_SIGMOID_LIMIT * SEMA_SIGMOID_STEPS];
} SemaSigmoid;

void sema_sigmoid_init (SemaSigmoid *self);

/**
 * sema_sigmoid_find:
 * @x: any number; NaN is taken as very small
 *
 * Returns: the step of the tables that @x lies in, the first or the last one where it lies beyond
 */
static inline gsize
sema_sigmoid_find (float x)
{
  if (!(x > -SEMA_SIGMOID_LIMIT))
    return 0;
  if (x >= SEMA_SIGMOID_LIMIT)
    return 2 * SEMA_SIGMOID_LIMIT * SEMA_SIGMOID_STEPS - 1;
  return (gsize)((x + SEMA_SIGMOID_LIMIT) * SEMA_SIGMOID_STEPS);
}

G_END_DECLS
