/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sema-map-view.h"
#include "sema-renderer.h"
#include "sema-scatter-scene.h"

G_BEGIN_DECLS

/* The view's fields, for its own files: what it shows, how it moves, what the pointer and the keys do. */

struct _SemaMapView
{
  GtkWidget parent_instance;

  SemaSession  *session;
  GSignalGroup *session_signals;
  gboolean      presenter;
  gboolean      selecting;
  gboolean      show_trust;
  double        text_scale;

  SemaProjection *projection;
  SemaScatter    *scatter; /* what is shown now: the projection's, or one on the way there */
  guint8         *selected;
  gssize          hovered; /* the point under the pointer or the keys, or -1 */

  SemaRenderer  *renderer;
  SemaScene     *scene; /* what is drawn in node; NULL when it must be drawn anew */
  GskRenderNode *node;

  SemaCloudImage *cloud_image; /* all words as they were last drawn, or NULL */
  SemaCloud      *cloud_drawn; /* whose they are */
  SemaProgress   *cloud_job;   /* NULL when none is being drawn; the job that holds another one is stale */
  gint64          hovered_row; /* the word of the cloud under the pointer, or -1 */

  SemaCamera    camera;
  AdwAnimation *flight; /* of the camera */
  SemaCamera    flight_from;
  SemaCamera    flight_to;
  gboolean      flight_fits;
  AdwAnimation *glide; /* of the points */
  SemaScatter  *glide_from;

  gboolean        clicking; /* whether a word is being selected on the map itself */
  gboolean        dragging;
  gboolean        panning; /* whether the drag has gone far enough to be no click */
  double          drag_x;  /* how far it has panned, logical units */
  double          drag_y;
  gboolean        band_shown;
  graphene_rect_t band;
  double          pinch_scale;
  double          pointer_x;
  double          pointer_y;
};

void             sema_map_view_fill_view (SemaMapView *self, SemaScatterView *view);
void             sema_map_view_get_place (SemaMapView *self, SemaFrame *frame, SemaCamera *camera);
void             sema_map_view_redraw (SemaMapView *self);
void             sema_map_view_hover (SemaMapView *self, gssize point);
const SemaScene *sema_map_view_get_scene (SemaMapView *self);
const char      *sema_map_view_get_word (SemaMapView *self, gssize point);
void             sema_map_view_select_points (SemaMapView *self, const guint8 *chosen, gboolean add, gssize focus);

void   sema_map_view_snapshot_cloud (SemaMapView *self, GtkSnapshot *snapshot, const SemaTheme *theme);
void   sema_map_view_drop_cloud (SemaMapView *self);
gint64 sema_map_view_pick_row (SemaMapView *self, double x, double y);
void   sema_map_view_hover_row (SemaMapView *self, gint64 row);
char  *sema_map_view_dup_cloud_word (SemaMapView *self, gint64 row);
gint64 sema_map_view_get_focused_row (SemaMapView *self);

void sema_map_view_set_camera (SemaMapView *self, const SemaCamera *camera);
void sema_map_view_fly_to (SemaMapView *self, const SemaCamera *camera);
void sema_map_view_visit (SemaMapView *self, const char *word);
void sema_map_view_zoom_at (SemaMapView *self, double x, double y, double factor);
void sema_map_view_glide_to (SemaMapView *self, SemaScatter *goal);
void sema_map_view_stop_flight (SemaMapView *self);
void sema_map_view_stop_moving (SemaMapView *self);

void sema_map_view_add_controllers (SemaMapView *self);

G_END_DECLS
