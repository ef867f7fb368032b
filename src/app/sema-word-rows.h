/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-session.h"
#include "sema-word-row.h"

G_BEGIN_DECLS

#define SEMA_TYPE_WORD_ROWS (sema_word_rows_get_type ())
G_DECLARE_FINAL_TYPE (SemaWordRows, sema_word_rows, SEMA, WORD_ROWS, GObject)

SemaWordRows *sema_word_rows_new (SemaSession *session);

SemaWordRow *sema_word_rows_peek (SemaWordRows *self, guint position);
SemaWordRow *sema_word_rows_find_section (SemaWordRows *self, guint section);
guint        sema_word_rows_find_word (SemaWordRows *self, const char *word);
char       **sema_word_rows_dup_words_of (SemaWordRows *self, guint section);

G_END_DECLS
