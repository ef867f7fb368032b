/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-export.h"

G_BEGIN_DECLS

/* Inside render only. */

GBytes *sema_export_vector_make_svg (const SemaExportSubject *subject, const SemaExportOptions *options, GError **error);
GBytes *sema_export_vector_make_pdf (const SemaExportSubject *subject, const SemaExportOptions *options, GError **error);

G_END_DECLS
