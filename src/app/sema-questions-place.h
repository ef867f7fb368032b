/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

/* Properties:
 *   session     SemaSession  whose questions are asked
 *   text-scale  double       size of texts in pictures, 1 is normal
 */
#define SEMA_TYPE_QUESTIONS_PLACE (sema_questions_place_get_type ())
G_DECLARE_FINAL_TYPE (SemaQuestionsPlace, sema_questions_place, SEMA, QUESTIONS_PLACE, AdwBin)

G_END_DECLS
