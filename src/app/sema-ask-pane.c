/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ask-pane.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-answer-list.h"
#include "sema-ask-options.h"
#include "sema-edits.h"
#include "sema-expression-entry.h"
#include "sema-expression.h"
#include "sema-target-row.h"

/**
 * SemaAskPane:
 *
 * Asks for the words nearest to an expression, as it is typed, above the details of the word that is looked at.
 */
struct _SemaAskPane
{
  AdwBin parent_instance;

  SemaSession  *session;
  GSignalGroup *session_signals;
  GCancellable *asking; /* another one's answer is stale */
  char        **inputs; /* words of the question that was asked last */
  char         *asked;  /* its text */
  GArray       *terms;  /* SemaTerm: of that question */
  SemaQueryKind kind;

  SemaExpressionEntry *entry;
  GtkMenuButton       *options_button;
  SemaAskOptions      *options; /* NULL before it is needed */
  GtkLabel            *problem;
  GtkStack            *stack;
  GtkLabel            *heading;
  GtkWidget           *copy_button;
  SemaTargetRow       *target;
  SemaAnswerList      *answers;
};

enum {
  PROP_SESSION = 1,
  PROP_DETAILS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SemaAskPane, sema_ask_pane, ADW_TYPE_BIN)

/* Nothing is asked about that has a sum. */
static void
drop_target (SemaAskPane *self, gboolean multiplied)
{
  if (self->session != NULL)
    sema_session_drop_target (self->session);
  sema_target_row_set_multiplied (self->target, multiplied);
}

/* What was answered before is not the answer to what is wrong. */
static void
say_problem (SemaAskPane *self, const char *sentence)
{
  if (sentence != NULL)
    drop_target (self, FALSE);
  gtk_label_set_text (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->answers), sentence == NULL);
}

static void
stop_asking (SemaAskPane *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

/* A word alone comes to itself. */
static gboolean
is_expression (const SemaAskPane *self)
{
  return self->terms->len > 1 || (self->terms->len == 1 && g_array_index (self->terms, SemaTerm, 0).weight != 1);
}

static void
show_target (SemaAskPane *self, const GPtrArray *list)
{
  gboolean multiplied = self->kind.method == SEMA_METHOD_MUL;

  if (!is_expression (self) || multiplied)
    {
      drop_target (self, multiplied && is_expression (self));
      return;
    }
  sema_target_row_set_multiplied (self->target, FALSE);
  sema_session_set_target (self->session, (const SemaTerm *)self->terms->data, self->terms->len, &self->kind, list);
}

static void
show_answers (SemaAskPane *self, GPtrArray *list)
{
  g_autofree char *heading = g_strdup_printf (_ ("Nearest to %s"), self->asked);

  sema_answer_list_show (self->answers, self->session, list, (const char *const *)self->inputs);
  gtk_label_set_text (self->heading, heading);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->heading), heading);
  gtk_widget_set_sensitive (self->copy_button, list->len > 0);
  gtk_stack_set_visible_child_name (self->stack, "answers");
  show_target (self, list);
}

static void
answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SemaAskPane) self = user_data;
  g_autoptr (GError)      error = NULL;
  g_autoptr (GPtrArray)   list = sema_session_answer_finish (SEMA_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  say_problem (self, error != NULL ? error->message : NULL);
  if (list != NULL)
    show_answers (self, list);
}

/* The rows of the words; FALSE and said where one is not in the file. */
static gboolean
find_rows (SemaAskPane *self, const GArray *expression, GArray *terms)
{
  SemaSet *set = sema_session_get_set (self->session);

  for (guint i = 0; i < expression->len; i++)
    {
      const SemaExpressionTerm *term = &g_array_index (expression, SemaExpressionTerm, i);
      g_autofree char          *sentence = NULL;
      SemaTerm                  found = {sema_set_compose (set, term->word, -1), term->weight};

      g_array_append_val (terms, found);
      if (found.row != SEMA_VOCAB_NO_ROW)
        continue;
      sentence = sema_edits_describe_unknown (self->session, term->word);
      say_problem (self, sentence);
      sema_expression_entry_mark (self->entry, term->start, term->end);
      return FALSE;
    }
  return TRUE;
}

static void
note_question (SemaAskPane *self, const GArray *expression, GArray *terms, const SemaQueryKind *kind)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < expression->len; i++)
    g_strv_builder_add (words, g_array_index (expression, SemaExpressionTerm, i).word);
  g_strfreev (self->inputs);
  self->inputs = g_strv_builder_end (words);
  g_free (self->asked);
  self->asked = g_strdup (sema_expression_entry_get_text (self->entry));
  g_clear_pointer (&self->terms, g_array_unref);
  self->terms = g_array_ref (terms);
  self->kind = *kind;
}

