/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-order-pane.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "sema-count.h"
#include "sema-edits.h"
#include "sema-file-chooser.h"
#include "sema-toast.h"

#define MOST_SHOWN 1000 /* words that come to the map at once */

/**
 * SemaOrderPane:
 *
 * A list of words of the file that is open, and what can be done with them: shown on the map, looked up, copied, saved.
 */
struct _SemaOrderPane
{
  AdwBin parent_instance;

  SemaSession *session;   /* NULL until it begins */
  char        *file_name; /* proposed for the table */

  SemaOrderView *view;
  GtkLabel      *caption;
  GtkWidget     *map_button;
  GtkWidget     *copy_button;
  GtkWidget     *save_button;
};

G_DEFINE_FINAL_TYPE (SemaOrderPane, sema_order_pane, ADW_TYPE_BIN)

static void
update (SemaOrderPane *self)
{
  guint32          n = sema_order_view_get_n (self->view);
  guint32          n_selected = sema_order_view_get_n_selected (self->view);
  g_autofree char *rows = g_strdup_printf (ngettext ("%s row", "%s rows", n), SEMA_COUNT (n));
  g_autofree char *selected = g_strdup_printf (ngettext ("%s selected", "%s selected", n_selected), SEMA_COUNT (n_selected));
  g_autofree char *text = g_strjoin (" · ", rows, n_selected > 0 ? selected : NULL, NULL);

  gtk_label_set_text (self->caption, sema_order_view_is_sorted (self->view) ? text : _("Sorting…"));
  gtk_widget_set_sensitive (self->map_button, n_selected > 0);
  gtk_widget_set_sensitive (self->copy_button, n_selected > 0);
  gtk_widget_set_sensitive (self->save_button, n > 0);
}

static void
show_on_map (SemaOrderPane *self)
{
  g_auto (GStrv)   words = NULL;
  g_autofree char *text = NULL;
  gsize            n_new;

  if (sema_order_view_get_n_selected (self->view) > MOST_SHOWN)
    {
      text = g_strdup_printf (ngettext ("Select at most %s row to show it on the map.", "Select at most %s rows to show them on the map.", MOST_SHOWN), SEMA_COUNT (MOST_SHOWN));
      sema_toast_show (GTK_WIDGET (self->view), text, FALSE);
      return;
    }
  words = sema_order_view_dup_words (self->view);
  n_new = sema_edits_add_words (self->session, (const char *const *)words);
  text = n_new > 0 ? g_strdup_printf (ngettext ("%zu word added", "%zu words added", n_new), n_new) : g_strdup (_ ("No new words"));
  sema_toast_show (GTK_WIDGET (self->view), text, n_new > 0);
}

static void
copy (SemaOrderPane *self)
{
  sema_order_view_copy (self->view);
}

static void
save_to (const char *path, gpointer data)
{
  SemaOrderPane *self = data;

  sema_order_view_save (self->view, path);
}

static void
save (SemaOrderPane *self)
{
  sema_file_chooser_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Save Table"), NULL, self->file_name, save_to, self);
}

static void
look_up (SemaOrderPane *self, const char *word)
{
  sema_session_select (self->session, NULL, word);
}

static void
sema_order_pane_dispose (GObject *object)
{
  SemaOrderPane *self = SEMA_ORDER_PANE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->file_name, g_free);
  G_OBJECT_CLASS (sema_order_pane_parent_class)->dispose (object);
}

static void
sema_order_pane_class_init (SemaOrderPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_order_pane_dispose;
  g_type_ensure (SEMA_TYPE_ORDER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-order-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaOrderPane, view);
  gtk_widget_class_bind_template_child (widget_class, SemaOrderPane, caption);
  gtk_widget_class_bind_template_child (widget_class, SemaOrderPane, map_button);
  gtk_widget_class_bind_template_child (widget_class, SemaOrderPane, copy_button);
  gtk_widget_class_bind_template_child (widget_class, SemaOrderPane, save_button);
  gtk_widget_class_bind_template_callback (widget_class, show_on_map);
  gtk_widget_class_bind_template_callback (widget_class, copy);
  gtk_widget_class_bind_template_callback (widget_class, save);
}

static void
sema_order_pane_init (SemaOrderPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sema_order_pane_begin:
 * @self: a pane that has not begun
 * @session: whose words they are
 * @model: (transfer full): what it lists
 * @name: what a screen reader calls the list, translated
 * @file_name: proposed for the table as a file, UTF-8
 */
void
sema_order_pane_begin (SemaOrderPane *self, SemaSession *session, SemaOrderModel *model, const char *name, const char *file_name)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->file_name = g_strdup (file_name);
  sema_order_view_set_model (self->view, model, name);
  g_signal_connect_object (self->view, "selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "chosen", G_CALLBACK (look_up), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * sema_order_pane_get_view:
 * @self: a pane
 *
 * Returns: (transfer none): its list
 */
SemaOrderView *
sema_order_pane_get_view (SemaOrderPane *self)
{
  return self->view;
}
