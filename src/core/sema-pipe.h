/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"
#include "sema-progress.h"

G_BEGIN_DECLS

/**
 * SemaPipe:
 *
 * Blocks on their way from one producer, which fills them in a thread of its own, to one consumer or several, which take
 * them in the order in which they were filled and give them back in it. There are only so many blocks: a producer that is
 * faster waits.
 */
typedef struct _SemaPipe SemaPipe;

/**
 * SemaPipeBlock:
 * @bytes: what the producer put in
 * @note: what the producer tells besides: as many bytes as were asked of sema_pipe_new(), zero where it told nothing
 * @number: counted from 0
 *
 * One block. It belongs to the producer while it is filled and then to who takes it.
 */
typedef struct
{
  SemaBuffer bytes;
  gpointer   note;
  guint64    number;
} SemaPipeBlock;

/**
 * SemaPipeFunc:
 * @block: to be filled; has no bytes, but perhaps memory for them
 * @is_last: (out): %FALSE; to be made %TRUE when no block comes after this one
 * @data: what was given to sema_pipe_new()
 * @error: return location
 *
 * Fills one block; called by one thread at a time, in order, never again after the last block or a failure. Should take a few
 * milliseconds at most: so long a pipe takes to stop.
 *
 * Returns: %FALSE with an error, which consumers get after the bytes that are in the block by then
 */
typedef gboolean (*SemaPipeFunc) (SemaPipeBlock *block, gboolean *is_last, gpointer data, GError **error);

SemaPipe *sema_pipe_new (guint n_blocks, gsize note_size, SemaProgress *progress, SemaPipeFunc fill, gpointer data);
void      sema_pipe_free (SemaPipe *self);

SemaPipeBlock *sema_pipe_take (SemaPipe *self, GError **error);
gboolean       sema_pipe_await_turn (SemaPipe *self, const SemaPipeBlock *block);
void           sema_pipe_give_back (SemaPipe *self, SemaPipeBlock *block);
void           sema_pipe_stop (SemaPipe *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaPipe, sema_pipe_free)

G_END_DECLS
