/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-strip-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "sema-number.h"
#include "sema-renderer.h"
#include "sema-strip.h"

#define HEIGHT 64

struct _SemaStripView
{
  GtkWidget parent_instance;

  SemaFloat    *values; /* (n), or NULL */
  gsize         n;
  SemaRenderer *renderer;
};

G_DEFINE_FINAL_TYPE (SemaStripView, sema_strip_view, GTK_TYPE_WIDGET)

static void
sema_strip_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SemaStripView        *self = SEMA_STRIP_VIEW (widget);
  gboolean              dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  graphene_rect_t       bounds = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget), (float)gtk_widget_get_height (widget));
  cairo_t              *cr;
  g_autoptr (SemaScene) scene = NULL;

  if (self->n == 0 || bounds.size.width < 1)
    return;
  scene = sema_strip_compose (self->values, self->n, bounds.size.width, bounds.size.height);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  sema_renderer_draw (self->renderer, scene, sema_theme_get (dark ? SEMA_THEME_DARK : SEMA_THEME_LIGHT), cr);
  cairo_destroy (cr);
}

static void
sema_strip_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 60;
  *minimum_baseline = *natural_baseline = -1;
}

/* Which number the pointer is on. */
static gboolean
sema_strip_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  SemaStripView   *self = SEMA_STRIP_VIEW (widget);
  gsize            at = (gsize)((double)MAX (x, 0) / MAX (gtk_widget_get_width (widget), 1) * (double)self->n);
  char             number[SEMA_NUMBER_SIZE];
  g_autofree char *text = NULL;

  if (keyboard || at >= self->n)
    return FALSE;
  sema_number_print_float (self->values[at], number);
  text = g_strdup_printf (_("Number %u of %u: %s"), (guint)at + 1, (guint)self->n, number);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
sema_strip_view_dispose (GObject *object)
{
  SemaStripView *self = SEMA_STRIP_VIEW (object);

  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->renderer, sema_renderer_free);
  G_OBJECT_CLASS (sema_strip_view_parent_class)->dispose (object);
}

static void
sema_strip_view_class_init (SemaStripViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_strip_view_dispose;
  widget_class->snapshot = sema_strip_view_snapshot;
  widget_class->measure = sema_strip_view_measure;
  widget_class->query_tooltip = sema_strip_view_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sema_strip_view_init (SemaStripView *self)
{
  self->renderer = sema_renderer_new ();
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * sema_strip_view_show:
 * @self: a strip view
 * @values: (n): the numbers of a vector; they are copied
 * @n: how many, may be 0
 *
 * Shows the numbers of a vector as a strip of bars.
 */
void
sema_strip_view_show (SemaStripView *self, const SemaFloat *values, gsize n)
{
  g_autofree char *label = g_strdup_printf (_("The vector’s %u numbers"), (guint)n);

  g_return_if_fail (SEMA_IS_STRIP_VIEW (self));

  g_free (self->values);
  self->values = g_memdup2 (values, n * sizeof *values);
  self->n = n;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
