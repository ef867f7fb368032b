/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-odd-button.h"

#include <glib/gi18n-lib.h>

#include "sema-answer-list.h"
#include "sema-toast.h"

#define LEAST_SELECTED 3 /* fewer are not meant to be asked about */

/**
 * SemaOddButton:
 *
 * Tells which word goes with the others least: of the selected words, or of all chosen ones.
 */
struct _SemaOddButton
{
  AdwBin parent_instance;

  SemaSession  *session;
  GCancellable *asking; /* another one's answer is stale */
  gboolean      of_selected;

  GtkPopover     *popover;
  GtkLabel       *heading;
  GtkLabel       *explanation;
  GtkWidget      *result;
  SemaAnswerList *answers;
};

enum {
  PROP_SESSION = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SemaOddButton, sema_odd_button, ADW_TYPE_BIN)

static char *
say_of_what (SemaOddButton *self, guint n)
{
  if (self->of_selected)
    return g_strdup_printf (ngettext ("Of %u selected word it goes with the others least.", "Of %u selected words it goes with the others least.", n), n);
  return g_strdup_printf (ngettext ("Of all %u chosen word it goes with the others least. Select three or more to ask about those.",
                                    "Of all %u chosen words it goes with the others least. Select three or more to ask about those.", n),
                          n);
}

static void
show_answers (SemaOddButton *self, GPtrArray *answers)
{
  static const char *const no_inputs[] = {NULL};
  const SemaAnswer        *odd = g_ptr_array_index (answers, 0);
  g_autofree char         *heading = g_strdup_printf (_ ("“%s” is the odd one out"), odd->label);
  g_autofree char         *explanation = say_of_what (self, answers->len);

  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->explanation, explanation);
  sema_answer_list_show (self->answers, self->session, answers, no_inputs);
  gtk_widget_show (self->result);
}

static void
show_problem (SemaOddButton *self, const char *sentence)
{
  gtk_label_set_text (self->heading, _ ("No odd one out"));
  gtk_label_set_text (self->explanation, sentence);
  gtk_widget_hide (self->result);
}

static void
answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SemaOddButton) self = user_data;
  g_autoptr (GError)        error = NULL;
  g_autoptr (GPtrArray)     answers = sema_session_odd_finish (SEMA_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  if (answers != NULL && answers->len > 0)
    show_answers (self, answers);
  else
    show_problem (self, error != NULL ? error->message : "");
}

static char **
list_chosen (const SemaRecipe *recipe)
{
  char **words = g_new0 (char *, recipe->words->len + 1);

  for (gsize i = 0; i < recipe->words->len; i++)
    words[i] = g_strdup (sema_recipe_get_word (recipe, i));
  return words;
}

static void
stop_asking (SemaOddButton *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

/* Each time that it is opened: what is answered stays while words are looked at. */
static void
ask (SemaOddButton *self)
{
  const char *const *selected = sema_session_get_selected (self->session);
  g_auto (GStrv)     chosen = list_chosen (sema_session_get_recipe (self->session));

  stop_asking (self);
  self->asking = g_cancellable_new ();
  self->of_selected = g_strv_length ((char **)selected) >= LEAST_SELECTED;
  sema_session_odd_async (self->session, self->of_selected ? selected : (const char *const *)chosen, self->asking, answered, g_object_ref (self));
}

static void
copy (SemaOddButton *self)
{
  g_autofree char *text = sema_answer_list_copy (self->answers);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  sema_toast_show (GTK_WIDGET (self), _ ("Scores copied"), FALSE);
}

static void
sema_odd_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SEMA_ODD_BUTTON (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_odd_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_set_object (&SEMA_ODD_BUTTON (object)->session, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_odd_button_dispose (GObject *object)
{
  SemaOddButton *self = SEMA_ODD_BUTTON (object);

  stop_asking (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sema_odd_button_parent_class)->dispose (object);
}

static void
sema_odd_button_class_init (SemaOddButtonClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sema_odd_button_get_property;
  object_class->set_property = sema_odd_button_set_property;
  object_class->dispose = sema_odd_button_dispose;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEMA_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_type_ensure (SEMA_TYPE_ANSWER_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-odd-button.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaOddButton, popover);
  gtk_widget_class_bind_template_child (widget_class, SemaOddButton, heading);
  gtk_widget_class_bind_template_child (widget_class, SemaOddButton, explanation);
  gtk_widget_class_bind_template_child (widget_class, SemaOddButton, result);
  gtk_widget_class_bind_template_child (widget_class, SemaOddButton, answers);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, copy);
}

static void
sema_odd_button_init (SemaOddButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sema_answer_list_hide_buttons (self->answers);
}
