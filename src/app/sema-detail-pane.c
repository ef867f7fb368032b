/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-detail-pane.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sema-edits.h"
#include "sema-neighbour-row.h"
#include "sema-number.h"
#include "sema-strip-view.h"
#include "sema-word.h"

#define N_NEIGHBOURS 12

struct _SemaDetailPane
{
  AdwBin parent_instance;

  SemaSession   *session;
  GSignalGroup  *session_signals;
  GCancellable  *asking; /* about the word that is shown; another one's answer is stale */
  GtkStack      *stack;
  GtkLabel      *word_label;
  GtkLabel      *facts_label;
  SemaStripView *strip;
  GtkLabel      *quality_label;
  GtkWidget     *add_button;
  GtkLabel      *problem_label;
  GtkListBox    *neighbours;
};

enum {
  PROP_SESSION = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SemaDetailPane, sema_detail_pane, ADW_TYPE_BIN)

static void
clear_neighbours (SemaDetailPane *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->neighbours))) != NULL)
    gtk_list_box_remove (self->neighbours, row);
  gtk_widget_set_visible (GTK_WIDGET (self->neighbours), FALSE);
}

static void
say_problem (SemaDetailPane *self, const char *sentence)
{
  gtk_label_set_text (self->problem_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), sentence != NULL);
}

static void
show_neighbours (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaSession               *session = SEMA_SESSION (source);
  g_autoptr (SemaDetailPane) self = user_data;
  g_autoptr (GError)         error = NULL;
  g_autoptr (GPtrArray)      answers = sema_session_neighbours_finish (session, result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  clear_neighbours (self);
  say_problem (self, error != NULL ? error->message : NULL);
  for (guint i = 0; answers != NULL && i < answers->len; i++)
    gtk_list_box_append (self->neighbours, sema_neighbour_row_new (session, g_ptr_array_index (answers, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->neighbours), answers != NULL && answers->len > 0);
}

static void
stop_asking (SemaDetailPane *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
ask (SemaDetailPane *self, const char *word)
{
  stop_asking (self);
  self->asking = g_cancellable_new ();
  sema_session_neighbours_async (self->session, word, N_NEIGHBOURS, self->asking, show_neighbours, g_object_ref (self));
}

static void
show_facts (SemaDetailPane *self, guint64 row)
{
  SemaSet          *set = sema_session_get_set (self->session);
  char              norm[SEMA_NUMBER_SIZE];
  g_autofree char  *number = g_strdup_printf ("%" G_GUINT64_FORMAT, row);
  g_autofree float *space = sema_set_new_space (set, 1);
  g_autofree char  *facts = NULL;

  sema_number_print_fixed (sema_set_get_norm (set, row), 2, norm);
  if (sema_set_is_composed (set, row))
    facts = g_strdup_printf (_ ("not in this file: the mean of its n-grams · length %s"), norm);
  else
    facts = g_strdup_printf (_("row %s · length %s"), number, norm);
  gtk_label_set_text (self->facts_label, facts);
  sema_strip_view_show (self->strip, sema_set_read_row (set, row, space), sema_set_get_dim (set));
}

/* How well the map shows the word, when it is on the map. */
static void
show_quality (SemaDetailPane *self, const char *word)
{
  SemaProjection  *projection = sema_session_get_projection (self->session);
  gssize           index = projection == NULL ? -1 : sema_projection_find_word (projection, word);
  gssize           point = index < 0 ? -1 : sema_projection_get_word (projection, (gsize)index)->point;
  double           quality = point < 0 ? NAN : sema_scatter_get_point (sema_projection_get_scatter (projection), (gsize)point)->quality;
  g_autofree char *text = NULL;

  if (!isnan (quality))
    text = g_strdup_printf (_("shown here to %d %%"), (int)round (100 * quality));
  else if (point >= 0)
    text = g_strdup (_("at the mean of the words shown"));
  gtk_label_set_text (self->quality_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->quality_label), text != NULL);
  gtk_widget_set_visible (self->add_button, sema_edits_can_show (self->session, word) && sema_recipe_find_word (sema_session_get_recipe (self->session), word) < 0);
}

static void
show_word (SemaDetailPane *self, const char *word)
{
  SemaSet         *set = sema_session_get_set (self->session);
  guint64          row = sema_set_compose (set, word, -1);
  g_autofree char *label = sema_word_to_label (word, strlen (word));

  gtk_label_set_text (self->word_label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->word_label), label);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), row != SEMA_VOCAB_NO_ROW);
  if (row == SEMA_VOCAB_NO_ROW)
    {
      stop_asking (self);
      clear_neighbours (self);
      gtk_label_set_text (self->facts_label, _("not in this file"));
      sema_strip_view_show (self->strip, NULL, 0);
      say_problem (self, NULL);
    }
  else
    {
      show_facts (self, row);
      ask (self, word);
    }
  show_quality (self, word);
}

