/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points coloured by what a file knows of their words beside the vectors: a cluster for each category, or for each step of the numbers. */
#include "sema-projection-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sema-number.h"
#include "sema-palette.h"
#include "sema-word.h"

#define MOST_CATEGORIES 20 /* more are not told apart; the others go together */
#define SIGNIFICANT "%.4g" /* of the ends of a step */
#define WHOLE "%.0f"       /* the same of numbers whose digits count before the point */

typedef struct
{
  guint64 first; /* row of the file that has it first */
  gsize   n;     /* points */
} Category;

/* Where the words have a column of that name; else -1. */
static gssize
find_column (const SemaProjection *self)
{
  const SemaColumns *columns = sema_set_get_columns (self->set);

  if (self->recipe->colour_by != SEMA_COLOUR_BY_COLUMN || columns == NULL || self->recipe->column == NULL)
    return -1;
  return sema_columns_find (columns, self->recipe->column);
}

static guint64
get_row (const SemaProjection *self, gsize point)
{
  return g_array_index (self->rows, guint64, point);
}

static void
add_cluster (SemaProjection *self, char *name, gboolean is_step)
{
  SemaScatterCluster cluster = {.name = name, .has_no_hull = is_step};

  g_array_append_val (self->scatter->clusters, cluster);
}

static void
put_point (SemaProjection *self, gsize point, gsize cluster)
{
  sema_scatter_get_point (self->scatter, point)->cluster = (int)cluster;
  sema_scatter_get_cluster (self->scatter, cluster)->n_points++;
}

/* The category of a point, by the row of the file that has it first; %SEMA_VOCAB_NO_ROW where there is none. */
static guint64
find_category (const SemaProjection *self, guint column, gsize point)
{
  const SemaColumns *columns = sema_set_get_columns (self->set);
  guint64            row = get_row (self, point);
  gsize              length;
  const char        *cell;

  if (row >= sema_columns_get_n_rows (columns))
    return SEMA_VOCAB_NO_ROW;
  cell = sema_columns_get_cell (columns, column, row, &length);
  return length > 0 ? sema_vocab_find (sema_columns_get_cells (columns, column), cell, (gssize)length) : SEMA_VOCAB_NO_ROW;
}

/* Where a category is among those that have a colour of their own, or n_own. */
static gsize
find_own (const GArray *categories, gsize n_own, guint64 first)
{
  gsize i = 0;

  while (i < n_own && g_array_index (categories, Category, i).first != first)
    i++;
  return i;
}

/* The most frequent first, of equal ones that which the file has first. */
static int
compare_categories (gconstpointer a, gconstpointer b)
{
  const Category *x = a, *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return (x->first > y->first) - (x->first < y->first);
}

static GArray *
count_categories (const SemaProjection *self, guint column)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray                *categories = g_array_new (FALSE, FALSE, sizeof (Category));
  GHashTableIter         iter;
  gpointer               key, n;

  for (gsize i = 0; i < self->rows->len; i++)
    {
      guint64 first = find_category (self, column, i);

      if (first != SEMA_VOCAB_NO_ROW)
        g_hash_table_replace (counts, g_memdup2 (&first, sizeof first), GSIZE_TO_POINTER (GPOINTER_TO_SIZE (g_hash_table_lookup (counts, &first)) + 1));
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &n))
    {
      Category category = {*(guint64 *)key, GPOINTER_TO_SIZE (n)};

      g_array_append_val (categories, category);
    }
  g_array_sort (categories, compare_categories);
  return categories;
}

static void
draw_categories (SemaProjection *self, guint column)
{
  const SemaColumns *columns = sema_set_get_columns (self->set);
  g_autoptr (GArray) categories = count_categories (self, column);
  gsize              n_own = categories->len > MOST_CATEGORIES ? MOST_CATEGORIES - 1 : categories->len;

  for (gsize i = 0; i < n_own; i++)
    {
      gsize       length;
      const char *cell = sema_columns_get_cell (columns, column, g_array_index (categories, Category, i).first, &length);

      add_cluster (self, sema_word_to_label (cell, length), FALSE);
    }
  if (n_own < categories->len)
    add_cluster (self, g_strdup_printf (ngettext ("%u other", "%u others", categories->len - n_own), (guint)(categories->len - n_own)), TRUE);
  for (gsize i = 0; i < self->rows->len; i++)
    {
      guint64 first = find_category (self, column, i);

      if (first != SEMA_VOCAB_NO_ROW)
        put_point (self, i, find_own (categories, n_own, first));
    }
}

static double
get_bound (const SemaColumn *info, guint step)
{
  return info->least + (info->most - info->least) * step / SEMA_N_STEPS;
}

/* Each but the last ends before the number at which the next begins. */
static char *
name_step (const SemaColumn *info, guint step)
{
  double      largest = MAX (fabs (info->least), fabs (info->most));
  const char *format = largest >= 1e4 && largest < 1e9 ? WHOLE : SIGNIFICANT;
  char        from[SEMA_NUMBER_SIZE], to[SEMA_NUMBER_SIZE];

  g_ascii_formatd (from, sizeof from, format, get_bound (info, step));
  g_ascii_formatd (to, sizeof to, format, get_bound (info, step + 1));
  return g_strdup_printf (step + 1 < SEMA_N_STEPS ? "%s – < %s" : "%s – %s", from, to);
}

/* Steps of the same width from the smallest to the largest number of the file, whichever words are shown. */
static void
draw_numbers (SemaProjection *self, guint column, const SemaColumn *info)
{
  const SemaColumns *columns = sema_set_get_columns (self->set);
  double             width = info->most - info->least;

  if (!isfinite (width))
    return;
  self->scatter->has_steps = TRUE;
  for (guint step = 0; step < SEMA_N_STEPS; step++)
    add_cluster (self, name_step (info, step), TRUE);
  for (gsize i = 0; i < self->rows->len; i++)
    {
      double value = get_row (self, i) < sema_columns_get_n_rows (columns) ? sema_columns_get_number (columns, column, get_row (self, i)) : NAN;

      if (isfinite (value))
        put_point (self, i, width > 0 ? MIN ((gsize)((value - info->least) / width * SEMA_N_STEPS), SEMA_N_STEPS - 1) : 0);
    }
}

/* Gives the scatter a cluster for each category or step of a column. */
void
sema_projection_draw_column (SemaProjection *self)
{
  gssize     column = find_column (self);
  SemaColumn info;

  if (column < 0)
    return;
  sema_columns_get (sema_set_get_columns (self->set), (guint)column, &info);
  if (info.kind == SEMA_COLUMN_NUMBERS)
    draw_numbers (self, (guint)column, &info);
  else
    draw_categories (self, (guint)column);
}

/* What the caption has to say of the colours; NULL: nothing. */
char *
sema_projection_describe_column (const SemaProjection *self)
{
  g_autofree char *label = NULL;

  if (self->recipe->colour_by != SEMA_COLOUR_BY_COLUMN || self->recipe->column == NULL)
    return NULL;
  label = sema_word_to_label (self->recipe->column, strlen (self->recipe->column));
  if (find_column (self) < 0)
    return g_strdup_printf (_ ("no column “%s” in this file"), label);
  return g_strdup_printf (_ ("colours: “%s”"), label);
}
