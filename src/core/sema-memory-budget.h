/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64 sema_memory_budget_measure (guint64 n_used);

G_END_DECLS
