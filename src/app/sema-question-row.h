/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_QUESTION_ROW (sema_question_row_get_type ())
G_DECLARE_FINAL_TYPE (SemaQuestionRow, sema_question_row, SEMA, QUESTION_ROW, AdwActionRow)

GtkWidget  *sema_question_row_new (SemaSession *session, const SemaQuestionText *question);
void        sema_question_row_show_asked (SemaQuestionRow *self, const SemaAskedQuestion *asked);
const char *sema_question_row_get_name (SemaQuestionRow *self);

G_END_DECLS
