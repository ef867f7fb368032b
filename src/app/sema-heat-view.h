/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

/* Properties:
 *   session     SemaSession  whose picture is shown
 *   text-scale  double       size of texts, 1 is normal
 * Signals:
 *   column-activated (guint column)  a column's label was clicked, or Enter pressed on it
 */
#define SEMA_TYPE_HEAT_VIEW (sema_heat_view_get_type ())
G_DECLARE_FINAL_TYPE (SemaHeatView, sema_heat_view, SEMA, HEAT_VIEW, GtkWidget)

G_END_DECLS
