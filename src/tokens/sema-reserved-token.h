/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sema_reserved_token_recognise (const char *token, gsize length);

G_END_DECLS
