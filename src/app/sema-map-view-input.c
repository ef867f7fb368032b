/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-map-view-private.h"

#include <math.h>

#include "sema-pick.h"

#define REACH 14.0      /* how far from a point the pointer still means it, logical units */
#define WHEEL_STEP 1.15 /* zoom factor of one notch of the wheel */
#define SWIPE_STEP 20.0 /* pixels of a swipe with two fingers that count as a notch */
#define KEY_STEP 1.25
#define KEY_PAN 60.0 /* logical units */
#define CLICK_SLACK 4.0f

static gssize
pick (SemaMapView *self, double x, double y)
{
  const SemaScene *scene = sema_map_view_get_scene (self);

  return scene == NULL ? -1 : sema_pick_at (scene, x, y, REACH);
}

static void
moved (GtkEventControllerMotion *controller, double x, double y, SemaMapView *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
  if (self->dragging)
    return;
  sema_map_view_hover (self, pick (self, x, y));
  sema_map_view_hover_row (self, self->hovered >= 0 ? -1 : sema_map_view_pick_row (self, x, y));
}

static void
left (GtkEventControllerMotion *controller, SemaMapView *self)
{
  sema_map_view_hover (self, -1);
  sema_map_view_hover_row (self, -1);
}

static gboolean
scrolled (GtkEventControllerScroll *controller, double dx, double dy, SemaMapView *self)
{
  if (dy == 0)
    return GDK_EVENT_PROPAGATE;
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    dy /= SWIPE_STEP;
  sema_map_view_zoom_at (self, self->pointer_x, self->pointer_y, pow (WHEEL_STEP, -dy));
  return GDK_EVENT_STOP;
}

static void
pinch_began (GtkGesture *gesture, GdkEventSequence *sequence, SemaMapView *self)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->pinch_scale = 1;
}

static void
pinched (GtkGestureZoom *gesture, double scale, SemaMapView *self)
{
  double x = self->pointer_x;
  double y = self->pointer_y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  sema_map_view_zoom_at (self, x, y, scale / self->pinch_scale);
  self->pinch_scale = scale;
}

static gboolean
has_modifier (GtkGesture *gesture, GdkModifierType modifier)
{
  return (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & modifier) != 0;
}

static void
drag_began (GtkGestureDrag *gesture, double x, double y, SemaMapView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->panning = FALSE;
  if (self->scatter == NULL)
    return;
  sema_map_view_stop_flight (self);
  self->dragging = TRUE;
  self->drag_x = 0;
  self->drag_y = 0;
  self->band_shown = self->selecting || has_modifier (GTK_GESTURE (gesture), GDK_SHIFT_MASK);
  self->band = GRAPHENE_RECT_INIT ((float)x, (float)y, 0, 0);
}

static void
pan (SemaMapView *self, double dx, double dy)
{
  SemaFrame  frame;
  SemaCamera camera;

  if (self->scatter == NULL)
    return;
  sema_map_view_get_place (self, &frame, &camera);
  sema_camera_pan (&camera, dx, dy);
  sema_map_view_set_camera (self, &camera);
}

static void
drag_moved (GtkGestureDrag *gesture, double dx, double dy, SemaMapView *self)
{
  if (!self->dragging)
    return;
  if (self->band_shown)
    {
      self->band.size.width = (float)dx;
      self->band.size.height = (float)dy;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else if (self->panning || gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int)dx, (int)dy))
    {
      self->panning = TRUE;
      sema_map_view_hover (self, -1);
      sema_map_view_hover_row (self, -1);
      pan (self, dx - self->drag_x, dy - self->drag_y);
      self->drag_x = dx;
      self->drag_y = dy;
    }
}

static gboolean
is_band_drawn (const SemaMapView *self)
{
  return fabsf (self->band.size.width) >= CLICK_SLACK || fabsf (self->band.size.height) >= CLICK_SLACK;
}

static void
select_band (SemaMapView *self, gboolean add)
{
  graphene_rect_t    band = self->band;
  const SemaScene   *scene = sema_map_view_get_scene (self);
  g_autofree guint8 *chosen = NULL;

  graphene_rect_normalize (&band);
  if (scene == NULL || !is_band_drawn (self))
    return;
  chosen = g_new0 (guint8, self->scatter->points->len + 1);
  sema_pick_inside (scene, band.origin.x, band.origin.y, band.origin.x + band.size.width, band.origin.y + band.size.height, chosen);
  sema_map_view_select_points (self, chosen, add, -1);
}

