/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-suggestions.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define MAX_ANSWERS 8

/**
 * SemaSuggestions:
 *
 * Words of a file that may be meant, under the entry where one types: what was typed may become them, or is spelt like them.
 */
struct _SemaSuggestions
{
  GtkPopover parent_instance;

  gboolean      within; /* a longer text, and so only what can be written there, and is not there already */
  GCancellable *asking; /* another one's words are out of date */
  char         *asked;

  GtkLabel   *note;
  GtkListBox *list;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (SemaSuggestions, sema_suggestions, GTK_TYPE_POPOVER)

/**
 * SemaAnswerRow:
 *
 * A suggested word.
 */
#define SEMA_TYPE_ANSWER_ROW (sema_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (SemaAnswerRow, sema_answer_row, SEMA, ANSWER_ROW, GtkListBoxRow)

struct _SemaAnswerRow
{
  GtkListBoxRow parent_instance;

  GPtrArray        *answers;
  const SemaAnswer *answer;
};

G_DEFINE_FINAL_TYPE (SemaAnswerRow, sema_answer_row, GTK_TYPE_LIST_BOX_ROW)

static void
sema_answer_row_finalize (GObject *object)
{
  g_ptr_array_unref (SEMA_ANSWER_ROW (object)->answers);
  G_OBJECT_CLASS (sema_answer_row_parent_class)->finalize (object);
}

static void
sema_answer_row_class_init (SemaAnswerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sema_answer_row_finalize;
}

static void
sema_answer_row_init (SemaAnswerRow *self)
{
}

static GtkWidget *
answer_row_new (GPtrArray *answers, guint index)
{
  SemaAnswerRow *row = g_object_new (SEMA_TYPE_ANSWER_ROW, "focusable", FALSE, NULL);
  GtkWidget     *label;

  row->answers = g_ptr_array_ref (answers);
  row->answer = g_ptr_array_index (answers, index);
  label = gtk_label_new (row->answer->label);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, row->answer->label, -1);
  return GTK_WIDGET (row);
}

/* Returns how many there are now. */
static guint
fill (SemaSuggestions *self, GPtrArray *answers)
{
  GtkListBoxRow *row;
  guint          n = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < answers->len; i++)
    {
      const SemaAnswer *answer = g_ptr_array_index (answers, i);

      if (self->within && !g_utf8_validate (answer->word, -1, NULL))
        continue;
      gtk_list_box_append (self->list, answer_row_new (answers, i));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  return n;
}

static gboolean
is_just_what_was_typed (SemaSuggestions *self, GPtrArray *answers)
{
  return answers->len == 1 && g_str_equal (((SemaAnswer *)g_ptr_array_index (answers, 0))->word, self->asked);
}

static void
show (SemaSuggestions *self, GPtrArray *answers, const char *note)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  guint      n = fill (self, answers);

  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  if ((n == 0 && note == NULL) || (self->within && is_just_what_was_typed (self, answers)) || parent == NULL || gtk_widget_get_focus_child (parent) == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  gtk_widget_set_size_request (GTK_WIDGET (self), gtk_widget_get_width (parent), -1);
  gtk_popover_popup (GTK_POPOVER (self));
}

/* The words of a question that is out of date come back as cancelled, so every answer that comes is wanted. */
static void
completed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SemaSuggestions) self = user_data;
  g_autoptr (GError)          error = NULL;
  g_autoptr (GPtrArray)       answers = sema_session_complete_finish (SEMA_SESSION (source), result, &error);

  if (answers != NULL)
    show (self, answers, NULL);
}

static char *
describe_spellings (const char *asked, GPtrArray *answers)
{
  const char *nearest = answers->len > 0 ? ((SemaAnswer *)g_ptr_array_index (answers, 0))->word : NULL;

  if (nearest == NULL)
    return g_strdup_printf (_("“%s” is not in this file, and no word is spelt like it."), asked);
  if (*nearest == ' ' && g_str_equal (nearest + 1, asked))
    return g_strdup_printf (_("“%s” is in this file with a blank before it only. Nearest:"), asked);
  return g_strdup_printf (_("“%s” is not in this file. Nearest:"), asked);
}

static void
spelt (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SemaSuggestions) self = user_data;
  g_autoptr (GError)          error = NULL;
  g_autoptr (GPtrArray)       answers = sema_session_spell_finish (SEMA_SESSION (source), result, &error);
  g_autofree char            *note = NULL;

  if (answers == NULL)
    return;
  note = describe_spellings (self->asked, answers);
  show (self, answers, note);
}

