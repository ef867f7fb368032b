/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-page-view.h"
#include "sema-ruler.h"
#include "sema-scene.h"

G_BEGIN_DECLS

SemaScene *sema_ruler_compose (const SemaRuler *ruler, const SemaPageView *view, const SemaMeasure *measure);
gssize     sema_ruler_pick (const SemaScene *scene, double x, double y);

G_END_DECLS
