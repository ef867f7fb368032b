/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-questions-place.h"

#include <glib/gi18n-lib.h>

#include "sema-axes-popover.h"
#include "sema-heat-view.h"
#include "sema-question-dialog.h"
#include "sema-question-edits.h"
#include "sema-question-row.h"
#include "sema-ruler-pane.h"

/**
 * SemaQuestionsPlace:
 *
 * The chosen words, and how far each lies towards the answers of questions.
 */
struct _SemaQuestionsPlace
{
  AdwBin parent_instance;

  SemaSession  *session;
  GSignalGroup *session_signals;
  gboolean      is_filling; /* what changes comes from the session */

  GtkWidget     *bar;
  GtkWidget     *ruler_button;
  GtkLabel      *sort_label;
  GtkDropDown   *sort_list;
  GtkMenuButton *axes_button;
  GtkStack      *stack;
  AdwStatusPage *problem_page;
  SemaHeatView  *heat_view;
  SemaRulerPane *ruler_pane;
  GtkWidget     *list_button;
  GtkListBox    *list;
};

enum {
  PROP_SESSION = 1,
  PROP_TEXT_SCALE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SemaQuestionsPlace, sema_questions_place, ADW_TYPE_BIN)

static void
sort_by (SemaQuestionsPlace *self, const char *question)
{
  SemaLooks looks = *sema_session_get_looks (self->session);

  looks.question = (char *)question;
  sema_session_set_looks (self->session, &looks);
}

/* The table can also have the words as they were chosen, which comes first. */
static guint
get_offset (SemaQuestionsPlace *self)
{
  return sema_session_get_looks (self->session)->questions_as == SEMA_QUESTIONS_TABLE ? 1 : 0;
}

static void
sort_chosen (SemaQuestionsPlace *self)
{
  const SemaRecipe *recipe = self->session != NULL ? sema_session_get_recipe (self->session) : NULL;
  guint             chosen = gtk_drop_down_get_selected (self->sort_list);
  guint             offset;

  if (recipe == NULL || self->is_filling)
    return;
  offset = get_offset (self);
  sort_by (self, chosen >= offset && chosen - offset < recipe->questions->len ? sema_recipe_get_question (recipe, chosen - offset)->name : NULL);
}

static void
form_chosen (SemaQuestionsPlace *self)
{
  SemaLooks looks;

  if (self->session == NULL || self->is_filling)
    return;
  looks = *sema_session_get_looks (self->session);
  looks.questions_as = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->ruler_button)) ? SEMA_QUESTIONS_RULER : SEMA_QUESTIONS_TABLE;
  sema_session_set_looks (self->session, &looks);
}

static void
column_activated (SemaQuestionsPlace *self, guint column)
{
  SemaPlacePicture *picture = sema_session_get_picture (self->session);
  const char       *question = picture != NULL ? sema_place_picture_get_question (picture, column) : NULL;

  sort_by (self, g_strcmp0 (question, sema_session_get_looks (self->session)->question) != 0 ? question : NULL);
}

static void
add_question (SemaQuestionsPlace *self)
{
  sema_question_dialog_present (GTK_WIDGET (self), self->session, NULL);
}

static void
add_ready (SemaQuestionsPlace *self)
{
  sema_question_edits_add_ready (self->session);
}

static void
row_activated (SemaQuestionsPlace *self, SemaQuestionRow *row)
{
  sema_question_dialog_present (GTK_WIDGET (self), self->session, sema_question_row_get_name (row));
}

static gboolean
lists_equal (GListModel *a, GListModel *b)
{
  guint n = a != NULL ? g_list_model_get_n_items (a) : 0;

  if (a == NULL || n != g_list_model_get_n_items (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (a), i), gtk_string_list_get_string (GTK_STRING_LIST (b), i)))
      return FALSE;
  return TRUE;
}

/* A list that is being chosen from must stay. */
static void
fill_sort_list (SemaQuestionsPlace *self, const SemaRecipe *recipe)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (get_offset (self) > 0)
    gtk_string_list_append (names, _("As chosen"));
  for (guint i = 0; i < recipe->questions->len; i++)
    gtk_string_list_append (names, sema_recipe_get_question (recipe, i)->name);
  if (!lists_equal (gtk_drop_down_get_model (self->sort_list), G_LIST_MODEL (names)))
    gtk_drop_down_set_model (self->sort_list, G_LIST_MODEL (names));
}

static void
show_looks (SemaQuestionsPlace *self)
{
  const SemaLooks  *looks = sema_session_get_looks (self->session);
  const SemaRecipe *recipe = sema_session_get_recipe (self->session);
  gboolean          is_ruler = looks->questions_as == SEMA_QUESTIONS_RULER;
  gssize            index = sema_recipe_find_question (recipe, looks->question);

  self->is_filling = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->ruler_button), is_ruler);
  gtk_label_set_text (self->sort_label, is_ruler ? _("Along") : _("Sort by"));
  fill_sort_list (self, recipe);
  gtk_drop_down_set_selected (self->sort_list, is_ruler ? (guint)MAX (index, 0) : (guint)(index + 1));
  self->is_filling = FALSE;
}

static void
fill_list (SemaQuestionsPlace *self, const SemaRecipe *recipe)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < recipe->questions->len; i++)
    gtk_list_box_append (self->list, sema_question_row_new (self->session, sema_recipe_get_question (recipe, i)));
}

