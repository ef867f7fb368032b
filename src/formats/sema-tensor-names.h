/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEMA_TENSOR_NAMES_NONE G_MAXUINT

guint sema_tensor_names_rank (const char *name, gsize length);

G_END_DECLS
