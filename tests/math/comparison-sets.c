/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-sets.h"

#include <math.h>

#include "small-set.h"

#define N COMPARISON_N
#define DIM COMPARISON_DIM

/* As make-comparison-values.py draws. */
static double
draw (gsize i, gsize d, double phase)
{
  return sin (phase + 1.7 * (double)(i * (d + 1)) + 0.3 * (double)(d * d)) + 0.2 * (double)d;
}

static SemaSet *
new_set (const float *values, gsize n, gboolean reverse)
{
  g_auto (GStrv) words = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    words[i] = i < N ? g_strdup_printf ("w%u", (guint)(reverse ? N - 1 - i : i)) : g_strdup_printf ("%s%u", reverse ? "b" : "a", (guint)i);
  return small_set_new ((const char *const *)words, values, n, DIM);
}

/* Two words more, which the other set has not. */
SemaSet *
comparison_sets_draw_a (void)
{
  float values[(N + 2) * DIM] = {0};

  for (gsize i = 0; i < N; i++)
    for (gsize d = 0; d < DIM; d++)
      values[i * DIM + d] = (float)draw (i, d, 0.5);
  return new_set (values, N + 2, FALSE);
}

SemaSet *
comparison_sets_draw_b (void)
{
  static const int signs[DIM] = {1, -1, 1, 1, -1};
  float            values[(N + 1) * DIM] = {0};

  for (gsize i = 0; i < N; i++)
    for (gsize d = 0; d < DIM; d++)
      values[(N - 1 - i) * DIM + d] = (float)(draw (i, DIM - 1 - d, 0.5) * signs[d] + 0.3 * draw (i, d, 2.0));
  return new_set (values, N + 1, TRUE);
}
