/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word-entry.h"

#include <string.h>

#include "sema-edits.h"
#include "sema-suggestions.h"
#include "sema-word.h"

/**
 * SemaWordEntry:
 *
 * An entry for words of the file that is open: it completes what is typed and answers an unknown word with those
 * spelt most like it.
 */
struct _SemaWordEntry
{
  GtkWidget parent_instance;

  SemaSession *session;
  char        *word; /* bytes of the word that was chosen, while its label stands unchanged */
  gboolean     many;
  gboolean     clears;
  gboolean     setting; /* the text changes because it is set here, not typed */

  GtkEntry        *entry;
  SemaSuggestions *suggestions;
};

enum {
  PROP_SESSION = 1,
  PROP_PLACEHOLDER_TEXT,
  PROP_LABEL,
  PROP_MANY,
  PROP_CLEARS,
  N_PROPERTIES,
};

enum {
  SIGNAL_CHOSEN,
  SIGNAL_LISTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SemaWordEntry, sema_word_entry, GTK_TYPE_WIDGET)

/* What was not typed is no step of the entry's own undo. */
static void
set_text (SemaWordEntry *self, const char *text)
{
  self->setting = TRUE;
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
  self->setting = FALSE;
  sema_suggestions_hide (self->suggestions);
}

/* The word that is meant by the text without the blanks round it. */
static char *
dup_text (SemaWordEntry *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  return self->session != NULL ? sema_edits_dup_word (self->session, text) : g_steal_pointer (&text);
}

/* Whether the file that is open has the word. */
static gboolean
is_known (SemaWordEntry *self, const char *text)
{
  return self->session != NULL && sema_edits_knows (self->session, text);
}

static void
choose (SemaWordEntry *self, const char *word)
{
  g_autofree char *copy = g_strdup (word);

  if (self->clears)
    sema_word_entry_set_word (self, NULL);
  else
    sema_word_entry_set_word (self, copy);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, copy);
}

/* Takes a suggested word: as the last one of several, or as the one chosen. */
static void
pick (SemaWordEntry *self, const SemaAnswer *answer)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char *blank = self->many ? strrchr (text, ' ') : NULL;

  if (blank != NULL && strspn (text, " ") < (gsize)(blank - text))
    {
      g_autofree char *before = g_strndup (text, (gsize)(blank + 1 - text));
      g_autofree char *longer = g_strconcat (before, answer->label, " ", NULL);

      set_text (self, longer);
      return;
    }
  choose (self, answer->word);
}

static gboolean
knows_one_of (SemaWordEntry *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t,;", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = sema_edits_dup_word (self->session, words[i]);

      if (*word != 0 && is_known (self, word))
        return TRUE;
    }
  return FALSE;
}

static void
list (SemaWordEntry *self, const char *text)
{
  g_autofree char *copy = g_strdup (text);

  set_text (self, "");
  g_signal_emit (self, signals[SIGNAL_LISTED], 0, copy);
}

/* Where several words may be typed, the one being typed is completed. */
static void
complete (SemaWordEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char *blank = self->many ? strrchr (text, ' ') : NULL;

  sema_suggestions_complete (self->suggestions, self->session, blank != NULL ? blank + 1 : text);
}

static void
typed (SemaWordEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->setting)
    return;
  g_clear_pointer (&self->word, g_free);
  if (self->many && strchr (text, '\n') != NULL)
    list (self, text);
  else
    complete (self);
}

static void
activated (SemaWordEntry *self)
{
  g_autofree char *text = dup_text (self);

  if (sema_suggestions_take (self->suggestions))
    return;
  if (self->word != NULL)
    choose (self, self->word);
  else if (*text == 0 || self->session == NULL)
    sema_suggestions_hide (self->suggestions);
  else if (is_known (self, text))
    choose (self, text);
  else if (self->many && knows_one_of (self, text))
    list (self, text);
  else
    sema_suggestions_spell (self->suggestions, self->session, text);
}

static gboolean
escape (SemaWordEntry *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == 0)
    return FALSE;
  sema_word_entry_set_word (self, NULL);
  return TRUE;
}

