/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-form.h"

#include <glib/gi18n-lib.h>

#include "sema-toast.h"

/**
 * SemaLayerForm:
 *
 * What a new embedding layer is made of, with the lines of Python that make the same with torch.
 */
struct _SemaLayerForm
{
  GtkPopover parent_instance;

  gboolean is_filling;

  GtkSpinButton *vocab;
  GtkSpinButton *dim;
  GtkSpinButton *seed;
  GtkSpinButton *positions;
  GtkDropDown   *initialiser;
  GtkLabel      *torch_label;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SemaLayerForm, sema_layer_form, GTK_TYPE_POPOVER)

static guint64
get_number (GtkSpinButton *button)
{
  return (guint64)gtk_spin_button_get_value (button);
}

/**
 * sema_layer_form_get_settings:
 * @self: a form
 *
 * Returns: what is chosen
 */
SemaLayerSettings
sema_layer_form_get_settings (SemaLayerForm *self)
{
  return (SemaLayerSettings) {
    .vocab = get_number (self->vocab),
    .dim = get_number (self->dim),
    .positions = get_number (self->positions),
    .seed = get_number (self->seed),
    .initialiser = (SemaInitialiser)gtk_drop_down_get_selected (self->initialiser),
  };
}

static void
show_torch (SemaLayerForm *self)
{
  const SemaLayerSettings settings = sema_layer_form_get_settings (self);
  g_autofree char        *lines = sema_layer_settings_print_torch (&settings);

  gtk_label_set_text (self->torch_label, lines);
}

/**
 * sema_layer_form_set_settings:
 * @self: a form
 * @settings: what is chosen from now on
 *
 * Fills the form; nothing is told.
 */
void
sema_layer_form_set_settings (SemaLayerForm *self, const SemaLayerSettings *settings)
{
  self->is_filling = TRUE;
  gtk_spin_button_set_value (self->vocab, (double)settings->vocab);
  gtk_spin_button_set_value (self->dim, (double)settings->dim);
  gtk_spin_button_set_value (self->positions, (double)settings->positions);
  gtk_spin_button_set_value (self->seed, (double)settings->seed);
  gtk_drop_down_set_selected (self->initialiser, settings->initialiser);
  self->is_filling = FALSE;
  show_torch (self);
}

static void
changed (SemaLayerForm *self)
{
  if (self->is_filling)
    return;
  show_torch (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
copy_torch (SemaLayerForm *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_text (self->torch_label));
  sema_toast_show (GTK_WIDGET (self), _("Lines for torch copied"), FALSE);
}

static void
sema_layer_form_class_init (SemaLayerFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-layer-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaLayerForm, vocab);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerForm, dim);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerForm, seed);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerForm, positions);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerForm, initialiser);
  gtk_widget_class_bind_template_child (widget_class, SemaLayerForm, torch_label);
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, copy_torch);
  /* Something else is chosen. */
  changed_signal = g_signal_new ("settings-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sema_layer_form_init (SemaLayerForm *self)
{
  const SemaLayerSettings toy = SEMA_LAYER_TOY;

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  sema_layer_form_set_settings (self, &toy);
}

/**
 * sema_layer_form_new:
 *
 * Returns: (transfer floating): a form with the toy of the course
 */
GtkWidget *
sema_layer_form_new (void)
{
  return g_object_new (SEMA_TYPE_LAYER_FORM, NULL);
}
