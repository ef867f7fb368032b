/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-matrix.h"

G_BEGIN_DECLS

/**
 * SemaMapping:
 *
 * A file as bytes in memory, without a copy. Bytes that the file loses meanwhile (it is cut, its disk goes) become zeros
 * instead of ending the program, and the mapping says that it is lost.
 */
typedef struct _SemaMapping SemaMapping;

SemaMapping *sema_mapping_new (int fd, guint64 size);
void         sema_mapping_free (SemaMapping *self);

const guint8 *sema_mapping_get_bytes (const SemaMapping *self);
gboolean      sema_mapping_is_lost (const SemaMapping *self);

SemaMatrixOwner sema_mapping_lend (SemaMapping *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaMapping, sema_mapping_free)

G_END_DECLS
