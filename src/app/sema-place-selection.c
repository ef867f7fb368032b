/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-place-selection.h"

struct _SemaPlaceSelection
{
  GObject parent_instance;

  GListModel *model;
  GtkBitset  *selected;
};

static GType
get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (SEMA_PLACE_SELECTION (list)->model);
}

static guint
get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (SEMA_PLACE_SELECTION (list)->model);
}

static gpointer
get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (SEMA_PLACE_SELECTION (list)->model, position);
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *selection, guint position)
{
  return gtk_bitset_contains (SEMA_PLACE_SELECTION (selection)->selected, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *selection, guint position, guint n_items)
{
  return gtk_bitset_copy (SEMA_PLACE_SELECTION (selection)->selected);
}

/* Of the places in the mask those that are also in the other set are selected from now on, and no others. */
static gboolean
set_selection (GtkSelectionModel *selection, GtkBitset *selected, GtkBitset *mask)
{
  SemaPlaceSelection   *self = SEMA_PLACE_SELECTION (selection);
  g_autoptr (GtkBitset) changes = gtk_bitset_copy (self->selected);
  guint                 first, n = get_n_items (G_LIST_MODEL (self));

  /* GTK calls the symmetric difference so. */
  gtk_bitset_difference (changes, selected);
  gtk_bitset_intersect (changes, mask);
  if (!gtk_bitset_is_empty (changes) && gtk_bitset_get_maximum (changes) >= n)
    gtk_bitset_remove_range_closed (changes, n, G_MAXUINT);
  if (gtk_bitset_is_empty (changes))
    return TRUE;
  gtk_bitset_difference (self->selected, changes);
  first = gtk_bitset_get_minimum (changes);
  gtk_selection_model_selection_changed (selection, first, gtk_bitset_get_maximum (changes) - first + 1);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *interface)
{
  interface->is_selected = is_selected;
  interface->get_selection_in_range = get_selection_in_range;
  interface->set_selection = set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SemaPlaceSelection, sema_place_selection, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init) G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static void
items_changed (SemaPlaceSelection *self, guint position, guint n_removed, guint n_added)
{
  gtk_bitset_splice (self->selected, position, n_removed, n_added);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

static void
sema_place_selection_finalize (GObject *object)
{
  SemaPlaceSelection *self = SEMA_PLACE_SELECTION (object);

  g_object_unref (self->model);
  gtk_bitset_unref (self->selected);
  G_OBJECT_CLASS (sema_place_selection_parent_class)->finalize (object);
}

static void
sema_place_selection_class_init (SemaPlaceSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sema_place_selection_finalize;
}

static void
sema_place_selection_init (SemaPlaceSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
}

/**
 * sema_place_selection_new:
 * @model: (transfer full): the list
 *
 * Returns: (transfer full): the list, of which nothing is selected
 */
SemaPlaceSelection *
sema_place_selection_new (GListModel *model)
{
  SemaPlaceSelection *self = g_object_new (SEMA_TYPE_PLACE_SELECTION, NULL);

  self->model = model;
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed), self, G_CONNECT_SWAPPED);
  return self;
}
