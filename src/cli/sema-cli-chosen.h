/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-projection.h"
#include "sema-question-text.h"

G_BEGIN_DECLS

void    sema_cli_chosen_warn (const char *word, SemaWordState state);
void    sema_cli_chosen_warn_of_question (SemaSet *set, const SemaQuestionText *question);
GArray *sema_cli_chosen_look_up (SemaSet *set, char **words);
GArray *sema_cli_chosen_find (SemaSet *set, char **words);
char  **sema_cli_chosen_list_words (SemaSet *set, const GArray *rows);

G_END_DECLS
