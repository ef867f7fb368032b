/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pairs-view.h"

#include <glib/gi18n-lib.h>

#include "sema-count.h"
#include "sema-pair-cell.h"
#include "sema-pair-text.h"
#include "sema-toast.h"

#define FRAMES_TO_PLACE_ROWS 2
#define ROWS_A_TIME 10
#define MOST_ROWS 200 /* that GTK makes */

/* As they stand beside each other. */
static const SemaPairColumn shown_order[SEMA_N_PAIR_COLUMNS] = {
  SEMA_PAIR_WORD_A, SEMA_PAIR_WORD_B, SEMA_PAIR_COSINE, SEMA_PAIR_DOT, SEMA_PAIR_DISTANCE, SEMA_PAIR_ANGLE, SEMA_PAIR_NORM_A, SEMA_PAIR_NORM_B};

/**
 * Cells: what the cells of a column know.
 */
typedef struct
{
  SemaPairsView       *self;
  SemaPairColumn       column;
  GtkColumnViewColumn *widget;
} Cells;

/**
 * SemaPairsView:
 *
 * Every two of the chosen words with their numbers, millions if need be: those that are seen have widgets.
 */
struct _SemaPairsView
{
  AdwBin parent_instance;

  SemaSession        *session;
  GSignalGroup       *session_signals;
  SemaOrderModel     *model;
  SemaPairList       *list; /* that was asked for last, or NULL */
  SemaPairColumn      by;   /* and how */
  gboolean            rising;
  GtkSliceListModel  *rows;        /* as many as there has been time to make rows for */
  guint               making_rows; /* idle, or 0 */
  GtkSingleSelection *selection;
  GHashTable         *bound; /* GtkListItems that have rows: their columns */
  Cells               cells[SEMA_N_PAIR_COLUMNS];
  SemaPairColumn      probed;
  guint               scrolling; /* tick, or 0 */
  guint               scroll_to;
  guint               frames_to_go;
  gboolean            is_filling; /* what changes comes from the session */

  GtkColumnView *view;
  GtkLabel      *caption;
};

enum {
  PROP_SESSION = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SemaPairsView, sema_pairs_view, ADW_TYPE_BIN)

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, Cells *cells)
{
  gtk_list_item_set_child (list_item, sema_pair_cell_new (cells->column));
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, Cells *cells)
{
  g_hash_table_insert (cells->self->bound, list_item, GINT_TO_POINTER (cells->column));
  sema_pair_cell_write (list_item, cells->column, cells->self->session);
}

static void
unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, Cells *cells)
{
  g_hash_table_remove (cells->self->bound, list_item);
}

static void
mark_words (SemaPairsView *self)
{
  GHashTableIter iter;
  gpointer       list_item, column;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &list_item, &column))
    sema_pair_cell_mark (list_item, (SemaPairColumn)GPOINTER_TO_INT (column), self->session);
}

static void
write_cells (SemaPairsView *self)
{
  GHashTableIter iter;
  gpointer       list_item, column;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &list_item, &column))
    sema_pair_cell_write (list_item, (SemaPairColumn)GPOINTER_TO_INT (column), self->session);
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
header_clicked (SemaPairsView *self)
{
  GtkSorter  *sorter = gtk_column_view_get_sorter (self->view);
  GtkOrdering ordering;
  SemaLooks   looks;

  if (self->is_filling || self->session == NULL)
    return;
  self->probed = SEMA_N_PAIR_COLUMNS;
  ordering = gtk_sorter_compare (sorter, self, self->model);
  if (self->probed == SEMA_N_PAIR_COLUMNS)
    return;
  looks = *sema_session_get_looks (self->session);
  looks.pairs_by = self->probed;
  looks.pairs_rising = ordering == GTK_ORDERING_SMALLER;
  sema_session_set_looks (self->session, &looks);
}

static gboolean
scroll (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SemaPairsView *self = data;
  GtkWidget     *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  if (self->frames_to_go-- > 0)
    return G_SOURCE_CONTINUE;
  self->scrolling = 0;
  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL && self->scroll_to < g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    gtk_widget_activate_action (child, "list.scroll-to-item", "u", self->scroll_to);
  return G_SOURCE_REMOVE;
}

/* A list whose rows have not been placed yet, as after sorting, would leave gaps between them. */
static void
scroll_later (SemaPairsView *self, guint position)
{
  self->scroll_to = position;
  self->frames_to_go = FRAMES_TO_PLACE_ROWS;
  if (self->scrolling == 0)
    self->scrolling = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll, self, NULL);
}

/* Where exactly two words are selected, their row is, and it is scrolled to. */
static void
select_pair (SemaPairsView *self)
{
  const char *const *words = sema_session_get_selected (self->session);
  gint64             position = -1;

  if (g_strv_length ((char **)words) == 2)
    position = sema_pair_model_find (self->model, words[0], words[1]);
  if (position == (gint64)gtk_single_selection_get_selected (self->selection))
    return;
  self->is_filling = TRUE;
  gtk_single_selection_set_selected (self->selection, position >= 0 ? (guint)position : GTK_INVALID_LIST_POSITION);
  self->is_filling = FALSE;
  if (position >= 0)
    scroll_later (self, (guint)position);
}

