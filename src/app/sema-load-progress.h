/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_LOAD_PROGRESS (sema_load_progress_get_type ())
G_DECLARE_FINAL_TYPE (SemaLoadProgress, sema_load_progress, SEMA, LOAD_PROGRESS, GtkBox)

/* Properties:
 *   session  SemaSession  set once
 */

G_END_DECLS