static void
stop_asking (SemaSuggestions *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
start_asking (SemaSuggestions *self, const char *text)
{
  stop_asking (self);
  g_free (self->asked);
  self->asked = g_strdup (text);
  self->asking = g_cancellable_new ();
}

/* Selects the next or previous word; before the first one there is "none". */
static void
move (SemaSuggestions *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int            index = (row != NULL ? gtk_list_box_row_get_index (row) : -1) + step;

  if (index < 0)
    gtk_list_box_unselect_all (self->list);
  else if ((row = gtk_list_box_get_row_at_index (self->list, index)) != NULL)
    gtk_list_box_select_row (self->list, row);
}

static gboolean
choose (SemaSuggestions *self, GtkListBoxRow *row)
{
  if (row == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  g_signal_emit (self, chosen_signal, 0, SEMA_ANSWER_ROW (row)->answer);
  return TRUE;
}

/* The word that is selected, or the first one. */
static gboolean
take_one (SemaSuggestions *self)
{
  return sema_suggestions_take (self) || choose (self, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
row_activated (SemaSuggestions *self, GtkListBoxRow *row)
{
  choose (self, row);
}

static void
sema_suggestions_dispose (GObject *object)
{
  SemaSuggestions *self = SEMA_SUGGESTIONS (object);

  stop_asking (self);
  g_clear_pointer (&self->asked, g_free);
  G_OBJECT_CLASS (sema_suggestions_parent_class)->dispose (object);
}

static void
sema_suggestions_class_init (SemaSuggestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_suggestions_dispose;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-suggestions.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaSuggestions, note);
  gtk_widget_class_bind_template_child (widget_class, SemaSuggestions, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
}

static void
sema_suggestions_init (SemaSuggestions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sema_suggestions_new_within:
 * @parent: a widget with a layout manager, which unparents it when it goes
 *
 * Makes suggestions for a word within a longer text: nothing is shown when there is nothing to choose, and words that no
 * text can hold are left out.
 *
 * Returns: (transfer none): the suggestions
 */
GtkWidget *
sema_suggestions_new_within (GtkWidget *parent)
{
  SemaSuggestions *self = g_object_new (SEMA_TYPE_SUGGESTIONS, NULL);

  self->within = TRUE;
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return GTK_WIDGET (self);
}

/**
 * sema_suggestions_complete:
 * @self: suggestions
 * @session: (nullable): whose words
 * @typed: what was typed so far; nothing hides the words
 *
 * Asks for what @typed may become, in place of what was asked before, and shows it when it comes.
 */
void
sema_suggestions_complete (SemaSuggestions *self, SemaSession *session, const char *typed)
{
  if (session == NULL || *typed == 0)
    {
      sema_suggestions_hide (self);
      return;
    }
  start_asking (self, typed);
  sema_session_complete_async (session, typed, MAX_ANSWERS, self->asking, completed, g_object_ref (self));
}

/**
 * sema_suggestions_spell:
 * @self: suggestions
 * @session: whose words
 * @text: what is not in the file
 *
 * Asks for words spelt like @text, and shows them as an answer to it.
 */
void
sema_suggestions_spell (SemaSuggestions *self, SemaSession *session, const char *text)
{
  start_asking (self, text);
  sema_session_spell_async (session, text, MAX_ANSWERS, self->asking, spelt, g_object_ref (self));
}

/**
 * sema_suggestions_hide:
 * @self: suggestions
 *
 * Shows nothing, and gives up the question that is asked: its answer will not be shown.
 */
void
sema_suggestions_hide (SemaSuggestions *self)
{
  stop_asking (self);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/**
 * sema_suggestions_press:
 * @self: suggestions
 * @key: what was pressed in the entry
 * @state: with which modifiers
 *
 * Does what the keys mean while words are shown: Down and Up select, Tab takes the word that is selected or the first one,
 * Escape hides them.
 *
 * Returns: whether the key meant something here
 */
gboolean
sema_suggestions_press (SemaSuggestions *self, guint key, GdkModifierType state)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Escape:
      sema_suggestions_hide (self);
      return TRUE;
    case GDK_KEY_Down:
      move (self, 1);
      return TRUE;
    case GDK_KEY_Up:
      move (self, -1);
      return TRUE;
    case GDK_KEY_Tab:
      return (state & gtk_accelerator_get_default_mod_mask ()) == 0 && take_one (self);
    default:
      return FALSE;
    }
}

/**
 * sema_suggestions_take:
 * @self: suggestions
 *
 * Chooses the word that is selected.
 *
 * Returns: whether one is
 */
gboolean
sema_suggestions_take (SemaSuggestions *self)
{
  return choose (self, gtk_list_box_get_selected_row (self->list));
}
