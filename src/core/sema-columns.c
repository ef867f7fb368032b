/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-columns.h"

#include <math.h>
#include <stdatomic.h>
#include <string.h>

#include "sema-buffer.h"
#include "sema-memory.h"
#include "sema-number.h"
#include "sema-word.h"

#define MOST_NAME 1024 /* bytes that are kept */

/* The cells of a column lie one after another, as the words of a vocabulary do: so equal ones find each other. */
typedef struct
{
  char      *name;
  SemaBuffer bytes;  /* a NUL after each cell */
  SemaBuffer starts; /* guint64: (n_rows + 1) */
  SemaVocab *cells;  /* NULL until it is finished */
  SemaColumn info;
} Column;

struct _SemaColumns
{
  atomic_int ref_count;
  guint      n_columns;
  guint64    n_rows;
  Column    *columns; /* (n_columns) */
};

/**
 * sema_columns_new:
 * @n_columns: 1 to %SEMA_COLUMNS_MOST
 *
 * Returns: (transfer full): a table without rows, whose columns have empty names
 */
SemaColumns *
sema_columns_new (guint n_columns)
{
  SemaColumns *self;

  g_return_val_if_fail (n_columns > 0 && n_columns <= SEMA_COLUMNS_MOST, NULL);

  self = g_new0 (SemaColumns, 1);
  atomic_init (&self->ref_count, 1);
  self->n_columns = n_columns;
  self->columns = g_new0 (Column, n_columns);
  for (guint i = 0; i < n_columns; i++)
    self->columns[i].name = g_strdup ("");
  return self;
}

/**
 * sema_columns_ref:
 * @self: a table
 *
 * Returns: (transfer full): @self, with one owner more
 */
SemaColumns *
sema_columns_ref (SemaColumns *self)
{
  atomic_fetch_add_explicit (&self->ref_count, 1, memory_order_relaxed);
  return self;
}

/**
 * sema_columns_unref:
 * @self: (nullable) (transfer full): a table; the last owner's call frees it
 */
void
sema_columns_unref (SemaColumns *self)
{
  if (self == NULL || atomic_fetch_sub_explicit (&self->ref_count, 1, memory_order_acq_rel) > 1)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free (self->columns[i].name);
      sema_buffer_clear (&self->columns[i].bytes);
      sema_buffer_clear (&self->columns[i].starts);
      sema_vocab_unref (self->columns[i].cells);
    }
  g_free (self->columns);
  g_free (self);
}

/**
 * sema_columns_set_name:
 * @self: a table that is not finished
 * @column: which column
 * @name: (array length=length): any bytes; what is no UTF-8 becomes U+FFFD
 * @length: how many; 1024 are kept
 *
 * Names a column.
 */
void
sema_columns_set_name (SemaColumns *self, guint column, const char *name, gsize length)
{
  g_return_if_fail (column < self->n_columns);

  g_free (self->columns[column].name);
  self->columns[column].name = sema_word_to_utf8 (name, MIN (length, MOST_NAME));
}

/**
 * sema_columns_add_cell:
 * @self: a table that is not finished
 * @column: which column
 * @text: (array length=length): any bytes; copied
 * @length: how many; 0: nothing is known
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Appends a cell to a column. All columns must have as many in the end.
 *
 * Returns: whether there was memory for it
 */
gboolean
sema_columns_add_cell (SemaColumns *self, guint column, const char *text, gsize length, GError **error)
{
  Column  *place = &self->columns[column];
  gboolean is_first = place->starts.n_bytes == 0;
  guint64 *start = sema_buffer_append (&place->starts, is_first ? 2 * sizeof *start : sizeof *start, error);
  char    *bytes = start != NULL ? sema_buffer_append (&place->bytes, length + 1, error) : NULL;

  if (bytes == NULL)
    return FALSE;
  if (length > 0)
    memcpy (bytes, text, length);
  bytes[length] = 0;
  if (is_first)
    *start++ = 0;
  *start = place->bytes.n_bytes;
  return TRUE;
}

