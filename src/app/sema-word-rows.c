/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word-rows.h"

#include "sema-word-rows-private.h"

/**
 * SemaWordRows:
 *
 * The words of a session as a list under headings, and the session's selection as the list's: a GListModel of
 * SemaWordRow that is its own GtkSelectionModel, so that nothing needs to be kept in step.
 */
struct _SemaWordRows
{
  GObject parent_instance;

  SemaSession *session;
  GPtrArray   *rows;
};

static void list_model_init (GListModelInterface *interface);
static void selection_model_init (GtkSelectionModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SemaWordRows, sema_word_rows, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init) G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static GType
get_item_type (GListModel *model)
{
  return SEMA_TYPE_WORD_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return SEMA_WORD_ROWS (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SemaWordRow *row = sema_word_rows_peek (SEMA_WORD_ROWS (model), position);

  return row != NULL ? g_object_ref (row) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  SemaWordRows *self = SEMA_WORD_ROWS (model);
  SemaWordRow  *row = sema_word_rows_peek (self, position);

  return row != NULL && !sema_word_row_is_section (row) && sema_session_is_selected (self->session, sema_word_row_get_word (row));
}

static gboolean
shall_be_selected (SemaWordRows *self, guint position, GtkBitset *selected, GtkBitset *mask)
{
  return gtk_bitset_contains (mask, position) ? gtk_bitset_contains (selected, position) : is_selected (GTK_SELECTION_MODEL (self), position);
}

/* The focus goes to a word that has just been selected; else it stays while it is selected. */
static const char *
choose_focus (SemaWordRows *self, GPtrArray *words, const char *newest)
{
  const char *focus = sema_session_get_focus (self->session);

  if (newest != NULL || focus == NULL)
    return newest;
  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (g_ptr_array_index (words, i), focus))
      return focus;
  return words->len > 0 ? g_ptr_array_index (words, words->len - 1) : NULL;
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  SemaWordRows         *self = SEMA_WORD_ROWS (model);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char      *focus = NULL;
  const char           *newest = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *word = sema_word_row_get_word (sema_word_rows_peek (self, i));

      if (word == NULL || !shall_be_selected (self, i, selected, mask))
        continue;
      if (gtk_bitset_contains (mask, i) && (newest == NULL || !is_selected (model, i)))
        newest = word;
      g_ptr_array_add (words, (gpointer)word);
    }
  focus = g_strdup (choose_focus (self, words, newest));
  g_ptr_array_add (words, NULL);
  sema_session_select (self->session, (const char *const *)words->pdata, focus);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *interface)
{
  interface->is_selected = is_selected;
  interface->set_selection = set_selection;
}

static void
selected_changed (SemaWordRows *self)
{
  if (self->rows->len > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, self->rows->len);
}

static gboolean
same_row (GPtrArray *a, guint i, GPtrArray *b, guint j)
{
  return sema_word_row_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, j));
}

/* Rows that stay are the same objects still, so the view keeps its place: all but the stretch between the first and
 * the last row that changed. */
static void
take_rows (SemaWordRows *self, GPtrArray *rows)
{
  g_autoptr (GPtrArray) old = self->rows;
  guint                 shorter = MIN (old->len, rows->len);
  guint                 before = 0;
  guint                 after = 0;

  while (before < shorter && same_row (old, before, rows, before))
    before++;
  while (after < shorter - before && same_row (old, old->len - 1 - after, rows, rows->len - 1 - after))
    after++;
  self->rows = rows;
  if (old->len != before + after || rows->len != before + after)
    g_list_model_items_changed (G_LIST_MODEL (self), before, old->len - before - after, rows->len - before - after);
}

static void
update (SemaWordRows *self)
{
  take_rows (self, sema_word_rows_build (sema_session_get_projection (self->session), sema_session_get_recipe (self->session)));
}

static void
sema_word_rows_finalize (GObject *object)
{
  SemaWordRows *self = SEMA_WORD_ROWS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (sema_word_rows_parent_class)->finalize (object);
}

static void
sema_word_rows_class_init (SemaWordRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sema_word_rows_finalize;
}

static void
sema_word_rows_init (SemaWordRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * sema_word_rows_new:
 * @session: whose words they are
 *
 * Returns: (transfer full): the list, which follows the session's projection
 */
SemaWordRows *
sema_word_rows_new (SemaSession *session)
{
  SemaWordRows *self = g_object_new (SEMA_TYPE_WORD_ROWS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::projection", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (selected_changed), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

/**
 * sema_word_rows_peek:
 * @self: rows
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the row, %NULL behind the last one
 */
SemaWordRow *
sema_word_rows_peek (SemaWordRows *self, guint position)
{
  return position < self->rows->len ? g_ptr_array_index (self->rows, position) : NULL;
}

/**
 * sema_word_rows_find_section:
 * @self: rows
 * @section: number of a section
 *
 * Returns: (transfer none) (nullable): its heading
 */
SemaWordRow *
sema_word_rows_find_section (SemaWordRows *self, guint section)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      SemaWordRow *row = sema_word_rows_peek (self, i);

      if (sema_word_row_is_section (row) && sema_word_row_get_section (row) == section)
        return row;
    }
  return NULL;
}

/**
 * sema_word_rows_find_word:
 * @self: rows
 * @word: (nullable): bytes of a word
 *
 * Returns: its position, or %GTK_INVALID_LIST_POSITION
 */
guint
sema_word_rows_find_word (SemaWordRows *self, const char *word)
{
  for (guint i = 0; word != NULL && i < self->rows->len; i++)
    if (g_strcmp0 (sema_word_row_get_word (sema_word_rows_peek (self, i)), word) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/**
 * sema_word_rows_dup_words_of:
 * @self: rows
 * @section: number of a section
 *
 * Returns: (transfer full) (array zero-terminated=1): the words under its heading
 */
char **
sema_word_rows_dup_words_of (SemaWordRows *self, guint section)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      SemaWordRow *row = sema_word_rows_peek (self, i);

      if (!sema_word_row_is_section (row) && sema_word_row_get_section (row) == section)
        g_strv_builder_add (words, sema_word_row_get_word (row));
    }
  return g_strv_builder_end (words);
}
