/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-axes-popover.h"

#include "sema-question-edits.h"

/**
 * SemaAxesPopover:
 *
 * Lets two of the questions be the axes of the map.
 */
struct _SemaAxesPopover
{
  GtkPopover parent_instance;

  SemaSession *session;

  GtkDropDown *x_list;
  GtkDropDown *y_list;
  GtkWidget   *show_button;
};

G_DEFINE_FINAL_TYPE (SemaAxesPopover, sema_axes_popover, GTK_TYPE_POPOVER)

static const char *
get_name (GtkDropDown *list)
{
  GObject *item = gtk_drop_down_get_selected_item (list);

  return item != NULL ? gtk_string_object_get_string (GTK_STRING_OBJECT (item)) : NULL;
}

static void
chosen (SemaAxesPopover *self)
{
  gtk_widget_set_sensitive (self->show_button, g_strcmp0 (get_name (self->x_list), get_name (self->y_list)) != 0);
}

static void
show (SemaAxesPopover *self)
{
  SemaLooks looks = *sema_session_get_looks (self->session);

  if (!sema_question_edits_set_axes (self->session, get_name (self->x_list), get_name (self->y_list)))
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  looks.place = SEMA_PLACE_MAP;
  sema_session_set_looks (self->session, &looks);
}

static void
fill_list (GtkDropDown *list, const SemaRecipe *recipe, guint axis)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gssize                    index = sema_recipe_find_question (recipe, recipe->axes[axis]);

  for (guint i = 0; i < recipe->questions->len; i++)
    gtk_string_list_append (names, sema_recipe_get_question (recipe, i)->name);
  gtk_drop_down_set_model (list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (list, index >= 0 ? (guint)index : MIN (axis, recipe->questions->len - 1));
}

static void
sema_axes_popover_map (GtkWidget *widget)
{
  SemaAxesPopover  *self = SEMA_AXES_POPOVER (widget);
  const SemaRecipe *recipe = sema_session_get_recipe (self->session);

  fill_list (self->x_list, recipe, 0);
  fill_list (self->y_list, recipe, 1);
  chosen (self);
  GTK_WIDGET_CLASS (sema_axes_popover_parent_class)->map (widget);
}

static void
sema_axes_popover_dispose (GObject *object)
{
  g_clear_object (&SEMA_AXES_POPOVER (object)->session);
  G_OBJECT_CLASS (sema_axes_popover_parent_class)->dispose (object);
}

static void
sema_axes_popover_class_init (SemaAxesPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_axes_popover_dispose;
  widget_class->map = sema_axes_popover_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-axes-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaAxesPopover, x_list);
  gtk_widget_class_bind_template_child (widget_class, SemaAxesPopover, y_list);
  gtk_widget_class_bind_template_child (widget_class, SemaAxesPopover, show_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen);
  gtk_widget_class_bind_template_callback (widget_class, show);
}

static void
sema_axes_popover_init (SemaAxesPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sema_axes_popover_new:
 * @session: whose map it is; to be asked only while there are questions
 *
 * Returns: (transfer none): a popover, owned by GTK
 */
GtkWidget *
sema_axes_popover_new (SemaSession *session)
{
  SemaAxesPopover *self = g_object_new (SEMA_TYPE_AXES_POPOVER, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
