/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-lazy-menu.h"

static void
make_popover (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (menu));
}

/**
 * sema_lazy_menu_attach:
 * @button: gets the menu instead of the one that it has
 * @menu: (nullable): what it shows when it is pressed
 *
 * GTK makes the popover of a menu button with the button, which takes longer than all else in a window that comes up. This one is
 * made when it is wanted. Not for items with states: assistive technologies are told of those only where the popover is older than the
 * window's actions.
 */
void
sema_lazy_menu_attach (GtkMenuButton *button, GMenuModel *menu)
{
  gtk_menu_button_set_popover (button, NULL);
  if (menu != NULL)
    gtk_menu_button_set_create_popup_func (button, make_popover, g_object_ref (menu), g_object_unref);
  else
    gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
}
