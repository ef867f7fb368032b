/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-model-folder.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-file-name.h"
#include "sema-formats.h"

/* What Hugging Face calls the file of a model, or the index of several; that which is safe to load by others comes first. */
static const char *const usual_names[] = {
  "model.safetensors.index.json",
  "model.safetensors",
  "pytorch_model.bin.index.json",
  "pytorch_model.bin",
};

/* Where none of these is there, the only file with such an ending is taken. */
static const char *const endings[] = {".safetensors", ".gguf"};

/**
 * sema_model_folder_is_one:
 * @path: path in the encoding of the file system
 *
 * Returns: whether it is a folder
 */
gboolean
sema_model_folder_is_one (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR);
}

static char *
find_usual (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (usual_names); i++)
    {
      g_autofree char *path = g_build_filename (folder, usual_names[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return NULL;
}

/* The only file with an ending; NULL also where there are several. */
static char *
find_only (const char *folder, const char *ending)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  g_autofree char *found = NULL;
  const char      *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      if (!g_str_has_suffix (name, ending))
        continue;
      if (found != NULL)
        return NULL;
      found = g_build_filename (folder, name, NULL);
    }
  return g_steal_pointer (&found);
}

/**
 * sema_model_folder_find:
 * @path: a folder
 * @error: %SEMA_FORMAT_ERROR_UNKNOWN where there is no model in it
 *
 * Looks for the file of a model in a folder as Hugging Face has them: safetensors or a file of PyTorch, one or the index of several; else the
 * only file that ends in .safetensors or .gguf.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
sema_model_folder_find (const char *path, GError **error)
{
  g_autofree char *found = find_usual (path);
  g_autofree char *label = NULL;

  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (endings); i++)
    found = find_only (path, endings[i]);
  if (found != NULL)
    return g_steal_pointer (&found);
  label = sema_file_name_to_label (path);
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN,
               _ ("The folder “%s” has no model in it that opens: neither model.safetensors nor pytorch_model.bin, nor the index of several such files, nor a single file that ends in .safetensors or .gguf."), label);
  return NULL;
}
