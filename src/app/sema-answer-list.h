/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_ANSWER_LIST (sema_answer_list_get_type ())
G_DECLARE_FINAL_TYPE (SemaAnswerList, sema_answer_list, SEMA, ANSWER_LIST, AdwBin)

void  sema_answer_list_hide_buttons (SemaAnswerList *self);
void  sema_answer_list_show (SemaAnswerList *self, SemaSession *session, GPtrArray *answers, const char *const *inputs);
char *sema_answer_list_copy (SemaAnswerList *self);

G_END_DECLS
