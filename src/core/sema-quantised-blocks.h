/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-numbers.h"

G_BEGIN_DECLS

#define SEMA_QUANTISED_BLOCKS_MOST 256 /* numbers in a block of any type */

guint sema_quantised_blocks_get_n_numbers (SemaNumbers numbers);
guint sema_quantised_blocks_get_n_bytes (SemaNumbers numbers);
void  sema_quantised_blocks_widen (SemaNumbers numbers, const guint8 *bytes, gsize n_blocks, float *values);

G_END_DECLS
