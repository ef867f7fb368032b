/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-shades.h"

#include <math.h>

#include "sema-cloud-stamp.h"

#define DIGITS 8
#define N_PER_POWER (1 << DIGITS)

static guint32
shade (const SemaCloudDots *dots, SemaColour colour, double count)
{
  guint32 alpha = (guint32)lround (255 * sema_cloud_dots_get_opacity (dots, count / SEMA_CLOUD_STAMP_WHOLE));

  return alpha << 24 | (guint32)lround (colour.red * alpha) << 16 | (guint32)lround (colour.green * alpha) << 8 | (guint32)lround (colour.blue * alpha);
}

/* The least count that has the shade of this number. */
static double
get_count (guint number)
{
  guint power = (number - SEMA_CLOUD_N_EXACT) / N_PER_POWER + 1;

  if (number < SEMA_CLOUD_N_EXACT)
    return number;
  return ldexp ((number - SEMA_CLOUD_N_EXACT) % N_PER_POWER + N_PER_POWER, (int)power);
}

static guint
get_number (guint32 count)
{
  guint power;

  if (count < SEMA_CLOUD_N_EXACT)
    return count;
  power = g_bit_storage (count) - DIGITS - 1;
  return SEMA_CLOUD_N_EXACT + (power - 1) * N_PER_POWER + (count >> power) - N_PER_POWER;
}

/**
 * sema_cloud_shades_init:
 * @self: (out): the shades
 * @dots: how opaque so many dots are
 * @colour: of dots, opaque
 *
 * O(shades), 0.1 ms
 */
void
sema_cloud_shades_init (SemaCloudShades *self, const SemaCloudDots *dots, SemaColour colour)
{
  for (guint i = 0; i < SEMA_CLOUD_N_SHADES; i++)
    self->pixels[i] = shade (dots, colour, get_count (i));
}

/**
 * sema_cloud_shades_apply:
 * @self: the shades
 * @pixels: (n): how many dots lie in each, times 64; afterwards its colour
 * @n: pixels
 */
void
sema_cloud_shades_apply (const SemaCloudShades *self, guint32 *pixels, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (pixels[i] != 0)
      pixels[i] = self->pixels[get_number (pixels[i])];
}
