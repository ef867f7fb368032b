/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-kept.h"
#include "sema-vectors-place.h"

G_BEGIN_DECLS

/**
 * SemaPreload:
 *
 * A file that is opened while the program is still starting: a window takes longer to come up than a sample to inflate, and
 * there is more than one core. There is one at the most.
 */
typedef struct _SemaPreload SemaPreload;

void          sema_preload_start (const char *path, guint64 most_bytes);
SemaPreload  *sema_preload_take (const char *path);
SemaProgress *sema_preload_get_progress (SemaPreload *self);
gboolean      sema_preload_is_done (SemaPreload *self);
SemaSet      *sema_preload_finish (SemaPreload *self, SemaVectorsPlace **place, SemaKeptNote *note, GError **error);

G_END_DECLS
