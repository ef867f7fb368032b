/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-picture-view.h"

G_BEGIN_DECLS

#define SEMA_TYPE_RULER_PANE (sema_ruler_pane_get_type ())
G_DECLARE_FINAL_TYPE (SemaRulerPane, sema_ruler_pane, SEMA, RULER_PANE, SemaPictureView)

G_END_DECLS
