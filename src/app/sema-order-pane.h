/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-order-view.h"
#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_ORDER_PANE (sema_order_pane_get_type ())
G_DECLARE_FINAL_TYPE (SemaOrderPane, sema_order_pane, SEMA, ORDER_PANE, AdwBin)

void           sema_order_pane_begin (SemaOrderPane *self, SemaSession *session, SemaOrderModel *model, const char *name, const char *file_name);
SemaOrderView *sema_order_pane_get_view (SemaOrderPane *self);

G_END_DECLS
