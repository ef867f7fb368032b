/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-picture-view.h"

#include "sema-picture-job.h"

#define LINE_WIDTH 2.0F
#define MOST_OUTLINED 200 /* selected words */

/**
 * SemaPictureView:
 *
 * Shows the picture of a place: it is drawn in a thread, and what was drawn before stays until then, stretched.
 */
typedef struct
{
  SemaSession  *session;
  GSignalGroup *session_signals;
  double        text_scale;
  GCancellable *drawing; /* another one's drawing is stale */

  SemaShown         drawn; /* what the texture shows, and how */
  SemaExportOptions options;
  GdkTexture       *texture;

  gboolean is_pointed; /* whether the pointer was used last, and not the keyboard */
  double   pointer_x;
  double   pointer_y;
} SemaPictureViewPrivate;

enum {
  PROP_SESSION = 1,
  PROP_TEXT_SCALE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SemaPictureView, sema_picture_view, GTK_TYPE_WIDGET)

static SemaPictureViewPrivate *
get_private (SemaPictureView *self)
{
  return sema_picture_view_get_instance_private (self);
}

static void draw (SemaPictureView *self);

static gboolean
is_stretched (SemaPictureView *self)
{
  const SemaExportOptions *options = &get_private (self)->options;

  return gtk_widget_get_width (GTK_WIDGET (self)) != (int)options->width || gtk_widget_get_height (GTK_WIDGET (self)) != (int)options->height;
}

/**
 * Drawing:
 * @shown: what is drawn
 * @options: how
 * @prepare: (nullable): of the view's class
 * @texture: the picture, once it is drawn
 * @prepared: what @prepare gave
 */
typedef struct
{
  SemaShown         shown;
  SemaExportOptions options;
  GdkTexture       *texture;
  gpointer          prepared;
  gpointer (*prepare) (const SemaPlacePicture *picture, const SemaExportOptions *options);
  GDestroyNotify destroy;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  sema_shown_clear (&drawing->shown);
  g_clear_object (&drawing->texture);
  if (drawing->prepared != NULL)
    drawing->destroy (drawing->prepared);
  g_free (drawing);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Drawing *drawing = task_data;
  GError  *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  drawing->texture = sema_picture_job_draw (&drawing->shown, &drawing->options, &error);
  if (drawing->texture != NULL && drawing->prepare != NULL)
    drawing->prepared = drawing->prepare (drawing->shown.picture, &drawing->options);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
take_drawing (SemaPictureView *self, Drawing *drawing)
{
  SemaPictureViewPrivate *own = get_private (self);
  gboolean                is_new = own->drawn.picture != drawing->shown.picture;

  sema_shown_clear (&own->drawn);
  own->drawn = drawing->shown;
  drawing->shown = (SemaShown) {0};
  own->options = drawing->options;
  g_set_object (&own->texture, drawing->texture);
  SEMA_PICTURE_VIEW_GET_CLASS (self)->took (self, is_new, g_steal_pointer (&drawing->prepared));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaPictureView   *self = SEMA_PICTURE_VIEW (source);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) || g_task_get_cancellable (G_TASK (result)) != get_private (self)->drawing)
    return;
  take_drawing (self, g_task_get_task_data (G_TASK (result)));
  if (is_stretched (self))
    draw (self);
}

static void
stop_drawing (SemaPictureViewPrivate *own)
{
  g_cancellable_cancel (own->drawing);
  g_clear_object (&own->drawing);
}

