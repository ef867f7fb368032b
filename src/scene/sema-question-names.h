/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-question-axes.h"
#include "sema-scene.h"

G_BEGIN_DECLS

void sema_question_names_add (SemaScene *scene, const SemaMeasure *measure, double scale, const SemaFrame *box, const SemaQuestionAxis *question);

G_END_DECLS
