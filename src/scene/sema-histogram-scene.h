/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-histogram.h"
#include "sema-scene.h"

G_BEGIN_DECLS

SemaScene *sema_histogram_scene_compose (const SemaHistogram *histogram, double limit, double width, double height, double scale, const SemaMeasure *measure);

G_END_DECLS
