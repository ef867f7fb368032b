/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-atomic-file.h"
#include "sema-csv.h"
#include "sema-number.h"
#include "sema-vectors-save.h"

typedef struct
{
  const SemaSavedRows *rows;
  const char          *path;
  SemaAtomicFile      *file;
} Save;

static gboolean
append_text (Save *self, const char *text, GError **error)
{
  return sema_atomic_file_append (self->file, text, strlen (text), error);
}

static gboolean
append_header (Save *self, GError **error)
{
  char name[32];

  if (!append_text (self, "word", error))
    return FALSE;
  for (gsize i = 0; i < sema_set_get_dim (self->rows->set); i++)
    {
      g_snprintf (name, sizeof name, ",v%zu", i + 1);
      if (!append_text (self, name, error))
        return FALSE;
    }
  return append_text (self, SEMA_CSV_LINE_END, error);
}

static gboolean
append_word (Save *self, const char *word, gsize length, GError **error)
{
  g_autoptr (GString) field = g_string_new (NULL);
  g_autofree char    *text = g_strndup (word, length);

  sema_csv_append_text (field, text);
  return append_text (self, field->str, error);
}

static const char *
find_fault (const char *word, gsize length)
{
  return g_utf8_validate (word, (gssize)length, NULL) ? NULL : _ ("has bytes in it that are no UTF-8");
}

static gboolean
check_word (const SemaSavedRows *rows, guint64 i, guint64 place, const char **fault, GError **error)
{
  gsize       length;
  const char *word = sema_saved_rows_get_word (rows, i, &length);

  *fault = find_fault (word, length);
  return TRUE;
}

static gboolean
append_row (guint64 i, const char *word, gsize length, const SemaFloat *values, gpointer data, GError **error)
{
  Save       *self = data;
  const char *fault = find_fault (word, length);
  char        number[SEMA_NUMBER_SIZE + 1] = ",";

  if (fault != NULL)
    return sema_saved_rows_refuse (self->rows, i, self->path, fault, error);
  if (!append_word (self, word, length, error))
    return FALSE;
  for (gsize k = 0; k < sema_set_get_dim (self->rows->set); k++)
    {
      sema_number_print_float (values[k], number + 1);
      if (!append_text (self, number, error))
        return FALSE;
    }
  return append_text (self, SEMA_CSV_LINE_END, error);
}

/* A table for spreadsheets (RFC 4180): the word, then a column for each number. */
static gboolean
save (const SemaSavedRows *rows, const char *path, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaAtomicFile) file = sema_atomic_file_open (path, error);
  Save                       self = {rows, path, file};

  return file != NULL && append_header (&self, error) && sema_saved_rows_write (rows, append_row, &self, progress, error) && sema_atomic_file_commit (file, error);
}

static const char *const suffixes[] = {".csv", NULL};

const SemaVectorsWriter sema_csv_writer = {
  .id = "csv",
  .label = N_ ("CSV table"),
               .suffixes = suffixes,
               .check_word = check_word,
               .save = save,
};
