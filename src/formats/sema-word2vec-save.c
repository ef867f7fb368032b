/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-save.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "sema-atomic-file.h"
#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-number.h"
#include "sema-text-row.h"
#include "sema-word.h"
#include "sema-word2vec-record.h"

#define BLOCK (1024 * 1024) /* bytes that are written at a time */

typedef struct _Save Save;

/* Appends a row to the block; FALSE when it would not be read back. */
typedef gboolean (*RowFunc) (Save *self, const char *word, gsize length, const SemaFloat *row);

struct _Save
{
  SemaSet        *set;
  gsize           dim;
  SemaAtomicFile *file;
  GString        *block;
  float          *values; /* (dim) a row read back */
};

static gboolean
has_controls (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_iscntrl (word[i]))
      return TRUE;
  return FALSE;
}

/* A blank ends the word. */
static gboolean
append_record (Save *self, const char *word, gsize length, const SemaFloat *row)
{
  if (length > SEMA_WORD2VEC_MAX_WORD || memchr (word, ' ', length) != NULL || has_controls (word, length))
    return FALSE;
  g_string_append_len (self->block, word, (gssize)length);
  g_string_append_c (self->block, ' ');
  for (gsize i = 0; i < self->dim; i++)
    {
      float   value = row[i];
      guint32 bits;

      memcpy (&bits, &value, sizeof bits);
      bits = GUINT32_TO_LE (bits);
      g_string_append_len (self->block, (const char *)&bits, sizeof bits);
    }
  g_string_append_c (self->block, '\n');
  return TRUE;
}

/* Most words with blanks are read back, but some might be taken for numbers. */
static gboolean
is_read_back (Save *self, gsize start, gsize length)
{
  const char *line = self->block->str + start;
  gsize       n = self->block->len - start;
  SemaTextRow row;

  if (sema_text_row_split_simply (line, n, self->dim, &row) && sema_text_row_parse (line, n, self->dim, &row, self->values))
    return row.word_length == length;
  return sema_text_row_split (line, n, self->dim, &row) && sema_text_row_parse (line, n, self->dim, &row, self->values) && row.word_length == length;
}

static gboolean
append_line (Save *self, const char *word, gsize length, const SemaFloat *row)
{
  gsize start = self->block->len;

  if (length == 0 || has_controls (word, length))
    return FALSE;
  g_string_append_len (self->block, word, (gssize)length);
  for (gsize i = 0; i < self->dim; i++)
    {
      char buffer[SEMA_NUMBER_SIZE];

      g_string_append_c (self->block, ' ');
      g_string_append (self->block, sema_number_print_float (row[i], buffer));
    }
  if (memchr (word, ' ', length) != NULL && !is_read_back (self, start, length))
    return FALSE;
  g_string_append_c (self->block, '\n');
  return TRUE;
}

static gboolean
refuse (Save *self, guint64 row, const char *path, GError **error)
{
  gsize            length;
  const char      *word = sema_vocab_get_word (sema_set_get_vocab (self->set), row, &length);
  g_autofree char *label = sema_word_to_label (word, length);
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE,
               _ ("“%s” cannot be written: the word of row %" PRIu64 ", “%s”, has blanks or control characters that this format has no place for."),
                  shown, row + 1, label);
  return FALSE;
}

static gboolean
flush (Save *self, gsize most, GError **error)
{
  if (self->block->len <= most)
    return TRUE;
  if (!sema_atomic_file_append (self->file, self->block->str, self->block->len, error))
    return FALSE;
  g_string_truncate (self->block, 0);
  return TRUE;
}

static gboolean
write_rows (Save *self, const char *path, RowFunc append, SemaProgress *progress, GError **error)
{
  guint64           n_rows = sema_set_get_n_rows (self->set);
  g_autofree float *space = sema_set_new_space (self->set, 1);

  sema_progress_set_total (progress, n_rows);
  g_string_append_printf (self->block, "%" PRIu64 " %zu\n", n_rows, self->dim);
  for (guint64 row = 0; row < n_rows; row++)
    {
      gsize       length;
      const char *word = sema_vocab_get_word (sema_set_get_vocab (self->set), row, &length);

      if (sema_progress_is_cancelled (progress))
        {
          sema_set_cancelled (error);
          return FALSE;
        }
      if (!append (self, word, length, sema_set_read_row (self->set, row, space)))
        return refuse (self, row, path, error);
      if (!flush (self, BLOCK, error))
        return FALSE;
      sema_progress_set_done (progress, row + 1);
    }
  /* Of a mapped file that was cut meanwhile there is nothing to be written. */
  return flush (self, 0, error) && sema_set_check_lost (self->set, error);
}

static gboolean
save (SemaSet *set, const char *path, RowFunc append, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaAtomicFile) file = sema_atomic_file_open (path, error);
  Save                       self = {.set = set, .dim = sema_set_get_dim (set), .file = file};
  gboolean                   fine;

  if (file == NULL)
    return FALSE;
  self.values = sema_memory_alloc_n (self.dim, sizeof *self.values, error);
  if (self.values == NULL)
    return FALSE;
  self.block = g_string_new (NULL);
  fine = write_rows (&self, path, append, progress, error) && sema_atomic_file_commit (file, error);
  g_string_free (self.block, TRUE);
  sema_memory_free (self.values);
  return fine;
}

/**
 * sema_word2vec_save_binary:
 * @set: vectors, one at least
 * @path: where to, as for sema_atomic_file_open()
 * @progress: (nullable): told the rows; cancels
 * @error: %SEMA_FORMAT_ERROR_WRITE, with the system's reason or a word that cannot be had; %SEMA_CORE_ERROR_CANCELLED,
 *   %SEMA_CORE_ERROR_LOST, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Writes word2vec binary, with a line feed after every vector as word2vec does. What is read back has the same bits. A word with a
 * blank or a control character is refused. The memory needed is small, whatever the size.
 *
 * Returns: whether the whole file is on the disk; if not, the old one is as it was
 */
gboolean
sema_word2vec_save_binary (SemaSet *set, const char *path, SemaProgress *progress, GError **error)
{
  return save (set, path, append_record, progress, error);
}

/**
 * sema_word2vec_save_text:
 * @set: vectors, one at least
 * @path: where to, as for sema_atomic_file_open()
 * @progress: (nullable): told the rows; cancels
 * @error: as sema_word2vec_save_binary()
 *
 * Writes word2vec text: each number with the fewest digits that are read back as the same float32. A word with blanks is refused only
 * where it would not be read back.
 *
 * Returns: whether the whole file is on the disk; if not, the old one is as it was
 */
gboolean
sema_word2vec_save_text (SemaSet *set, const char *path, SemaProgress *progress, GError **error)
{
  return save (set, path, append_line, progress, error);
}
