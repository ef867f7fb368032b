/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_DETAIL_PANE (sema_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (SemaDetailPane, sema_detail_pane, SEMA, DETAIL_PANE, AdwBin)

G_END_DECLS
