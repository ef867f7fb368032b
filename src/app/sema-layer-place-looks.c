/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-place-private.h"

/* How one looks at the layer is a part of the session, which is kept and saved. */

static SemaLayerLooks
get_looks (SemaLayerPlace *self)
{
  return (SemaLayerLooks) {
    .settings = sema_layer_form_get_settings (self->form),
    .is_of_open = !gtk_toggle_button_get_active (self->new_button),
    .ids = g_strdup (gtk_editable_get_text (self->ids)),
    .as_points = !gtk_toggle_button_get_active (self->matrix_button),
    .with_one_hot = gtk_toggle_button_get_active (self->one_hot_button),
  };
}

/* Something was chosen here. */
void
sema_layer_place_tell_looks (SemaLayerPlace *self)
{
  SemaSession       *session = sema_place_view_get_session (SEMA_PLACE_VIEW (self));
  g_auto (SemaLooks) looks = {0};

  if (self->is_filling || session == NULL)
    return;
  sema_looks_copy (sema_session_get_looks (session), &looks);
  sema_layer_looks_clear (&looks.layer);
  looks.layer = get_looks (self);
  sema_session_set_looks (session, &looks);
}

static void
set_ids (SemaLayerPlace *self, const char *ids)
{
  if (!g_str_equal (gtk_editable_get_text (self->ids), ids))
    gtk_editable_set_text (self->ids, ids);
}

static gboolean
has_settings (SemaLayerPlace *self, const SemaLayerSettings *settings)
{
  const SemaLayerSettings own = sema_layer_form_get_settings (self->form);

  return sema_layer_settings_equal (settings, &own);
}

/* A session was opened, or something was chosen here. Vectors that are not open cannot be a layer: then it is the new one, until they are. */
void
sema_layer_place_take_looks (SemaLayerPlace *self)
{
  SemaSession            *session = sema_place_view_get_session (SEMA_PLACE_VIEW (self));
  const SemaLayerLooks   *looks = &sema_session_get_looks (session)->layer;
  const SemaLayerSettings settings = sema_layer_looks_get_settings (looks);
  gboolean                is_of_open = looks->is_of_open && sema_layer_place_get_open_set (self) != NULL;

  self->is_filling = TRUE;
  if (!has_settings (self, &settings))
    {
      sema_layer_form_set_settings (self->form, &settings);
      sema_layer_place_make (self);
    }
  set_ids (self, sema_layer_looks_get_ids (looks));
  gtk_toggle_button_set_active (self->one_hot_button, looks->with_one_hot);
  gtk_toggle_button_set_active (is_of_open ? GTK_TOGGLE_BUTTON (self->open_button) : self->new_button, TRUE);
  gtk_toggle_button_set_active (looks->as_points ? self->points_button : self->matrix_button, TRUE);
  self->is_filling = FALSE;
}
