/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-npy-write.h"
#include "sema-line-scanner.h"
#include "sema-saved-pair.h"
#include "sema-vectors-save.h"
#include "sema-words-beside.h"

typedef struct
{
  const SemaSavedRows *rows;
  const char          *path;
  SemaSavedPair        files;
} Save;

/* What the lines of the words cannot have. NULL: it is a line. */
static const char *
find_fault (guint64 i, const char *word, gsize length)
{
  if (memchr (word, '\n', length) != NULL)
    return _ ("has a line feed in it, which ends a word in the file of the words");
  if (length > 0 && word[length - 1] == '\r')
    return _ ("ends with a carriage return, which is taken for a part of the line's end");
  if (length > SEMA_LINE_MAX)
    return _ ("is too long for a line");
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

static gboolean
append_row (guint64 i, const char *word, gsize length, const SemaFloat *values, gpointer data, GError **error)
{
  Save       *self = data;
  const char *fault = find_fault (i, word, length);

  if (fault != NULL)
    return sema_saved_rows_refuse (self->rows, i, self->path, fault, error);
  return sema_atomic_file_append_floats (self->files.numbers, values, sema_set_get_dim (self->rows->set), error) &&
         sema_atomic_file_append (self->files.words, word, length, error) && sema_atomic_file_append (self->files.words, "\n", 1, error);
}

static gboolean
append_header (Save *self, GError **error)
{
  gsize    dim = sema_set_get_dim (self->rows->set);
  GString *header = sema_npy_write_header (self->rows->n_rows, dim);
  guint64  n_bytes;
  gboolean fine;

  if (__builtin_mul_overflow (self->rows->n_rows, dim * sizeof (float), &n_bytes) || __builtin_add_overflow (n_bytes, header->len, &n_bytes))
    n_bytes = G_MAXINT64;
  fine = sema_atomic_file_reserve (self->files.numbers, n_bytes, error) && sema_atomic_file_append (self->files.numbers, header->str, header->len, error);
  g_string_free (header, TRUE);
  return fine;
}

/* The array, as numpy.save() writes it, and beside it a text with the word of each row. */
static gboolean
save (const SemaSavedRows *rows, const char *path, SemaProgress *progress, GError **error)
{
  g_autofree char *words = sema_words_beside_build_path (path);
  Save             self = {.rows = rows, .path = path};
  gboolean         fine;

  fine = sema_saved_pair_open (&self.files, path, words, error) && append_header (&self, error) &&
         sema_saved_rows_write (rows, append_row, &self, progress, error) && sema_saved_pair_commit (&self.files, error);
  sema_saved_pair_clear (&self.files);
  return fine;
}

static const char *const suffixes[] = {".npy", NULL};

const SemaVectorsWriter sema_npy_writer = {
  .id = "npy",
  .label = N_ ("NumPy array, with the words beside it"),
               .suffixes = suffixes,
               .check_word = check_word,
               .save = save,
};
