/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-comparison.h"

G_BEGIN_DECLS

#define SEMA_TYPE_SHARED_PANE (sema_shared_pane_get_type ())
G_DECLARE_FINAL_TYPE (SemaSharedPane, sema_shared_pane, SEMA, SHARED_PANE, AdwBin)

void sema_shared_pane_show (SemaSharedPane *self, SemaComparison *comparison, guint32 word);
void sema_shared_pane_clear (SemaSharedPane *self);

G_END_DECLS
