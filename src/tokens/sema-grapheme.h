/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *sema_grapheme_skip (const char *cursor, const char *end);

G_END_DECLS
