/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-model-vectors.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "sema-formats.h"
#include "sema-kept.h"

static char *
find (const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "formats", "tensors", name, NULL);
}

static SemaSet *
open_as_vectors (const char *path, GError **error)
{
  SemaKeptNote note;

  return sema_kept_open (path, &(SemaFormatsOptions) {0}, 0, &note, NULL, error);
}

/* Six rows of a model in two files: what make-tensors.py wrote. */
static void
test_model (void)
{
  g_autofree char    *path = find ("model.safetensors.index.json");
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = open_as_vectors (path, &error);
  gsize               length;

  g_assert_no_error (error);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 6);
  g_assert_cmpuint (sema_set_get_dim (set), ==, 4);
  g_assert_cmpstr (sema_vocab_get_word (sema_set_get_vocab (set), 5, &length), ==, "[5]");
}

static void
test_array (void)
{
  g_autofree char    *path = find ("float32.npy");
  g_autoptr (SemaSet) set = open_as_vectors (path, NULL);

  g_assert_nonnull (set);
  g_assert_true (sema_model_vectors_recognise (path));
}

/* A zip file of something else is refused for what it is. */
static void
test_others (void)
{
  static const char   zip[] = "PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
  g_autofree char    *path = NULL, *text = NULL;
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = NULL;

  g_close (g_file_open_tmp ("semascope-model-XXXXXX", &path, NULL), NULL);
  g_assert_true (g_file_set_contents (path, zip, sizeof zip - 1, NULL));
  g_assert_false (sema_model_vectors_recognise (path));
  set = open_as_vectors (path, &error);
  g_assert_null (set);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (sema_model_vectors_load (path, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (remove (path), ==, 0);
  text = find ("make-tensors.py");
  g_assert_false (sema_model_vectors_recognise (text));
}

/* An array without rows is no vectors, and says so. */
static void
test_no_matrix (void)
{
  g_autofree char   *path = find ("no-axis.npy");
  g_autoptr (GError) error = NULL;

  g_assert_false (sema_model_vectors_recognise (path));
  g_assert_null (sema_model_vectors_load (path, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "has no matrix"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model-vectors/model", test_model);
  g_test_add_func ("/model-vectors/array", test_array);
  g_test_add_func ("/model-vectors/others", test_others);
  g_test_add_func ("/model-vectors/no-matrix", test_no_matrix);
  return g_test_run ();
}
