/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-session.h"

G_BEGIN_DECLS

/**
 * SemaAdded:
 * @n_new: how many words are new
 * @n_unknown: how many of those that were asked for are not in the file that is open
 * @n_with_blank: how many are there with a blank before them only, as tokens of language models are, and were taken so
 *
 * What came of words that were added.
 */
typedef struct
{
  gsize n_new;
  gsize n_unknown;
  gsize n_with_blank;
} SemaAdded;

/* Each of these is one step of undo. They tell how many words are new, or what there is to tell. */

gsize sema_edits_add_words (SemaSession *session, const char *const *words);
void  sema_edits_add_list (SemaSession *session, SemaRecipe *list, const char *label, SemaAdded *counts);
void  sema_edits_add_recipe (SemaSession *session, const SemaRecipe *recipe, const char *label, SemaAdded *counts);
gsize sema_edits_remove_words (SemaSession *session, const char *const *words);
void  sema_edits_remove_absent (SemaSession *session);
void  sema_edits_clear (SemaSession *session);

void     sema_edits_move_words (SemaSession *session, const char *const *words, int group);
void     sema_edits_group_words (SemaSession *session, const char *const *words, const char *name);
void     sema_edits_remove_group (SemaSession *session, const char *name);
gboolean sema_edits_rename_group (SemaSession *session, const char *old_name, const char *name);
void     sema_edits_rename_cluster (SemaSession *session, const char *const *words, const char *anchor, const char *name);

gboolean sema_edits_add_analogy (SemaSession *session, const char *a, const char *b, const char *c);
void     sema_edits_remove_analogy (SemaSession *session, gsize index);

void sema_edits_set_title (SemaSession *session, const char *title);
void sema_edits_set_vectors (SemaSession *session, SemaVectors vectors);
void sema_edits_set_all_words (SemaSession *session, gboolean all_words);
void sema_edits_give_up_all_words (SemaSession *session);
void sema_edits_set_clusters (SemaSession *session, int clusters);
void sema_edits_set_colour_by (SemaSession *session, SemaColourBy colour_by, const char *column);

gboolean sema_edits_knows (SemaSession *session, const char *word);
char    *sema_edits_dup_word (SemaSession *session, const char *text);
char    *sema_edits_dup_with_blank (SemaSession *session, const char *word);
char    *sema_edits_describe_unknown (SemaSession *session, const char *word);
gboolean sema_edits_can_show (SemaSession *session, const char *word);

G_END_DECLS
