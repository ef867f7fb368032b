/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-fasttext-header.h"
#include "sema-source.h"
#include "sema-tensors-private.h"

G_BEGIN_DECLS

gboolean sema_fasttext_words_read (SemaSource *source, const SemaFasttextHeader *header, SemaTensorsWords *words, SemaTensorsWords *labels, GError **error);
gboolean sema_fasttext_words_read_kept (SemaSource *source, const SemaFasttextHeader *header, SemaBuffer *kept, GError **error);

G_END_DECLS
