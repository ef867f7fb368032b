/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-map-view-private.h"

#include "sema-scatter-glide.h"

#define FLIGHT_MS 250
#define GLIDE_MS 450
#define GLIDE_MOST_POINTS 1500 /* more do not get to their places at a frame's pace */
#define NEAREST 400.0          /* zoom, as a multiple of the scale that fits everything */
#define NEAREST_OF_ALL 40000.0 /* the same where all words are shown */
#define VISIT 12.0             /* and where one of them is visited */
#define FARTHEST 0.2

/* Looks from another place at once, and tells the session. */
void
sema_map_view_set_camera (SemaMapView *self, const SemaCamera *camera)
{
  self->camera = *camera;
  if (self->session != NULL)
    sema_session_set_camera (self->session, camera);
  sema_map_view_redraw (self);
}

static void
get_fitting_camera (SemaMapView *self, SemaCamera *camera)
{
  SemaFrame  frame;
  SemaCamera now = self->camera;

  self->camera = (SemaCamera) {0, 0, 0};
  sema_map_view_get_place (self, &frame, camera);
  self->camera = now;
}

static void
fly (double t, gpointer data)
{
  SemaMapView *self = data;
  SemaCamera   camera;

  if (self->flight == NULL)
    return;
  sema_camera_blend (&self->flight_from, &self->flight_to, t, &camera);
  if (t >= 1 && self->flight_fits)
    camera = (SemaCamera) {0, 0, 0};
  sema_map_view_set_camera (self, &camera);
}

/* Only skipping to its end lets go of an animation that plays; without its place in the view it moves nothing more. */
static void
stop (AdwAnimation **animation)
{
  g_autoptr (AdwAnimation) old = g_steal_pointer (animation);

  if (old != NULL)
    adw_animation_skip (old);
}

static void
play (SemaMapView *self, AdwAnimation **animation, AdwAnimationTargetFunc func, guint duration)
{
  stop (animation);
  *animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, duration, adw_callback_animation_target_new (func, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (*animation), ADW_EASE_OUT_CUBIC);
  adw_animation_play (*animation);
}

/* Moves the camera so that one can follow; scale 0 goes to where everything fits. */
void
sema_map_view_fly_to (SemaMapView *self, const SemaCamera *camera)
{
  SemaFrame frame;

  if (self->scatter == NULL)
    return;
  stop (&self->flight);
  sema_map_view_get_place (self, &frame, &self->flight_from);
  self->flight_fits = camera->scale == 0;
  if (self->flight_fits)
    get_fitting_camera (self, &self->flight_to);
  else
    self->flight_to = *camera;
  play (self, &self->flight, fly, FLIGHT_MS);
}

/* Zooms so that what is at (x, y) stays there. */
void
sema_map_view_zoom_at (SemaMapView *self, double x, double y, double factor)
{
  SemaFrame  frame;
  SemaCamera camera;
  SemaCamera fitting;
  double     nearest;

  if (self->scatter == NULL)
    return;
  stop (&self->flight);
  sema_map_view_get_place (self, &frame, &camera);
  get_fitting_camera (self, &fitting);
  nearest = self->scatter->cloud != NULL ? NEAREST_OF_ALL : NEAREST;
  factor = CLAMP (factor, FARTHEST * fitting.scale / camera.scale, nearest * fitting.scale / camera.scale);
  sema_camera_zoom (&camera, &frame, x, y, factor);
  sema_map_view_set_camera (self, &camera);
}

static void
glide (double t, gpointer data)
{
  SemaMapView *self = data;

  if (self->glide == NULL)
    return;
  g_clear_pointer (&self->scatter, sema_scatter_unref);
  self->scatter = sema_scatter_glide (self->glide_from, sema_projection_get_scatter (self->projection), t);
  sema_map_view_redraw (self);
}

