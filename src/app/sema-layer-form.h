/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-layer.h"

G_BEGIN_DECLS

#define SEMA_TYPE_LAYER_FORM (sema_layer_form_get_type ())
G_DECLARE_FINAL_TYPE (SemaLayerForm, sema_layer_form, SEMA, LAYER_FORM, GtkPopover)

GtkWidget        *sema_layer_form_new (void);
SemaLayerSettings sema_layer_form_get_settings (SemaLayerForm *self);
void              sema_layer_form_set_settings (SemaLayerForm *self, const SemaLayerSettings *settings);

G_END_DECLS