/* With nothing typed there is nothing to undo here, so the keys for it mean the last change of the words. */
static gboolean
undo (SemaWordEntry *self, guint key, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean        redo = key == GDK_KEY_y || (modifiers & GDK_SHIFT_MASK) != 0;

  if ((modifiers & ~GDK_SHIFT_MASK) != GDK_CONTROL_MASK || (self->word == NULL && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != 0))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), redo ? "win.redo" : "win.undo", NULL);
  return TRUE;
}

static gboolean
key_pressed (SemaWordEntry *self, guint key, guint code, GdkModifierType state)
{
  if (sema_suggestions_press (self->suggestions, key, state))
    return TRUE;
  switch (key)
    {
    case GDK_KEY_Escape:
      return escape (self);
    case GDK_KEY_z:
    case GDK_KEY_Z:
    case GDK_KEY_y:
      return undo (self, key, state);
    case GDK_KEY_Down:
      complete (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
left (SemaWordEntry *self)
{
  sema_suggestions_hide (self->suggestions);
}

static gboolean
sema_word_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEMA_WORD_ENTRY (widget)->entry));
}

static void
sema_word_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SemaWordEntry *self = SEMA_WORD_ENTRY (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_PLACEHOLDER_TEXT:
      g_value_set_string (value, gtk_entry_get_placeholder_text (self->entry));
      break;
    case PROP_MANY:
      g_value_set_boolean (value, self->many);
      break;
    case PROP_CLEARS:
      g_value_set_boolean (value, self->clears);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sema_word_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SemaWordEntry *self = SEMA_WORD_ENTRY (object);

  switch (id)
    {
    case PROP_SESSION:
      g_set_object (&self->session, g_value_get_object (value));
      break;
    case PROP_PLACEHOLDER_TEXT:
      gtk_entry_set_placeholder_text (self->entry, g_value_get_string (value));
      break;
    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
      break;
    case PROP_MANY:
      self->many = g_value_get_boolean (value);
      break;
    case PROP_CLEARS:
      self->clears = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sema_word_entry_dispose (GObject *object)
{
  SemaWordEntry *self = SEMA_WORD_ENTRY (object);

  if (self->suggestions != NULL)
    sema_suggestions_hide (self->suggestions);
  g_clear_object (&self->session);
  g_clear_pointer (&self->word, g_free);
  g_clear_pointer ((GtkWidget **)&self->suggestions, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **)&self->entry, gtk_widget_unparent);
  G_OBJECT_CLASS (sema_word_entry_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEMA_TYPE_SESSION, flags);
  properties[PROP_PLACEHOLDER_TEXT] = g_param_spec_string ("placeholder-text", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MANY] = g_param_spec_boolean ("many", NULL, NULL, FALSE, flags);
  properties[PROP_CLEARS] = g_param_spec_boolean ("clears", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
sema_word_entry_class_init (SemaWordEntryClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sema_word_entry_get_property;
  object_class->set_property = sema_word_entry_set_property;
  object_class->dispose = sema_word_entry_dispose;
  widget_class->grab_focus = sema_word_entry_grab_focus;
  install_properties (object_class);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LISTED] = g_signal_new ("listed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (SEMA_TYPE_SUGGESTIONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-word-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaWordEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, SemaWordEntry, suggestions);
  gtk_widget_class_bind_template_callback (widget_class, typed);
  gtk_widget_class_bind_template_callback (widget_class, activated);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, pick);
  gtk_widget_class_bind_template_callback (widget_class, left);
}

static void
sema_word_entry_init (SemaWordEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sema_word_entry_get_word:
 * @self: a word entry
 *
 * Returns: (transfer none): bytes of the word that was chosen, or the text where none was; never %NULL
 */
const char *
sema_word_entry_get_word (SemaWordEntry *self)
{
  g_return_val_if_fail (SEMA_IS_WORD_ENTRY (self), NULL);

  return self->word != NULL ? self->word : gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * sema_word_entry_set_word:
 * @self: a word entry
 * @word: (nullable): bytes of a word, as if it had been chosen, but without a signal; %NULL empties the entry
 */
void
sema_word_entry_set_word (SemaWordEntry *self, const char *word)
{
  g_autofree char *label = word != NULL ? sema_word_to_label (word, strlen (word)) : g_strdup ("");

  g_return_if_fail (SEMA_IS_WORD_ENTRY (self));

  set_text (self, label);
  g_free (self->word);
  self->word = g_strdup (word);
}
