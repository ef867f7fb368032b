/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-analogy-bar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-analogy-row.h"
#include "sema-edits.h"
#include "sema-number.h"
#include "sema-word-entry.h"

#define N_ANSWERS 5

struct _SemaAnalogyBar
{
  AdwBin parent_instance;

  SemaSession   *session;
  GSignalGroup  *session_signals;
  GCancellable  *asking; /* what the entries say; another one's answer is stale */
  char         **asked;  /* the three words that were asked about last */
  SemaWordEntry *a_entry;
  SemaWordEntry *b_entry;
  SemaWordEntry *c_entry;
  GtkLabel      *answers_label;
  GtkWidget     *draw_button;
  GtkMenuButton *drawn_button;
  GtkListBox    *drawn_list;
};

enum {
  PROP_SESSION = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SemaAnalogyBar, sema_analogy_bar, ADW_TYPE_BIN)

static void
stop_asking (SemaAnalogyBar *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

/* There may be less room than answers: the tooltip has them all. */
static void
say (SemaAnalogyBar *self, const char *text)
{
  gtk_label_set_text (self->answers_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->answers_label), text);
}

static char *
list_answers (GPtrArray *answers)
{
  GString *text = g_string_new ("= ");

  for (guint i = 0; i < answers->len; i++)
    {
      const SemaAnswer *answer = g_ptr_array_index (answers, i);
      char              score[SEMA_NUMBER_SIZE];

      g_string_append_printf (text, "%s%s %s", i == 0 ? "" : " · ", answer->label, sema_number_print_fixed (answer->score, 2, score));
    }
  return g_string_free (text, FALSE);
}

/* The three words of the entries, in the order a, b, c; FALSE while one is missing. */
static gboolean
get_words (SemaAnalogyBar *self, const char *words[3])
{
  words[0] = sema_word_entry_get_word (self->a_entry);
  words[1] = sema_word_entry_get_word (self->b_entry);
  words[2] = sema_word_entry_get_word (self->c_entry);
  for (int i = 0; i < 3; i++)
    if (words[i] == NULL || *words[i] == 0)
      return FALSE;
  return TRUE;
}

static const char *
find_unknown (SemaAnalogyBar *self, const char *const *words)
{
  for (int i = 0; i < 3; i++)
    if (!sema_edits_can_show (self->session, words[i]))
      return words[i];
  return NULL;
}

static void
show_answers (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SemaAnalogyBar) self = user_data;
  g_autoptr (GError)         error = NULL;
  g_autoptr (GPtrArray)      answers = sema_session_analogy_finish (SEMA_SESSION (source), result, &error);
  g_autofree char           *text = NULL;
  const char                *unknown;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  unknown = find_unknown (self, (const char *const *)self->asked);
  if (error != NULL)
    text = g_strdup (error->message);
  else if (unknown != NULL)
    text = sema_edits_describe_unknown (self->session, unknown);
  else
    text = answers->len > 0 ? list_answers (answers) : g_strdup (_("no answer"));
  say (self, text);
}

/* Asks as soon as there are three words. */
static void
ask (SemaAnalogyBar *self)
{
  const char *words[3];

  stop_asking (self);
  gtk_widget_set_sensitive (self->draw_button, self->session != NULL && sema_session_get_set (self->session) != NULL);
  if (self->asked != NULL)
    say (self, "");
  g_clear_pointer (&self->asked, g_strfreev);
  if (self->session == NULL || !get_words (self, words))
    return;
  self->asked = g_strdupv ((char *[]) {(char *)words[0], (char *)words[1], (char *)words[2], NULL});
  self->asking = g_cancellable_new ();
  sema_session_analogy_async (self->session, words[0], words[1], words[2], N_ANSWERS, self->asking, show_answers, g_object_ref (self));
}

static void
draw (SemaAnalogyBar *self)
{
  const char *words[3];
  const char *unknown;

  if (!get_words (self, words))
    {
      say (self, _("Type three words: king − man + woman asks what is to woman as king is to man."));
      return;
    }
  unknown = find_unknown (self, words);
  if (unknown != NULL)
    {
      g_autofree char *text = sema_edits_describe_unknown (self->session, unknown);

      say (self, text);
      return;
    }
  ask (self);
  sema_edits_add_analogy (self->session, words[0], words[1], words[2]);
}

