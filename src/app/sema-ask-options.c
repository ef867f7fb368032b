/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ask-options.h"

/**
 * SemaAskOptions:
 *
 * How a question is meant: metric, method, vectors, how many answers, and among how many words.
 */
struct _SemaAskOptions
{
  GtkPopover parent_instance;

  GtkDropDown    *metric;
  GtkDropDown    *method;
  GtkDropDown    *vectors;
  GtkSpinButton  *count;
  GtkSpinButton  *first;
  GtkCheckButton *with_inputs;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SemaAskOptions, sema_ask_options, GTK_TYPE_POPOVER)

static void
changed (SemaAskOptions *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
sema_ask_options_class_init (SemaAskOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-ask-options.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaAskOptions, metric);
  gtk_widget_class_bind_template_child (widget_class, SemaAskOptions, method);
  gtk_widget_class_bind_template_child (widget_class, SemaAskOptions, vectors);
  gtk_widget_class_bind_template_child (widget_class, SemaAskOptions, count);
  gtk_widget_class_bind_template_child (widget_class, SemaAskOptions, first);
  gtk_widget_class_bind_template_child (widget_class, SemaAskOptions, with_inputs);
  gtk_widget_class_bind_template_callback (widget_class, changed);
}

static void
sema_ask_options_init (SemaAskOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sema_ask_options_new:
 *
 * Returns: (transfer floating): a popover
 */
SemaAskOptions *
sema_ask_options_new (void)
{
  return g_object_new (SEMA_TYPE_ASK_OPTIONS, NULL);
}

/**
 * sema_ask_options_get:
 * @self: (nullable): a popover; %NULL: as long as nobody needed one, questions are meant as usual
 * @options: (out): what is chosen
 */
void
sema_ask_options_get (SemaAskOptions *self, SemaAnalogyOptions *options)
{
  *options = (SemaAnalogyOptions) {.k = SEMA_ASK_OPTIONS_USUAL};
  if (self == NULL)
    return;
  options->kind.metric = (SemaMetric)gtk_drop_down_get_selected (self->metric);
  options->kind.method = (SemaMethod)gtk_drop_down_get_selected (self->method);
  options->kind.vectors = (SemaVectors)gtk_drop_down_get_selected (self->vectors);
  options->with_inputs = gtk_check_button_get_active (self->with_inputs);
  options->most_rows = (guint64)gtk_spin_button_get_value (self->first);
  options->k = (gsize)gtk_spin_button_get_value (self->count);
}
