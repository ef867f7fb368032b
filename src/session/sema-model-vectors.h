/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-progress.h"
#include "sema-set.h"

G_BEGIN_DECLS

SemaSet *sema_model_vectors_load (const char *path, const char *tensor, const char *tokenizer, SemaProgress *progress, GError **error);

G_END_DECLS
