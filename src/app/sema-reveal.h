/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sema_reveal (GtkRevealer *revealer, gboolean revealed);

G_END_DECLS
