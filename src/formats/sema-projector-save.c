/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-formats.h"
#include "sema-number.h"
#include "sema-projector-metadata.h"
#include "sema-saved-pair.h"
#include "sema-utf8.h"
#include "sema-vectors-save.h"

typedef struct
{
  const SemaSavedRows *rows;
  const char          *path;
  const SemaColumns   *columns; /* NULL: only words are written */
  SemaSavedPair        files;
} Save;

/* The Projector passes over lines of nothing but blanks. */
static gboolean
is_blank (const char *word, gsize length)
{
  const char *end = word + length;

  while (word < end)
    {
      gunichar ch = sema_utf8_next (&word, end);

      if (ch >= SEMA_UTF8_INVALID || (!g_unichar_isspace (ch) && ch != 0xfeff))
        return FALSE;
    }
  return TRUE;
}

/* What a label cannot have. NULL: it is one. */
static const char *
find_fault (guint64 i, const char *word, gsize length)
{
  if (length == 0)
    return _ ("is empty");
  if (memchr (word, '\t', length) != NULL)
    return _ ("has a tab in it, which parts columns there");
  if (memchr (word, '\n', length) != NULL)
    return _ ("has a line feed in it, which ends a line there");
  if (word[length - 1] == '\r')
    return _ ("ends with a carriage return, which is taken for a part of the line's end");
  if (is_blank (word, length))
    return _ ("is nothing but blanks, which are passed over");
  if (i == 0 && length >= 3 && memcmp (word, "\xef\xbb\xbf", 3) == 0)
    return _ ("begins with a byte order mark, which is dropped at the beginning of a text");
  if (i == 0 && length >= 2 && memcmp (word, "\x1f\x8b", 2) == 0)
    return _ ("begins with the bytes that tell a compressed file");
  return NULL;
}

static gboolean
check_word (const SemaSavedRows *rows, guint64 i, guint64 place, const char **fault, GError **error)
{
  gsize       length;
  const char *word = sema_saved_rows_get_word (rows, i, &length);

  *fault = find_fault (place, word, length);
  return TRUE;
}

/* What is known of a row; in place of its word perhaps its number. */
static gboolean
append_cells (Save *self, guint64 n, GError **error)
{
  guint label = sema_projector_metadata_choose (self->columns);

  for (guint i = 0; i < sema_columns_get_n (self->columns); i++)
    {
      gsize       length;
      const char *cell = i == label && sema_saved_rows_is_numbered (self->rows, n) ? sema_saved_rows_get_word (self->rows, n, &length)
                                                                                   : sema_columns_get_cell (self->columns, i, sema_saved_rows_get_row (self->rows, n), &length);

      if ((i > 0 && !sema_atomic_file_append (self->files.words, "\t", 1, error)) || !sema_atomic_file_append (self->files.words, cell, length, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
append_numbers (Save *self, const SemaFloat *values, GError **error)
{
  gsize dim = sema_set_get_dim (self->rows->set);

  for (gsize i = 0; i < dim; i++)
    {
      char  number[SEMA_NUMBER_SIZE + 1];
      gsize length;

      sema_number_print_float (values[i], number);
      length = strlen (number);
      number[length] = i + 1 < dim ? '\t' : '\n';
      if (!sema_atomic_file_append (self->files.numbers, number, length + 1, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
append_row (guint64 i, const char *word, gsize length, const SemaFloat *values, gpointer data, GError **error)
{
  Save       *self = data;
  const char *fault = find_fault (i, word, length);

  if (fault != NULL)
    return sema_saved_rows_refuse (self->rows, i, self->path, fault, error);
  if (self->columns != NULL ? !append_cells (self, i, error) : !sema_atomic_file_append (self->files.words, word, length, error))
    return FALSE;
  return sema_atomic_file_append (self->files.words, "\n", 1, error) && append_numbers (self, values, error);
}

static gboolean
append_names (Save *self, GError **error)
{
  for (guint i = 0; i < sema_columns_get_n (self->columns); i++)
    {
      SemaColumn       info;
      g_autofree char *name = NULL;

      sema_columns_get (self->columns, i, &info);
      name = g_strdup (info.name);
      g_strdelimit (name, "\t\n\r", ' ');
      if ((i > 0 && !sema_atomic_file_append (self->files.words, "\t", 1, error)) || !sema_atomic_file_append (self->files.words, name, strlen (name), error))
        return FALSE;
    }
  return sema_atomic_file_append (self->files.words, "\n", 1, error);
}

static gboolean
is_number (const char *text, gsize length)
{
  double value;

  return sema_number_parse_double (text, length, &value);
}

/* Whether readers would take the words for the labels: the first column that is not all numbers, or the first. Of some rows a column may be
 * all numbers that is not so of all. */
static gboolean
has_words_first (const SemaSavedRows *rows, const SemaColumns *columns)
{
  guint label = sema_projector_metadata_choose (columns);

  for (guint64 i = 0; label > 0 && i < rows->n_rows; i++)
    {
      gsize       length;
      const char *cell = sema_columns_get_cell (columns, label, sema_saved_rows_get_row (rows, i), &length);

      if (length > 0 && !is_number (cell, length))
        break;
      if (i + 1 == rows->n_rows)
        return FALSE;
    }
  for (guint column = 0; column < label; column++)
    {
      guint64 n_numbers = 0;

      for (guint64 i = 0; i < rows->n_rows; i++)
        {
          gsize length;

          sema_columns_get_cell (columns, column, sema_saved_rows_get_row (rows, i), &length);
          n_numbers += length > 0;
        }
      if (n_numbers == 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check (Save *self, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (self->path);

  if (sema_set_get_dim (self->rows->set) < 2)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE, _ ("“%s” cannot be written in this format: it takes vectors of two numbers at least."), shown);
  else if (self->columns != NULL && !has_words_first (self->rows, self->columns))
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE, _ ("“%s” cannot be written in this format: of these rows, another column would be taken for the words."), shown);
  else
    return TRUE;
  return FALSE;
}

/* A text with the numbers of each row, and beside it one with the words, and with what else is known of them. */
static gboolean
save (const SemaSavedRows *rows, const char *path, SemaProgress *progress, GError **error)
{
  g_autofree char *words = sema_projector_metadata_build_path (path);
  Save             self = {.rows = rows, .path = path, .columns = sema_set_get_columns (rows->set)};
  gboolean         fine;

  fine = check (&self, error) && sema_saved_pair_open (&self.files, path, words, error) && (self.columns == NULL || append_names (&self, error)) &&
         sema_saved_rows_write (rows, append_row, &self, progress, error) && sema_saved_pair_commit (&self.files, error);
  sema_saved_pair_clear (&self.files);
  return fine;
}

static const char *const suffixes[] = {".tsv", NULL};

const SemaVectorsWriter sema_projector_writer = {
  .id = "projector",
  .label = N_ ("Embedding Projector, with the words beside it"),
               .suffixes = suffixes,
               .keeps_columns = TRUE,
               .check_word = check_word,
               .save = save,
};
