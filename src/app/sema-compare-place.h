/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

/* Properties:
 *   session     SemaSession  whose words are compared
 *   text-scale  double       size of texts in pictures, 1 is normal
 */
#define SEMA_TYPE_COMPARE_PLACE (sema_compare_place_get_type ())
G_DECLARE_FINAL_TYPE (SemaComparePlace, sema_compare_place, SEMA, COMPARE_PLACE, AdwBin)

G_END_DECLS
