/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "sema-atomic-file.h"
#include "sema-format.h"
#include "sema-saved-kind.h"
#include "sema-vectors-save.h"
#include "sema-word2vec-record.h"

typedef struct
{
  const SemaSavedRows *rows;
  const char          *path;
  SemaAtomicFile      *file;
} Save;

/* What no reader takes, or not every one: a blank ends the word, and line feeds are dropped by some. NULL: it can be had. */
static const char *
find_fault (const char *word, gsize length)
{
  if (length > SEMA_WORD2VEC_MAX_WORD)
    return _ ("is longer than 65536 bytes");
  if (memchr (word, ' ', length) != NULL)
    return _ ("has a blank in it, which ends a word there");
  if (memchr (word, '\n', length) != NULL)
    return _ ("has a line feed in it, which readers of this format drop");
  if (sema_word2vec_word_is_odd (word, length))
    return _ ("has a control character in it, by which readers of this format know damage");
  return NULL;
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
check_words (const Save *self, guint64 *n_bytes, GError **error)
{
  guint64 row_size = 1 + sema_set_get_dim (self->rows->set) * sizeof (float) + 1;

  *n_bytes = 0;
  for (guint64 i = 0; i < self->rows->n_rows; i++)
    {
      gsize       length;
      const char *word = sema_saved_rows_get_word (self->rows, i, &length);
      const char *fault = find_fault (word, length);

      if (fault != NULL)
        return sema_saved_rows_refuse (self->rows, i, self->path, fault, error);
      *n_bytes += length + row_size;
    }
  return TRUE;
}

static gboolean
append_record (guint64 i, const char *word, gsize length, const SemaFloat *values, gpointer data, GError **error)
{
  Save *self = data;

  return sema_atomic_file_append (self->file, word, length, error) && sema_atomic_file_append (self->file, " ", 1, error) &&
         sema_atomic_file_append_floats (self->file, values, sema_set_get_dim (self->rows->set), error) && sema_atomic_file_append (self->file, "\n", 1, error);
}

/* A few vectors may look like text, by chance. */
static gboolean
commit (const Save *self, GError **error)
{
  SemaSavedKind kind = {.format = &sema_format_word2vec_binary, .clause = _ ("would be read with its numbers as something else")};

  return sema_saved_kind_commit (&kind, self->file, self->rows, self->path, error);
}

static gboolean
write_all (Save *self, SemaProgress *progress, GError **error)
{
  g_autofree char *header = g_strdup_printf ("%" PRIu64 " %zu\n", self->rows->n_rows, sema_set_get_dim (self->rows->set));
  guint64          n_bytes;

  return check_words (self, &n_bytes, error) && sema_atomic_file_reserve (self->file, strlen (header) + n_bytes, error) &&
         sema_atomic_file_append (self->file, header, strlen (header), error) && sema_saved_rows_write (self->rows, append_record, self, progress, error);
}

/* Writes a line feed after every vector, as word2vec does. */
static gboolean
save (const SemaSavedRows *rows, const char *path, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaAtomicFile) file = sema_atomic_file_open (path, error);
  Save                       self = {rows, path, file};

  return file != NULL && write_all (&self, progress, error) && commit (&self, error);
}

static const char *const suffixes[] = {".bin", NULL};

const SemaVectorsWriter sema_word2vec_binary_writer = {
  .id = "word2vec-binary",
  .label = N_ ("word2vec binary"),
               .suffixes = suffixes,
               .check_word = check_word,
               .save = save,
};
