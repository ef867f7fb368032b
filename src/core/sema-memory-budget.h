/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Addresses that are left for everybody else when a mapping is taken: where they are limited, GLib would end the program that gets none
 * for a few bytes or a thread, whose stack takes 8 MiB and whose arena of malloc 64. */
#define SEMA_MEMORY_BUDGET_LEFT (128 * 1024 * 1024)

guint64 sema_memory_budget_measure (guint64 n_used);

G_END_DECLS
