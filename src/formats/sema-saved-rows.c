/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-saved-rows.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-word.h"

/**
 * sema_saved_rows_init_all:
 * @self: (out caller-allocates): what is written
 * @set: vectors
 *
 * All rows, in their order.
 */
void
sema_saved_rows_init_all (SemaSavedRows *self, SemaSet *set)
{
  *self = (SemaSavedRows) {.set = set, .n_rows = sema_set_get_n_rows (set)};
}

/**
 * sema_saved_rows_get_row:
 * @self: what is written
 * @i: from 0, below the number of rows
 *
 * Returns: which row of the set that is
 */
guint64
sema_saved_rows_get_row (const SemaSavedRows *self, guint64 i)
{
  return self->rows != NULL ? self->rows[i] : i;
}

/**
 * sema_saved_rows_get_word:
 * @self: what is written
 * @i: from 0, below the number of rows
 * @length: (out): bytes of the word
 *
 * Returns: (transfer none): the word of a row, any bytes, until it is asked for another; of a row that is numbered its number, as “[7]”
 */
const char *
sema_saved_rows_get_word (const SemaSavedRows *self, guint64 i, gsize *length)
{
  guint64 row = sema_saved_rows_get_row (self, i);

  if (!sema_saved_rows_is_numbered (self, i))
    return sema_vocab_get_word (sema_set_get_vocab (self->set), row, length);
  *length = sema_word_name_row (self->name, row);
  return self->name;
}

/**
 * sema_saved_rows_is_numbered:
 * @self: what is written
 * @i: from 0, below the number of rows
 *
 * Returns: whether the row has its number in place of its word
 */
gboolean
sema_saved_rows_is_numbered (const SemaSavedRows *self, guint64 i)
{
  return self->numbered != NULL && self->numbered[i];
}

static gboolean
write_rows (const SemaSavedRows *self, SemaSavedRowFunc write, gpointer data, float *space, SemaProgress *progress, GError **error)
{
  for (guint64 i = 0; i < self->n_rows; i++)
    {
      gsize       length;
      const char *word = sema_saved_rows_get_word (self, i, &length);

      if (sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      if (!write (i, word, length, sema_set_read_row (self->set, sema_saved_rows_get_row (self, i), space), data, error))
        return FALSE;
      sema_progress_set_done (progress, i + 1);
    }
  return TRUE;
}

/**
 * sema_saved_rows_write:
 * @self: what is written
 * @write: called for each row, in their order
 * @data: for @write
 * @progress: (nullable): told the rows; cancels
 * @error: that of @write; %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_LOST
 *
 * Goes through the rows. Of a mapped file that was cut meanwhile there is nothing to be written.
 *
 * Returns: whether all rows were written, and were still there
 */
gboolean
sema_saved_rows_write (const SemaSavedRows *self, SemaSavedRowFunc write, gpointer data, SemaProgress *progress, GError **error)
{
  g_autofree float *space = sema_set_new_space (self->set, 1);

  sema_progress_set_total (progress, self->n_rows);
  return write_rows (self, write, data, space, progress, error) && sema_set_check_lost (self->set, error);
}

static gboolean
refuse (const SemaSavedRows *self, guint64 i, const char *path, const char *clause, SemaFormatError code, GError **error)
{
  gsize            length;
  const char      *word = sema_saved_rows_get_word (self, i, &length);
  g_autofree char *label = sema_word_to_label (word, length);
  g_autofree char *shown = g_filename_display_basename (path);

  g_set_error (error, SEMA_FORMAT_ERROR, code, _ ("“%s” cannot be written in this format: the word of row %" PRIu64 ", “%s”, %s."), shown, sema_saved_rows_get_row (self, i), label, clause);
  return FALSE;
}

/**
 * sema_saved_rows_refuse:
 * @self: what is written
 * @i: number of a row among those that are written
 * @path: the file
 * @clause: what is wrong with its word, translated, such as “has a blank in it”
 * @error: (out): gets %SEMA_FORMAT_ERROR_WORD
 *
 * Says that a word cannot be had in a format, with which the file could be written without it.
 *
 * Returns: %FALSE
 */
gboolean
sema_saved_rows_refuse (const SemaSavedRows *self, guint64 i, const char *path, const char *clause, GError **error)
{
  return refuse (self, i, path, clause, SEMA_FORMAT_ERROR_WORD, error);
}

/**
 * sema_saved_rows_refuse_all:
 * @self: what is written
 * @path: the file
 * @clause: what is wrong with the first words, translated
 * @error: (out): gets %SEMA_FORMAT_ERROR_WRITE
 *
 * Says that words cannot be had in a format, and that it is not known which of them should be left out.
 *
 * Returns: %FALSE
 */
gboolean
sema_saved_rows_refuse_all (const SemaSavedRows *self, const char *path, const char *clause, GError **error)
{
  return refuse (self, 0, path, clause, SEMA_FORMAT_ERROR_WRITE, error);
}
