/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Kinds of text that do not open here. The first is asked before the formats that do, as some of its lines may pass for
 * vectors; the second after them, as a word may be any of its signs. */

char *sema_foreign_describe_lookalike (const guint8 *bytes, gsize n_bytes);
char *sema_foreign_describe_text (const guint8 *bytes, gsize n_bytes);

G_END_DECLS