static void
selected_changed (SemaPairsView *self)
{
  mark_words (self);
  if (sema_pair_model_get_list (self->model) != NULL && self->making_rows == 0)
    select_pair (self);
}

static void
row_selected (SemaPairsView *self)
{
  SemaOrderItem *item = gtk_single_selection_get_selected_item (self->selection);
  const char    *words[3] = {NULL};

  if (item == NULL || self->is_filling || sema_pair_model_get_list (self->model) == NULL)
    return;
  words[0] = sema_pair_model_get_word (item, FALSE);
  words[1] = sema_pair_model_get_word (item, TRUE);
  sema_session_select (self->session, words, words[0]);
}

static void
say_caption (SemaPairsView *self)
{
  SemaPlacePicture *picture = sema_session_get_picture (self->session);
  SemaPairList     *list = sema_pair_model_get_list (self->model);
  guint32           n = sema_pair_list_get_n (list);
  gsize             n_words = sema_pair_list_get_n_words (list);
  gsize             n_absent = picture != NULL ? sema_place_picture_get_n_absent (picture) : 0;
  g_autofree char  *words = g_strdup_printf (ngettext ("%s word", "%s words", n_words), SEMA_COUNT (n_words));
  g_autofree char  *pairs = g_strdup_printf (ngettext ("%s pair", "%s pairs", n), SEMA_COUNT (n));
  g_autofree char  *absent = g_strdup_printf (ngettext ("%zu chosen word not in it", "%zu chosen words not in it", n_absent), n_absent);
  g_autofree char  *text = g_strjoin (" · ", pairs, words, n_absent > 0 ? absent : NULL, NULL);

  gtk_label_set_text (self->caption, text);
}

/* The rows that GTK needs would take a quarter of a second if they were made at once. */
static gboolean
make_rows (gpointer data)
{
  SemaPairsView *self = data;
  guint          n = gtk_slice_list_model_get_size (self->rows) + ROWS_A_TIME;

  gtk_slice_list_model_set_size (self->rows, n < MOST_ROWS ? n : G_MAXUINT);
  if (n < MOST_ROWS)
    return G_SOURCE_CONTINUE;
  self->making_rows = 0;
  select_pair (self);
  return G_SOURCE_REMOVE;
}

static void
sorted (SemaPairsView *self)
{
  if (self->session == NULL)
    return;
  say_caption (self);
  write_cells (self);
  gtk_widget_set_opacity (GTK_WIDGET (self->view), 1);
  if (gtk_slice_list_model_get_size (self->rows) == G_MAXUINT)
    select_pair (self);
  else if (self->making_rows == 0)
    self->making_rows = g_idle_add (make_rows, self);
}

static void
failed (SemaPairsView *self, const char *why)
{
  sema_toast_show (GTK_WIDGET (self), why, FALSE);
  gtk_widget_set_opacity (GTK_WIDGET (self->view), 1);
  g_clear_pointer (&self->list, sema_pair_list_unref); /* asked for again, it is tried again */
}

static void
show_order (SemaPairsView *self)
{
  self->is_filling = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING); /* or the old head keeps its arrow */
  gtk_column_view_sort_by_column (self->view, self->cells[self->by].widget, self->rising ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING);
  self->is_filling = FALSE;
}

/* What the list shows, and how it is sorted, follows the session; the same again is not sorted again. */
static void
update (SemaPairsView *self)
{
  const SemaLooks  *looks = sema_session_get_looks (self->session);
  SemaPlacePicture *picture = sema_session_get_picture (self->session);
  SemaPairList     *list = picture != NULL ? sema_place_picture_get_pairs (picture) : NULL;

  if (list == self->list && looks->pairs_by == self->by && looks->pairs_rising == self->rising)
    return;
  if (list != NULL)
    sema_pair_list_ref (list);
  g_clear_pointer (&self->list, sema_pair_list_unref);
  self->list = list;
  if (list == NULL)
    gtk_widget_set_opacity (GTK_WIDGET (self->view), 0); /* until other pairs are sorted */
  self->by = looks->pairs_by;
  self->rising = looks->pairs_rising;
  show_order (self);
  sema_order_model_show (self->model, list, self->by, !self->rising, 0);
}

typedef struct
{
  SemaPairsView *self;
  guint          n;
} CopyJob;

