/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-scatter.h"
#include "sema-set.h"

G_BEGIN_DECLS

SemaScatter *sema_training_map_new (const SemaSet *set, gsize most, const SemaScatter *before, GError **error);

G_END_DECLS
