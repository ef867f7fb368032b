/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word-cell.h"

#include <glib/gi18n-lib.h>

#include "sema-lazy-menu.h"
#include "sema-marker.h"

/**
 * SemaWordCell:
 *
 * Shows one SemaWordRow in the list: a heading with marker, count and menu, or a word with what is to be said of it.
 */
struct _SemaWordCell
{
  AdwBin parent_instance;

  SemaWordRow *row;

  GtkBox        *box;
  SemaMarker    *marker;
  GtkLabel      *label;
  GtkLabel      *note;
  GtkMenuButton *menu; /* NULL as long as the cell has shown no heading */
};

G_DEFINE_FINAL_TYPE (SemaWordCell, sema_word_cell, ADW_TYPE_BIN)

static void
sema_word_cell_dispose (GObject *object)
{
  SemaWordCell *self = SEMA_WORD_CELL (object);

  g_clear_object (&self->row);
  G_OBJECT_CLASS (sema_word_cell_parent_class)->dispose (object);
}

static void
sema_word_cell_class_init (SemaWordCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_word_cell_dispose;
  g_type_ensure (SEMA_TYPE_MARKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-word-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaWordCell, box);
  gtk_widget_class_bind_template_child (widget_class, SemaWordCell, marker);
  gtk_widget_class_bind_template_child (widget_class, SemaWordCell, label);
  gtk_widget_class_bind_template_child (widget_class, SemaWordCell, note);
  gtk_widget_class_set_css_name (widget_class, "wordcell");
}

static void
sema_word_cell_init (SemaWordCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_class (SemaWordCell *self, const char *name, gboolean present)
{
  if (present)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static const char *
explain (const SemaWordRow *row)
{
  switch (sema_word_row_get_state (row))
    {
    case SEMA_WORD_MISSING:
      return _("not in this file");
    case SEMA_WORD_UNUSABLE:
      return _("has no usable vector");
    case SEMA_WORD_PLACED:
    default:
      if (sema_word_row_is_composed (row))
        return _ ("from its n-grams");
      return sema_word_row_is_chosen (row) ? "" : _("from an analogy");
    }
}

/* Most cells are words, and the button takes longer to make than all else in the cell. */
static void
add_menu (SemaWordCell *self)
{
  GtkWidget *menu = gtk_menu_button_new ();

  self->menu = GTK_MENU_BUTTON (menu);
  gtk_menu_button_set_icon_name (self->menu, "view-more-symbolic");
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (menu, _("Section Menu"));
  gtk_widget_add_css_class (menu, "flat");
  gtk_widget_add_css_class (menu, "section-menu");
  gtk_box_append (self->box, menu);
}

static void
set_menu (SemaWordCell *self, GMenuModel *menu)
{
  if (self->menu == NULL && menu != NULL)
    add_menu (self);
  if (self->menu == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->menu), menu != NULL);
  sema_lazy_menu_attach (self->menu, menu);
}

static void
show_section (SemaWordCell *self, GMenuModel *menu)
{
  SemaSectionKind  kind = sema_word_row_get_kind (self->row);
  gboolean         coloured = kind <= SEMA_SECTION_COLUMN;
  const char      *label = sema_word_row_get_label (self->row);
  g_autofree char *count = g_strdup_printf ("%" G_GSIZE_FORMAT, sema_word_row_get_n_words (self->row));
  g_autofree char *name = g_strdup_printf (_("Menu of %s"), label);

  gtk_widget_set_visible (GTK_WIDGET (self->marker), coloured);
  if (coloured)
    sema_marker_set_style (self->marker, sema_word_row_get_style (self->row));
  gtk_label_set_label (self->note, count);
  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
  set_menu (self, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_word (SemaWordCell *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->marker), FALSE);
  gtk_label_set_label (self->note, explain (self->row));
  gtk_widget_set_visible (GTK_WIDGET (self->note), *explain (self->row) != 0);
  set_menu (self, NULL);
}

/**
 * sema_word_cell_set_row:
 * @self: a cell
 * @row: (nullable): what to show; %NULL forgets it
 * @menu: (nullable): menu of a heading
 */
void
sema_word_cell_set_row (SemaWordCell *self, SemaWordRow *row, GMenuModel *menu)
{
  gboolean section;

  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  section = sema_word_row_is_section (row);
  set_class (self, "section", section);
  set_class (self, "absent", !section && sema_word_row_get_state (row) != SEMA_WORD_PLACED);
  set_class (self, "analogy", !section && !sema_word_row_is_chosen (row));
  gtk_label_set_label (self->label, sema_word_row_get_label (row));
  if (section)
    show_section (self, menu);
  else
    show_word (self);
}

/**
 * sema_word_cell_get_row:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): what it shows
 */
SemaWordRow *
sema_word_cell_get_row (SemaWordCell *self)
{
  g_return_val_if_fail (SEMA_IS_WORD_CELL (self), NULL);

  return self->row;
}
