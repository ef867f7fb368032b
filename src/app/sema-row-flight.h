/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SEMA_TYPE_ROW_FLIGHT (sema_row_flight_get_type ())
G_DECLARE_FINAL_TYPE (SemaRowFlight, sema_row_flight, SEMA, ROW_FLIGHT, GtkWidget)

GtkWidget *sema_row_flight_new (void);
void       sema_row_flight_fly (SemaRowFlight *self, GskRenderNode *row, const graphene_rect_t *from, const graphene_rect_t *to);
void       sema_row_flight_land (SemaRowFlight *self);

G_END_DECLS
