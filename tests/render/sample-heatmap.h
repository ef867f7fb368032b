/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-heatmap.h"

/* Heat maps that are the same on every machine, for pictures to be compared. */

SemaHeatmap *sample_heatmap_new_matrix (void);
SemaHeatmap *sample_heatmap_new_questions (void);
