/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-projection.h"

G_BEGIN_DECLS

GString *sema_coordinates_print_csv (const SemaProjection *projection);

G_END_DECLS
