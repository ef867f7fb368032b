/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-scene.h"

G_BEGIN_DECLS

double sema_text_fit_estimate (const char *text);
char  *sema_text_fit (const SemaMeasure *measure, const char *text, SemaTextRole role, double scale, double width);

G_END_DECLS
