/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pipe.h"

#include <pthread.h>
#include <string.h>

#include "sema-error.h"
#include "sema-parallel.h"

/* The bytes that may be on their way before the producer waits, however few blocks they are in. */
#define MAX_BYTES (32 * 1024 * 1024)

/* A block that grew beyond this gives its memory back with every use. */
#define MAX_KEPT (1024 * 1024)

/* The blocks are a ring: number n lies at n modulo n_blocks. Those below n_returned are free, those below n_taken are with
 * consumers, those below n_filled wait for one. */
struct _SemaPipe
{
  SemaPipeBlock *blocks;
  guint          n_blocks;
  gsize          note_size;
  SemaProgress  *progress;
  SemaPipeFunc   fill;
  gpointer       data;
  pthread_t      producer;
  gboolean       has_thread;

  pthread_mutex_t mutex;   /* for all below */
  pthread_cond_t  changed; /* for consumers */
  pthread_cond_t  room;    /* for the producer */
  guint64         n_filled;
  guint64         n_taken;
  guint64         n_returned;
  gsize           n_bytes; /* in the blocks filled and not returned */
  gboolean        is_ended;
  gboolean        is_stopped;
  GError         *error; /* the first one; for every consumer */
};

static gboolean
is_room_for (const SemaPipe *self, guint n_blocks)
{
  guint64 n_out = self->n_filled - self->n_returned;

  return n_out == 0 || (n_out + n_blocks <= self->n_blocks && self->n_bytes < MAX_BYTES);
}

static gboolean
has_room (const SemaPipe *self)
{
  return is_room_for (self, 1);
}

/* A producer that had to wait goes on when half of the blocks are free, so that it does not fall asleep after each. */
static gboolean
has_much_room (const SemaPipe *self)
{
  return is_room_for (self, (self->n_blocks + 1) / 2);
}

