/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-tensor-type.h"

G_BEGIN_DECLS

#define SEMA_QUANTISED_BLOCKS_MOST 256 /* numbers in a block of any type */

guint sema_quantised_blocks_get_n_numbers (SemaTensorType type);
guint sema_quantised_blocks_get_n_bytes (SemaTensorType type);
void  sema_quantised_blocks_widen (SemaTensorType type, const guint8 *bytes, gsize n_blocks, float *values);

G_END_DECLS
