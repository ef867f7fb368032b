/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-place-view.h"

G_BEGIN_DECLS

#define SEMA_TYPE_COMPARE_PLACE (sema_compare_place_get_type ())
G_DECLARE_FINAL_TYPE (SemaComparePlace, sema_compare_place, SEMA, COMPARE_PLACE, SemaPlaceView)

G_END_DECLS
