/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-skipgram.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"

#define N_WORDS 7

typedef struct
{
  SemaSkipgramSettings settings;
  const float         *vectors;
} Expected;

#include "skipgram-values.inc"

static guint64 counts[N_WORDS];

static SemaSkipgramText
get_text (void)
{
  memset (counts, 0, sizeof counts);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    if (ids[i] != SEMA_SKIPGRAM_END)
      counts[ids[i]]++;
  return (SemaSkipgramText) {ids, G_N_ELEMENTS (ids), counts, N_WORDS};
}

static SemaSkipgram *
begin (const SemaSkipgramSettings *settings)
{
  SemaSkipgramText text = get_text ();

  return sema_skipgram_new (&text, settings, NULL);
}

/* To the bit what an implementation of its own has: in one go, word by word, and by uneven steps. */
static void
test_values (void)
{
  const guint64 steps[] = {G_MAXUINT64, 1, 13};

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    for (gsize s = 0; s < G_N_ELEMENTS (steps); s++)
      {
        g_autoptr (SemaSkipgram) skipgram = begin (&expected[i].settings);
        gsize                    dim = expected[i].settings.dim;

        while (sema_skipgram_step (skipgram, steps[s]) > 0)
          continue;
        for (guint32 word = 0; word < N_WORDS; word++)
          for (gsize d = 0; d < dim; d++)
            g_assert_cmpfloat (sema_skipgram_get_row (skipgram, word)[d], ==, expected[i].vectors[word * dim + d]);
      }
}

static void
test_begin (void)
{
  SemaSkipgramSettings     settings = SEMA_SKIPGRAM_DEFAULTS;
  g_autoptr (SemaSkipgram) skipgram = begin (&settings);
  g_autoptr (SemaSkipgram) same = begin (&settings);
  g_autoptr (SemaSkipgram) other = NULL;
  float                    most = 0;

  settings.seed = 2;
  other = begin (&settings);
  for (guint32 word = 0; word < N_WORDS; word++)
    {
      const float *row = sema_skipgram_get_row (skipgram, word);

      for (gsize d = 0; d < settings.dim; d++)
        most = MAX (most, fabsf (row[d]));
      g_assert_cmpmem (row, settings.dim * sizeof *row, sema_skipgram_get_row (same, word), settings.dim * sizeof *row);
      g_assert_true (memcmp (row, sema_skipgram_get_row (other, word), settings.dim * sizeof *row) != 0);
    }
  g_assert_cmpfloat (most, <=, 0.01f);
  g_assert_cmpfloat (most, >, 0.0095f);
  g_assert_true (isnan (sema_skipgram_get_loss (skipgram)));
}

static void
test_count (void)
{
  SemaSkipgramSettings     settings = SEMA_SKIPGRAM_DEFAULTS;
  g_autoptr (SemaSkipgram) skipgram = NULL;
  guint64                  n_places = G_N_ELEMENTS (ids) - 4; /* ends of sentences */

  settings.epochs = 3;
  skipgram = begin (&settings);
  g_assert_cmpuint (sema_skipgram_get_n_total (skipgram), ==, 3 * n_places);
  g_assert_cmpuint (sema_skipgram_step (skipgram, 5), ==, 5);
  g_assert_cmpuint (sema_skipgram_get_n_done (skipgram), ==, 5);
  g_assert_cmpfloat (fabs (sema_skipgram_get_loss (skipgram) - 6 * log (2)), <, 0.5);
  g_assert_cmpuint (sema_skipgram_step (skipgram, G_MAXUINT64), ==, 3 * n_places - 5);
  g_assert_cmpuint (sema_skipgram_step (skipgram, 1), ==, 0);
  g_assert_cmpuint (sema_skipgram_get_n_done (skipgram), ==, 3 * n_places);
}

/* A text of one endless sentence, and one of which nearly everything is passed over. */
static void
test_long (void)
{
  const guint64            twice[] = {1500, 1500};
  guint32                  many[3000];
  SemaSkipgramText         text = {many, G_N_ELEMENTS (many), twice, 2};
  SemaSkipgramSettings     settings = SEMA_SKIPGRAM_DEFAULTS;
  g_autoptr (SemaSkipgram) skipgram = NULL;
  g_autoptr (SemaSkipgram) sampled = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (many); i++)
    many[i] = i % 2;
  skipgram = sema_skipgram_new (&text, &settings, NULL);
  g_assert_cmpuint (sema_skipgram_step (skipgram, G_MAXUINT64), ==, 15000);
  settings.sample = 1e-30;
  sampled = sema_skipgram_new (&text, &settings, NULL);
  while (sema_skipgram_step (sampled, 100) > 0)
    continue;
  g_assert_cmpuint (sema_skipgram_get_n_done (sampled), ==, 15000);
}

static void
test_one_word (void)
{
  const guint32            one[] = {0, 0, 0, SEMA_SKIPGRAM_END, 0};
  const guint64            four[] = {4};
  SemaSkipgramText         text = {one, G_N_ELEMENTS (one), four, 1};
  SemaSkipgramSettings     settings = SEMA_SKIPGRAM_DEFAULTS;
  g_autoptr (SemaSkipgram) skipgram = sema_skipgram_new (&text, &settings, NULL);

  g_assert_cmpuint (sema_skipgram_step (skipgram, G_MAXUINT64), ==, 20);
  for (gsize d = 0; d < settings.dim; d++)
    g_assert_true (isfinite (sema_skipgram_get_row (skipgram, 0)[d]));
}

static void
test_no_memory (void)
{
  SemaSkipgramSettings settings = SEMA_SKIPGRAM_DEFAULTS;
  SemaSkipgramText     text = get_text ();

  for (guint64 nth = 1; nth <= 4; nth++)
    {
      g_autoptr (GError) error = NULL;

      sema_memory_fail_at (nth);
      g_assert_null (sema_skipgram_new (&text, &settings, &error));
      g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  sema_memory_fail_at (0);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/skipgram/values", test_values);
  g_test_add_func ("/skipgram/begin", test_begin);
  g_test_add_func ("/skipgram/count", test_count);
  g_test_add_func ("/skipgram/long", test_long);
  g_test_add_func ("/skipgram/one-word", test_one_word);
  g_test_add_func ("/skipgram/no-memory", test_no_memory);
  return g_test_run ();
}
