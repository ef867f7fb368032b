/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-set.h"

G_BEGIN_DECLS

gboolean sema_word2vec_save_binary (SemaSet *set, const char *path, SemaProgress *progress, GError **error);
gboolean sema_word2vec_save_text (SemaSet *set, const char *path, SemaProgress *progress, GError **error);

G_END_DECLS
