/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-scene.h"

G_BEGIN_DECLS

SemaScene *sema_curve_compose (const double *values, gsize n, gsize n_all, double width, double height, double scale, const SemaMeasure *measure);

G_END_DECLS
