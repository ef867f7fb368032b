/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Added to a byte that is no part of a character, so that it counts as one of its own, beyond all of Unicode. */
#define SEMA_UTF8_INVALID 0x110000

gunichar    sema_utf8_next (const char **cursor, const char *end);
gboolean    sema_utf8_is_space (gunichar ch);
const char *sema_utf8_skip_spaces (const char *cursor, const char *end);
const char *sema_utf8_skip_word (const char *cursor, const char *end);

G_END_DECLS
