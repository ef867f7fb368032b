/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-scatter-scene.h"

G_BEGIN_DECLS

double sema_scatter_caption_estimate (const SemaScatter *scatter, const SemaScatterView *view);

G_END_DECLS
