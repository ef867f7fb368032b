/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-place-view.h"

G_BEGIN_DECLS

#define SEMA_TYPE_QUESTIONS_PLACE (sema_questions_place_get_type ())
G_DECLARE_FINAL_TYPE (SemaQuestionsPlace, sema_questions_place, SEMA, QUESTIONS_PLACE, SemaPlaceView)

G_END_DECLS
