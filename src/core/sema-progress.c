/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-progress.h"

#include <stdatomic.h>

struct _SemaProgress
{
  atomic_int      ref_count;
  atomic_bool     cancelled;
  _Atomic guint64 total;
  _Atomic guint64 done;
  SemaProgress   *job; /* that it is a step of, or NULL */
};

/**
 * sema_progress_new:
 *
 * Returns: (transfer full): a progress of 0 out of 0, not cancelled; drop it with sema_progress_unref()
 */
SemaProgress *
sema_progress_new (void)
{
  SemaProgress *self = g_new0 (SemaProgress, 1);

  atomic_init (&self->ref_count, 1);
  return self;
}

/**
 * sema_progress_new_step:
 * @job: (nullable): a progress
 *
 * For a step of a job that counts something else than the job does, such as bytes that are read.
 *
 * Returns: (transfer full): a progress with counts of its own, that is cancelled when @job is
 */
SemaProgress *
sema_progress_new_step (SemaProgress *job)
{
  SemaProgress *self = sema_progress_new ();

  self->job = sema_progress_ref (job);
  return self;
}

/**
 * sema_progress_ref:
 * @self: (nullable): a progress
 *
 * Returns: (transfer full) (nullable): @self, with one owner more
 */
SemaProgress *
sema_progress_ref (SemaProgress *self)
{
  if (self != NULL)
    atomic_fetch_add_explicit (&self->ref_count, 1, memory_order_relaxed);
  return self;
}

/**
 * sema_progress_unref:
 * @self: (nullable) (transfer full): a progress; the last owner's call frees it
 */
void
sema_progress_unref (SemaProgress *self)
{
  if (self == NULL || atomic_fetch_sub_explicit (&self->ref_count, 1, memory_order_acq_rel) != 1)
    return;
  sema_progress_unref (self->job);
  g_free (self);
}

/**
 * sema_progress_set_total:
 * @self: (nullable): a progress
 * @total: the units of the whole job (bytes, rows), 0 when it is not known
 */
void
sema_progress_set_total (SemaProgress *self, guint64 total)
{
  if (self != NULL)
    atomic_store_explicit (&self->total, total, memory_order_relaxed);
}

/**
 * sema_progress_set_done:
 * @self: (nullable): a progress
 * @done: the units that are behind us
 */
void
sema_progress_set_done (SemaProgress *self, guint64 done)
{
  if (self != NULL)
    atomic_store_explicit (&self->done, done, memory_order_relaxed);
}

/**
 * sema_progress_add_done:
 * @self: (nullable): a progress
 * @steps: the units that are behind us and were not a moment ago
 *
 * For jobs of several threads and several parts: what is done only grows, whoever adds to it.
 */
void
sema_progress_add_done (SemaProgress *self, guint64 steps)
{
  if (self != NULL)
    atomic_fetch_add_explicit (&self->done, steps, memory_order_relaxed);
}

/**
 * sema_progress_get_total:
 * @self: (nullable): a progress
 *
 * Returns: the units of the whole job, 0 when that is not known
 */
guint64
sema_progress_get_total (SemaProgress *self)
{
  return self != NULL ? atomic_load_explicit (&self->total, memory_order_relaxed) : 0;
}

/**
 * sema_progress_get_done:
 * @self: (nullable): a progress
 *
 * Returns: the units that are behind us
 */
guint64
sema_progress_get_done (SemaProgress *self)
{
  return self != NULL ? atomic_load_explicit (&self->done, memory_order_relaxed) : 0;
}

/**
 * sema_progress_get_fraction:
 * @self: (nullable): a progress
 *
 * Returns: done / total, from 0 to 1; 0 when the total is not known
 */
double
sema_progress_get_fraction (SemaProgress *self)
{
  guint64 total = sema_progress_get_total (self);
  guint64 done = sema_progress_get_done (self);

  if (total == 0)
    return 0.0;
  return done < total ? (double)done / (double)total : 1.0;
}

/**
 * sema_progress_cancel:
 * @self: (nullable): a progress
 *
 * Asks the job to stop, from any thread, or from a handler of signals. It cannot be taken back.
 */
void
sema_progress_cancel (SemaProgress *self)
{
  if (self != NULL)
    atomic_store_explicit (&self->cancelled, TRUE, memory_order_release);
}

/**
 * sema_progress_is_cancelled:
 * @self: (nullable): a progress
 *
 * Returns: whether the job should stop; always %FALSE for %NULL. One load, and one more in a step: cheap enough for inner loops.
 */
gboolean
sema_progress_is_cancelled (SemaProgress *self)
{
  return self != NULL && (atomic_load_explicit (&self->cancelled, memory_order_acquire) || sema_progress_is_cancelled (self->job));
}
