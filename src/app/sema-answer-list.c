/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-answer-list.h"

#include <glib/gi18n-lib.h>

#include "sema-edits.h"
#include "sema-number.h"

#define DECIMALS 3 /* on the screen */

/**
 * SemaAnswerList:
 *
 * Up to a thousand words with their ranks and scores: those that are seen have widgets.
 */
struct _SemaAnswerList
{
  AdwBin parent_instance;

  SemaSession *session;
  gboolean     has_buttons;
  GListStore  *items;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (SemaAnswerList, sema_answer_list, ADW_TYPE_BIN)

#define SEMA_TYPE_ANSWER_ITEM (sema_answer_item_get_type ())
G_DECLARE_FINAL_TYPE (SemaAnswerItem, sema_answer_item, SEMA, ANSWER_ITEM, GObject)

struct _SemaAnswerItem
{
  GObject parent_instance;

  SemaSession *session;
  char        *word;
  char        *label;
  double       score;
  gboolean     is_input;
};

G_DEFINE_FINAL_TYPE (SemaAnswerItem, sema_answer_item, G_TYPE_OBJECT)

static void
sema_answer_item_finalize (GObject *object)
{
  SemaAnswerItem *self = SEMA_ANSWER_ITEM (object);

  g_object_unref (self->session);
  g_free (self->word);
  g_free (self->label);
  G_OBJECT_CLASS (sema_answer_item_parent_class)->finalize (object);
}

static void
sema_answer_item_class_init (SemaAnswerItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sema_answer_item_finalize;
}

static void
sema_answer_item_init (SemaAnswerItem *self)
{
}

static SemaAnswerItem *
item_new (SemaSession *session, const SemaAnswer *answer, const char *const *inputs)
{
  SemaAnswerItem *self = g_object_new (SEMA_TYPE_ANSWER_ITEM, NULL);

  self->session = g_object_ref (session);
  self->word = g_strdup (answer->word);
  self->label = g_strdup (answer->label);
  self->score = answer->score;
  self->is_input = g_strv_contains (inputs, answer->word);
  return self;
}

/* The widgets of a row, in order. */
typedef struct
{
  GtkLabel  *rank;
  GtkLabel  *word;
  GtkLabel  *score;
  GtkWidget *button; /* or NULL */
} Row;

static Row
get_row (GtkListItem *list_item)
{
  Row row;

  row.rank = GTK_LABEL (gtk_widget_get_first_child (gtk_list_item_get_child (list_item)));
  row.word = GTK_LABEL (gtk_widget_get_next_sibling (GTK_WIDGET (row.rank)));
  row.score = GTK_LABEL (gtk_widget_get_next_sibling (GTK_WIDGET (row.word)));
  row.button = gtk_widget_get_next_sibling (GTK_WIDGET (row.score));
  return row;
}

static void
add_clicked (GtkButton *button, GtkListItem *list_item)
{
  SemaAnswerItem *item = gtk_list_item_get_item (list_item);
  const char     *words[] = {item->word, NULL};

  sema_edits_add_words (item->session, words);
}

static GtkWidget *
make_label (const char *css_class, int width)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_xalign (GTK_LABEL (label), width > 0 ? 1 : 0);
  return label;
}

static GtkWidget *
make_button (GtkListItem *list_item)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (add_clicked), list_item);
  return button;
}

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, SemaAnswerList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *word = make_label ("answer", 0);

  gtk_label_set_ellipsize (GTK_LABEL (word), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (word, TRUE);
  gtk_box_append (GTK_BOX (box), make_label ("dim-label", 3));
  gtk_box_append (GTK_BOX (box), word);
  gtk_box_append (GTK_BOX (box), make_label ("numeric", 6));
  if (self->has_buttons)
    gtk_box_append (GTK_BOX (box), make_button (list_item));
  gtk_list_item_set_child (list_item, box);
}

/* A word that is chosen already cannot be added. */
static void
update_button (const Row *row, const SemaAnswerItem *item)
{
  g_autofree char *name = g_strdup_printf (_ ("Add “%s” to the map"), item->label);

  gtk_widget_set_sensitive (row->button, sema_recipe_find_word (sema_session_get_recipe (item->session), item->word) < 0);
  gtk_widget_set_tooltip_text (row->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  SemaAnswerItem  *item = gtk_list_item_get_item (list_item);
  Row              row = get_row (list_item);
  char             score[SEMA_NUMBER_SIZE];
  g_autofree char *rank = g_strdup_printf ("%u", gtk_list_item_get_position (list_item) + 1);

  gtk_label_set_text (row.rank, rank);
  gtk_label_set_text (row.word, item->label);
  gtk_label_set_text (row.score, sema_number_print_fixed (item->score, DECIMALS, score));
  if (item->is_input)
    gtk_widget_add_css_class (GTK_WIDGET (row.word), "input");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row.word), "input");
  gtk_widget_set_tooltip_text (GTK_WIDGET (row.word), item->is_input ? _ ("A word of the question") : NULL);
  if (row.button != NULL)
    update_button (&row, item);
}

static void
activated (GtkListView *list, guint position, SemaAnswerList *self)
{
  g_autoptr (SemaAnswerItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  sema_session_select (self->session, NULL, item->word);
}

static void
sema_answer_list_dispose (GObject *object)
{
  SemaAnswerList *self = SEMA_ANSWER_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (sema_answer_list_parent_class)->dispose (object);
}

static void
sema_answer_list_class_init (SemaAnswerListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sema_answer_list_dispose;
}

static void
sema_answer_list_init (SemaAnswerList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel  *model;

  self->has_buttons = TRUE;
  self->items = g_list_store_new (SEMA_TYPE_ANSWER_ITEM);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items))));
  g_signal_connect (factory, "setup", G_CALLBACK (setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (model, factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "answers");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Answers"), -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (activated), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/* The rows that are seen are bound anew. */
static void
recipe_changed (SemaAnswerList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self->items), 0, n, n);
}

static void
follow (SemaAnswerList *self, SemaSession *session)
{
  if (!g_set_object (&self->session, session))
    return;
  g_signal_connect_object (session, "notify::recipe", G_CALLBACK (recipe_changed), self, G_CONNECT_SWAPPED);
}

/**
 * sema_answer_list_hide_buttons:
 * @self: a list that shows nothing yet
 *
 * Leaves out the buttons that add words: for answers that are chosen words.
 */
void
sema_answer_list_hide_buttons (SemaAnswerList *self)
{
  self->has_buttons = FALSE;
}

/**
 * sema_answer_list_show:
 * @self: a list
 * @session: the session that was asked; always the same
 * @answers: (element-type SemaAnswer): the best first; none empties the list
 * @inputs: (array zero-terminated=1): the words of the question
 *
 * Shows the answers in place of those before.
 */
void
sema_answer_list_show (SemaAnswerList *self, SemaSession *session, GPtrArray *answers, const char *const *inputs)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  follow (self, session);
  for (guint i = 0; i < answers->len; i++)
    g_ptr_array_add (items, item_new (session, g_ptr_array_index (answers, i), inputs));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  if (items->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
}

/**
 * sema_answer_list_copy:
 * @self: a list
 *
 * Returns: (transfer full): its words, a tab and the score of each, a line each
 */
char *
sema_answer_list_copy (SemaAnswerList *self)
{
  GString *text = g_string_new (NULL);
  guint    n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SemaAnswerItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      char                       score[SEMA_NUMBER_SIZE];

      g_string_append_printf (text, "%s\t%s\n", item->label, sema_number_print_fixed (item->score, 6, score));
    }
  return g_string_free (text, FALSE);
}