/* What the cells are like. */
static void
measure (Column *column, guint64 n_rows)
{
  SemaColumn *info = &column->info;
  guint64     n_numbers = 0;

  *info = (SemaColumn) {.name = column->name, .least = NAN, .most = NAN};
  for (guint64 row = 0; row < n_rows; row++)
    {
      gsize       length;
      const char *text = sema_vocab_get_word (column->cells, row, &length);
      double      value;

      info->n_missing += length == 0;
      if (length == 0 || !sema_number_parse_double (text, length, &value))
        continue;
      n_numbers++;
      if (!isfinite (value))
        continue;
      info->least = !(info->least <= value) ? value : info->least;
      info->most = !(info->most >= value) ? value : info->most;
    }
  info->kind = n_numbers > 0 && n_numbers + info->n_missing == n_rows ? SEMA_COLUMN_NUMBERS : SEMA_COLUMN_CATEGORIES;
  info->n_distinct = n_rows - sema_vocab_get_n_duplicates (column->cells) - (info->n_missing > 0);
}

static gboolean
finish (Column *column, guint64 n_rows, GError **error)
{
  char    *bytes = sema_buffer_steal (&column->bytes, error);
  guint64 *starts = bytes != NULL ? sema_buffer_steal (&column->starts, error) : NULL;

  if (starts == NULL)
    {
      sema_memory_free (bytes);
      return FALSE;
    }
  column->cells = sema_vocab_new_take (bytes, starts, n_rows, error);
  if (column->cells != NULL)
    measure (column, n_rows);
  return column->cells != NULL;
}

/**
 * sema_columns_finish:
 * @self: a table with a row at least, whose columns have equally many cells
 * @error: %SEMA_CORE_ERROR_NO_MEMORY; the table is then good for nothing but to be freed
 *
 * Makes it ready to be asked. O(cells).
 *
 * Returns: whether there was memory for it
 */
gboolean
sema_columns_finish (SemaColumns *self, GError **error)
{
  g_return_val_if_fail (self->columns[0].starts.n_bytes > 0, FALSE);

  self->n_rows = self->columns[0].starts.n_bytes / sizeof (guint64) - 1;
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_return_val_if_fail (self->columns[i].starts.n_bytes == (self->n_rows + 1) * sizeof (guint64), FALSE);
      if (!finish (&self->columns[i], self->n_rows, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * sema_columns_get_n:
 * @self: a table
 *
 * Returns: how many columns it has
 */
guint
sema_columns_get_n (const SemaColumns *self)
{
  return self->n_columns;
}

/**
 * sema_columns_get_n_rows:
 * @self: a table that is finished
 *
 * Returns: how many rows it has
 */
guint64
sema_columns_get_n_rows (const SemaColumns *self)
{
  return self->n_rows;
}

/**
 * sema_columns_get:
 * @self: a table that is finished
 * @column: which column
 * @info: (out caller-allocates): what it is like
 */
void
sema_columns_get (const SemaColumns *self, guint column, SemaColumn *info)
{
  g_return_if_fail (column < self->n_columns);

  *info = self->columns[column].info;
}

/**
 * sema_columns_find:
 * @self: a table
 * @name: UTF-8
 *
 * Returns: the first column of that name; -1 where there is none
 */
gssize
sema_columns_find (const SemaColumns *self, const char *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (g_str_equal (self->columns[i].name, name))
      return (gssize)i;
  return -1;
}

/**
 * sema_columns_get_cell:
 * @self: a table that is finished
 * @column: which column
 * @row: which row
 * @length: (out): bytes of the cell; 0: nothing is known
 *
 * Returns: (transfer none): the cell, any bytes with a NUL after them
 */
const char *
sema_columns_get_cell (const SemaColumns *self, guint column, guint64 row, gsize *length)
{
  return sema_vocab_get_word (sema_columns_get_cells (self, column), row, length);
}

/**
 * sema_columns_get_number:
 * @self: a table that is finished
 * @column: which column
 * @row: which row
 *
 * Returns: the number in the cell; NaN where it is none
 */
double
sema_columns_get_number (const SemaColumns *self, guint column, guint64 row)
{
  gsize       length;
  const char *text = sema_columns_get_cell (self, column, row, &length);
  double      value;

  return sema_number_parse_double (text, length, &value) ? value : NAN;
}

/**
 * sema_columns_get_cells:
 * @self: a table that is finished
 * @column: which column
 *
 * Returns: (transfer none): its cells as a vocabulary: sema_vocab_find() gives the first row of a category, and sema_vocab_find_next() those after it
 */
const SemaVocab *
sema_columns_get_cells (const SemaColumns *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns && self->columns[column].cells != NULL, NULL);

  return self->columns[column].cells;
}
