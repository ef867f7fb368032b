/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-label-placement.h"

G_BEGIN_DECLS

#define SEMA_LABEL_N_BESIDE 16 /* right, left, above, below, the diagonals, then what is between */
#define SEMA_LABEL_N_LED 48    /* rings of 12 directions, the nearest first */

SemaFrame   sema_label_candidates_get_beside (const SemaLabelRequest *request, double unit, guint index);
SemaFrame   sema_label_candidates_get_led (const SemaLabelRequest *request, double unit, guint index);
SemaSegment sema_label_candidates_get_leader (const SemaLabelRequest *request, const SemaFrame *box);

G_END_DECLS
