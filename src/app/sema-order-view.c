/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-order-view.h"

#include "sema-memory.h"
#include "sema-order-cell.h"
#include "sema-order-job.h"
#include "sema-order-selection.h"
#include "sema-place-selection.h"
#include "sema-toast.h"

#define ROWS_A_TIME 10
#define MOST_ROWS 200   /* that GTK makes */
#define MOST_COLUMNS 16 /* of a table */

/**
 * Cells: what the cells of a column know.
 */
typedef struct
{
  SemaOrderView       *self;
  guint                column;
  GtkColumnViewColumn *widget;
} Cells;

/**
 * SemaOrderView:
 *
 * Rows of a table, millions if need be, that are sorted by their heads and selected: those that are seen have widgets.
 */
struct _SemaOrderView
{
  AdwBin parent_instance;

  SemaOrderModel       *model; /* NULL until it is set */
  const SemaOrderTable *kind;
  gpointer              table; /* that was asked for last, or NULL */
  guint                 by;    /* and how */
  gboolean              descending;
  guint                 filter;
  GtkSliceListModel    *rows;        /* as many as there has been time to make rows for */
  guint                 making_rows; /* idle, or 0 */
  SemaPlaceSelection   *selection;
  GHashTable           *bound; /* GtkListItems that have rows: their columns */
  Cells                 cells[MOST_COLUMNS];
  guint                 probed;
  gboolean              is_filling; /* what changes does not come from the user */

  GtkColumnView *view;
};

enum {
  SORTED,
  SELECTED,
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SemaOrderView, sema_order_view, ADW_TYPE_BIN)

/* GTK 4.8 lets the cell and the row each take a click: selected with Ctrl, a row would be unselected at once. */
static void
setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, Cells *cells)
{
  gboolean is_text = cells->self->kind->is_text (cells->column);
  gboolean is_last = cells->column + 1 == cells->self->kind->n_columns; /* what is said of a row stands behind it */

  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, sema_order_cell_new (is_text, is_text && is_last));
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, Cells *cells)
{
  g_hash_table_insert (cells->self->bound, list_item, GUINT_TO_POINTER (cells->column));
  sema_order_cell_write (list_item, cells->self->kind, cells->column);
}

static void
unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, Cells *cells)
{
  g_hash_table_remove (cells->self->bound, list_item);
}

/* Items are places: in another order they say something else. */
static void
write_cells (SemaOrderView *self)
{
  GHashTableIter iter;
  gpointer       list_item, column;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &list_item, &column))
    sema_order_cell_write (list_item, self->kind, GPOINTER_TO_UINT (column));
}

/* Called for the column that the list is sorted by first. */
static int
probe (gconstpointer a, gconstpointer b, gpointer data)
{
  Cells *cells = data;

  cells->self->probed = cells->column;
  return -1;
}

/* GTK 4.8 does not tell which header was clicked; but its sorter asks the column's own, and turns the answer if it falls. */
static void
header_clicked (SemaOrderView *self)
{
  GtkSorter  *sorter = gtk_column_view_get_sorter (self->view);
  GtkOrdering ordering;

  if (self->is_filling || self->table == NULL)
    return;
  self->probed = self->kind->n_columns;
  ordering = gtk_sorter_compare (sorter, self, self->model);
  if (self->probed == self->kind->n_columns)
    return;
  self->by = self->probed;
  self->descending = ordering != GTK_ORDERING_SMALLER;
  sema_order_model_show (self->model, self->table, self->by, self->descending, self->filter);
}

/* The rows that GTK needs would take a quarter of a second if they were made at once. */
static gboolean
make_rows (gpointer data)
{
  SemaOrderView *self = data;
  guint          n = gtk_slice_list_model_get_size (self->rows) + ROWS_A_TIME;

  gtk_slice_list_model_set_size (self->rows, n < MOST_ROWS ? n : G_MAXUINT);
  if (n < MOST_ROWS)
    return G_SOURCE_CONTINUE;
  self->making_rows = 0;
  return G_SOURCE_REMOVE;
}

static void
selection_changed (SemaOrderView *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SELECTED], 0);
}

