/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-torch-random.h"

#include <math.h>

#include "sema-parallel.h"

#define N SEMA_TORCH_RANDOM_STATE
#define SHIFT 397

/* From so many numbers on torch draws all uniform ones first, and makes normal ones of each block of as many. */
#define BLOCK 16

/* Between two looks at cancel. */
#define NUMBERS_PER_STEP (64 * 1024)
#define BLOCKS_PER_CHUNK 4096

/**
 * sema_torch_random_init:
 * @self: (out caller-allocates): the stream
 * @seed: as of torch.manual_seed(); its low 32 bits count
 *
 * Begins the stream anew.
 */
void
sema_torch_random_init (SemaTorchRandom *self, guint64 seed)
{
  self->state[0] = (guint32)seed;
  for (guint32 i = 1; i < N; i++)
    self->state[i] = 1812433253u * (self->state[i - 1] ^ (self->state[i - 1] >> 30)) + i;
  self->next = N;
  self->has_normal = FALSE;
}

static guint32
mix (guint32 high, guint32 low)
{
  guint32 y = (high & 0x80000000u) | (low & 0x7fffffffu);

  return (y >> 1) ^ ((low & 1) != 0 ? 0x9908b0dfu : 0);
}

static void
turn (SemaTorchRandom *self)
{
  guint32 *state = self->state;

  for (guint i = 0; i < N; i++)
    state[i] = state[(i + SHIFT) % N] ^ mix (state[i], state[(i + 1) % N]);
  self->next = 0;
}

/**
 * sema_torch_random_next:
 * @self: a stream
 *
 * Returns: the next 32 bits
 */
guint32
sema_torch_random_next (SemaTorchRandom *self)
{
  guint32 y;

  if (self->next == N)
    turn (self);
  y = self->state[self->next++];
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680u;
  y ^= (y << 15) & 0xefc60000u;
  return y ^ (y >> 18);
}

/**
 * sema_torch_random_skip:
 * @self: a stream
 * @n: how many times 32 bits
 * @progress: (nullable): cancels
 *
 * Lets the next bits go by. O(n / 624) turns of the state.
 *
 * Returns: whether it was not cancelled
 */
gboolean
sema_torch_random_skip (SemaTorchRandom *self, guint64 n, SemaProgress *progress)
{
  while (n > 0)
    {
      guint64 n_here;

      if (self->next == N)
        {
          if (sema_progress_is_cancelled (progress))
            return FALSE;
          turn (self);
        }
      n_here = MIN (n, N - self->next);
      self->next += (guint)n_here;
      n -= n_here;
    }
  return TRUE;
}

/* In [0, 1), of 24 bits. */
static float
draw_float (SemaTorchRandom *self)
{
  return (float)(sema_torch_random_next (self) & 0xffffff) * 0x1p-24f;
}

/* In [0, 1), of 53 bits; the first 32 are the high ones. */
static double
draw_double (SemaTorchRandom *self)
{
  guint64 high = sema_torch_random_next (self);
  guint64 bits = high << 32 | sema_torch_random_next (self);

  return (double)(bits & (((guint64)1 << 53) - 1)) * 0x1p-53;
}

/* Box and Muller 1958; of each pair the second is kept for the next call. */
static double
draw_normal (SemaTorchRandom *self)
{
  double angle, radius;

  if (self->has_normal)
    {
      self->has_normal = FALSE;
      return self->other_normal;
    }
  angle = 2 * G_PI * draw_double (self);
  radius = sqrt (-2 * log1p (-draw_double (self)));
  self->other_normal = radius * sin (angle);
  self->has_normal = TRUE;
  return radius * cos (angle);
}

static gboolean
draw_floats (SemaTorchRandom *self, float *values, guint64 n, SemaProgress *progress)
{
  for (guint64 i = 0; i < n; i++)
    {
      if (i % NUMBERS_PER_STEP == 0 && sema_progress_is_cancelled (progress))
        return FALSE;
      values[i] = draw_float (self);
    }
  return TRUE;
}

/**
 * sema_torch_random_fill_uniform:
 * @self: a stream
 * @values: (n) where the numbers go
 * @n: how many
 * @low: the least
 * @high: above the greatest
 * @progress: (nullable): cancels
 *
 * As Tensor.uniform_(), to the bit: each number takes 32 bits of the stream, and product and sum are rounded once.
 *
 * Returns: whether it was not cancelled
 */
gboolean
sema_torch_random_fill_uniform (SemaTorchRandom *self, float *values, guint64 n, double low, double high, SemaProgress *progress)
{
  float least = (float)low;
  float width = (float)high - least;

  if (!draw_floats (self, values, n, progress))
    return FALSE;
  for (guint64 i = 0; i < n; i++)
    values[i] = fmaf (values[i], width, least);
  return TRUE;
}

/* Eight radii and eight angles become sixteen normal numbers: the cosines, then the sines. */
static void
make_normal (float *values, double deviation)
{
  for (gsize i = 0; i < BLOCK / 2; i++)
    {
      double radius = sqrt (-2 * log (1 - (double)values[i])) * deviation;
      double angle = 2 * G_PI * (double)values[i + BLOCK / 2];

      values[i] = (float)(radius * cos (angle));
      values[i + BLOCK / 2] = (float)(radius * sin (angle));
    }
}

typedef struct
{
  float *values;
  double deviation;
} Blocks;

static void
make_blocks (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Blocks *self = data;

  for (guint64 block = first; block < end; block++)
    make_normal (self->values + block * BLOCK, self->deviation);
}

/* Where the blocks do not come out even, the last sixteen numbers are drawn once more. */
static gboolean
fill_blocks (SemaTorchRandom *self, float *values, guint64 n, double deviation, SemaProgress *progress)
{
  Blocks blocks = {values, deviation};

  if (!draw_floats (self, values, n, progress) ||
      !sema_parallel_rows (n / BLOCK, BLOCKS_PER_CHUNK, progress, make_blocks, &blocks))
    return FALSE;
  if (n % BLOCK == 0)
    return TRUE;
  draw_floats (self, values + n - BLOCK, BLOCK, NULL);
  make_normal (values + n - BLOCK, deviation);
  return TRUE;
}

/**
 * sema_torch_random_fill_normal:
 * @self: a stream
 * @values: (n) where the numbers go
 * @n: how many
 * @deviation: their standard deviation; the mean is 0
 * @progress: (nullable): cancels
 *
 * As Tensor.normal_(): fewer than 16 numbers are drawn one by one in double and have torch's bits; more are drawn in blocks,
 * where torch's own logarithm and sine, in float32, leave it up to 2e-6 from the truth that is here. The same on any number of
 * threads. O(n).
 *
 * Returns: whether it was not cancelled
 */
gboolean
sema_torch_random_fill_normal (SemaTorchRandom *self, float *values, guint64 n, double deviation, SemaProgress *progress)
{
  if (n >= BLOCK)
    return fill_blocks (self, values, n, deviation, progress);
  for (guint64 i = 0; i < n; i++)
    values[i] = (float)(draw_normal (self) * deviation);
  return TRUE;
}