static void
update_word (SemaDetailPane *self)
{
  const char *focus = sema_session_get_focus (self->session);

  if (focus == NULL || sema_session_get_set (self->session) == NULL)
    {
      stop_asking (self);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  show_word (self, focus);
  gtk_stack_set_visible_child_name (self->stack, "word");
}

static void
update_quality (SemaDetailPane *self)
{
  const char *focus = sema_session_get_focus (self->session);

  if (focus != NULL && sema_session_get_set (self->session) != NULL)
    show_quality (self, focus);
}

static void
add_focus (SemaDetailPane *self)
{
  const char *words[] = {sema_session_get_focus (self->session), NULL};

  if (words[0] != NULL)
    sema_edits_add_words (self->session, words);
}

static void
visit_neighbour (GtkListBox *list, GtkListBoxRow *row, SemaDetailPane *self)
{
  g_autofree char *word = g_strdup (sema_neighbour_row_get_word (SEMA_NEIGHBOUR_ROW (row)));

  sema_session_select (self->session, NULL, word);
}

static void
sema_detail_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SEMA_DETAIL_PANE (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_detail_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SemaDetailPane *self = SEMA_DETAIL_PANE (object);

  if (id != PROP_SESSION)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_set_object (&self->session, g_value_get_object (value)))
    {
      g_signal_group_set_target (self->session_signals, self->session);
      if (self->session != NULL)
        update_word (self);
    }
}

static void
sema_detail_pane_dispose (GObject *object)
{
  SemaDetailPane *self = SEMA_DETAIL_PANE (object);

  stop_asking (self);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sema_detail_pane_parent_class)->dispose (object);
}

static void
sema_detail_pane_class_init (SemaDetailPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sema_detail_pane_get_property;
  object_class->set_property = sema_detail_pane_set_property;
  object_class->dispose = sema_detail_pane_dispose;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEMA_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (SEMA_TYPE_STRIP_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-detail-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaDetailPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SemaDetailPane, word_label);
  gtk_widget_class_bind_template_child (widget_class, SemaDetailPane, facts_label);
  gtk_widget_class_bind_template_child (widget_class, SemaDetailPane, strip);
  gtk_widget_class_bind_template_child (widget_class, SemaDetailPane, quality_label);
  gtk_widget_class_bind_template_child (widget_class, SemaDetailPane, add_button);
  gtk_widget_class_bind_template_child (widget_class, SemaDetailPane, problem_label);
  gtk_widget_class_bind_template_child (widget_class, SemaDetailPane, neighbours);
  gtk_widget_class_bind_template_callback (widget_class, add_focus);
  gtk_widget_class_bind_template_callback (widget_class, visit_neighbour);
}

static void
sema_detail_pane_init (SemaDetailPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->session_signals = g_signal_group_new (SEMA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::focus", G_CALLBACK (update_word), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::set", G_CALLBACK (update_word), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::projection", G_CALLBACK (update_quality), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::recipe", G_CALLBACK (update_quality), self);
}
