/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-saved-rows.h"

G_BEGIN_DECLS

/**
 * SemaVectorsWriter:
 * @id: its name for programs
 * @label: (translatable): its name for people
 * @suffixes: (array zero-terminated=1): how names of such files end, the usual one first
 * @keeps_columns: whether what is known of the words, see sema_set_get_columns(), is written with them
 * @check_word: says what is wrong with a word in this format, see #SemaSavedRows: of row @i, if it is written as row @place of the file. %FALSE with
 *   %SEMA_CORE_ERROR_NO_MEMORY
 * @save: writes rows to a file, the old one or the new one and never half of it; told the rows by the progress, which cancels.
 *   %FALSE with %SEMA_FORMAT_ERROR_WRITE; with %SEMA_FORMAT_ERROR_WORD, whose sentence names the word, where one cannot be had in this format;
 *   %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_LOST, %SEMA_CORE_ERROR_NO_MEMORY
 *
 * A format that vectors are written in. What is read back has the same words, to the byte, and the same numbers, to the bit; of
 * numbers that are none, formats of text keep only that. A new one is a file with one of these, and a line in sema-vectors-save.c.
 */
typedef struct
{
  const char        *id;
  const char        *label;
  const char *const *suffixes;
  gboolean           keeps_columns;
  gboolean (*check_word) (const SemaSavedRows *rows, guint64 i, guint64 place, const char **fault, GError **error);
  gboolean (*save) (const SemaSavedRows *rows, const char *path, SemaProgress *progress, GError **error);
} SemaVectorsWriter;

/**
 * SemaSavedMisfits:
 * @SEMA_SAVED_REFUSE: nothing is written
 * @SEMA_SAVED_LEAVE_OUT: their rows are left out
 * @SEMA_SAVED_NUMBER: they are written as the ids of their rows, from 0 on, as rows without words are called: “[7]”
 *
 * What becomes of words that a format cannot have.
 */
typedef enum {
  SEMA_SAVED_REFUSE,
  SEMA_SAVED_LEAVE_OUT,
  SEMA_SAVED_NUMBER,
} SemaSavedMisfits;

const SemaVectorsWriter *const *sema_vectors_save_list (gsize *n);
const SemaVectorsWriter        *sema_vectors_save_find (const char *id);
gboolean                        sema_vectors_save_fits (const SemaVectorsWriter *self, const char *path);
gsize                           sema_vectors_save_match (const char *path, const SemaVectorsWriter **writer);
gboolean                        sema_vectors_save_all (const SemaVectorsWriter *self, SemaSet *set, const char *path, SemaProgress *progress, GError **error);
gboolean                        sema_vectors_save_rows (const SemaVectorsWriter *self, const SemaSavedRows *rows, SemaSavedMisfits misfits, const char *path, guint64 *n_written, char **note, SemaProgress *progress, GError **error);

extern const SemaVectorsWriter sema_word2vec_binary_writer;
extern const SemaVectorsWriter sema_word2vec_text_writer;
extern const SemaVectorsWriter sema_glove_text_writer;
extern const SemaVectorsWriter sema_npy_writer;
extern const SemaVectorsWriter sema_projector_writer;
extern const SemaVectorsWriter sema_csv_writer;

G_END_DECLS