static void
copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree CopyJob       *job = user_data;
  g_autoptr (SemaPairsView) self = job->self;
  g_autoptr (GError)        error = NULL;
  g_autoptr (GBytes)        bytes = sema_order_model_print_finish (SEMA_ORDER_MODEL (source), result, &error);
  g_autofree char          *text = g_strdup_printf (ngettext ("%s pair copied", "%s pairs copied", job->n), SEMA_COUNT (job->n));

  if (bytes != NULL)
    {
      g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", bytes);

      gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
    }
  sema_toast_show (GTK_WIDGET (self), error != NULL ? error->message : text, FALSE);
}

/**
 * sema_pairs_view_copy:
 * @self: a list of pairs
 * @as_csv: whether as semascope-cli writes them; else with tabs between columns
 *
 * Puts all pairs on the clipboard, in their order. The text is made in a thread: of two million pairs it has 200 MB.
 */
void
sema_pairs_view_copy (SemaPairsView *self, gboolean as_csv)
{
  SemaPairList *list = sema_pair_model_get_list (self->model);
  CopyJob      *job;

  if (list == NULL)
    return;
  job = g_new (CopyJob, 1);
  *job = (CopyJob) {g_object_ref (self), sema_pair_list_get_n (list)};
  sema_order_model_print_async (self->model, as_csv ? sema_pair_model_print_csv : sema_pair_model_print, copied, job);
}

static gboolean
copy_pressed (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  sema_pairs_view_copy (user_data, FALSE);
  return TRUE;
}

static void
sema_pairs_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, SEMA_PAIRS_VIEW (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sema_pairs_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SemaPairsView *self = SEMA_PAIRS_VIEW (object);

  if (id != PROP_SESSION)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (!g_set_object (&self->session, g_value_get_object (value)))
    return;
  g_signal_group_set_target (self->session_signals, self->session);
  if (self->session != NULL)
    update (self);
}

static void
sema_pairs_view_dispose (GObject *object)
{
  SemaPairsView *self = SEMA_PAIRS_VIEW (object);

  g_clear_handle_id (&self->making_rows, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->list, sema_pair_list_unref);
  G_OBJECT_CLASS (sema_pairs_view_parent_class)->dispose (object);
}

static void
sema_pairs_view_finalize (GObject *object)
{
  SemaPairsView *self = SEMA_PAIRS_VIEW (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_hash_table_unref (self->bound);
  G_OBJECT_CLASS (sema_pairs_view_parent_class)->finalize (object);
}

static void
sema_pairs_view_class_init (SemaPairsViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sema_pairs_view_get_property;
  object_class->set_property = sema_pairs_view_set_property;
  object_class->dispose = sema_pairs_view_dispose;
  object_class->finalize = sema_pairs_view_finalize;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SEMA_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-pairs-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaPairsView, view);
  gtk_widget_class_bind_template_child (widget_class, SemaPairsView, caption);
}

static void
add_column (SemaPairsView *self, SemaPairColumn column)
{
  Cells                *cells = &self->cells[column];
  GtkListItemFactory   *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (probe, cells, NULL));

  *cells = (Cells) {self, column, gtk_column_view_column_new (sema_pair_text_get_title (column), factory)};
  g_signal_connect (factory, "setup", G_CALLBACK (setup), cells);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), cells);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind), cells);
  gtk_column_view_column_set_sorter (cells->widget, sorter);
  gtk_column_view_column_set_resizable (cells->widget, TRUE);
  gtk_column_view_column_set_expand (cells->widget, sema_pair_text_is_word (column));
  gtk_column_view_append_column (self->view, cells->widget);
  g_object_unref (cells->widget);
}

/* GTK's heads begin on the left; those of numbers stand over them. */
static void
align_heads (SemaPairsView *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *head = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (gsize i = 0; head != NULL && i < G_N_ELEMENTS (shown_order); i++, head = gtk_widget_get_next_sibling (head))
    {
      GtkWidget *box = gtk_widget_get_first_child (head);
      GtkWidget *label = GTK_IS_BOX (box) ? gtk_widget_get_first_child (box) : NULL;

      if (sema_pair_text_is_word (shown_order[i]) || !GTK_IS_LABEL (label))
        continue;
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
    }
}

static void
add_keys (SemaPairsView *self)
{
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_shortcut_controller_add_shortcut (controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>c"),
                                                                      gtk_callback_action_new (copy_pressed, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}

static void
follow_session (SemaPairsView *self)
{
  self->session_signals = g_signal_group_new (SEMA_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::looks", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::picture", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::selected", G_CALLBACK (selected_changed), self);
}

static void
sema_pairs_view_init (SemaPairsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->bound = g_hash_table_new (NULL, NULL);
  self->model = sema_pair_model_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->rows = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->model)), 0, ROWS_A_TIME);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  for (gsize i = 0; i < G_N_ELEMENTS (shown_order); i++)
    add_column (self, shown_order[i]);
  align_heads (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (row_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "sorted", G_CALLBACK (sorted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "failed", G_CALLBACK (failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (header_clicked), self, G_CONNECT_SWAPPED);
  add_keys (self);
  follow_session (self);
}
