/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-formats.h"

G_BEGIN_DECLS

SemaSet *sema_model_vectors_load (const char *path, const SemaFormatsOptions *options, SemaProgress *progress, GError **error);

G_END_DECLS