/* The first Enter asks, another one draws what was asked. */
static void
chosen (SemaAnalogyBar *self)
{
  const char *words[3];
  gboolean    again = self->asked != NULL && get_words (self, words);

  for (int i = 0; again && i < 3; i++)
    again = g_str_equal (words[i], self->asked[i]);
  if (again)
    draw (self);
  else
    ask (self);
}

static gboolean
is_empty (SemaWordEntry *entry)
{
  const char *word = sema_word_entry_get_word (entry);

  return word == NULL || *word == 0;
}

/* Entries that nobody has typed in show the analogy that was drawn last. */
static void
show_last_drawn (SemaAnalogyBar *self)
{
  GArray                  *analogies = sema_session_get_recipe (self->session)->analogies;
  const SemaRecipeAnalogy *last;

  if (analogies->len == 0 || !is_empty (self->a_entry) || !is_empty (self->b_entry) || !is_empty (self->c_entry))
    return;
  last = &g_array_index (analogies, SemaRecipeAnalogy, analogies->len - 1);
  sema_word_entry_set_word (self->a_entry, last->a);
  sema_word_entry_set_word (self->b_entry, last->b);
  sema_word_entry_set_word (self->c_entry, last->c);
  ask (self);
}

static void
list_drawn (SemaAnalogyBar *self)
{
  guint            n = sema_session_get_recipe (self->session)->analogies->len;
  g_autofree char *label = g_strdup_printf (ngettext ("%u drawn", "%u drawn", n), n);
  GtkWidget       *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->drawn_list))) != NULL)
    gtk_list_box_remove (self->drawn_list, row);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->drawn_list, sema_analogy_row_new (self->session, i));
  gtk_menu_button_set_label (self->drawn_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->drawn_button), n > 0);
  show_last_drawn (self);
}

static void
set_session (SemaAnalogyBar *self, SemaSession *session)
{
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  g_object_set (self->a_entry, "session", session, NULL);
  g_object_set (self->b_entry, "session", session, NULL);
  g_object_set (self->c_entry, "session", session, NULL);
  if (session != NULL)
    list_drawn (self);
}

static void
sema_analogy_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SEMA_ANALOGY_BAR (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_analogy_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    set_session (SEMA_ANALOGY_BAR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_analogy_bar_dispose (GObject *object)
{
  SemaAnalogyBar *self = SEMA_ANALOGY_BAR (object);

  stop_asking (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->asked, g_strfreev);
  G_OBJECT_CLASS (sema_analogy_bar_parent_class)->dispose (object);
}

static void
sema_analogy_bar_class_init (SemaAnalogyBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sema_analogy_bar_get_property;
  object_class->set_property = sema_analogy_bar_set_property;
  object_class->dispose = sema_analogy_bar_dispose;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEMA_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (SEMA_TYPE_WORD_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-analogy-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaAnalogyBar, a_entry);
  gtk_widget_class_bind_template_child (widget_class, SemaAnalogyBar, b_entry);
  gtk_widget_class_bind_template_child (widget_class, SemaAnalogyBar, c_entry);
  gtk_widget_class_bind_template_child (widget_class, SemaAnalogyBar, answers_label);
  gtk_widget_class_bind_template_child (widget_class, SemaAnalogyBar, draw_button);
  gtk_widget_class_bind_template_child (widget_class, SemaAnalogyBar, drawn_button);
  gtk_widget_class_bind_template_child (widget_class, SemaAnalogyBar, drawn_list);
  gtk_widget_class_bind_template_callback (widget_class, chosen);
  gtk_widget_class_bind_template_callback (widget_class, draw);
}

static void
sema_analogy_bar_init (SemaAnalogyBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->session_signals = g_signal_group_new (SEMA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::set", G_CALLBACK (ask), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::recipe", G_CALLBACK (list_drawn), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::projection", G_CALLBACK (list_drawn), self);
}
