/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-session.h"

G_BEGIN_DECLS

/* What is made of the set that is open now, in a thread, for whoever asked. */

/**
 * SemaSessionJob:
 * @make: makes it, in a thread, of a set and of what was ordered; NULL with an error where it cannot be made
 * @free_order: frees what was ordered
 * @free_result: frees what was made
 *
 * A kind of such work.
 */
typedef struct
{
  gpointer (*make) (SemaSet *set, gconstpointer order, SemaProgress *progress, GError **error);
  GDestroyNotify free_order;
  GDestroyNotify free_result;
} SemaSessionJob;

void     sema_session_job_begin (SemaSession *self, const SemaSessionJob *job, gpointer order, SemaProgress *progress, GAsyncReadyCallback callback, gpointer user_data);
gpointer sema_session_job_finish (SemaSession *self, const SemaSessionJob *job, GAsyncResult *result, GError **error);

G_END_DECLS
