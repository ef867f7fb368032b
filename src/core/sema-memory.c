/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-memory.h"

#include <glib/gi18n-lib.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "sema-error.h"
#include "sema-memory-budget.h"

#define ALIGNMENT 64

/* From here on a block is a mapping of its own: it grows without a copy, and goes back to the system when freed. */
#define MAPPED_FROM (8 * 1024 * 1024)

/* From here on it asks for huge pages, which make the first touch of fresh memory cheap. Not below: where the machine is a guest
 * that gives free memory back, its host must find each huge page anew (2 ms a MiB were measured), and small ones are at hand. */
#define HUGE_FROM (64 * 1024 * 1024)

/* How long one measure of the machine's memory is believed, in microseconds. */
#define MEASURE_LASTS (200 * 1000)

typedef struct
{
  gsize n_bytes;
  gsize is_mapped;
  char  padding[ALIGNMENT - 2 * sizeof (gsize)];
} Header;

G_STATIC_ASSERT (sizeof (Header) == ALIGNMENT);

static _Atomic guint64 n_used;
static _Atomic guint64 fixed_budget;
static _Atomic guint64 measured_budget;
static _Atomic gint64  measured_until;
static _Atomic guint64 calls_to_failure;

static Header *
get_header (gpointer block)
{
  return (Header *)block - 1;
}

static void
set_no_memory (guint64 needed, guint64 left, GError **error)
{
  g_autofree char *needed_text = g_format_size (needed);
  g_autofree char *left_text = g_format_size (left);

  g_set_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY,
               _ ("Not enough memory: %s more are needed and %s are left."), needed_text, left_text);
}

static guint64
get_left (void)
{
  guint64 budget = sema_memory_get_budget ();
  guint64 used = sema_memory_get_used ();

  return budget - MIN (used, budget);
}

static gboolean
is_made_to_fail (void)
{
  guint64 calls = atomic_load_explicit (&calls_to_failure, memory_order_relaxed);

  while (calls > 0)
    if (atomic_compare_exchange_weak (&calls_to_failure, &calls, calls - 1))
      return calls == 1;
  return FALSE;
}

/* Counts @n_bytes as used before they are asked for, so that two threads cannot both take what is left. */
static gboolean
reserve (guint64 n_bytes, GError **error)
{
  guint64  budget = sema_memory_get_budget ();
  guint64  used = atomic_load_explicit (&n_used, memory_order_relaxed);
  gboolean fits = !is_made_to_fail ();

  while (fits)
    {
      fits = used <= budget && n_bytes <= budget - used;
      if (fits && atomic_compare_exchange_weak (&n_used, &used, used + n_bytes))
        return TRUE;
    }
  set_no_memory (n_bytes, get_left (), error);
  return FALSE;
}

static void
release (guint64 n_bytes)
{
  atomic_fetch_sub (&n_used, n_bytes);
}

/* The system has less than it said: nothing is left, until it is asked again. */
static void
refuse (guint64 n_bytes, GError **error)
{
  if (atomic_load_explicit (&fixed_budget, memory_order_relaxed) == 0)
    {
      atomic_store (&measured_budget, sema_memory_get_used ());
      atomic_store (&measured_until, g_get_monotonic_time () + MEASURE_LASTS);
    }
  set_no_memory (n_bytes, get_left (), error);
}

