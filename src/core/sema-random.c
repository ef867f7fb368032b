/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-random.h"

__extension__ typedef unsigned __int128 SemaProduct;

static guint64
rotate_left (guint64 x, guint n)
{
  return (x << n) | (x >> (64 - n));
}

/* splitmix64 (Steele, Lea and Flood 2014): neighbouring seeds give unrelated states. */
static guint64
splitmix_next (guint64 *x)
{
  guint64 z = (*x += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/**
 * sema_random_init:
 * @self: (out): the stream to start
 * @seed: any number; each gives its own stream
 *
 * Fills the state by four steps of splitmix64, which are never all zero.
 */
void
sema_random_init (SemaRandom *self, guint64 seed)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->state); i++)
    self->state[i] = splitmix_next (&seed);
}

/**
 * sema_random_next:
 * @self: a stream that was started
 *
 * Returns: the next 64 random bits, xoshiro256** (Blackman and Vigna 2018)
 */
guint64
sema_random_next (SemaRandom *self)
{
  guint64 *s = self->state;
  guint64  result = rotate_left (s[1] * 5, 7) * 9;
  guint64  shifted = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotate_left (s[3], 45);
  return result;
}

/**
 * sema_random_uniform:
 * @self: a stream that was started
 *
 * Returns: a number in [0, 1), one of the 2^53 multiples of 2^-53, each as likely
 */
double
sema_random_uniform (SemaRandom *self)
{
  return (double)(sema_random_next (self) >> 11) * 0x1p-53;
}

/**
 * sema_random_below:
 * @self: a stream that was started
 * @bound: 1 or more
 *
 * Returns: an integer in [0, @bound), each as likely: the high half of a product, drawn again in the few cases that would
 *   favour some (Lemire 2019). Two draws are needed with a probability below @bound / 2^64.
 */
guint64
sema_random_below (SemaRandom *self, guint64 bound)
{
  SemaProduct product;

  g_return_val_if_fail (bound > 0, 0);

  product = (SemaProduct)sema_random_next (self) * bound;
  if ((guint64)product < bound)
    {
      guint64 unfair = -bound % bound;

      while ((guint64)product < unfair)
        product = (SemaProduct)sema_random_next (self) * bound;
    }
  return (guint64)(product >> 64);
}
