/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensors.h"

G_BEGIN_DECLS

gboolean sema_fasttext_list (SemaTensors *self, const char *path, GError **error);

G_END_DECLS