static void
ask_for (SemaAskPane *self, const GArray *expression)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (SemaTerm));
  SemaAnalogyOptions options;

  if (!find_rows (self, expression, terms))
    return;
  sema_ask_options_get (self->options, &options);
  note_question (self, expression, terms, &options.kind);
  self->asking = g_cancellable_new ();
  sema_session_answer_async (self->session, (const SemaTerm *)terms->data, terms->len, &options, self->asking, answered, g_object_ref (self));
}

static void
show_details (SemaAskPane *self)
{
  if (gtk_stack_get_child_by_name (self->stack, "details") != NULL)
    gtk_stack_set_visible_child_name (self->stack, "details");
}

/* Asks what is in the entry now, or says what is wrong with it; what was answered before stays until then. */
static void
ask (SemaAskPane *self)
{
  const char        *text = sema_expression_entry_get_text (self->entry);
  g_autoptr (GError) error = NULL;
  gsize              error_at = 0;
  g_autoptr (GArray) expression = sema_expression_parse (text, &error_at, &error);

  stop_asking (self);
  sema_expression_entry_mark (self->entry, 0, 0);
  say_problem (self, error != NULL ? error->message : NULL);
  if (expression == NULL)
    sema_expression_entry_mark (self->entry, error_at, (gsize)g_utf8_strlen (text, -1));
  else if (expression->len == 0 || self->session == NULL || sema_session_get_set (self->session) == NULL)
    {
      drop_target (self, FALSE);
      show_details (self);
    }
  else
    ask_for (self, expression);
}

static void
copy (SemaAskPane *self)
{
  g_autofree char *text = sema_answer_list_copy (self->answers);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
focus_changed (SemaAskPane *self)
{
  if (sema_session_get_focus (self->session) != NULL)
    show_details (self);
}

static void
take_details (SemaAskPane *self, GtkWidget *details)
{
  gtk_stack_add_named (self->stack, details, "details");
  gtk_stack_set_visible_child (self->stack, details);
}

static void
sema_ask_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SemaAskPane *self = SEMA_ASK_PANE (object);

  if (id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else if (id == PROP_DETAILS)
    g_value_set_object (value, gtk_stack_get_child_by_name (self->stack, "details"));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_ask_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SemaAskPane *self = SEMA_ASK_PANE (object);

  if (id == PROP_DETAILS)
    take_details (self, g_value_get_object (value));
  else if (id != PROP_SESSION)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_set_object (&self->session, g_value_get_object (value)))
    {
      sema_expression_entry_set_session (self->entry, self->session);
      sema_target_row_set_session (self->target, self->session);
      g_signal_group_set_target (self->session_signals, self->session);
    }
}

static void
sema_ask_pane_dispose (GObject *object)
{
  SemaAskPane *self = SEMA_ASK_PANE (object);

  stop_asking (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->inputs, g_strfreev);
  g_clear_pointer (&self->asked, g_free);
  g_clear_pointer (&self->terms, g_array_unref);
  G_OBJECT_CLASS (sema_ask_pane_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SemaAskPane, entry);
  gtk_widget_class_bind_template_child (widget_class, SemaAskPane, options_button);
  gtk_widget_class_bind_template_child (widget_class, SemaAskPane, problem);
  gtk_widget_class_bind_template_child (widget_class, SemaAskPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SemaAskPane, heading);
  gtk_widget_class_bind_template_child (widget_class, SemaAskPane, copy_button);
  gtk_widget_class_bind_template_child (widget_class, SemaAskPane, target);
  gtk_widget_class_bind_template_child (widget_class, SemaAskPane, answers);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, copy);
}

static void
sema_ask_pane_class_init (SemaAskPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sema_ask_pane_get_property;
  object_class->set_property = sema_ask_pane_set_property;
  object_class->dispose = sema_ask_pane_dispose;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEMA_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAILS] = g_param_spec_object ("details", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (SEMA_TYPE_EXPRESSION_ENTRY);
  g_type_ensure (SEMA_TYPE_TARGET_ROW);
  g_type_ensure (SEMA_TYPE_ANSWER_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-ask-pane.ui");
  bind_children (widget_class);
}

/* A popover with so much in it would make the window come up later. */
static void
make_options (GtkMenuButton *button, gpointer user_data)
{
  SemaAskPane *self = user_data;

  if (self->options != NULL)
    return;
  self->options = sema_ask_options_new ();
  g_signal_connect_object (self->options, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->options));
}

static void
sema_ask_pane_init (SemaAskPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->options_button, make_options, self, NULL);
  self->session_signals = g_signal_group_new (SEMA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::focus", G_CALLBACK (focus_changed), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::set", G_CALLBACK (ask), self);
}

/**
 * sema_ask_pane_focus_entry:
 * @self: a pane
 *
 * Lets the user type a question; what is there is selected.
 */
void
sema_ask_pane_focus_entry (SemaAskPane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
