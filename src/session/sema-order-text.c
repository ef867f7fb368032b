/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-order-text.h"

#include <string.h>

#include "sema-buffer.h"
#include "sema-error.h"
#include "sema-memory.h"

#define ROWS_PER_LOOK 1024 /* between two looks at cancel */

static void
write_row (GString *line, const SemaOrderTable *kind, gpointer table, guint32 row)
{
  g_string_truncate (line, 0);
  for (guint column = 0; column < kind->n_columns; column++)
    {
      g_autofree char *text = kind->print_cell (table, row, column);

      g_string_append_printf (line, "%s%s", column > 0 ? "\t" : "", text);
    }
  g_string_append_c (line, '\n');
}

/**
 * sema_order_text_print:
 * @kind: what the table is
 * @table: a table
 * @rows: (n) rows of it
 * @n: how many
 * @progress: (nullable): for cancelling
 * @error: %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: (transfer full) (nullable): the rows as they are shown, tabs between columns, UTF-8
 */
GBytes *
sema_order_text_print (const SemaOrderTable *kind, gpointer table, const guint32 *rows, guint32 n, SemaProgress *progress, GError **error)
{
  g_auto (SemaBuffer) buffer = {0};
  g_autoptr (GString) line = g_string_new (NULL);
  char               *data;

  for (guint32 i = 0; i < n; i++)
    {
      char *place;

      if (i % ROWS_PER_LOOK == 0 && sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return NULL;
        }
      write_row (line, kind, table, rows[i]);
      place = sema_buffer_append (&buffer, line->len, error);
      if (place == NULL)
        return NULL;
      memcpy (place, line->str, line->len);
    }
  data = g_steal_pointer (&buffer.data);
  return g_bytes_new_with_free_func (data, buffer.n_bytes, sema_memory_free, data);
}
