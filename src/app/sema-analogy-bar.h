/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_ANALOGY_BAR (sema_analogy_bar_get_type ())
G_DECLARE_FINAL_TYPE (SemaAnalogyBar, sema_analogy_bar, SEMA, ANALOGY_BAR, AdwBin)

G_END_DECLS
