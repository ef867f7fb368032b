/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-scatter.h"

G_BEGIN_DECLS

SemaScatter *sema_scatter_glide (const SemaScatter *from, SemaScatter *to, double t);

G_END_DECLS
