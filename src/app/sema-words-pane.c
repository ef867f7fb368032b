/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-words-pane-private.h"

#include <glib/gi18n-lib.h>

#include "sema-edits.h"
#include "sema-lazy-menu.h"
#include "sema-ready-set.h"
#include "sema-reveal.h"
#include "sema-toast.h"
#include "sema-word-cell.h"

#define FIRST_K 2 /* the least number of clusters in the drop-down, after "Auto" and "None" */

/**
 * SemaWordsPane:
 *
 * The words chosen: adding, listing, selecting and removing them, and how they are clustered, coloured and shown.
 */

enum {
  PROP_SESSION = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SemaWordsPane, sema_words_pane, ADW_TYPE_BIN)

static void
word_chosen (SemaWordsPane *self, const char *word)
{
  const char *words[] = {word, NULL};

  if (sema_edits_add_words (self->session, words) == 0)
    sema_toast_show (GTK_WIDGET (self), _("This word is there already."), FALSE);
  sema_session_select (self->session, NULL, word);
}

static void
words_listed (SemaWordsPane *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-words", "s", text);
}

static void
row_activated (SemaWordsPane *self, guint position)
{
  SemaWordRow *row = sema_word_rows_peek (self->rows, position);

  if (row == NULL)
    return;
  if (sema_word_row_is_section (row))
    gtk_widget_activate_action (GTK_WIDGET (self), "words.select-section", "u", sema_word_row_get_section (row));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.centre", NULL);
}

static void
menu_pressed (SemaWordsPane *self, int n_press, double x, double y, GtkGesture *gesture)
{
  if (sema_words_pane_show_menu (self, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
list_key_pressed (SemaWordsPane *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Delete)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.remove-selected", NULL);
  else if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    sema_words_pane_show_menu_of_focus (self);
  else
    return FALSE;
  return TRUE;
}

static void
cell_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (SEMA_TYPE_WORD_CELL, NULL));
}

static void
cell_bind (SemaWordsPane *self, GtkListItem *item)
{
  SemaWordRow           *row = gtk_list_item_get_item (item);
  g_autoptr (GMenuModel) menu = sema_word_row_is_section (row) ? sema_words_pane_make_section_menu (row) : NULL;

  gtk_list_item_set_selectable (item, menu == NULL);
  sema_word_cell_set_row (SEMA_WORD_CELL (gtk_list_item_get_child (item)), row, menu);
}

static void
cell_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  sema_word_cell_set_row (SEMA_WORD_CELL (gtk_list_item_get_child (item)), NULL, NULL);
}

static void
clusters_chosen (SemaWordsPane *self)
{
  int index = (int)gtk_drop_down_get_selected (self->clusters);

  if (self->updating || self->session == NULL)
    return;
  sema_edits_set_clusters (self->session, index == 0 ? SEMA_CLUSTERS_AUTO : index == 1 ? SEMA_CLUSTERS_NONE
                                                                                       : index - 2 + FIRST_K);
}

static void
colour_by_chosen (SemaWordsPane *self)
{
  guint        index = gtk_drop_down_get_selected (self->colour_by);
  SemaColourBy colour_by = (SemaColourBy)MIN (index, SEMA_COLOUR_BY_COLUMN);
  SemaColumn   column = {0};

  if (self->updating || self->session == NULL)
    return;
  if (colour_by == SEMA_COLOUR_BY_COLUMN)
    sema_columns_get (sema_set_get_columns (sema_session_get_set (self->session)), index - SEMA_COLOUR_BY_COLUMN, &column);
  sema_edits_set_colour_by (self->session, colour_by, column.name);
  if (colour_by == SEMA_COLOUR_BY_GROUPS && sema_session_get_recipe (self->session)->groups->len == 0)
    sema_toast_show (GTK_WIDGET (self), _("Select words and press Ctrl+G to make a group."), FALSE);
}

