/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-session.h"

G_BEGIN_DECLS

/* Properties:
 *   session     SemaSession  what is shown
 *   text-scale  double       size of texts in pictures, 1 is normal
 */
#define SEMA_TYPE_PLACE_VIEW (sema_place_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (SemaPlaceView, sema_place_view, SEMA, PLACE_VIEW, AdwBin)

/**
 * SemaPlaceViewClass:
 * @show_recipe: (nullable): what is asked for has changed
 * @show_looks: how it is looked at has changed
 * @show_picture: there is another picture, or a problem
 *
 * After the first come the other two. All are called for a new session.
 */
struct _SemaPlaceViewClass
{
  AdwBinClass parent_class;

  void (*show_recipe) (SemaPlaceView *self);
  void (*show_looks) (SemaPlaceView *self);
  void (*show_picture) (SemaPlaceView *self);
};

SemaSession *sema_place_view_get_session (SemaPlaceView *self);

G_END_DECLS
