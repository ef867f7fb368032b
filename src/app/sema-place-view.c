/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-place-view.h"

/**
 * SemaPlaceView:
 *
 * A place in the middle of the window other than the map, which follows the session.
 */
typedef struct
{
  SemaSession  *session;
  GSignalGroup *session_signals;
  double        text_scale;
} SemaPlaceViewPrivate;

enum {
  PROP_SESSION = 1,
  PROP_TEXT_SCALE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SemaPlaceView, sema_place_view, ADW_TYPE_BIN)

static SemaPlaceViewPrivate *
get_private (SemaPlaceView *self)
{
  return sema_place_view_get_instance_private (self);
}

static void
show_looks (SemaPlaceView *self)
{
  SEMA_PLACE_VIEW_GET_CLASS (self)->show_looks (self);
}

static void
show_picture (SemaPlaceView *self)
{
  SEMA_PLACE_VIEW_GET_CLASS (self)->show_picture (self);
}

static void
show_recipe (SemaPlaceView *self)
{
  if (SEMA_PLACE_VIEW_GET_CLASS (self)->show_recipe != NULL)
    SEMA_PLACE_VIEW_GET_CLASS (self)->show_recipe (self);
  show_looks (self);
  show_picture (self);
}

static void
take_session (SemaPlaceView *self, SemaSession *session)
{
  SemaPlaceViewPrivate *own = get_private (self);

  if (!g_set_object (&own->session, session))
    return;
  g_signal_group_set_target (own->session_signals, session);
  if (session != NULL)
    show_recipe (self);
}

static void
sema_place_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SemaPlaceViewPrivate *own = get_private (SEMA_PLACE_VIEW (object));

  if (id == PROP_SESSION)
    g_value_set_object (value, own->session);
  else if (id == PROP_TEXT_SCALE)
    g_value_set_double (value, own->text_scale);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_place_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SemaPlaceView *self = SEMA_PLACE_VIEW (object);

  if (id == PROP_SESSION)
    take_session (self, g_value_get_object (value));
  else if (id == PROP_TEXT_SCALE)
    get_private (self)->text_scale = g_value_get_double (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_place_view_dispose (GObject *object)
{
  SemaPlaceViewPrivate *own = get_private (SEMA_PLACE_VIEW (object));

  g_clear_object (&own->session_signals);
  g_clear_object (&own->session);
  G_OBJECT_CLASS (sema_place_view_parent_class)->dispose (object);
}

static void
sema_place_view_class_init (SemaPlaceViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sema_place_view_get_property;
  object_class->set_property = sema_place_view_set_property;
  object_class->dispose = sema_place_view_dispose;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEMA_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, 0.1, 10, 1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
sema_place_view_init (SemaPlaceView *self)
{
  SemaPlaceViewPrivate *own = get_private (self);

  own->text_scale = 1;
  own->session_signals = g_signal_group_new (SEMA_TYPE_SESSION);
  g_signal_group_connect_swapped (own->session_signals, "notify::recipe", G_CALLBACK (show_recipe), self);
  g_signal_group_connect_swapped (own->session_signals, "notify::looks", G_CALLBACK (show_looks), self);
  g_signal_group_connect_swapped (own->session_signals, "notify::picture", G_CALLBACK (show_picture), self);
}

/**
 * sema_place_view_get_session:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): what it shows
 */
SemaSession *
sema_place_view_get_session (SemaPlaceView *self)
{
  return get_private (self)->session;
}