/* The picture may be one of questions that have changed since. */
static void
show_scores (SemaQuestionsPlace *self)
{
  const SemaRecipe *recipe = sema_session_get_recipe (self->session);
  SemaPlacePicture *picture = sema_session_get_picture (self->session);
  gsize             n = picture != NULL ? sema_place_picture_get_n_asked (picture) : 0;
  GtkListBoxRow    *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const SemaAskedQuestion *asked = (gsize)i < n ? sema_place_picture_get_asked (picture, (gsize)i) : NULL;
      gboolean                 is_it = asked != NULL && sema_question_text_equal (asked->text, sema_recipe_get_question (recipe, (gsize)i));

      sema_question_row_show_asked (SEMA_QUESTION_ROW (row), is_it ? asked : NULL);
    }
}

static const char *
choose_page (SemaQuestionsPlace *self)
{
  if (sema_session_get_recipe (self->session)->questions->len == 0)
    return "none";
  if (sema_session_get_picture_problem (self->session) != NULL)
    return "problem";
  if (sema_session_get_picture (self->session) == NULL)
    return NULL;
  return sema_place_picture_get_ruler (sema_session_get_picture (self->session)) != NULL ? "ruler" : "picture";
}

/* What was there before stays until the new picture is whole. */
static void
show_picture (SemaQuestionsPlace *self)
{
  const char      *page = choose_page (self);
  const char      *problem = sema_session_get_picture_problem (self->session);
  g_autofree char *description = problem != NULL ? g_markup_escape_text (problem, -1) : NULL;

  if (sema_session_get_looks (self->session)->place != SEMA_PLACE_QUESTIONS)
    return;
  if (g_strcmp0 (page, "problem") == 0)
    adw_status_page_set_description (self->problem_page, description);
  if (page != NULL)
    gtk_stack_set_visible_child_name (self->stack, page);
  show_scores (self);
}

static void
show_recipe (SemaQuestionsPlace *self)
{
  const SemaRecipe *recipe = sema_session_get_recipe (self->session);

  fill_list (self, recipe);
  gtk_widget_set_visible (self->bar, recipe->questions->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->axes_button), recipe->questions->len > 1);
  if (recipe->questions->len == 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->list_button), FALSE);
  show_looks (self);
  show_picture (self);
}

static void
take_session (SemaQuestionsPlace *self, SemaSession *session)
{
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  if (session == NULL)
    return;
  g_object_set (self->heat_view, "session", session, NULL);
  g_object_set (self->ruler_pane, "session", session, NULL);
  gtk_menu_button_set_popover (self->axes_button, sema_axes_popover_new (session));
  show_recipe (self);
}

static void
sema_questions_place_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SemaQuestionsPlace *self = SEMA_QUESTIONS_PLACE (object);

  if (id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else if (id == PROP_TEXT_SCALE)
    g_object_get_property (G_OBJECT (self->heat_view), "text-scale", value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_questions_place_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SemaQuestionsPlace *self = SEMA_QUESTIONS_PLACE (object);

  if (id == PROP_SESSION)
    take_session (self, g_value_get_object (value));
  else if (id == PROP_TEXT_SCALE)
    {
      g_object_set_property (G_OBJECT (self->heat_view), "text-scale", value);
      g_object_set_property (G_OBJECT (self->ruler_pane), "text-scale", value);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_questions_place_dispose (GObject *object)
{
  SemaQuestionsPlace *self = SEMA_QUESTIONS_PLACE (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sema_questions_place_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SemaQuestionsPlace, bar);
  gtk_widget_class_bind_template_child (widget_class, SemaQuestionsPlace, ruler_button);
  gtk_widget_class_bind_template_child (widget_class, SemaQuestionsPlace, sort_label);
  gtk_widget_class_bind_template_child (widget_class, SemaQuestionsPlace, sort_list);
  gtk_widget_class_bind_template_child (widget_class, SemaQuestionsPlace, axes_button);
  gtk_widget_class_bind_template_child (widget_class, SemaQuestionsPlace, stack);
  gtk_widget_class_bind_template_child (widget_class, SemaQuestionsPlace, problem_page);
  gtk_widget_class_bind_template_child (widget_class, SemaQuestionsPlace, heat_view);
  gtk_widget_class_bind_template_child (widget_class, SemaQuestionsPlace, ruler_pane);
  gtk_widget_class_bind_template_child (widget_class, SemaQuestionsPlace, list_button);
  gtk_widget_class_bind_template_child (widget_class, SemaQuestionsPlace, list);
  gtk_widget_class_bind_template_callback (widget_class, form_chosen);
  gtk_widget_class_bind_template_callback (widget_class, sort_chosen);
  gtk_widget_class_bind_template_callback (widget_class, column_activated);
  gtk_widget_class_bind_template_callback (widget_class, add_question);
  gtk_widget_class_bind_template_callback (widget_class, add_ready);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
}

static void
sema_questions_place_class_init (SemaQuestionsPlaceClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sema_questions_place_get_property;
  object_class->set_property = sema_questions_place_set_property;
  object_class->dispose = sema_questions_place_dispose;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEMA_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, 0.1, 10, 1, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_type_ensure (SEMA_TYPE_HEAT_VIEW);
  g_type_ensure (SEMA_TYPE_RULER_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-questions-place.ui");
  bind_children (widget_class);
}

static void
sema_questions_place_init (SemaQuestionsPlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->session_signals = g_signal_group_new (SEMA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::recipe", G_CALLBACK (show_recipe), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::looks", G_CALLBACK (show_looks), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::picture", G_CALLBACK (show_picture), self);
}
