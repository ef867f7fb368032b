/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-saved-fit.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"

/* Words that the format cannot have. */
typedef struct
{
  guint64     n;
  guint64     first; /* which of the rows */
  const char *fault; /* of the first */
} Misfits;

static gboolean
allocate (SemaSavedFit *self, const SemaSavedRows *rows, SemaSavedMisfits misfits, GError **error)
{
  self->rows = *rows;
  if (misfits == SEMA_SAVED_LEAVE_OUT)
    {
      self->left = sema_memory_alloc_n (rows->n_rows, sizeof *self->left, error);
      self->rows.rows = self->left;
      return self->left != NULL;
    }
  self->numbered = sema_memory_alloc_n (rows->n_rows, sizeof *self->numbered, error);
  self->rows.numbered = self->numbered;
  self->rows.name = self->name;
  return self->numbered != NULL;
}

/* An id that is another row's word would be taken for that. */
static gboolean
check_number (const SemaSavedFit *self, guint64 i, const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (path);
  gsize            length;
  const char      *name = sema_saved_rows_get_word (&self->rows, i, &length);
  guint64          row = sema_saved_rows_get_row (&self->rows, i);
  guint64          other = sema_vocab_find (sema_set_get_vocab (self->rows.set), name, (gssize)length);

  if (other == SEMA_VOCAB_NO_ROW || other == row)
    return TRUE;
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE,
               _ ("“%s” cannot be written with ids in place of words: “%s”, which would stand for the word of row %" PRIu64 ", is that of row %" PRIu64 " already; leave such words out."),
                  shown, name, row, other);
  return FALSE;
}

/* Keeps a row, by its word or number, or leaves it out. */
static gboolean
place (SemaSavedFit *self, const SemaSavedRows *rows, guint64 i, const char *fault, const char *path, GError **error)
{
  if (self->left != NULL && fault == NULL)
    self->left[self->rows.n_rows++] = sema_saved_rows_get_row (rows, i);
  if (self->left != NULL)
    return TRUE;
  self->numbered[i] = fault != NULL;
  self->rows.n_rows++;
  return fault == NULL || check_number (self, i, path, error);
}

static gboolean
go_through (SemaSavedFit *self, const SemaVectorsWriter *writer, const SemaSavedRows *rows, const char *path, Misfits *misfits, SemaProgress *progress, GError **error)
{
  self->rows.n_rows = 0;
  for (guint64 i = 0; i < rows->n_rows; i++)
    {
      const char *fault = NULL;

      if (sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      if (!writer->check_word (rows, i, self->rows.n_rows, &fault, error) || !place (self, rows, i, fault, path, error))
        return FALSE;
      if (fault != NULL && misfits->n++ == 0)
        {
          misfits->first = i;
          misfits->fault = fault;
        }
    }
  return TRUE;
}

static char *
describe (const SemaSavedFit *self, const SemaSavedRows *rows, const Misfits *misfits)
{
  gsize            length;
  const char      *word = sema_saved_rows_get_word (rows, misfits->first, &length);
  g_autofree char *label = sema_word_to_label (word, length);
  guint64          row = sema_saved_rows_get_row (rows, misfits->first);

  if (self->left != NULL)
    return g_strdup_printf (ngettext ("%" PRIu64 " word was left out with its vector, for this format cannot have it: that of row %" PRIu64 ", “%s”, %s.",
                                      "%" PRIu64 " words were left out with their vectors, for this format cannot have them: the first, that of row %" PRIu64 ", “%s”, %s.",
                                      (gulong)misfits->n),
                            misfits->n, row, label, misfits->fault);
  word = sema_saved_rows_get_word (&self->rows, misfits->first, &length);
  return g_strdup_printf (ngettext ("%" PRIu64 " word is written as the id of its row, “%s”, for this format cannot have it: that of row %" PRIu64 ", “%s”, %s.",
                                    "%" PRIu64 " words are written as the ids of their rows, from “%s” on, for this format cannot have them: the first, that of row %" PRIu64 ", “%s”, %s.",
                                    (gulong)misfits->n),
                          misfits->n, word, row, label, misfits->fault);
}

/**
 * sema_saved_fit_find:
 * @self: (out caller-allocates): all zeros; gets the rows
 * @writer: a format
 * @rows: what should be written, one row at least; must outlive @self
 * @misfits: what becomes of words that the format cannot have: they are left out, or numbered
 * @path: where to
 * @progress: (nullable): cancels
 * @error: return location
 *
 * Looks at all words. O(rows), and of text with blanks in its words the numbers, too.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_WRITE where no row is left, or where an id would be taken for another word,
 *   %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_saved_fit_find (SemaSavedFit *self, const SemaVectorsWriter *writer, const SemaSavedRows *rows, SemaSavedMisfits misfits, const char *path, SemaProgress *progress, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (path);
  Misfits          found = {0};

  if (!allocate (self, rows, misfits, error) || !go_through (self, writer, rows, path, &found, progress, error))
    return FALSE;
  if (found.n > 0)
    self->note = describe (self, rows, &found);
  if (self->rows.n_rows > 0)
    return TRUE;
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE, _ ("“%s” cannot be written in this format, which can have none of the words."), shown);
  return FALSE;
}

/**
 * sema_saved_fit_clear:
 * @self: rows
 *
 * Frees what was found.
 */
void
sema_saved_fit_clear (SemaSavedFit *self)
{
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->left, sema_memory_free);
  g_clear_pointer (&self->numbered, sema_memory_free);
}
