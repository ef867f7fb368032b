/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-buffer.h"

G_BEGIN_DECLS

/* Buffers of guint32: the stack of values, its marks and the memo. */

static inline guint32
sema_pickle_numbers_count (const SemaBuffer *self)
{
  return (guint32)(self->n_bytes / sizeof (guint32));
}

static inline guint32 *
sema_pickle_numbers_at (const SemaBuffer *self, guint32 index)
{
  return (guint32 *)(gpointer)self->data + index;
}

static inline gboolean
sema_pickle_numbers_add (SemaBuffer *self, guint32 number, GError **error)
{
  guint32 *place = sema_buffer_append (self, sizeof *place, error);

  if (place != NULL)
    *place = number;
  return place != NULL;
}

G_END_DECLS
