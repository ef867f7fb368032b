/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sema-renderer.h"

G_BEGIN_DECLS

/**
 * SemaSceneFunc:
 * @width: of the widget
 * @height: of the widget
 * @measure: how large texts are
 * @data: as given
 *
 * Returns: (transfer full) (nullable): what is to be seen
 */
typedef SemaScene *(*SemaSceneFunc) (double width, double height, const SemaMeasure *measure, gpointer data);

/* Signals:
 *   resized  sizes are being given out: widgets must not change before that is over
 */
#define SEMA_TYPE_SCENE_VIEW (sema_scene_view_get_type ())
G_DECLARE_FINAL_TYPE (SemaSceneView, sema_scene_view, SEMA, SCENE_VIEW, GtkWidget)

void             sema_scene_view_follow (SemaSceneView *self, SemaSceneFunc compose, gpointer data);
void             sema_scene_view_leave_out_paper (SemaSceneView *self);
void             sema_scene_view_update (SemaSceneView *self);
const SemaScene *sema_scene_view_get_scene (SemaSceneView *self);

G_END_DECLS