/* Other rows are in the places that were selected. */
static void
sorted (SemaOrderView *self)
{
  self->is_filling = TRUE;
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  self->is_filling = FALSE;
  write_cells (self);
  if (gtk_slice_list_model_get_size (self->rows) != G_MAXUINT && self->making_rows == 0)
    self->making_rows = g_idle_add (make_rows, self);
  g_signal_emit (self, signals[SORTED], 0);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
failed (SemaOrderView *self, const char *why)
{
  sema_toast_show (GTK_WIDGET (self), why, FALSE);
}

static void
activated (SemaOrderView *self, guint position)
{
  g_autoptr (SemaOrderItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  guint32                   row;
  gpointer                  table = item != NULL ? sema_order_item_get_table (item, &row) : NULL;
  g_autofree char          *word = table != NULL ? self->kind->dup_word (table, row) : NULL;

  if (word != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, word);
}

static void
drop_table (SemaOrderView *self)
{
  if (self->table != NULL)
    self->kind->unref (self->table);
  self->table = NULL;
}

static void
sema_order_view_dispose (GObject *object)
{
  SemaOrderView *self = SEMA_ORDER_VIEW (object);

  g_clear_handle_id (&self->making_rows, g_source_remove);
  drop_table (self);
  G_OBJECT_CLASS (sema_order_view_parent_class)->dispose (object);
}

static void
sema_order_view_finalize (GObject *object)
{
  SemaOrderView *self = SEMA_ORDER_VIEW (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_hash_table_unref (self->bound);
  G_OBJECT_CLASS (sema_order_view_parent_class)->finalize (object);
}

static gboolean
copy_pressed (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  sema_order_view_copy (SEMA_ORDER_VIEW (widget));
  return TRUE;
}

static void
sema_order_view_class_init (SemaOrderViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = sema_order_view_dispose;
  object_class->finalize = sema_order_view_finalize;
  signals[SORTED] = g_signal_new ("sorted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-order-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaOrderView, view);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_pressed, NULL);
}

static void
sema_order_view_init (SemaOrderView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->bound = g_hash_table_new (NULL, NULL);
}

static void
add_column (SemaOrderView *self, guint column)
{
  Cells                *cells = &self->cells[column];
  GtkListItemFactory   *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (probe, cells, NULL));

  *cells = (Cells) {self, column, gtk_column_view_column_new (self->kind->get_title (column), factory)};
  g_signal_connect (factory, "setup", G_CALLBACK (setup), cells);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), cells);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind), cells);
  gtk_column_view_column_set_sorter (cells->widget, sorter);
  gtk_column_view_column_set_resizable (cells->widget, TRUE);
  gtk_column_view_column_set_expand (cells->widget, self->kind->is_text (column));
  gtk_column_view_append_column (self->view, cells->widget);
  g_object_unref (cells->widget);
}

/* GTK's heads begin on the left; those of numbers stand over them. */
static void
align_heads (SemaOrderView *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *head = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint column = 0; head != NULL && column < self->kind->n_columns; column++, head = gtk_widget_get_next_sibling (head))
    {
      GtkWidget *box = gtk_widget_get_first_child (head);
      GtkWidget *label = GTK_IS_BOX (box) ? gtk_widget_get_first_child (box) : NULL;

      if (self->kind->is_text (column) || !GTK_IS_LABEL (label))
        continue;
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
    }
}

/**
 * sema_order_view_set_model:
 * @self: a view without a model
 * @model: (transfer full): what it lists
 * @name: what a screen reader calls the list, translated
 */
