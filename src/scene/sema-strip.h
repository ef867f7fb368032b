/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-matrix.h"
#include "sema-scene.h"

G_BEGIN_DECLS

SemaScene *sema_strip_compose (const SemaFloat *values, gsize n, double width, double height);

G_END_DECLS
