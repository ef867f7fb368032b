/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-beside.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-file-name.h"
#include "sema-formats.h"
#include "sema-gguf-tokenizer.h"
#include "sema-model-folder.h"
#include "sema-tokenizer-file.h"

#define TIKTOKEN ".tiktoken"

/* The first by name, so that it is the same each time. */
static char *
find_tiktoken (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  char            *first = NULL;
  const char      *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    if (g_str_has_suffix (name, TIKTOKEN) && (first == NULL || strcmp (name, first) < 0))
      {
        g_free (first);
        first = g_strdup (name);
      }
  return first;
}

/* NULL also where the file is something else than a tokenizer. */
static SemaTokenizer *
try_open (const char *folder, const char *name, SemaProgress *progress, GError **error)
{
  g_autofree char     *path = g_build_filename (folder, name, NULL);
  SemaTokenizerContent content;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || !sema_tokenizer_kind_find (path, &content, NULL, error) || content == SEMA_TOKENIZER_CONTENT_OTHER)
    return NULL;
  return sema_tokenizer_file_open (path, content, SEMA_TOKEN_SPLIT_NONE, progress, error);
}

/* The one that is in the model's own file, as in those of llama.cpp; NULL without an error where there is none. */
static SemaTokenizer *
try_own (const char *path, char **name, SemaProgress *progress, GError **error)
{
  SemaTokenizerContent content;
  gboolean             is_there = FALSE;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  *name = g_filename_display_basename (path);
  if (!sema_tokenizer_kind_find (path, &content, NULL, error))
    return NULL;
  if (content == SEMA_TOKENIZER_CONTENT_GGUF && !sema_gguf_tokenizer_find (path, &is_there, progress, error))
    return NULL;
  if (!is_there)
    {
      g_clear_pointer (name, g_free);
      return NULL;
    }
  return sema_gguf_tokenizer_read (path, progress, error);
}

/* The tokenizer of the model in a folder. */
static SemaTokenizer *
open_in_folder (const char *path, SemaProgress *progress, GError **error)
{
  g_autofree char   *name = NULL;
  g_autofree char   *label = sema_file_name_to_label (path);
  g_autoptr (GError) problem = NULL;
  SemaTokenizer     *found = sema_tokenizer_beside_open (path, &name, progress, &problem);

  if (found == NULL && problem == NULL)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, _ ("The folder “%s” has no tokenizer in it that opens: neither tokenizer.json nor vocab.json, vocab.txt or a .tiktoken file."), label);
  else if (found == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return found;
}

/**
 * sema_tokenizer_given_open:
 * @path: file name of a tokenizer, or of the folder of a model
 * @progress: (nullable): cancels
 * @error: as sema_tokenizer_kind_find() and sema_tokenizer_file_open()
 *
 * Opens a tokenizer that somebody chose, whatever its name.
 *
 * Returns: (transfer full) (nullable): the tokenizer
 */
SemaTokenizer *
sema_tokenizer_given_open (const char *path, SemaProgress *progress, GError **error)
{
  SemaTokenizerContent content;

  if (sema_model_folder_is_one (path))
    return open_in_folder (path, progress, error);
  if (!sema_tokenizer_kind_find (path, &content, progress, error))
    return NULL;
  return sema_tokenizer_file_open (path, content, SEMA_TOKEN_SPLIT_NONE, progress, error);
}

/**
 * sema_tokenizer_beside_open:
 * @path: file name of a model, or of the folder that it is in
 * @name: (out) (transfer full) (nullable): name of the tokenizer's file, also where it cannot be used; %NULL where there is none
 * @progress: (nullable): cancels
 * @error: why a tokenizer that is there cannot be used
 *
 * Looks for a tokenizer in the file of a model itself, which those of llama.cpp have, then in its folder: tokenizer.json, then vocab.json, vocab.txt, and a file that ends in .tiktoken.
 *
 * Returns: (transfer full) (nullable): the first that is there; %NULL without an error where none is
 */
SemaTokenizer *
sema_tokenizer_beside_open (const char *path, char **name, SemaProgress *progress, GError **error)
{
  g_autofree char   *file = sema_model_folder_is_one (path) ? sema_model_folder_find (path, NULL) : g_strdup (path);
  g_autofree char   *folder = sema_model_folder_is_one (path) ? g_strdup (path) : g_path_get_dirname (path);
  g_autofree char   *tiktoken = find_tiktoken (folder);
  const char *const  names[] = {"tokenizer.json", "vocab.json", "vocab.txt", tiktoken};
  SemaTokenizer     *found = NULL;
  g_autoptr (GError) problem = NULL;

  *name = NULL;
  found = file != NULL ? try_own (file, name, progress, &problem) : NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (names) && names[i] != NULL && found == NULL && problem == NULL; i++)
    {
      found = try_open (folder, names[i], progress, &problem);
      if (found != NULL || problem != NULL)
        *name = g_strdup (names[i]);
    }
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return found;
}