/* Nothing is shown any more, and the vectors of a file that was closed are let go. */
static void
forget (SemaPictureView *self)
{
  SemaPictureViewPrivate *own = get_private (self);

  sema_shown_clear (&own->drawn);
  g_clear_object (&own->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
can_show (SemaPictureView *self, const SemaShown *shown)
{
  return shown->picture != NULL && SEMA_PICTURE_VIEW_GET_CLASS (self)->can_show (shown->picture);
}

static void
fill_options (SemaPictureView *self, SemaExportOptions *options)
{
  sema_export_options_init (options);
  options->width = gtk_widget_get_width (GTK_WIDGET (self));
  options->height = gtk_widget_get_height (GTK_WIDGET (self));
  options->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  options->theme = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? SEMA_THEME_DARK : SEMA_THEME_LIGHT;
  options->text_scale = get_private (self)->text_scale;
}

static void
start_drawing (SemaPictureView *self, const SemaShown *shown)
{
  SemaPictureViewPrivate *own = get_private (self);
  SemaPictureViewClass   *klass = SEMA_PICTURE_VIEW_GET_CLASS (self);
  Drawing                *drawing = g_new0 (Drawing, 1);
  g_autoptr (GTask)       task = NULL;

  own->drawing = g_cancellable_new ();
  task = g_task_new (self, own->drawing, drawn, NULL);
  sema_shown_copy (shown, &drawing->shown);
  fill_options (self, &drawing->options);
  drawing->prepare = klass->prepare;
  drawing->destroy = klass->forget_prepared;
  g_task_set_task_data (task, drawing, drawing_free);
  g_task_run_in_thread (task, draw_in_thread);
}

static void
draw (SemaPictureView *self)
{
  SemaPictureViewPrivate *own = get_private (self);
  g_auto (SemaShown)      shown = {0};

  stop_drawing (own);
  sema_shown_init (&shown, own->session);
  if (!can_show (self, &shown))
    forget (self);
  else if (gtk_widget_get_width (GTK_WIDGET (self)) >= 1 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    start_drawing (self, &shown);
}

static void
sema_picture_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sema_picture_view_parent_class)->map (widget);
  draw (SEMA_PICTURE_VIEW (widget));
}

static void
sema_picture_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  if (is_stretched (SEMA_PICTURE_VIEW (widget)))
    draw (SEMA_PICTURE_VIEW (widget));
}

static void
sema_picture_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 120;
  *minimum_baseline = *natural_baseline = -1;
}

/* Of very many words the outlines would hide the picture: then only that which is looked at has one. */
static void
outline_selected (SemaPictureView *self, GtkSnapshot *snapshot)
{
  SemaPictureViewClass *klass = SEMA_PICTURE_VIEW_GET_CLASS (self);
  SemaSession          *session = get_private (self)->session;
  const char *const    *words = sema_session_get_selected (session);

  if (g_strv_length ((char **)words) > MOST_OUTLINED)
    klass->outline_word (self, snapshot, sema_session_get_focus (session));
  else
    for (; *words != NULL; words++)
      klass->outline_word (self, snapshot, *words);
}

static void
sema_picture_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SemaPictureView        *self = SEMA_PICTURE_VIEW (widget);
  SemaPictureViewPrivate *own = get_private (self);

  if (own->texture == NULL || own->session == NULL)
    return;
  gtk_snapshot_append_texture (snapshot, own->texture,
                               &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget), (float)gtk_widget_get_height (widget)));
  if (is_stretched (self))
    return;
  outline_selected (self, snapshot);
  SEMA_PICTURE_VIEW_GET_CLASS (self)->outline_spot (self, snapshot);
}

static gboolean
sema_picture_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  SemaPictureView *self = SEMA_PICTURE_VIEW (widget);
  g_autofree char *text = get_private (self)->drawn.picture != NULL ? SEMA_PICTURE_VIEW_GET_CLASS (self)->describe (self) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

/* GTK also tells of a pointer that rests while something else changes. */
static void
pointer_moved (SemaPictureView *self, double x, double y)
{
  SemaPictureViewPrivate *own = get_private (self);

  if (own->drawn.picture == NULL || (x == own->pointer_x && y == own->pointer_y))
    return;
  own->pointer_x = x;
  own->pointer_y = y;
  own->is_pointed = TRUE;
  SEMA_PICTURE_VIEW_GET_CLASS (self)->point (self, x, y);
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
}

static void
pointer_left (SemaPictureView *self)
{
  if (get_private (self)->is_pointed && get_private (self)->drawn.picture != NULL)
    SEMA_PICTURE_VIEW_GET_CLASS (self)->point (self, -1, -1);
}

static void
pressed (SemaPictureView *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  pointer_moved (self, x, y);
  if (get_private (self)->drawn.picture != NULL)
    SEMA_PICTURE_VIEW_GET_CLASS (self)->activate (self);
}

static gboolean
key_pressed (SemaPictureView *self, guint key, guint code, GdkModifierType state)
{
  SemaPictureViewPrivate *own = get_private (self);
  int                     right = (key == GDK_KEY_Right) - (key == GDK_KEY_Left);
  int                     down = (key == GDK_KEY_Down) - (key == GDK_KEY_Up);

  if (own->drawn.picture == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    SEMA_PICTURE_VIEW_GET_CLASS (self)->activate (self);
  else if (right == 0 && down == 0)
    return FALSE;
  else
    {
      own->is_pointed = FALSE;
      SEMA_PICTURE_VIEW_GET_CLASS (self)->step (self, right, down);
    }
  return TRUE;
}

static void
sema_picture_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SemaPictureViewPrivate *own = get_private (SEMA_PICTURE_VIEW (object));

  if (id == PROP_SESSION)
    g_value_set_object (value, own->session);
  else if (id == PROP_TEXT_SCALE)
    g_value_set_double (value, own->text_scale);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_picture_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SemaPictureViewPrivate *own = get_private (SEMA_PICTURE_VIEW (object));

  if (id == PROP_TEXT_SCALE)
    own->text_scale = g_value_get_double (value);
  else if (id != PROP_SESSION)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_set_object (&own->session, g_value_get_object (value)))
    g_signal_group_set_target (own->session_signals, own->session);
  draw (SEMA_PICTURE_VIEW (object));
}

