/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-ruler-scene.h"

G_BEGIN_DECLS

SemaRuler *ruler_fixture_new (gsize n, guint64 seed);

G_END_DECLS
