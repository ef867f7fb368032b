/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-expression-entry.h"

#include "sema-expression-word.h"
#include "sema-expression.h"
#include "sema-suggestions.h"

/**
 * SemaExpressionEntry:
 *
 * An entry for an expression on words: it completes the word at the cursor, and shows where the expression is wrong.
 */
struct _SemaExpressionEntry
{
  GtkWidget parent_instance;

  SemaSession *session;
  guint        looking; /* source: the cursor has its place only after the text has changed */
  gboolean     typed;   /* whether there was typing since it was looked at last, not only moving */
  gboolean     setting; /* the text changes because it is set here */

  GtkEntry        *entry;
  SemaSuggestions *suggestions; /* NULL before they are needed */
};

static guint asked_signal;

G_DEFINE_FINAL_TYPE (SemaExpressionEntry, sema_expression_entry, GTK_TYPE_WIDGET)

static void
ask (SemaExpressionEntry *self)
{
  g_signal_emit (self, asked_signal, 0);
}

static void
hide (SemaExpressionEntry *self)
{
  g_clear_handle_id (&self->looking, g_source_remove);
  self->typed = FALSE;
  if (self->suggestions != NULL)
    sema_suggestions_hide (self->suggestions);
}

static gboolean
find_word (SemaExpressionEntry *self, SemaExpressionWord *word)
{
  int place = gtk_editable_get_position (GTK_EDITABLE (self->entry));

  return sema_expression_word_find (sema_expression_entry_get_text (self), (gsize)MAX (place, 0), word);
}

static void
replace (SemaExpressionEntry *self, const SemaExpressionWord *word, const char *text)
{
  int place = (int)word->start;

  self->setting = TRUE;
  gtk_editable_delete_text (GTK_EDITABLE (self->entry), place, (int)word->end);
  gtk_editable_insert_text (GTK_EDITABLE (self->entry), text, -1, &place);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), place);
  self->setting = FALSE;
}

/* Puts a word in the place of the one at the cursor, and leaves the rest of the expression alone. */
static void
pick (SemaExpressionEntry *self, const SemaAnswer *answer)
{
  g_autofree char            *quoted = sema_expression_quote (answer->word);
  g_auto (SemaExpressionWord) word = {0};

  if (!find_word (self, &word))
    return;
  replace (self, &word, quoted);
  hide (self);
  ask (self);
}

/* A window comes up without what nobody has asked for yet. */
static SemaSuggestions *
need_suggestions (SemaExpressionEntry *self)
{
  if (self->suggestions == NULL)
    {
      self->suggestions = SEMA_SUGGESTIONS (sema_suggestions_new_within (GTK_WIDGET (self)));
      g_signal_connect_object (self->suggestions, "chosen", G_CALLBACK (pick), self, G_CONNECT_SWAPPED);
    }
  return self->suggestions;
}

/* Whether there is a word to complete. What may be a weight is completed only for those who ask for it. */
static gboolean
complete (SemaExpressionEntry *self, gboolean numbers_too)
{
  g_auto (SemaExpressionWord) word = {0};

  if (!find_word (self, &word) || (word.is_number && !numbers_too))
    return FALSE;
  sema_suggestions_complete (need_suggestions (self), self->session, word.typed);
  return TRUE;
}

static gboolean
look (gpointer data)
{
  SemaExpressionEntry *self = data;
  gboolean             typed = self->typed;

  self->looking = 0;
  self->typed = FALSE;
  if (!typed || !complete (self, FALSE))
    hide (self);
  return G_SOURCE_REMOVE;
}

static void
look_soon (SemaExpressionEntry *self)
{
  if (self->looking == 0)
    self->looking = g_idle_add_full (G_PRIORITY_DEFAULT, look, self, NULL);
}

static void
changed (SemaExpressionEntry *self)
{
  const char *text = sema_expression_entry_get_text (self);

  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY, *text != '\0' ? "edit-clear-symbolic" : NULL);
  if (self->setting)
    return;
  self->typed = TRUE;
  look_soon (self);
  ask (self);
}

static void
moved (SemaExpressionEntry *self)
{
  look_soon (self);
}

static void
activated (SemaExpressionEntry *self)
{
  if (self->suggestions != NULL && sema_suggestions_take (self->suggestions))
    return;
  hide (self);
  ask (self);
}

static void
clear (SemaExpressionEntry *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static gboolean
key_pressed (SemaExpressionEntry *self, guint key, guint code, GdkModifierType state)
{
  if (self->suggestions != NULL && sema_suggestions_press (self->suggestions, key, state))
    return TRUE;
  return key == GDK_KEY_Down && complete (self, TRUE);
}

static void
left (SemaExpressionEntry *self)
{
  hide (self);
}

static gboolean
sema_expression_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEMA_EXPRESSION_ENTRY (widget)->entry));
}

static void
sema_expression_entry_dispose (GObject *object)
{
  SemaExpressionEntry *self = SEMA_EXPRESSION_ENTRY (object);

  hide (self);
  g_clear_object (&self->session);
  g_clear_pointer ((GtkWidget **)&self->suggestions, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **)&self->entry, gtk_widget_unparent);
  G_OBJECT_CLASS (sema_expression_entry_parent_class)->dispose (object);
}

static void
sema_expression_entry_class_init (SemaExpressionEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_expression_entry_dispose;
  widget_class->grab_focus = sema_expression_entry_grab_focus;
  asked_signal = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-expression-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaExpressionEntry, entry);
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, activated);
  gtk_widget_class_bind_template_callback (widget_class, moved);
  gtk_widget_class_bind_template_callback (widget_class, clear);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, left);
}

static void
sema_expression_entry_init (SemaExpressionEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sema_expression_entry_set_session:
 * @self: an entry
 * @session: (nullable): whose vocabulary completes
 */
void
sema_expression_entry_set_session (SemaExpressionEntry *self, SemaSession *session)
{
  g_set_object (&self->session, session);
}

/**
 * sema_expression_entry_get_text:
 * @self: an entry
 *
 * Returns: (transfer none): what is typed now
 */
const char *
sema_expression_entry_get_text (SemaExpressionEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * sema_expression_entry_mark:
 * @self: an entry
 * @start: the first character that is wrong
 * @end: the one behind the last; the same as @start when nothing is
 *
 * Underlines what is wrong.
 */
void
sema_expression_entry_mark (SemaExpressionEntry *self, gsize start, gsize end)
{
  const char               *text = sema_expression_entry_get_text (self);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (start < end)
    {
      PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);

      line->start_index = (guint)(g_utf8_offset_to_pointer (text, (glong)start) - text);
      line->end_index = (guint)(g_utf8_offset_to_pointer (text, (glong)end) - text);
      pango_attr_list_insert (attributes, line);
    }
  gtk_entry_set_attributes (self->entry, attributes);
}
