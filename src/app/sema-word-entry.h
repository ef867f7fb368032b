/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-session.h"

G_BEGIN_DECLS

#define SEMA_TYPE_WORD_ENTRY (sema_word_entry_get_type ())
G_DECLARE_FINAL_TYPE (SemaWordEntry, sema_word_entry, SEMA, WORD_ENTRY, GtkWidget)

/* Properties:
 *   session           SemaSession  whose vocabulary completes
 *   placeholder-text  string       shown while it is empty
 *   label             string       what assistive technologies call it
 *   many              boolean      whether several words may be typed or pasted at once
 *   clears            boolean      whether it is empty again after a word was chosen
 * Signals:
 *   chosen (char *word)  bytes of a word of the file, by Enter, Tab or a click
 *   listed (char *text)  with many: several lines, or several words of which at least one is in the file
 */

const char *sema_word_entry_get_word (SemaWordEntry *self);
void        sema_word_entry_set_word (SemaWordEntry *self, const char *word);

G_END_DECLS
