/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-sort.h"

#include <string.h>

/* Three passes of eleven bits and ten: each pass's counters fit the first level of cache. */
#define DIGIT_BITS 11
#define N_DIGITS (1 << DIGIT_BITS)
#define N_PASSES 3
#define KEY_SHIFT 32
G_STATIC_ASSERT (SEMA_CLOUD_SORT_STEPS == 1 + N_PASSES);

/* Entries between two looks at the progress: each may be the first in its page, which takes some µs, or tens of them. */
#define BLOCK 256

typedef struct
{
  guint64 places[N_PASSES][N_DIGITS];
} Places;

static guint
get_digit (guint64 entry, guint pass)
{
  return (guint)(entry >> (KEY_SHIFT + pass * DIGIT_BITS)) & (N_DIGITS - 1);
}

/* To be called before each entry; moves the progress on now and then. */
static gboolean
go_on (guint64 i, guint64 n, SemaProgress *progress)
{
  if (i % BLOCK != 0)
    return TRUE;
  sema_progress_add_done (progress, MIN (BLOCK, n - i));
  return !sema_progress_is_cancelled (progress);
}

static gboolean
count_digits (const guint64 *entries, guint64 n, Places *counts, SemaProgress *progress)
{
  for (guint64 i = 0; i < n; i++)
    {
      if (!go_on (i, n, progress))
        return FALSE;
      for (guint pass = 0; pass < N_PASSES; pass++)
        counts->places[pass][get_digit (entries[i], pass)]++;
    }
  return TRUE;
}

/* From how many there are of each digit to where the first of each goes. */
static void
add_up (guint64 places[N_DIGITS])
{
  guint64 at = 0;

  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      guint64 n = places[digit];

      places[digit] = at;
      at += n;
    }
}

static gboolean
deal (const guint64 *from, guint64 *to, guint64 n, guint pass, guint64 places[N_DIGITS], SemaProgress *progress)
{
  for (guint64 i = 0; i < n; i++)
    {
      if (!go_on (i, n, progress))
        return FALSE;
      to[places[get_digit (from[i], pass)]++] = from[i];
    }
  return TRUE;
}

/**
 * sema_cloud_sort:
 * @entries: (n): keys in their upper 32 bits, anything in their lower ones
 * @spare: (n): what is written here meanwhile; afterwards the sorted entries
 * @n: how many
 * @progress: (nullable): polled every 256 entries; its done grows by %SEMA_CLOUD_SORT_STEPS for each entry
 *
 * Sorts by key; entries of the same key stay in their order. A radix sort of three passes, O(n).
 *
 * Returns: %FALSE when @progress was cancelled; both blocks then hold anything
 */
gboolean
sema_cloud_sort (guint64 *entries, guint64 *spare, guint64 n, SemaProgress *progress)
{
  g_autofree Places *places = g_new0 (Places, 1);

  if (!count_digits (entries, n, places, progress))
    return FALSE;
  for (guint pass = 0; pass < N_PASSES; pass++)
    {
      add_up (places->places[pass]);
      if (!deal (pass % 2 == 0 ? entries : spare, pass % 2 == 0 ? spare : entries, n, pass, places->places[pass], progress))
        return FALSE;
    }
  return TRUE;
}