static void
sema_picture_view_dispose (GObject *object)
{
  SemaPictureViewPrivate *own = get_private (SEMA_PICTURE_VIEW (object));

  stop_drawing (own);
  sema_shown_clear (&own->drawn);
  g_clear_object (&own->texture);
  g_clear_object (&own->session_signals);
  g_clear_object (&own->session);
  G_OBJECT_CLASS (sema_picture_view_parent_class)->dispose (object);
}

static void
sema_picture_view_class_init (SemaPictureViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sema_picture_view_get_property;
  object_class->set_property = sema_picture_view_set_property;
  object_class->dispose = sema_picture_view_dispose;
  widget_class->map = sema_picture_view_map;
  widget_class->size_allocate = sema_picture_view_size_allocate;
  widget_class->measure = sema_picture_view_measure;
  widget_class->snapshot = sema_picture_view_snapshot;
  widget_class->query_tooltip = sema_picture_view_query_tooltip;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEMA_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, 0.1, 10, 1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_css_name (widget_class, "pictureview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (SemaPictureView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
sema_picture_view_init (SemaPictureView *self)
{
  SemaPictureViewPrivate *own = get_private (self);

  own->text_scale = 1;
  own->session_signals = g_signal_group_new (SEMA_TYPE_SESSION);
  g_signal_group_connect_swapped (own->session_signals, "notify::picture", G_CALLBACK (draw), self);
  g_signal_group_connect_swapped (own->session_signals, "notify::selected", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (draw), NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_controllers (self);
}

/**
 * sema_picture_view_get_session:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): whose picture is shown
 */
SemaSession *
sema_picture_view_get_session (SemaPictureView *self)
{
  return get_private (self)->session;
}

/**
 * sema_picture_view_get_picture:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what is drawn on the screen, which the session may be ahead of
 */
SemaPlacePicture *
sema_picture_view_get_picture (SemaPictureView *self)
{
  return get_private (self)->drawn.picture;
}

/**
 * sema_picture_view_get_options:
 * @self: a view
 *
 * Returns: (transfer none): how it is drawn
 */
const SemaExportOptions *
sema_picture_view_get_options (SemaPictureView *self)
{
  return &get_private (self)->options;
}

/**
 * sema_picture_view_outline:
 * @self: a view
 * @snapshot: what is drawn to
 * @frame: what is outlined, logical units; nothing where it has no width
 * @is_selected: whether it is selected, or looked at
 *
 * Draws a rectangle round a part of the picture.
 */
void
sema_picture_view_outline (SemaPictureView *self, GtkSnapshot *snapshot, const SemaFrame *frame, gboolean is_selected)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  float            widths[] = {LINE_WIDTH, LINE_WIDTH, LINE_WIDTH, LINE_WIDTH};
  GdkRGBA          colours[4];
  graphene_rect_t  bounds;
  GskRoundedRect   rectangle;

  if (frame->width <= 0)
    return;
  gtk_style_context_get_color (context, &colours[0]);
  if (is_selected)
    gtk_style_context_lookup_color (context, "accent_color", &colours[0]);
  for (guint i = 1; i < G_N_ELEMENTS (colours); i++)
    colours[i] = colours[0];
  bounds = GRAPHENE_RECT_INIT ((float)frame->x - 1, (float)frame->y - 1, (float)frame->width + 2, (float)frame->height + 2);
  gsk_rounded_rect_init_from_rect (&rectangle, &bounds, 2);
  gtk_snapshot_append_border (snapshot, &rectangle, widths, colours);
}

/**
 * sema_picture_view_say:
 * @self: a view
 * @label: what is shown
 *
 * Tells who cannot see it what is shown, and what is under the pointer or the keyboard, and draws that anew.
 */
void
sema_picture_view_say (SemaPictureView *self, const char *label)
{
  g_autofree char *spot = SEMA_PICTURE_VIEW_GET_CLASS (self)->describe (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spot != NULL ? spot : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
