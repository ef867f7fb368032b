/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-words-pane-private.h"

#include <glib/gi18n-lib.h>

#include "sema-menu-label.h"
#include "sema-word-cell.h"

/* The menu of a word in the list. It is about the words selected; a word outside the selection is selected first. */

static GMenu *
make_group_menu (const SemaRecipe *recipe)
{
  GMenu            *menu = g_menu_new ();
  g_autoptr (GMenu) made = g_menu_new ();

  for (guint i = 0; i < recipe->groups->len; i++)
    {
      g_autofree char      *label = sema_menu_label_escape (sema_recipe_get_group (recipe, (int)i));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.move-to-group", "i", (int)i);
      g_menu_append_item (menu, item);
    }
  if (recipe->groups->len > 0)
    g_menu_append (made, _("_No Group"), "win.move-to-group(-1)");
  g_menu_append (made, _("_New Group…"), "win.group-selected");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (made));
  return menu;
}

static GMenuModel *
make_word_menu (SemaWordsPane *self)
{
  GMenu            *menu = g_menu_new ();
  g_autoptr (GMenu) look = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) groups = make_group_menu (sema_session_get_recipe (self->session));

  g_menu_append (look, _("_Centre the Map Here"), "win.centre");
  g_menu_append (look, _("_Nearest Words"), "win.nearest-words");
  g_menu_append_submenu (change, _("_Move to Group"), G_MENU_MODEL (groups));
  g_menu_append (change, _("_Remove"), "win.remove-selected");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (look));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  return G_MENU_MODEL (menu);
}

static void
pop_up (SemaWordsPane *self, GMenuModel *menu, double x, double y)
{
  GdkRectangle place = {(int)x, (int)y, 1, 1};

  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  self->context_menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->context_menu, GTK_WIDGET (self));
  gtk_widget_set_halign (self->context_menu, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
pop_up_for (SemaWordsPane *self, SemaWordRow *row, double x, double y)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (sema_word_row_is_section (row))
    menu = sema_words_pane_make_section_menu (row);
  else
    {
      const char *word = sema_word_row_get_word (row);

      if (!sema_session_is_selected (self->session, word))
        sema_session_select (self->session, NULL, word);
      menu = make_word_menu (self);
    }
  pop_up (self, menu, x, y);
}

static SemaWordCell *
find_cell (GtkWidget *within)
{
  GtkWidget *cell = gtk_widget_get_ancestor (within, SEMA_TYPE_WORD_CELL);

  if (cell == NULL && gtk_widget_get_first_child (within) != NULL)
    cell = gtk_widget_get_ancestor (gtk_widget_get_first_child (within), SEMA_TYPE_WORD_CELL);
  return (SemaWordCell *)cell;
}

/* Shows the menu of the row at a place of the list; returns whether there is a row. */
gboolean
sema_words_pane_show_menu (SemaWordsPane *self, double x, double y)
{
  GtkWidget    *list = GTK_WIDGET (self->list);
  GtkWidget    *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  SemaWordCell *cell = picked != NULL && picked != list ? find_cell (picked) : NULL;

  if (cell == NULL || sema_word_cell_get_row (cell) == NULL)
    return FALSE;
  gtk_widget_translate_coordinates (list, GTK_WIDGET (self), x, y, &x, &y);
  pop_up_for (self, sema_word_cell_get_row (cell), x, y);
  return TRUE;
}

/* Shows the menu of the row that has the keyboard. */
void
sema_words_pane_show_menu_of_focus (SemaWordsPane *self)
{
  GtkWidget    *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  SemaWordCell *cell = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)) ? find_cell (focus) : NULL;
  double        x;
  double        y;

  if (cell == NULL || sema_word_cell_get_row (cell) == NULL)
    return;
  gtk_widget_translate_coordinates (GTK_WIDGET (cell), GTK_WIDGET (self), 24, gtk_widget_get_height (GTK_WIDGET (cell)), &x, &y);
  pop_up_for (self, sema_word_cell_get_row (cell), x, y);
}
