/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-saved-pair.h"

#include <glib/gi18n-lib.h>

#include "sema-formats.h"

/* Nobody was asked about the file of the words. One that belongs to an older file of numbers may go with it; another may not. */
static gboolean
check_words (const char *path, const char *words_path, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (path);
  g_autofree char *words = g_filename_display_basename (words_path);

  if (!g_file_test (words_path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_WRITE,
               _ ("“%s” cannot be written: its words would replace “%s”, which belongs to something else; choose another name, or move that file away."), shown, words);
  return FALSE;
}

/**
 * sema_saved_pair_open:
 * @self: (out caller-allocates): two files; to be cleared also after an error
 * @path: where the numbers go, as for sema_atomic_file_open()
 * @words_path: where the words go
 * @error: %SEMA_FORMAT_ERROR_WRITE
 *
 * Begins two files. A file of words that is there already is only replaced where the file of numbers is there too.
 *
 * Returns: whether both can be written
 */
gboolean
sema_saved_pair_open (SemaSavedPair *self, const char *path, const char *words_path, GError **error)
{
  *self = (SemaSavedPair) {0};
  if (!check_words (path, words_path, error))
    return FALSE;
  self->numbers = sema_atomic_file_open (path, error);
  if (self->numbers != NULL)
    self->words = sema_atomic_file_open (words_path, error);
  return self->words != NULL;
}

/**
 * sema_saved_pair_commit:
 * @self: two files with all their bytes
 * @error: %SEMA_FORMAT_ERROR_WRITE, with the system's reason
 *
 * Puts both in their places when the bytes of both are on the disk. Words never stand beside numbers that they do not belong to: first the old
 * words leave their place, then the numbers change, then the new words come. A process that is killed between two of these changes of names
 * leaves numbers without words, and the old words under a hidden name.
 *
 * Returns: whether both are there; if not, both are as they were
 */
gboolean
sema_saved_pair_commit (SemaSavedPair *self, GError **error)
{
  if (!sema_atomic_file_prepare (self->numbers, error) || !sema_atomic_file_prepare (self->words, error) || !sema_atomic_file_withdraw_old (self->words, error) ||
      !sema_atomic_file_place (self->numbers, error))
    return FALSE;
  if (sema_atomic_file_commit (self->words, error))
    return TRUE;
  sema_atomic_file_take_back (self->numbers);
  return FALSE;
}

/**
 * sema_saved_pair_clear:
 * @self: two files
 *
 * Closes them; leaves nothing of what was not committed.
 */
void
sema_saved_pair_clear (SemaSavedPair *self)
{
  g_clear_pointer (&self->numbers, sema_atomic_file_close);
  g_clear_pointer (&self->words, sema_atomic_file_close);
}
