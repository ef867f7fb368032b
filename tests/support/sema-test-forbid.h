/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sema_test_forbid (int call, guint argument, guint flags, int error);

G_END_DECLS