static void
take_error (SemaPipe *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

/* Lets the consumers have the block that was filled. */
static void
publish (SemaPipe *self, const SemaPipeBlock *block, gboolean is_last, GError *error)
{
  if (error == NULL || block->bytes.n_bytes > 0)
    {
      self->n_filled++;
      self->n_bytes += block->bytes.n_bytes;
    }
  if (error != NULL)
    take_error (self, error);
  self->is_ended = is_last || error != NULL;
  pthread_cond_broadcast (&self->changed);
}

/* Fills the next block, which nobody else looks at meanwhile. */
static SemaPipeBlock *
fill_next (SemaPipe *self, guint64 number, gboolean *is_last, GError **error)
{
  SemaPipeBlock *block = &self->blocks[number % self->n_blocks];

  *is_last = FALSE;
  block->number = number;
  block->bytes.n_bytes = 0;
  memset (block->note, 0, self->note_size);
  if (sema_progress_is_cancelled (self->progress))
    sema_set_cancelled (error);
  else
    self->fill (block, is_last, self->data, error);
  return block;
}

static void
wait_for_room (SemaPipe *self)
{
  if (has_room (self))
    return;
  while (!self->is_stopped && !has_much_room (self))
    pthread_cond_wait (&self->room, &self->mutex);
}

static void *
produce (void *data)
{
  SemaPipe *self = data;

  pthread_mutex_lock (&self->mutex);
  for (wait_for_room (self); !self->is_stopped && !self->is_ended; wait_for_room (self))
    {
      SemaPipeBlock *block;
      guint64        number = self->n_filled;
      gboolean       is_last;
      GError        *error = NULL;

      pthread_mutex_unlock (&self->mutex);
      block = fill_next (self, number, &is_last, &error);
      pthread_mutex_lock (&self->mutex);
      publish (self, block, is_last, error);
    }
  pthread_mutex_unlock (&self->mutex);
  return NULL;
}

static SemaPipeBlock *
new_blocks (guint n_blocks, gsize note_size)
{
  SemaPipeBlock *blocks = g_new0 (SemaPipeBlock, n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    blocks[i].note = g_malloc0 (MAX (note_size, 1));
  return blocks;
}

/* Makes everybody end; the mutex is held. */
static void
stop (SemaPipe *self)
{
  self->is_stopped = TRUE;
  pthread_cond_broadcast (&self->changed);
  pthread_cond_signal (&self->room);
}

/**
 * sema_pipe_new:
 * @n_blocks: blocks, 1 or more; with several consumers, more than there are of them
 * @note_size: bytes of a block's note, may be 0
 * @progress: (nullable): polled before each block is filled or taken; its counts are left alone
 * @fill: fills a block
 * @data: for @fill, which another thread calls from now on until sema_pipe_free()
 *
 * Starts to fill blocks, unless there is only one of them, or one thread is all that there should be, or no thread can be had:
 * then each is filled when it is to be taken. What comes out is the same.
 *
 * Returns: (transfer full): the pipe, to be freed with sema_pipe_free()
 */
SemaPipe *
sema_pipe_new (guint n_blocks, gsize note_size, SemaProgress *progress, SemaPipeFunc fill, gpointer data)
{
  SemaPipe *self;

  g_return_val_if_fail (n_blocks > 0, NULL);
  g_return_val_if_fail (fill != NULL, NULL);

  self = g_new0 (SemaPipe, 1);
  self->blocks = new_blocks (n_blocks, note_size);
  self->n_blocks = n_blocks;
  self->note_size = note_size;
  self->progress = sema_progress_ref (progress);
  self->fill = fill;
  self->data = data;
  pthread_mutex_init (&self->mutex, NULL);
  pthread_cond_init (&self->changed, NULL);
  pthread_cond_init (&self->room, NULL);
  if (n_blocks > 1 && sema_parallel_get_threads () > 1)
    self->has_thread = pthread_create (&self->producer, NULL, produce, self) == 0;
  return self;
}

/**
 * sema_pipe_stop:
 * @self: a pipe
 *
 * Makes the producer end after the block that it fills, if any, and every consumer get no more. Any thread may call it; it
 * waits for nobody.
 */
void
sema_pipe_stop (SemaPipe *self)
{
  g_return_if_fail (self != NULL);

  pthread_mutex_lock (&self->mutex);
  stop (self);
  pthread_mutex_unlock (&self->mutex);
}

/**
 * sema_pipe_free:
 * @self: (transfer full) (nullable): a pipe that no consumer waits on
 *
 * Stops the pipe, waits for the producer and frees the blocks, also those that were not given back.
 */
void
sema_pipe_free (SemaPipe *self)
{
  if (self == NULL)
    return;
  sema_pipe_stop (self);
  if (self->has_thread)
    pthread_join (self->producer, NULL);
  pthread_cond_destroy (&self->room);
  pthread_cond_destroy (&self->changed);
  pthread_mutex_destroy (&self->mutex);
  for (guint i = 0; i < self->n_blocks; i++)
    {
      sema_buffer_clear (&self->blocks[i].bytes);
      g_free (self->blocks[i].note);
    }
  g_free (self->blocks);
  g_clear_error (&self->error);
  g_clear_pointer (&self->progress, sema_progress_unref);
  g_free (self);
}

static void
look_at_cancel (SemaPipe *self)
{
  GError *error = NULL;

  if (self->is_stopped || !sema_progress_is_cancelled (self->progress))
    return;
  sema_set_cancelled (&error);
  take_error (self, error);
  stop (self);
}

/* Waits for the producer, or does its work where it has no thread. */
static void
wait_or_fill (SemaPipe *self)
{
  SemaPipeBlock *block;
  gboolean       is_last;
  GError        *error = NULL;

  if (self->has_thread || !has_room (self))
    {
      pthread_cond_wait (&self->changed, &self->mutex);
      return;
    }
  block = fill_next (self, self->n_filled, &is_last, &error);
  publish (self, block, is_last, error);
}

/* The next block, once there is one; NULL when there will be none. */
static SemaPipeBlock *
await_block (SemaPipe *self)
{
  for (;;)
    {
      look_at_cancel (self);
      if (self->is_stopped)
        return NULL;
      if (self->n_taken < self->n_filled)
        return &self->blocks[self->n_taken++ % self->n_blocks];
      if (self->is_ended)
        return NULL;
      wait_or_fill (self);
    }
}

/**
 * sema_pipe_take:
 * @self: a pipe
 * @error: the error of the producer, after all blocks before it were taken, or %SEMA_CORE_ERROR_CANCELLED; every consumer gets it
 *
 * Waits for the next block and takes it. Any number of threads may do so.
 *
 * Returns: (transfer none) (nullable): the block, to be given back; %NULL without @error after the last one, and after
 *   sema_pipe_stop()
 */
SemaPipeBlock *
sema_pipe_take (SemaPipe *self, GError **error)
{
  SemaPipeBlock *block;

  g_return_val_if_fail (self != NULL, NULL);

  pthread_mutex_lock (&self->mutex);
  block = await_block (self);
  if (block == NULL && self->error != NULL && error != NULL)
    *error = g_error_copy (self->error);
  pthread_mutex_unlock (&self->mutex);
  return block;
}

/**
 * sema_pipe_await_turn:
 * @self: a pipe
 * @block: a block that was taken
 *
 * Waits until all blocks before this one are given back. From then on until this one is, no other consumer's turn comes: what
 * they do in it is done by one at a time, in the order of the blocks.
 *
 * Returns: %FALSE when the pipe was stopped; the block is then not to be given back
 */
gboolean
sema_pipe_await_turn (SemaPipe *self, const SemaPipeBlock *block)
{
  gboolean is_turn;

  g_return_val_if_fail (self != NULL, FALSE);

  pthread_mutex_lock (&self->mutex);
  while (!self->is_stopped && self->n_returned != block->number)
    pthread_cond_wait (&self->changed, &self->mutex);
  is_turn = !self->is_stopped;
  pthread_mutex_unlock (&self->mutex);
  return is_turn;
}

/**
 * sema_pipe_give_back:
 * @self: a pipe
 * @block: (transfer full): the earliest block that is not given back; several consumers call sema_pipe_await_turn() first
 *
 * Lets the producer have the block again, and the next block have its turn.
 */
void
sema_pipe_give_back (SemaPipe *self, SemaPipeBlock *block)
{
  gsize n_bytes;

  g_return_if_fail (self != NULL);
  g_return_if_fail (block != NULL);

  n_bytes = block->bytes.n_bytes;
  if (block->bytes.capacity > MAX_KEPT)
    sema_buffer_clear (&block->bytes);
  pthread_mutex_lock (&self->mutex);
  self->n_returned++;
  self->n_bytes -= n_bytes;
  pthread_cond_broadcast (&self->changed);
  if (has_much_room (self))
    pthread_cond_signal (&self->room);
  pthread_mutex_unlock (&self->mutex);
}
