/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEMA_SPELLING_MAX_DISTANCE 3

guint sema_spelling_get_distance (const gunichar *a, gsize n_a, const gunichar *b, gsize n_b, guint bound);

G_END_DECLS