static void
drag_ended (GtkGestureDrag *gesture, double dx, double dy, SemaMapView *self)
{
  self->dragging = FALSE;
  if (!self->band_shown)
    return;
  self->band_shown = FALSE;
  select_band (self, has_modifier (GTK_GESTURE (gesture), GDK_CONTROL_MASK));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
select_one (SemaMapView *self, gssize point, gboolean toggle)
{
  g_autofree guint8 *chosen = NULL;

  if (self->scatter == NULL)
    return;
  chosen = g_new0 (guint8, self->scatter->points->len + 1);
  if (point >= 0)
    chosen[point] = 1;
  if (toggle && point >= 0 && self->selected[point])
    {
      self->selected[point] = 0;
      chosen[point] = 0;
      point = -1;
    }
  sema_map_view_select_points (self, chosen, toggle, point);
}

/* A word of the cloud is looked at; it need not be one of the chosen. */
static void
look_at_row (SemaMapView *self, gint64 row)
{
  g_autofree char *word = sema_map_view_dup_cloud_word (self, row);

  sema_session_select (self->session, NULL, word);
}

static void
choose_at (SemaMapView *self, double x, double y, gboolean toggle)
{
  gssize point = pick (self, x, y);
  gint64 row = point >= 0 ? -1 : sema_map_view_pick_row (self, x, y);

  self->clicking = TRUE;
  if (row >= 0)
    look_at_row (self, row);
  else if (!(toggle && point < 0))
    select_one (self, point, toggle);
  self->clicking = FALSE;
}

static void
clicked (GtkGestureClick *gesture, int n_presses, double x, double y, SemaMapView *self)
{
  gboolean toggle = has_modifier (GTK_GESTURE (gesture), GDK_CONTROL_MASK) || has_modifier (GTK_GESTURE (gesture), GDK_SHIFT_MASK);

  if (self->panning || is_band_drawn (self))
    return;
  if (n_presses == 2)
    sema_map_view_fit (self);
  else if (n_presses == 1)
    choose_at (self, x, y, toggle);
}

static gssize
get_focused_point (SemaMapView *self)
{
  const char *focus = sema_session_get_focus (self->session);
  gssize      index = focus == NULL || self->projection == NULL ? -1 : sema_projection_find_word (self->projection, focus);

  return index < 0 ? -1 : sema_projection_get_word (self->projection, (gsize)index)->point;
}

/* Arrows go from word to word, with Shift they add it to the selected ones, with Ctrl they pan. */
static void
go (SemaMapView *self, double dx, double dy, GdkModifierType state)
{
  const SemaScene *scene = sema_map_view_get_scene (self);
  gssize           from = self->hovered >= 0 ? self->hovered : get_focused_point (self);
  gssize           to;

  if (state & GDK_CONTROL_MASK)
    {
      pan (self, -dx * KEY_PAN, -dy * KEY_PAN);
      return;
    }
  to = scene == NULL ? -1 : sema_pick_towards (scene, from, dx, dy);
  if (to < 0)
    return;
  sema_map_view_hover (self, to);
  if ((state & GDK_SHIFT_MASK) == 0 || !self->selected[to])
    select_one (self, to, (state & GDK_SHIFT_MASK) != 0);
  sema_map_view_hover (self, to);
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, SemaMapView *self)
{
  switch (key)
    {
    case GDK_KEY_Left:
      go (self, -1, 0, state);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      go (self, 1, 0, state);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      go (self, 0, -1, state);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      go (self, 0, 1, state);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
    case GDK_KEY_Return:
      select_one (self, self->hovered, (state & GDK_CONTROL_MASK) != 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      select_one (self, -1, FALSE);
      sema_map_view_hover (self, -1);
      return GDK_EVENT_PROPAGATE;
    default:
      break;
    }
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      sema_map_view_zoom (self, KEY_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      sema_map_view_zoom (self, 1 / KEY_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
    case GDK_KEY_Home:
      sema_map_view_fit (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
add_pointer (SemaMapView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture         *zoom = gtk_gesture_zoom_new ();
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (moved), self);
  g_signal_connect (motion, "motion", G_CALLBACK (moved), self);
  g_signal_connect (motion, "leave", G_CALLBACK (left), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled), self);
  g_signal_connect (zoom, "begin", G_CALLBACK (pinch_began), self);
  g_signal_connect (zoom, "scale-changed", G_CALLBACK (pinched), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_began), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_moved), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_ended), self);
  g_signal_connect (click, "released", G_CALLBACK (clicked), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (zoom));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* Makes the view answer the pointer, the touch screen and the keys. */
void
sema_map_view_add_controllers (SemaMapView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  add_pointer (self);
}
