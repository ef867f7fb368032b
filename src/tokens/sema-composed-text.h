/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-canonical-order.h"
#include "sema-mapped-text.h"

G_BEGIN_DECLS

gboolean sema_composed_text_is_needed (const char *text, gsize length);
gboolean sema_composed_text_make (SemaMappedText *self, const char *text, gsize length, GError **error);

G_END_DECLS
