/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-model-folder.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sema-formats.h"
#include "sema-tensors.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"

#define HEADER "{\"%s\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}"

/* An empty folder of its own. */
static char *
make_folder (const char *name)
{
  g_autofree char *file = sema_test_files_write ("beside", "", 0);
  g_autofree char *folder = g_path_get_dirname (file);
  char            *made = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir (made, 0700), ==, 0);
  return made;
}

static void
put (const char *folder, const char *name, const char *tensor)
{
  g_autofree char       *path = g_build_filename (folder, name, NULL);
  g_autofree char       *header = g_strdup_printf (HEADER, tensor);
  g_autoptr (GByteArray) bytes = tensors_fixture_safetensors (header, 16);

  g_assert_true (g_file_set_contents (path, (char *)bytes->data, bytes->len, NULL));
}

static void
drop (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
assert_found (const char *folder, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *found = sema_model_folder_find (folder, &error);
  g_autofree char   *base = found != NULL ? g_path_get_basename (found) : NULL;

  g_assert_cmpstr (base, ==, name);
  if (name == NULL)
    g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN);
}

/* The usual names before others, an index before a file, safetensors before PyTorch; of other files the only one. */
static void
test_find (void)
{
  g_autofree char *folder = make_folder ("gpt2");

  g_assert_true (sema_model_folder_is_one (folder));
  assert_found (folder, NULL);
  put (folder, "a.gguf", "x");
  assert_found (folder, "a.gguf");
  put (folder, "a.safetensors", "x");
  assert_found (folder, "a.safetensors");
  put (folder, "b.safetensors", "x");
  assert_found (folder, "a.gguf");
  put (folder, "pytorch_model.bin", "x");
  assert_found (folder, "pytorch_model.bin");
  put (folder, "pytorch_model.bin.index.json", "x");
  assert_found (folder, "pytorch_model.bin.index.json");
  put (folder, "model.safetensors", "x");
  assert_found (folder, "model.safetensors");
  put (folder, "model.safetensors.index.json", "x");
  assert_found (folder, "model.safetensors.index.json");
  static const char *const names[] = {"a.gguf", "a.safetensors", "b.safetensors", "pytorch_model.bin", "pytorch_model.bin.index.json", "model.safetensors", "model.safetensors.index.json"};
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    drop (folder, names[i]);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A folder opens as the model in it, under its own name. */
static void
test_open (void)
{
  g_autofree char        *folder = make_folder ("a model");
  g_autoptr (SemaTensors) tensors = NULL;
  g_autoptr (GError)      error = NULL;
  gboolean                is_tensors = TRUE;

  g_assert_false (sema_tensors_recognise (folder, &is_tensors, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN);
  g_assert_true (g_str_has_prefix (error->message, "The folder “a model” has no model in it that opens"));
  g_assert_null (sema_tensors_open (folder, NULL, NULL));
  put (folder, "model.safetensors", "wte.weight");
  g_assert_true (sema_tensors_recognise (folder, &is_tensors, NULL) && is_tensors);
  tensors = sema_tensors_open (folder, NULL, NULL);
  g_assert_cmpstr (sema_tensors_get_label (tensors), ==, "a model");
  tensors_fixture_read_all (tensors);
  drop (folder, "model.safetensors");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/model-folder/find", test_find);
  g_test_add_func ("/formats/model-folder/open", test_open);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
