/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-diagnosis.h"

G_BEGIN_DECLS

/* Signals:
 *   changed ()  another finding is chosen
 */
#define SEMA_TYPE_FINDING_BAR (sema_finding_bar_get_type ())
G_DECLARE_FINAL_TYPE (SemaFindingBar, sema_finding_bar, SEMA, FINDING_BAR, AdwBin)

void  sema_finding_bar_show (SemaFindingBar *self, const SemaDiagnosisSummary *summary);
guint sema_finding_bar_get_filter (SemaFindingBar *self);

G_END_DECLS