void
sema_order_view_set_model (SemaOrderView *self, SemaOrderModel *model, const char *name)
{
  g_return_if_fail (self->model == NULL);

  self->model = model;
  self->kind = sema_order_model_get_kind (model);
  g_return_if_fail (self->kind->n_columns <= MOST_COLUMNS);
  self->rows = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (model)), 0, ROWS_A_TIME);
  self->selection = sema_place_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  for (guint column = 0; column < self->kind->n_columns; column++)
    add_column (self, column);
  align_heads (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "sorted", G_CALLBACK (sorted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "failed", G_CALLBACK (failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (header_clicked), self, G_CONNECT_SWAPPED);
}

/**
 * sema_order_view_show_column:
 * @self: a view
 * @column: of its table
 * @shown: whether there is anything in it
 */
void
sema_order_view_show_column (SemaOrderView *self, guint column, gboolean shown)
{
  gtk_column_view_column_set_visible (self->cells[column].widget, shown);
}

static void
show_order (SemaOrderView *self)
{
  self->is_filling = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING); /* or the old head keeps its arrow */
  gtk_column_view_sort_by_column (self->view, self->cells[self->by].widget, self->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->is_filling = FALSE;
}

/**
 * sema_order_view_show:
 * @self: a view
 * @table: (nullable): what it lists instead; %NULL for nothing
 * @column: what it is sorted by at first
 * @descending: whether the largest comes first
 * @filter: which rows are listed
 */
void
sema_order_view_show (SemaOrderView *self, gpointer table, guint column, gboolean descending, guint filter)
{
  gpointer kept = table != NULL ? self->kind->ref (table) : NULL;

  drop_table (self);
  self->table = kept;
  self->by = column;
  self->descending = descending;
  self->filter = filter;
  if (table != NULL)
    show_order (self);
  sema_order_model_show (self->model, table, column, descending, filter);
}

/**
 * sema_order_view_filter:
 * @self: a view
 * @filter: which rows are listed from now on
 */
void
sema_order_view_filter (SemaOrderView *self, guint filter)
{
  self->filter = filter;
  if (self->table != NULL)
    sema_order_model_show (self->model, self->table, self->by, self->descending, filter);
}

/**
 * sema_order_view_get_table:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what it lists
 */
gpointer
sema_order_view_get_table (SemaOrderView *self)
{
  return sema_order_model_get_table (self->model);
}

/**
 * sema_order_view_is_sorted:
 * @self: a view
 *
 * Returns: whether rows have come; else they are being sorted for the first time
 */
gboolean
sema_order_view_is_sorted (SemaOrderView *self)
{
  return sema_order_model_get_table (self->model) != NULL;
}

/**
 * sema_order_view_get_n:
 * @self: a view
 *
 * Returns: how many rows it lists
 */
guint32
sema_order_view_get_n (SemaOrderView *self)
{
  guint32 n;

  sema_order_model_get_order (self->model, &n);
  return n;
}

/**
 * sema_order_view_get_n_selected:
 * @self: a view
 *
 * Returns: how many rows are selected
 */
guint32
sema_order_view_get_n_selected (SemaOrderView *self)
{
  g_autoptr (GtkBitset) places = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return sema_order_model_get_table (self->model) != NULL ? (guint32)gtk_bitset_get_size (places) : 0;
}

/**
 * sema_order_view_get_only_row:
 * @self: a view
 * @row: (out): the row of the table that is selected
 *
 * Returns: whether exactly one is
 */
gboolean
sema_order_view_get_only_row (SemaOrderView *self, guint32 *row)
{
  return sema_order_selection_get_only (GTK_SELECTION_MODEL (self->selection), self->model, row);
}

/**
 * sema_order_view_dup_words:
 * @self: a view
 *
 * Returns: (transfer full): bytes of the words of the rows that are selected, in their order
 */
GStrv
sema_order_view_dup_words (SemaOrderView *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  gpointer                 table = sema_order_model_get_table (self->model);
  guint32                  n;
  guint32                 *rows = sema_order_selection_list (GTK_SELECTION_MODEL (self->selection), self->model, &n, NULL);

  for (guint32 i = 0; rows != NULL && i < n; i++)
    {
      g_autofree char *word = self->kind->dup_word (table, rows[i]);

      g_strv_builder_add (words, word);
    }
  sema_memory_free (rows);
  return g_strv_builder_end (words);
}

/**
 * sema_order_view_copy:
 * @self: a view
 *
 * Puts the rows that are selected on the clipboard, with tabs between columns.
 */
void
sema_order_view_copy (SemaOrderView *self)
{
  g_autoptr (GError) error = NULL;
  guint32            n;
  guint32           *rows = sema_order_selection_list (GTK_SELECTION_MODEL (self->selection), self->model, &n, &error);

  if (rows == NULL)
    sema_toast_show (GTK_WIDGET (self), error->message, FALSE);
  else if (n > 0)
    sema_order_job_copy (GTK_WIDGET (self), self->model, rows, n);
  else
    sema_memory_free (rows);
}

/**
 * sema_order_view_save:
 * @self: a view
 * @path: file name
 *
 * Writes all rows that are listed, as CSV.
 */
void
sema_order_view_save (SemaOrderView *self, const char *path)
{
  if (sema_order_model_get_table (self->model) != NULL)
    sema_order_job_save (GTK_WIDGET (self), self->model, path);
}