static guint
find_clusters (int clusters)
{
  if (clusters == SEMA_CLUSTERS_AUTO)
    return 0;
  if (clusters == SEMA_CLUSTERS_NONE)
    return 1;
  return clusters < FIRST_K ? GTK_INVALID_LIST_POSITION : (guint)(clusters - FIRST_K + 2);
}

/* The columns that the file that is open has beside the vectors, after what colours may always mean. */
static void
list_columns (SemaWordsPane *self)
{
  SemaSet              *set = sema_session_get_set (self->session);
  const SemaColumns    *columns = set != NULL ? sema_set_get_columns (set) : NULL;
  GtkStringList        *choices = GTK_STRING_LIST (gtk_drop_down_get_model (self->colour_by));
  guint                 n_old = g_list_model_get_n_items (G_LIST_MODEL (choices)) - SEMA_COLOUR_BY_COLUMN;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; columns != NULL && i < sema_columns_get_n (columns); i++)
    {
      SemaColumn column;

      sema_columns_get (columns, i, &column);
      g_ptr_array_add (names, (gpointer)column.name);
    }
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (choices, SEMA_COLOUR_BY_COLUMN, n_old, (const char *const *)names->pdata);
}

/* Which choice a recipe has made; none where its column is not in this file. */
static guint
find_colour_by (SemaWordsPane *self, const SemaRecipe *recipe)
{
  SemaSet           *set = sema_session_get_set (self->session);
  const SemaColumns *columns = set != NULL ? sema_set_get_columns (set) : NULL;
  gssize             column;

  if (recipe->colour_by != SEMA_COLOUR_BY_COLUMN)
    return recipe->colour_by;
  column = columns != NULL && recipe->column != NULL ? sema_columns_find (columns, recipe->column) : -1;
  return column >= 0 ? SEMA_COLOUR_BY_COLUMN + (guint)column : GTK_INVALID_LIST_POSITION;
}

static void
set_changed (SemaWordsPane *self)
{
  self->updating = TRUE;
  list_columns (self);
  gtk_drop_down_set_selected (self->colour_by, find_colour_by (self, sema_session_get_recipe (self->session)));
  self->updating = FALSE;
}

static void
recipe_changed (SemaWordsPane *self)
{
  const SemaRecipe *recipe = sema_session_get_recipe (self->session);

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->clusters, find_clusters (recipe->clusters));
  gtk_drop_down_set_selected (self->colour_by, find_colour_by (self, recipe));
  self->updating = FALSE;
}

/* A word that was just added is not in the list before the projection is whole: then it is looked for again. */
static void
show_focus (SemaWordsPane *self)
{
  guint position = sema_word_rows_find_word (self->rows, sema_session_get_focus (self->session));

  self->seeking = position == GTK_INVALID_LIST_POSITION;
  if (!self->seeking)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
projection_changed (SemaWordsPane *self)
{
  SemaProjection *projection = sema_session_get_projection (self->session);
  gsize           n = 0;

  for (gsize i = 0; projection != NULL && i < sema_projection_get_n_words (projection); i++)
    n += sema_projection_get_word (projection, i)->state == SEMA_WORD_MISSING ? 1 : 0;
  if (n > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%zu chosen word is not in this file",
                                                         "%zu chosen words are not in this file", n),
                                               n);
      gtk_label_set_label (self->absent_label, text);
    }
  sema_reveal (self->absent, n > 0);
  if (self->seeking)
    show_focus (self);
}

static void
fill_clusters (SemaWordsPane *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  /* Translators: the number of clusters is chosen by the program */
  gtk_string_list_append (names, _("Auto"));
  /* Translators: no clusters */
  gtk_string_list_append (names, _("None"));
  for (int k = FIRST_K; k <= SEMA_CLUSTERS_MAX; k++)
    gtk_string_list_take (names, g_strdup_printf ("%d", k));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->clusters, G_LIST_MODEL (names));
  self->updating = FALSE;
}

