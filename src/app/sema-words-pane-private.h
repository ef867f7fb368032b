/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-word-entry.h"
#include "sema-word-rows.h"
#include "sema-words-pane.h"

G_BEGIN_DECLS

struct _SemaWordsPane
{
  AdwBin parent_instance;

  SemaSession  *session;
  SemaWordRows *rows;
  gboolean      updating; /* the drop-downs follow the recipe, and do not ask for a change */
  gboolean      seeking;  /* the session's focus is not in the list yet */
  GtkWidget    *context_menu;

  SemaWordEntry *entry;
  GtkMenuButton *ready_sets;
  GtkRevealer   *absent;
  GtkLabel      *absent_label;
  GtkListView   *list;
  GtkDropDown   *clusters;
  GtkDropDown   *colour_by;
};

void        sema_words_pane_install_section_actions (GtkWidgetClass *widget_class);
GMenuModel *sema_words_pane_make_section_menu (SemaWordRow *row);
void        sema_words_pane_rename_section (SemaWordsPane *self, guint section);

gboolean sema_words_pane_show_menu (SemaWordsPane *self, double x, double y);
void     sema_words_pane_show_menu_of_focus (SemaWordsPane *self);

G_END_DECLS
