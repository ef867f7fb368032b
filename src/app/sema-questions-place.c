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
  SemaPlaceView parent_instance;

  gboolean is_filling; /* what changes comes from the session */

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

G_DEFINE_FINAL_TYPE (SemaQuestionsPlace, sema_questions_place, SEMA_TYPE_PLACE_VIEW)

static SemaSession *
get_session (SemaQuestionsPlace *self)
{
  return sema_place_view_get_session (SEMA_PLACE_VIEW (self));
}

static void
sort_by (SemaQuestionsPlace *self, const char *question)
{
  SemaLooks looks = *sema_session_get_looks (get_session (self));

  looks.question = (char *)question;
  sema_session_set_looks (get_session (self), &looks);
}

/* The table can also have the words as they were chosen, which comes first. */
static guint
get_offset (SemaQuestionsPlace *self)
{
  return sema_session_get_looks (get_session (self))->questions_as == SEMA_QUESTIONS_TABLE ? 1 : 0;
}

static void
sort_chosen (SemaQuestionsPlace *self)
{
  const SemaRecipe *recipe = get_session (self) != NULL ? sema_session_get_recipe (get_session (self)) : NULL;
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

  if (get_session (self) == NULL || self->is_filling)
    return;
  looks = *sema_session_get_looks (get_session (self));
  looks.questions_as = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->ruler_button)) ? SEMA_QUESTIONS_RULER : SEMA_QUESTIONS_TABLE;
  sema_session_set_looks (get_session (self), &looks);
}

static void
column_activated (SemaQuestionsPlace *self, guint column)
{
  SemaPlacePicture *picture = sema_session_get_picture (get_session (self));
  const char       *question = picture != NULL ? sema_place_picture_get_question (picture, column) : NULL;

  sort_by (self, g_strcmp0 (question, sema_session_get_looks (get_session (self))->question) != 0 ? question : NULL);
}

static void
add_question (SemaQuestionsPlace *self)
{
  sema_question_dialog_present (GTK_WIDGET (self), get_session (self), NULL);
}

static void
add_ready (SemaQuestionsPlace *self)
{
  sema_question_edits_add_ready (get_session (self));
}

static void
row_activated (SemaQuestionsPlace *self, SemaQuestionRow *row)
{
  sema_question_dialog_present (GTK_WIDGET (self), get_session (self), sema_question_row_get_name (row));
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
sema_questions_place_show_looks (SemaPlaceView *view)
{
  SemaQuestionsPlace *self = SEMA_QUESTIONS_PLACE (view);
  const SemaLooks    *looks = sema_session_get_looks (get_session (self));
  const SemaRecipe   *recipe = sema_session_get_recipe (get_session (self));
  gboolean            is_ruler = looks->questions_as == SEMA_QUESTIONS_RULER;
  gssize              index = sema_recipe_find_question (recipe, looks->question);

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
    gtk_list_box_append (self->list, sema_question_row_new (get_session (self), sema_recipe_get_question (recipe, i)));
}

/* The picture may be one of questions that have changed since. */
static void
show_scores (SemaQuestionsPlace *self)
{
  const SemaRecipe *recipe = sema_session_get_recipe (get_session (self));
  SemaPlacePicture *picture = sema_session_get_picture (get_session (self));
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
  if (sema_session_get_recipe (get_session (self))->questions->len == 0)
    return "none";
  if (sema_session_get_picture_problem (get_session (self)) != NULL)
    return "problem";
  if (sema_session_get_picture (get_session (self)) == NULL)
    return NULL;
  return sema_place_picture_get_ruler (sema_session_get_picture (get_session (self))) != NULL ? "ruler" : "picture";
}

/* What was there before stays until the new picture is whole. */
static void
sema_questions_place_show_picture (SemaPlaceView *view)
{
  SemaQuestionsPlace *self = SEMA_QUESTIONS_PLACE (view);
  const char         *page = choose_page (self);
  const char         *problem = sema_session_get_picture_problem (get_session (self));
  g_autofree char    *description = problem != NULL ? g_markup_escape_text (problem, -1) : NULL;

  if (sema_session_get_looks (get_session (self))->place != SEMA_PLACE_QUESTIONS)
    return;
  if (g_strcmp0 (page, "problem") == 0)
    adw_status_page_set_description (self->problem_page, description);
  if (page != NULL)
    gtk_stack_set_visible_child_name (self->stack, page);
  show_scores (self);
}

static void
sema_questions_place_show_recipe (SemaPlaceView *view)
{
  SemaQuestionsPlace *self = SEMA_QUESTIONS_PLACE (view);
  const SemaRecipe   *recipe = sema_session_get_recipe (get_session (self));

  fill_list (self, recipe);
  gtk_widget_set_visible (self->bar, recipe->questions->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->axes_button), recipe->questions->len > 1);
  if (recipe->questions->len == 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->list_button), FALSE);
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
  SemaPlaceViewClass *view_class = SEMA_PLACE_VIEW_CLASS (klass);
  GtkWidgetClass     *widget_class = GTK_WIDGET_CLASS (klass);

  view_class->show_recipe = sema_questions_place_show_recipe;
  view_class->show_looks = sema_questions_place_show_looks;
  view_class->show_picture = sema_questions_place_show_picture;
  g_type_ensure (SEMA_TYPE_HEAT_VIEW);
  g_type_ensure (SEMA_TYPE_RULER_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-questions-place.ui");
  bind_children (widget_class);
}

static void
make_axes_popover (GtkMenuButton *button, gpointer place)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, sema_axes_popover_new (get_session (place)));
}

static void
sema_questions_place_init (SemaQuestionsPlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->axes_button, make_axes_popover, self, NULL);
}
