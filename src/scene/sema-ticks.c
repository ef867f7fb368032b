/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ticks.h"

#include <math.h>

#define MINUS "−"
#define MOST_TICKS 1000
#define MOST_DECIMALS 12

/**
 * sema_ticks_find_step:
 * @least: how far apart ticks are at least, over 0
 *
 * Returns: the least of 1, 2 and 5 times a power of ten that is not less; 0 where @least is not a finite number over 0
 */
double
sema_ticks_find_step (double least)
{
  static const double steps[] = {1, 2, 5, 10};
  double              power;

  if (!(least > 0) || !isfinite (least))
    return 0;
  power = pow (10, floor (log10 (least)));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power >= least * (1 - 1e-9))
      return steps[i] * power;
  return 10 * power;
}

/**
 * sema_ticks_find:
 * @self: (out): the ticks
 * @from: one end of the axis, data units
 * @to: its other end, at least @from
 * @step: as sema_ticks_find_step() gives it
 *
 * Finds the multiples of the step from one end to the other; none where there are too many to be told apart.
 */
void
sema_ticks_find (SemaTicks *self, double from, double to, double step)
{
  double first = ceil (from / step - 1e-9);
  double last = floor (to / step + 1e-9);

  *self = (SemaTicks) {.step = step};
  if (!(step > 0) || !(fabs (first) < 1e15) || !(fabs (last) < 1e15) || !(last - first < MOST_TICKS) || last < first)
    return;
  self->first = (gint64)first;
  self->n = (guint)(last - first) + 1;
  self->decimals = (int)CLAMP (-floor (log10 (step) + 1e-9), 0, MOST_DECIMALS);
}

/**
 * sema_ticks_get:
 * @self: ticks
 * @index: less than their number
 *
 * Returns: where the tick is, data units
 */
double
sema_ticks_get (const SemaTicks *self, guint index)
{
  return (double)(self->first + index) * self->step;
}

/**
 * sema_ticks_print:
 * @self: ticks
 * @index: less than their number
 * @buffer: (out): the text
 *
 * Returns: @buffer, the tick's number with as many decimals as all of them need
 */
const char *
sema_ticks_print (const SemaTicks *self, guint index, char buffer[SEMA_TICK_SIZE])
{
  double      value = sema_ticks_get (self, index);
  char        number[SEMA_NUMBER_SIZE];
  const char *digits = sema_number_print_fixed (fabs (value), self->decimals, number);

  g_snprintf (buffer, SEMA_TICK_SIZE, "%s%s", value < 0 ? MINUS : "", digits);
  return buffer;
}
