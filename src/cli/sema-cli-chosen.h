/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-projection.h"
#include "sema-question-text.h"

G_BEGIN_DECLS

void    sema_cli_chosen_warn (SemaSet *set, const char *word, SemaWordState state, gboolean is_split);
void    sema_cli_chosen_warn_of_question (SemaSet *set, const SemaQuestionText *question);
GArray *sema_cli_chosen_look_up (SemaSet *set, char **words, gboolean is_split);
GArray *sema_cli_chosen_find (SemaSet *set, char **words, gboolean is_split);
char  **sema_cli_chosen_list_words (SemaSet *set, const GArray *rows);
char  **sema_cli_chosen_list_cells (SemaSet *set, const GArray *rows);

G_END_DECLS
