/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-picture-view.h"

G_BEGIN_DECLS

/* Signals:
 *   column-activated (guint column)  a column's label was clicked, or Enter pressed on it
 */
#define SEMA_TYPE_HEAT_VIEW (sema_heat_view_get_type ())
G_DECLARE_FINAL_TYPE (SemaHeatView, sema_heat_view, SEMA, HEAT_VIEW, SemaPictureView)

G_END_DECLS
