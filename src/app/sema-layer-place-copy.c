/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-place-private.h"

#include <glib/gi18n-lib.h>

#include "sema-layer-text.h"
#include "sema-toast.h"

/* The row that is looked at, or else the whole output. */
static void
copy_as (SemaLayerPlace *self, SemaLayerTextAs as)
{
  SemaLayerContent *content = sema_layer_model_get_content (self->model);
  SemaLayerInput   *input = sema_layer_model_get_input (self->model);
  g_autofree char  *text = NULL;
  gint64            row, column;

  if (content != NULL && sema_weight_view_get_cell (self->weight, &row, &column))
    text = sema_layer_text_print_rows (sema_layer_content_get_weight (content), (guint64)row, 1, NULL, as);
  else if (input != NULL && input->n > 0)
    text = sema_layer_text_print_rows (input->output, 0, MIN (input->n, SEMA_LAYER_TEXT_MOST_ROWS), input->ids, as);
  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  sema_toast_show (GTK_WIDGET (self), _("Rows copied"), FALSE);
}

/* An action: "csv", "python", or else plain text. */
void
sema_layer_place_copy_as (GtkWidget *widget, const char *action, GVariant *target)
{
  const char *as = g_variant_get_string (target, NULL);

  copy_as (SEMA_LAYER_PLACE (widget), g_str_equal (as, "csv") ? SEMA_LAYER_TEXT_CSV : g_str_equal (as, "python") ? SEMA_LAYER_TEXT_PYTHON
                                                                                                                 : SEMA_LAYER_TEXT_PLAIN);
}

/* As plain text. */
void
sema_layer_place_copy (SemaLayerPlace *self)
{
  copy_as (self, SEMA_LAYER_TEXT_PLAIN);
}
