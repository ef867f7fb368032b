/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The allocator of file-sized memory: it can fail, which GLib's own cannot, and it counts against a budget.
 * Everything whose size a file decides comes from here; the small things of a fixed size come from GLib. */

gpointer sema_memory_alloc (gsize n_bytes, GError **error);
gpointer sema_memory_alloc_n (guint64 n, gsize size, GError **error);
gpointer sema_memory_resize (gpointer block, gsize n_bytes, GError **error);
void     sema_memory_free (gpointer block);

gboolean sema_memory_check_room (gsize n_bytes, GError **error);

guint64 sema_memory_get_used (void);
guint64 sema_memory_get_budget (void);
void    sema_memory_set_budget (guint64 n_bytes);

/* For the tests: the n-th allocation from now fails (0: none does). */
void sema_memory_fail_at (guint64 nth);

G_END_DECLS
