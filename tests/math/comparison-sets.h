/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-common-rows.h"

G_BEGIN_DECLS

#define COMPARISON_N 60
#define COMPARISON_DIM 5
#define COMPARISON_K 6

SemaSet *comparison_sets_draw_a (void);
SemaSet *comparison_sets_draw_b (void);

G_END_DECLS
