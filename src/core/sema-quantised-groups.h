/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Blocks of 256 numbers in groups of 16 or 32, each with a factor of its own: the “K” types of ggml. */

void sema_quantised_groups_widen_q2_k (const guint8 *block, float *values);
void sema_quantised_groups_widen_q3_k (const guint8 *block, float *values);
void sema_quantised_groups_widen_q4_k (const guint8 *block, float *values);
void sema_quantised_groups_widen_q5_k (const guint8 *block, float *values);
void sema_quantised_groups_widen_q6_k (const guint8 *block, float *values);

G_END_DECLS
