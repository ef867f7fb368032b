/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-export.h"

G_BEGIN_DECLS

/* Inside render only: the page that every export draws, whatever it is drawn on. */

gboolean sema_export_page_check (double width, double height, GError **error);
gboolean sema_export_page_is_transparent (const SemaExportOptions *options);
gboolean sema_export_page_draw (const SemaExportSubject *subject, const SemaExportOptions *options, cairo_t *cr);

G_END_DECLS