static void
fill_ready_sets (SemaWordsPane *self)
{
  g_autoptr (GMenu)   menu = g_menu_new ();
  gsize               n;
  const SemaReadySet *sets = sema_ready_set_get_all (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(sets[i].title), NULL);

      g_menu_item_set_action_and_target (item, "win.ready-set", "s", sets[i].id);
      g_menu_append_item (menu, item);
    }
  sema_lazy_menu_attach (self->ready_sets, G_MENU_MODEL (menu));
}

static void
set_session (SemaWordsPane *self, SemaSession *session)
{
  if (session == NULL || self->session != NULL)
    return;
  self->session = g_object_ref (session);
  self->rows = sema_word_rows_new (session);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->rows));
  g_object_set (self->entry, "session", session, NULL);
  g_signal_connect_object (session, "notify::recipe", G_CALLBACK (recipe_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::projection", G_CALLBACK (projection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::focus", G_CALLBACK (show_focus), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::set", G_CALLBACK (set_changed), self, G_CONNECT_SWAPPED);
  recipe_changed (self);
  set_changed (self);
  projection_changed (self);
}

static void
sema_words_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SEMA_WORDS_PANE (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_words_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    set_session (SEMA_WORDS_PANE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_words_pane_dispose (GObject *object)
{
  SemaWordsPane *self = SEMA_WORDS_PANE (object);

  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sema_words_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-words-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaWordsPane, entry);
  gtk_widget_class_bind_template_child (widget_class, SemaWordsPane, ready_sets);
  gtk_widget_class_bind_template_child (widget_class, SemaWordsPane, absent);
  gtk_widget_class_bind_template_child (widget_class, SemaWordsPane, absent_label);
  gtk_widget_class_bind_template_child (widget_class, SemaWordsPane, list);
  gtk_widget_class_bind_template_child (widget_class, SemaWordsPane, clusters);
  gtk_widget_class_bind_template_child (widget_class, SemaWordsPane, colour_by);
  gtk_widget_class_bind_template_callback (widget_class, word_chosen);
  gtk_widget_class_bind_template_callback (widget_class, words_listed);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed);
  gtk_widget_class_bind_template_callback (widget_class, list_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, cell_setup);
  gtk_widget_class_bind_template_callback (widget_class, cell_bind);
  gtk_widget_class_bind_template_callback (widget_class, cell_unbind);
  gtk_widget_class_bind_template_callback (widget_class, clusters_chosen);
  gtk_widget_class_bind_template_callback (widget_class, colour_by_chosen);
}

static void
sema_words_pane_class_init (SemaWordsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sema_words_pane_get_property;
  object_class->set_property = sema_words_pane_set_property;
  object_class->dispose = sema_words_pane_dispose;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEMA_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_type_ensure (SEMA_TYPE_WORD_ENTRY);
  bind_template (GTK_WIDGET_CLASS (klass));
  sema_words_pane_install_section_actions (GTK_WIDGET_CLASS (klass));
}

static void
sema_words_pane_init (SemaWordsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_clusters (self);
  fill_ready_sets (self);
}

/**
 * sema_words_pane_focus_entry:
 * @self: a words pane
 *
 * Puts the keyboard where words are typed.
 */
void
sema_words_pane_focus_entry (SemaWordsPane *self)
{
  g_return_if_fail (SEMA_IS_WORDS_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * sema_words_pane_rename:
 * @self: a words pane
 *
 * Asks for a new name of the cluster or group that the session's focus is in; without one it does nothing.
 */
void
sema_words_pane_rename (SemaWordsPane *self)
{
  guint position;

  g_return_if_fail (SEMA_IS_WORDS_PANE (self));

  position = sema_word_rows_find_word (self->rows, sema_session_get_focus (self->session));
  if (position != GTK_INVALID_LIST_POSITION)
    sema_words_pane_rename_section (self, sema_word_row_get_section (sema_word_rows_peek (self->rows, position)));
}
