/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "sema-atomic-file.h"
#include "sema-buffer.h"
#include "sema-format.h"
#include "sema-line-scanner.h"
#include "sema-memory.h"
#include "sema-number.h"
#include "sema-saved-kind.h"
#include "sema-text-row.h"
#include "sema-vectors-save.h"

typedef struct
{
  const SemaSavedRows *rows;
  const char          *path;
  SemaAtomicFile      *file;
  const SemaFormat    *format;
  SemaBuffer           line;
  float               *values; /* (dim) a row read back */
} Save;

/* Most words with blanks are read back, but some might be taken for numbers. */
static gboolean
is_read_back (Save *self, gsize length)
{
  const char *line = self->line.data;
  gsize       n = self->line.n_bytes;
  gsize       dim = sema_set_get_dim (self->rows->set);
  SemaTextRow row;

  if (sema_text_row_split_simply (line, n, dim, &row) && sema_text_row_parse (line, n, dim, &row, self->values))
    return row.word_length == length;
  return sema_text_row_split (line, n, dim, &row) && sema_text_row_parse (line, n, dim, &row, self->values) && row.word_length == length;
}

static gboolean
append (Save *self, const char *bytes, gsize length, GError **error)
{
  char *place = sema_buffer_append (&self->line, length, error);

  if (place != NULL && length > 0)
    memcpy (place, bytes, length);
  return place != NULL;
}

static gboolean
fill_line (Save *self, const char *word, gsize length, const SemaFloat *values, GError **error)
{
  char number[SEMA_NUMBER_SIZE + 1] = " ";

  self->line.n_bytes = 0;
  if (!append (self, word, length, error))
    return FALSE;
  for (gsize i = 0; i < sema_set_get_dim (self->rows->set); i++)
    {
      sema_number_print_float (values[i], number + 1);
      if (!append (self, number, strlen (number), error))
        return FALSE;
    }
  return TRUE;
}

/* Why a word cannot be had, whose line was filled; NULL: it can. */
static const char *
find_fault (Save *self, const char *word, gsize length)
{
  gboolean has_blank = memchr (word, ' ', length) != NULL || memchr (word, '\t', length) != NULL;

  if (length == 0)
    return _ ("is empty");
  if (memchr (word, '\n', length) != NULL)
    return _ ("has a line feed in it, which ends a line there");
  if (self->line.n_bytes > SEMA_LINE_MAX)
    return _ ("and its numbers make too long a line");
  if (has_blank && !is_read_back (self, length))
    return _ ("has blanks in it, with which it would be read as something else");
  return NULL;
}

/* The line, too, where blanks are in the word or it is so long that it matters. */
static gboolean
check_word (const SemaSavedRows *rows, guint64 i, guint64 place, const char **fault, GError **error)
{
  gsize             dim = sema_set_get_dim (rows->set), length;
  const char       *word = sema_saved_rows_get_word (rows, i, &length);
  g_autofree float *space = sema_set_new_space (rows->set, 1);
  Save              self = {.rows = rows};
  gboolean          fine;

  if (length > 0 && length + dim * SEMA_NUMBER_SIZE < SEMA_LINE_MAX && memchr (word, ' ', length) == NULL && memchr (word, '\t', length) == NULL)
    {
      *fault = find_fault (&self, word, length);
      return TRUE;
    }
  self.values = sema_memory_alloc_n (dim, sizeof *self.values, error);
  fine = self.values != NULL && fill_line (&self, word, length, sema_set_read_row (rows->set, sema_saved_rows_get_row (rows, i), space), error);
  *fault = fine ? find_fault (&self, word, length) : NULL;
  sema_memory_free (self.values);
  sema_buffer_clear (&self.line);
  return fine;
}

static gboolean
append_line (guint64 i, const char *word, gsize length, const SemaFloat *values, gpointer data, GError **error)
{
  Save       *self = data;
  const char *fault;

  if (!fill_line (self, word, length, values, error))
    return FALSE;
  fault = find_fault (self, word, length);
  if (fault != NULL)
    return sema_saved_rows_refuse (self->rows, i, self->path, fault, error);
  return sema_atomic_file_append (self->file, self->line.data, self->line.n_bytes, error) && sema_atomic_file_append (self->file, "\n", 1, error);
}

/* How many numbers a row has is guessed by the first lines, and so is, of GloVe's text, what it is. */
static gboolean
commit (const Save *self, GError **error)
{
  SemaSavedKind kind = {self->format, sema_set_get_dim (self->rows->set), _ ("and those after it would be read as something else")};

  return sema_saved_kind_commit (&kind, self->file, self->rows, self->path, error);
}

static gboolean
append_header (Save *self, GError **error)
{
  g_autofree char *header = g_strdup_printf ("%" PRIu64 " %zu\n", self->rows->n_rows, sema_set_get_dim (self->rows->set));

  return sema_atomic_file_append (self->file, header, strlen (header), error);
}

static gboolean
write_all (Save *self, SemaProgress *progress, GError **error)
{
  if (self->format == &sema_format_word2vec_text && !append_header (self, error))
    return FALSE;
  return sema_saved_rows_write (self->rows, append_line, self, progress, error) && commit (self, error);
}

/* Each number has the fewest digits that are read back as the same float32. */
static gboolean
save (const SemaSavedRows *rows, const char *path, const SemaFormat *format, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaAtomicFile) file = sema_atomic_file_open (path, error);
  Save                       self = {.rows = rows, .path = path, .file = file, .format = format};
  gboolean                   fine;

  if (file == NULL)
    return FALSE;
  self.values = sema_memory_alloc_n (sema_set_get_dim (rows->set), sizeof *self.values, error);
  fine = self.values != NULL && write_all (&self, progress, error);
  sema_memory_free (self.values);
  sema_buffer_clear (&self.line);
  return fine;
}

static gboolean
save_word2vec (const SemaSavedRows *rows, const char *path, SemaProgress *progress, GError **error)
{
  return save (rows, path, &sema_format_word2vec_text, progress, error);
}

static gboolean
save_glove (const SemaSavedRows *rows, const char *path, SemaProgress *progress, GError **error)
{
  return save (rows, path, &sema_format_glove_text, progress, error);
}

static const char *const word2vec_suffixes[] = {".vec", ".txt", NULL};
static const char *const glove_suffixes[] = {".txt", NULL};

const SemaVectorsWriter sema_word2vec_text_writer = {
  .id = "word2vec-text",
  .label = N_ ("word2vec text"),
               .suffixes = word2vec_suffixes,
               .check_word = check_word,
               .save = save_word2vec,
};

const SemaVectorsWriter sema_glove_text_writer = {
  .id = "glove-text",
  .label = N_ ("GloVe text"),
               .suffixes = glove_suffixes,
               .check_word = check_word,
               .save = save_glove,
};
