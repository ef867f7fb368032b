/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-question-text.h"
#include "sema-ruler.h"
#include "sema-set.h"

G_BEGIN_DECLS

SemaRuler *sema_ruler_picture_new (const SemaSet *set, const guint64 *rows, gsize n, const SemaQuestionText *question, GError **error);

G_END_DECLS
