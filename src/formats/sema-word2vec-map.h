/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-formats.h"
#include "sema-mapping.h"
#include "sema-word2vec-check.h"

G_BEGIN_DECLS

SemaMapping *sema_word2vec_map_new (const SemaWord2vecCheck *check);
gboolean     sema_word2vec_map_take (SemaMapping *mapping, SemaWord2vecCheck *check, const SemaFormatsOptions *options, GError **error);

/* For the tests: from which size on files are mapped, and how much of a file is walked over at a time (0: as usual). */
void sema_word2vec_map_set_sizes (guint64 smallest, guint64 segment);

G_END_DECLS
