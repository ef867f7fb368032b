/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-scatter.h"

G_BEGIN_DECLS

gsize sema_scatter_legend_count (const SemaScatter *scatter);

G_END_DECLS
