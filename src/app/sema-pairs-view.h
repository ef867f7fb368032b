/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

/* Properties:
 *   session  SemaSession  whose pairs are listed
 */
#define SEMA_TYPE_PAIRS_VIEW (sema_pairs_view_get_type ())
G_DECLARE_FINAL_TYPE (SemaPairsView, sema_pairs_view, SEMA, PAIRS_VIEW, AdwBin)

void sema_pairs_view_copy (SemaPairsView *self, gboolean as_csv);

G_END_DECLS
