/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

cairo_surface_t *sema_text_halo_create (PangoLayout *layout, double pixels, double reach);

G_END_DECLS
