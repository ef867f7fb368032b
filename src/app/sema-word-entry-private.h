/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-word-entry.h"

G_BEGIN_DECLS

struct _SemaWordEntry
{
  GtkWidget parent_instance;

  SemaSession  *session;
  char         *word; /* bytes of the word that was chosen, while its label stands unchanged */
  gboolean      many;
  gboolean      clears;
  gboolean      setting; /* the text changes because it is set here, not typed */
  GCancellable *asking;

  GtkEntry   *entry;
  GtkPopover *popover;
  GtkLabel   *note;
  GtkListBox *list;
};

gboolean sema_word_entry_is_known (SemaWordEntry *self, const char *text);
char    *sema_word_entry_dup_text (SemaWordEntry *self);
void     sema_word_entry_pick (SemaWordEntry *self, const SemaAnswer *answer);

void              sema_word_entry_stop_asking (SemaWordEntry *self);
void              sema_word_entry_complete (SemaWordEntry *self);
void              sema_word_entry_spell (SemaWordEntry *self, const char *text);
void              sema_word_entry_move (SemaWordEntry *self, int step);
const SemaAnswer *sema_word_entry_get_answer (SemaWordEntry *self, gboolean or_first);

G_END_DECLS
