/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-archive.h"
#include "sema-projector-config.h"
#include "sema-source.h"

G_BEGIN_DECLS

/* A configuration of the Embedding Projector may have several embeddings, of which one is chosen as a file of an archive is. */

GPtrArray                    *sema_projector_parts_read (SemaSource *source, GError **error);
const SemaProjectorEmbedding *sema_projector_parts_choose (GPtrArray *embeddings, const char *part, const char *label, GPtrArray *warnings, GError **error);
GPtrArray                    *sema_projector_parts_list (const char *path, GError **error);

G_END_DECLS