/* Shows another scatter; where it can be followed, the points go there from where they are. */
void
sema_map_view_glide_to (SemaMapView *self, SemaScatter *goal)
{
  g_clear_pointer (&self->glide_from, sema_scatter_unref);
  if (self->scatter == NULL || self->scatter->points->len == 0 || goal->points->len > GLIDE_MOST_POINTS || goal->cloud != NULL || self->scatter->cloud != NULL)
    {
      g_clear_pointer (&self->scatter, sema_scatter_unref);
      self->scatter = sema_scatter_ref (goal);
      sema_map_view_redraw (self);
      return;
    }
  self->glide_from = g_steal_pointer (&self->scatter);
  self->scatter = sema_scatter_glide (self->glide_from, goal, 0);
  sema_map_view_redraw (self);
  play (self, &self->glide, glide, GLIDE_MS);
}

/* Stops the camera where it is. */
void
sema_map_view_stop_flight (SemaMapView *self)
{
  stop (&self->flight);
}

/* Stops camera and points where they are. */
void
sema_map_view_stop_moving (SemaMapView *self)
{
  stop (&self->flight);
  stop (&self->glide);
}

/**
 * sema_map_view_zoom:
 * @self: a map view
 * @factor: over 1 goes nearer, about the middle of the plot
 */
void
sema_map_view_zoom (SemaMapView *self, double factor)
{
  SemaFrame  frame;
  SemaCamera camera;

  g_return_if_fail (SEMA_IS_MAP_VIEW (self) && factor > 0);

  if (self->scatter == NULL)
    return;
  sema_map_view_get_place (self, &frame, &camera);
  sema_map_view_zoom_at (self, frame.x + frame.width / 2, frame.y + frame.height / 2, factor);
}

/**
 * sema_map_view_fit:
 * @self: a map view
 *
 * Goes to where all words are seen, and stays with them as they change.
 */
void
sema_map_view_fit (SemaMapView *self)
{
  g_return_if_fail (SEMA_IS_MAP_VIEW (self));

  sema_map_view_fly_to (self, &(SemaCamera) {0, 0, 0});
}

/* Where a word is on the map: one of the points, or of all words. */
static gboolean
find_place (SemaMapView *self, const char *word, double *x, double *y)
{
  gssize  index = self->projection == NULL ? -1 : sema_projection_find_word (self->projection, word);
  gssize  point = index < 0 ? -1 : sema_projection_get_word (self->projection, (gsize)index)->point;
  guint64 row;

  if (point >= 0)
    {
      *x = sema_scatter_get_point (self->scatter, (gsize)point)->x;
      *y = sema_scatter_get_point (self->scatter, (gsize)point)->y;
      return TRUE;
    }
  if (self->scatter == NULL || self->scatter->cloud == NULL)
    return FALSE;
  row = sema_vocab_find (self->scatter->cloud->vocab, word, -1);
  return row != SEMA_VOCAB_NO_ROW && sema_cloud_get_place (self->scatter->cloud, row, x, y);
}

/**
 * sema_map_view_centre_on:
 * @self: a map view
 * @word: bytes of a word; one that is not on the map changes nothing
 */
void
sema_map_view_centre_on (SemaMapView *self, const char *word)
{
  SemaFrame  frame;
  SemaCamera camera;
  double     x, y;

  g_return_if_fail (SEMA_IS_MAP_VIEW (self) && word != NULL);

  if (!find_place (self, word, &x, &y))
    return;
  sema_map_view_get_place (self, &frame, &camera);
  camera.centre_x = x;
  camera.centre_y = y;
  sema_map_view_fly_to (self, &camera);
}

/* Flies to a word among all words, near enough to see what is round it. */
void
sema_map_view_visit (SemaMapView *self, const char *word)
{
  SemaFrame  frame;
  SemaCamera camera;
  SemaCamera fitting;
  double     x, y;

  if (!find_place (self, word, &x, &y))
    return;
  sema_map_view_get_place (self, &frame, &camera);
  get_fitting_camera (self, &fitting);
  sema_map_view_fly_to (self, &(SemaCamera) {x, y, MAX (camera.scale, VISIT * fitting.scale)});
}
