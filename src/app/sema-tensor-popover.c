/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tensor-popover.h"

#include <glib/gi18n-lib.h>

#include "sema-model-tensors.h"

/**
 * SemaTensorPopover:
 *
 * The tensors of the open file with their type and shape; each that is a matrix can be opened in place of the one that is.
 */
struct _SemaTensorPopover
{
  GtkPopover parent_instance;

  GCancellable  *listing; /* another one's list is of another file */
  char          *name;    /* of the tensor that is open, or NULL: the one that looks like the embedding matrix */
  GPtrArray     *tensors; /* or NULL */
  GtkStringList *labels;  /* of the tensors, in their order */
  char          *chosen;

  GtkStringFilter *filter;
  GtkListView     *list;
  GtkLabel        *problem;
  GtkWidget       *search;
};

enum {
  PROP_CHOSEN = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];
static guint       asked_signal;

G_DEFINE_FINAL_TYPE (SemaTensorPopover, sema_tensor_popover, GTK_TYPE_POPOVER)

/* The tensor of an item of the list, which may be filtered. */
static const SemaModelTensor *
find_tensor (SemaTensorPopover *self, gpointer item)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->labels));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) label = g_list_model_get_item (G_LIST_MODEL (self->labels), i);

      if (label == item)
        return g_ptr_array_index (self->tensors, i);
    }
  return NULL;
}

static gboolean
is_open (SemaTensorPopover *self, const SemaModelTensor *tensor)
{
  return self->name != NULL ? g_str_equal (tensor->name, self->name) : tensor->is_embedding;
}

static void
setup (SemaTensorPopover *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  gtk_list_item_set_child (item, box);
}

static void
bind (SemaTensorPopover *self, GtkListItem *item)
{
  const SemaModelTensor *tensor = find_tensor (self, gtk_list_item_get_item (item));
  GtkWidget             *box = gtk_list_item_get_child (item);
  GtkWidget             *label = gtk_widget_get_first_child (box);
  g_autofree char       *text = NULL;

  if (tensor == NULL)
    return;
  text = g_strconcat (tensor->kind, *tensor->shape != 0 ? " · " : "", tensor->shape, tensor->is_head ? _ (" · the output head too") : "", NULL);
  gtk_label_set_text (GTK_LABEL (label), tensor->label);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  if (is_open (self, tensor))
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
  gtk_widget_set_sensitive (box, tensor->is_matrix);
  gtk_list_item_set_activatable (item, tensor->is_matrix);
}

static void
activated (SemaTensorPopover *self, guint position)
{
  g_autoptr (GObject)    item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);
  const SemaModelTensor *tensor = find_tensor (self, item);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (tensor != NULL && !is_open (self, tensor))
    g_signal_emit (self, asked_signal, 0, tensor->name);
}

static void
choose (SemaTensorPopover *self, const char *label)
{
  g_free (self->chosen);
  self->chosen = g_strdup (label);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
show_tensors (SemaTensorPopover *self)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->labels));

  gtk_string_list_splice (self->labels, 0, n_old, NULL);
  for (guint i = 0; i < self->tensors->len; i++)
    {
      const SemaModelTensor *tensor = g_ptr_array_index (self->tensors, i);

      gtk_string_list_append (self->labels, tensor->label);
      if (is_open (self, tensor))
        choose (self, tensor->label);
    }
}

static void
listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) tensors = sema_model_tensors_list_finish (result, &error);
  SemaTensorPopover    *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
  if (tensors == NULL)
    return;
  g_clear_pointer (&self->tensors, g_ptr_array_unref);
  self->tensors = g_steal_pointer (&tensors);
  show_tensors (self);
}

static void
stop (SemaTensorPopover *self)
{
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
}

static void
sema_tensor_popover_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    g_value_set_string (value, SEMA_TENSOR_POPOVER (object)->chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_tensor_popover_dispose (GObject *object)
{
  SemaTensorPopover *self = SEMA_TENSOR_POPOVER (object);

  stop (self);
  g_clear_pointer (&self->tensors, g_ptr_array_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->chosen, g_free);
  G_OBJECT_CLASS (sema_tensor_popover_parent_class)->dispose (object);
}

static void
sema_tensor_popover_class_init (SemaTensorPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = sema_tensor_popover_get_property;
  G_OBJECT_CLASS (klass)->dispose = sema_tensor_popover_dispose;
  properties[PROP_CHOSEN] = g_param_spec_string ("chosen", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  asked_signal = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-tensor-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaTensorPopover, labels);
  gtk_widget_class_bind_template_child (widget_class, SemaTensorPopover, filter);
  gtk_widget_class_bind_template_child (widget_class, SemaTensorPopover, list);
  gtk_widget_class_bind_template_child (widget_class, SemaTensorPopover, problem);
  gtk_widget_class_bind_template_child (widget_class, SemaTensorPopover, search);
  gtk_widget_class_bind_template_callback (widget_class, activated);
  gtk_widget_class_bind_template_callback (widget_class, bind);
  gtk_widget_class_bind_template_callback (widget_class, setup);
}

static void
sema_tensor_popover_init (SemaTensorPopover *self)
{
  self->chosen = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->search, "text", self->filter, "search", G_BINDING_SYNC_CREATE);
}

/**
 * sema_tensor_popover_new:
 *
 * Returns: (transfer floating): a list without tensors
 */
GtkWidget *
sema_tensor_popover_new (void)
{
  return g_object_new (SEMA_TYPE_TENSOR_POPOVER, NULL);
}

/**
 * sema_tensor_popover_list:
 * @self: a list
 * @path: a file of tensors
 * @name: (nullable): of the one that is open; %NULL: the one that looks like the embedding matrix
 *
 * Lists the tensors of a file, as soon as they are read.
 */
void
sema_tensor_popover_list (SemaTensorPopover *self, const char *path, const char *name)
{
  stop (self);
  g_free (self->name);
  self->name = g_strdup (name);
  self->listing = g_cancellable_new ();
  sema_model_tensors_list_async (path, self->listing, listed, self);
}
