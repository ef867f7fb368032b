/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-place-private.h"

#include "sema-tensor-popover.h"
#include "sema-tensors.h"

/* Which matrix of a model is open. */

static void
open_tensor (SemaLayerPlace *self, const char *name)
{
  SemaSession *session = sema_place_view_get_session (SEMA_PLACE_VIEW (self));
  const char  *path = session != NULL ? sema_session_get_path (session) : NULL;

  if (path != NULL)
    sema_session_open_model (session, path, name, sema_session_get_tokenizer (session));
}

/* The rows of the open model are to be called by other tokens. */
void
sema_layer_place_take_tokenizer (SemaLayerPlace *self, const char *tokenizer)
{
  SemaSession *session = sema_place_view_get_session (SEMA_PLACE_VIEW (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->tensor_button)))
    sema_session_open_model (session, sema_session_get_path (session), sema_session_get_part (session), tokenizer);
}

/* Gives the button its list. */
void
sema_layer_place_offer_tensors (SemaLayerPlace *self)
{
  GtkWidget *popover = sema_tensor_popover_new ();

  gtk_menu_button_set_popover (self->tensor_button, popover);
  g_object_bind_property (popover, "chosen", self->tensor_label, "label", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (popover, "asked", G_CALLBACK (open_tensor), self, G_CONNECT_SWAPPED);
}

/* The tensors of the open file, where it has any and is what is shown. */
void
sema_layer_place_show_tensors (SemaLayerPlace *self)
{
  SemaSession *session = sema_place_view_get_session (SEMA_PLACE_VIEW (self));
  SemaSet     *set = sema_layer_place_get_open_set (self);
  gboolean     is_model = set != NULL && sema_tensors_is_format (sema_set_get_format (set));
  gboolean     is_shown = is_model && !gtk_toggle_button_get_active (self->new_button);

  gtk_widget_set_visible (GTK_WIDGET (self->tensor_button), is_shown);
  if (is_shown && sema_session_get_path (session) != NULL)
    sema_tensor_popover_list (SEMA_TENSOR_POPOVER (gtk_menu_button_get_popover (self->tensor_button)), sema_session_get_path (session), sema_session_get_part (session));
}