/* Whether there are addresses for so many bytes, and for everybody else. */
static gboolean
has_room (gsize n_bytes)
{
  gsize    n_all;
  gpointer room;

  if (__builtin_add_overflow (n_bytes, SEMA_MEMORY_BUDGET_LEFT, &n_all))
    return FALSE;
  room = mmap (NULL, n_all, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return room != MAP_FAILED && munmap (room, n_all) == 0;
}

static Header *
map_pages (gsize n_bytes)
{
  Header *header = has_room (n_bytes) ? mmap (NULL, n_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) : MAP_FAILED;

  if (header == MAP_FAILED)
    return NULL;
  /* A refusal is harmless. */
  if (n_bytes >= HUGE_FROM)
    madvise (header, n_bytes, MADV_HUGEPAGE);
  return header;
}

static Header *
take_pages (gsize n_bytes)
{
  void *block;

  if (n_bytes >= MAPPED_FROM)
    return map_pages (n_bytes);
  /* Not a byte more: a sanitizer then sees the first that is read behind it. */
  return posix_memalign (&block, ALIGNMENT, n_bytes) == 0 ? block : NULL;
}

static void
give_back (Header *header)
{
  if (header->is_mapped)
    munmap (header, header->n_bytes + sizeof (Header));
  else
    free (header);
}

/**
 * sema_memory_alloc:
 * @n_bytes: bytes wanted; 0 gives a block too, of no byte
 * @error: %SEMA_CORE_ERROR_NO_MEMORY with the bytes needed and those left, when they lie over the budget or the system refuses
 *
 * Returns: (transfer full) (nullable): a block aligned to 64 bytes whose content is undefined; free it with
 *   sema_memory_free(). From 8 MiB on it is a mapping of its own, from 64 MiB on with huge pages.
 */
gpointer
sema_memory_alloc (gsize n_bytes, GError **error)
{
  Header *header = NULL;

  if (!reserve (n_bytes, error))
    return NULL;
  /* Never at the end of what was taken: a leak checker would not see that the block is still held. */
  if (n_bytes <= G_MAXSIZE - sizeof (Header))
    header = take_pages (MAX (n_bytes, 1) + sizeof (Header));
  if (header == NULL)
    {
      release (n_bytes);
      refuse (n_bytes, error);
      return NULL;
    }
  header->n_bytes = n_bytes;
  header->is_mapped = n_bytes + sizeof (Header) >= MAPPED_FROM;
  return header + 1;
}

/**
 * sema_memory_alloc_n:
 * @n: elements wanted
 * @size: bytes of one element
 * @error: %SEMA_CORE_ERROR_NO_MEMORY, as sema_memory_alloc(), and when the product does not fit a size
 *
 * Returns: (transfer full) (nullable): a block of @n * @size bytes, as sema_memory_alloc()
 */
gpointer
sema_memory_alloc_n (guint64 n, gsize size, GError **error)
{
  gsize n_bytes;

  if (__builtin_mul_overflow (n, size, &n_bytes))
    {
      set_no_memory (G_MAXUINT64, get_left (), error);
      return NULL;
    }
  return sema_memory_alloc (n_bytes, error);
}

static gpointer
resize_by_copy (gpointer block, gsize n_bytes, GError **error)
{
  gsize    n_kept = MIN (get_header (block)->n_bytes, n_bytes);
  gpointer other = sema_memory_alloc (n_bytes, error);

  if (other == NULL)
    return NULL;
  memcpy (other, block, n_kept);
  sema_memory_free (block);
  return other;
}

static gpointer
resize_mapping (Header *header, gsize n_bytes, GError **error)
{
  gsize   n_old = header->n_bytes;
  guint64 n_more = n_bytes > n_old ? n_bytes - n_old : 0;
  Header *moved = MAP_FAILED;

  if (n_more > 0 && !reserve (n_more, error))
    return NULL;
  if (n_bytes <= G_MAXSIZE - sizeof (Header) && (n_more == 0 || has_room (n_more)))
    moved = mremap (header, n_old + sizeof (Header), n_bytes + sizeof (Header), MREMAP_MAYMOVE);
  if (moved == MAP_FAILED)
    {
      release (n_more);
      refuse (n_more, error);
      return NULL;
    }
  if (n_bytes < n_old)
    release (n_old - n_bytes);
  moved->n_bytes = n_bytes;
  return moved + 1;
}

/**
 * sema_memory_resize:
 * @block: (nullable) (transfer full): a block from here, or %NULL for a new one
 * @n_bytes: bytes wanted
 * @error: %SEMA_CORE_ERROR_NO_MEMORY, as sema_memory_alloc(); @block is then as it was and still the caller's
 *
 * Returns: (transfer full) (nullable): the block, perhaps elsewhere, with its first bytes kept. Blocks of 8 MiB and more grow
 *   by moving pages (mremap), not by a copy; smaller ones are copied.
 */
gpointer
sema_memory_resize (gpointer block, gsize n_bytes, GError **error)
{
  if (block == NULL)
    return sema_memory_alloc (n_bytes, error);
  if (get_header (block)->is_mapped)
    return resize_mapping (get_header (block), n_bytes, error);
  return resize_by_copy (block, n_bytes, error);
}

/**
 * sema_memory_free:
 * @block: (nullable) (transfer full): a block from here
 */
void
sema_memory_free (gpointer block)
{
  if (block == NULL)
    return;
  release (get_header (block)->n_bytes);
  give_back (get_header (block));
}

/**
 * sema_memory_check_room:
 * @n_bytes: bytes that a library is going to map, more than 0
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * For a library that does not say when it cannot have them. It need not ever use them: only addresses are counted, not the budget.
 *
 * Returns: whether so many could be mapped now
 */
gboolean
sema_memory_check_room (gsize n_bytes, GError **error)
{
  g_autofree char *text = NULL;
  void            *room = mmap (NULL, n_bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

  if (room != MAP_FAILED)
    return munmap (room, n_bytes) == 0;
  text = g_format_size (n_bytes);
  g_set_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY,
               _ ("Not enough memory: the system has no room for %s more."), text);
  return FALSE;
}

/**
 * sema_memory_get_used:
 *
 * Returns: the bytes of all blocks that are not freed yet
 */
guint64
sema_memory_get_used (void)
{
  return atomic_load_explicit (&n_used, memory_order_relaxed);
}

/**
 * sema_memory_get_budget:
 *
 * Returns: the bytes that all blocks may have together: what was set, or else what sema_memory_budget_measure() finds,
 *   measured again when the last time is 0.2 s ago
 */
guint64
sema_memory_get_budget (void)
{
  guint64 budget = atomic_load_explicit (&fixed_budget, memory_order_relaxed);
  gint64  now;

  if (budget > 0)
    return budget;
  now = g_get_monotonic_time ();
  if (now < atomic_load (&measured_until))
    return atomic_load (&measured_budget);
  budget = sema_memory_budget_measure (sema_memory_get_used ());
  atomic_store (&measured_budget, budget);
  atomic_store (&measured_until, now + MEASURE_LASTS);
  return budget;
}

/**
 * sema_memory_set_budget:
 * @n_bytes: the bytes that all blocks may have together, or 0 to go by the machine's memory again
 *
 * Blocks that exist already stay, also when they lie over the new budget.
 */
void
sema_memory_set_budget (guint64 n_bytes)
{
  atomic_store (&fixed_budget, n_bytes);
}

/**
 * sema_memory_fail_at:
 * @nth: which call from now on fails, from 1; 0 for none
 *
 * Makes one call of sema_memory_alloc(), or one growth by sema_memory_resize(), fail as if there were no memory: a test that
 * runs a job for every @nth sees each of its error paths.
 */
void
sema_memory_fail_at (guint64 nth)
{
  atomic_store (&calls_to_failure, nth);
}
