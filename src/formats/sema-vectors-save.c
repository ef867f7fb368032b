/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vectors-save.h"

#include <string.h>

#include "sema-saved-fit.h"

/* In the order in which they are offered. */
static const SemaVectorsWriter *const writers[] = {
  &sema_word2vec_binary_writer,
  &sema_word2vec_text_writer,
  &sema_glove_text_writer,
  &sema_npy_writer,
  &sema_projector_writer,
  &sema_csv_writer,
};

/**
 * sema_vectors_save_list:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the formats that are written
 */
const SemaVectorsWriter *const *
sema_vectors_save_list (gsize *n)
{
  *n = G_N_ELEMENTS (writers);
  return writers;
}

/**
 * sema_vectors_save_find:
 * @id: name of a format
 *
 * Returns: (transfer none) (nullable): the format
 */
const SemaVectorsWriter *
sema_vectors_save_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_str_equal (writers[i]->id, id))
      return writers[i];
  return NULL;
}

/**
 * sema_vectors_save_fits:
 * @self: a format
 * @path: file name
 *
 * Returns: whether names of such files end so
 */
gboolean
sema_vectors_save_fits (const SemaVectorsWriter *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  gsize            length = strlen (name);

  for (const char *const *suffix = self->suffixes; *suffix != NULL; suffix++)
    if (length > strlen (*suffix) && g_ascii_strcasecmp (name + length - strlen (*suffix), *suffix) == 0)
      return TRUE;
  return FALSE;
}

/**
 * sema_vectors_save_match:
 * @path: file name
 * @writer: (out) (nullable): the first format whose files have names that end so
 *
 * Returns: how many such formats there are: 0, 1, or more where the name alone does not say which is meant
 */
gsize
sema_vectors_save_match (const char *path, const SemaVectorsWriter **writer)
{
  gsize n = 0;

  *writer = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    if (sema_vectors_save_fits (writers[i], path) && n++ == 0)
      *writer = writers[i];
  return n;
}

/**
 * sema_vectors_save_all:
 * @self: a format
 * @set: vectors, one at least
 * @path: where to, as for sema_atomic_file_open()
 * @progress: (nullable): told the rows; cancels
 * @error: as SemaVectorsWriter has it
 *
 * Writes all rows. The memory needed is small, whatever the size.
 *
 * Returns: whether the whole file is on the disk; if not, the old one is as it was
 */
gboolean
sema_vectors_save_all (const SemaVectorsWriter *self, SemaSet *set, const char *path, SemaProgress *progress, GError **error)
{
  SemaSavedRows rows;

  sema_saved_rows_init_all (&rows, set);
  return self->save (&rows, path, progress, error);
}

/**
 * sema_vectors_save_rows:
 * @self: a format
 * @rows: what is written, one row at least
 * @misfits: what becomes of words that the format cannot have
 * @path: where to, as for sema_atomic_file_open()
 * @n_written: (out): how many rows were
 * @note: (out) (transfer full) (nullable): a sentence that says what became of such words, where there were any
 * @progress: (nullable): told the rows; cancels
 * @error: as SemaVectorsWriter has it
 *
 * Writes some rows or all. Where words may be left out or numbered, all are looked at before: the memory needed is up to nine bytes a row.
 *
 * Returns: whether the whole file is on the disk; if not, the old one is as it was
 */
gboolean
sema_vectors_save_rows (const SemaVectorsWriter *self, const SemaSavedRows *rows, SemaSavedMisfits misfits, const char *path, guint64 *n_written, char **note, SemaProgress *progress, GError **error)
{
  g_auto (SemaSavedFit) fit = {0};

  *note = NULL;
  *n_written = rows->n_rows;
  if (misfits == SEMA_SAVED_REFUSE)
    return self->save (rows, path, progress, error);
  if (!sema_saved_fit_find (&fit, self, rows, misfits, path, progress, error) || !self->save (&fit.rows, path, progress, error))
    return FALSE;
  *n_written = fit.rows.n_rows;
  *note = g_steal_pointer (&fit.note);
  return TRUE;
}
