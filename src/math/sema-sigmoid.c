/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-sigmoid.h"

#define N_STEPS (2 * SEMA_SIGMOID_LIMIT * SEMA_SIGMOID_STEPS)
#define HALVINGS 10
#define TERMS 24

/* exp (x) by its series near 0, squared as often as x was halved. */
static double
get_exp (double x)
{
  double near = x / (1 << HALVINGS);
  double sum = 1, term = 1;

  for (int i = 1; i < TERMS; i++)
    {
      term *= near / i;
      sum += term;
    }
  for (int i = 0; i < HALVINGS; i++)
    sum *= sum;
  return sum;
}

/* ln (1 + y) for y from 0 to 1, as twice the series of artanh (y / (2 + y)). */
static double
get_log_of_one_and (double y)
{
  double z = y / (2 + y);
  double sum = 0, power = z;

  for (int i = 1; i < 2 * TERMS; i += 2)
    {
      sum += power / i;
      power *= z * z;
    }
  return 2 * sum;
}

/**
 * sema_sigmoid_init:
 * @self: (out caller-allocates): gets the tables
 *
 * Fills the tables by additions, multiplications and divisions alone, so that they have the same bits everywhere.
 */
void
sema_sigmoid_init (SemaSigmoid *self)
{
  for (gsize i = 0; i < N_STEPS; i++)
    {
      double x = ((double)i + 0.5) / SEMA_SIGMOID_STEPS - SEMA_SIGMOID_LIMIT;
      double small = get_exp (x < 0 ? x : -x);

      self->values[i] = (float)(x < 0 ? small / (1 + small) : 1 / (1 + small));
      self->losses[i] = (float)(get_log_of_one_and (small) + (x < 0 ? -x : 0));
    }
}
