/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-weight-view-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "sema-number.h"

/* What keys and the pointer do to a matrix. */

static gint64
count_page_rows (SemaWeightView *self)
{
  double page = gtk_widget_get_height (GTK_WIDGET (self)) - self->layout.head_height;

  return MAX ((gint64)(page / MAX (self->layout.cell_height, 1)) - 1, 1);
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, SemaWeightView *self)
{
  gint64   row = MAX (self->row, 0), column = MAX (self->column, 0);
  gboolean with_control = (modifiers & GDK_CONTROL_MASK) != 0;

  if (self->grid.matrix == NULL)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Up:
      row--;
      break;
    case GDK_KEY_Down:
      row++;
      break;
    case GDK_KEY_Left:
      column--;
      break;
    case GDK_KEY_Right:
      column++;
      break;
    case GDK_KEY_Page_Up:
      row -= count_page_rows (self);
      break;
    case GDK_KEY_Page_Down:
      row += count_page_rows (self);
      break;
    case GDK_KEY_Home:
      row = with_control ? 0 : row;
      column = 0;
      break;
    case GDK_KEY_End:
      row = with_control ? G_MAXINT64 : row;
      column = G_MAXINT64;
      break;
    case GDK_KEY_c:
      if (with_control)
        sema_weight_view_ask_for_copy (self);
      return with_control;
    default:
      return FALSE;
    }
  sema_weight_view_look_at (self, MAX (row, 0), MAX (column, 0));
  return TRUE;
}

static void
clicked (GtkGestureClick *gesture, int n, double x, double y, SemaWeightView *self)
{
  SemaWeightGridView view = sema_weight_view_get_view (self);
  gint64             row, column;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->grid.matrix == NULL || !sema_weight_grid_pick (&self->grid, &self->layout, &view, x, y, &row, &column))
    return;
  sema_weight_view_look_at (self, row >= 0 ? row : MAX (self->row, 0), column >= 0 ? column : MAX (self->column, 0));
}

static char *
dup_token (SemaWeightView *self, guint64 id)
{
  if (self->grid.vocab == NULL || id >= sema_vocab_get_n_words (self->grid.vocab))
    return NULL;
  return sema_vocab_dup_label (self->grid.vocab, id);
}

/* Which token, and which number, the pointer is on. */
gboolean
sema_weight_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  SemaWeightView    *self = SEMA_WEIGHT_VIEW (widget);
  SemaWeightGridView view = sema_weight_view_get_view (self);
  gint64             row, column;
  char               number[SEMA_NUMBER_SIZE];
  g_autofree char   *token = NULL;
  g_autofree char   *text = NULL;
  guint64            id;

  if (keyboard || self->grid.matrix == NULL || !sema_weight_grid_pick (&self->grid, &self->layout, &view, x, y, &row, &column) || row < 0 || (guint64)row >= self->shown_rows)
    return FALSE;
  id = self->grid.ids != NULL ? self->grid.ids[row] : (guint64)row;
  token = dup_token (self, id);
  if (column < 0 && token == NULL)
    return FALSE;
  if (column >= 0)
    sema_number_print_float (sema_matrix_get_number (self->grid.matrix, (guint64)row, (gsize)column), number);
  if (token == NULL)
    text = g_strdup_printf (_("Token id %" PRIu64 ", dimension %" PRId64 ": %s"), id, column, number);
  else if (column >= 0)
    text = g_strdup_printf (_("%s, token id %" PRIu64 ", dimension %" PRId64 ": %s"), token, id, column, number);
  gtk_tooltip_set_text (tooltip, text != NULL ? text : token);
  return TRUE;
}

/* Lets keys and the pointer move the cell that is looked at. */
void
sema_weight_view_add_controllers (SemaWeightView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  g_signal_connect (click, "pressed", G_CALLBACK (clicked), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
