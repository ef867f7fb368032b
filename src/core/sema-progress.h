/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SemaProgress:
 *
 * How far a long job is and whether it should stop: plain atomics, so that one thread works, another shows and a third
 * cancels. Every function takes %NULL for "nobody watches", which is never cancelled.
 */
typedef struct _SemaProgress SemaProgress;

SemaProgress *sema_progress_new (void);
SemaProgress *sema_progress_new_step (SemaProgress *job);
SemaProgress *sema_progress_ref (SemaProgress *self);
void          sema_progress_unref (SemaProgress *self);

void     sema_progress_set_total (SemaProgress *self, guint64 total);
void     sema_progress_set_done (SemaProgress *self, guint64 done);
void     sema_progress_add_done (SemaProgress *self, guint64 steps);
guint64  sema_progress_get_total (SemaProgress *self);
guint64  sema_progress_get_done (SemaProgress *self);
double   sema_progress_get_fraction (SemaProgress *self);
void     sema_progress_cancel (SemaProgress *self);
gboolean sema_progress_is_cancelled (SemaProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaProgress, sema_progress_unref)

G_END_DECLS
