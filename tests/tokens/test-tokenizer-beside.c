/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokenizer-beside.h"

#include <glib/gstdio.h>
#include <string.h>

#include "gguf-fixture.h"

typedef struct
{
  char *folder;
  char *model;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("semascope-beside-XXXXXX", NULL);
  self->model = g_build_filename (self->folder, "model.safetensors", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) files = g_dir_open (self->folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->model);
}

static void
put (Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
put_stored (Fixture *self, const char *name, const char *stored)
{
  g_autofree char *from = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "tokens", stored, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
  put (self, name, text);
}

static void
assert_found (Fixture *self, const char *expected)
{
  g_autofree char          *name = NULL;
  g_autoptr (GError)        error = NULL;
  g_autoptr (SemaTokenizer) found = sema_tokenizer_beside_open (self->model, &name, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, expected);
  g_assert_true ((found != NULL) == (expected != NULL));
}

static void
test_order (Fixture *self, gconstpointer data)
{
  assert_found (self, NULL);
  put_stored (self, "vocab.txt", "bert-small-vocab.txt");
  assert_found (self, "vocab.txt");
  put_stored (self, "tokenizer.json", "gpt2-tokenizer.json");
  assert_found (self, "tokenizer.json");
}

/* What is no tokenizer is passed over; one that cannot be used is said. */
static void
test_others (Fixture *self, gconstpointer data)
{
  g_autofree char          *name = NULL;
  g_autoptr (GError)        error = NULL;
  g_autoptr (SemaTokenizer) found = NULL;

  put (self, "tokenizer.json", "{\"a\": 1}");
  put (self, "b.tiktoken", "IQ== 0\n");
  found = sema_tokenizer_beside_open (self->model, &name, NULL, &error);
  g_assert_null (found);
  g_assert_nonnull (error);
  g_assert_nonnull (name);
}

/* A model of llama.cpp has its own, and others beside it do not count; without one they do. */
static void
test_own (Fixture *self, gconstpointer data)
{
  g_autoptr (GByteArray) full = gguf_fixture_read ("llama.gguf"), empty = gguf_fixture_new (0, 0), broken = gguf_fixture_new (0, 9);
  g_autofree char       *name = NULL;
  g_autoptr (GError)     error = NULL;

  g_free (self->model);
  self->model = g_build_filename (self->folder, "model.gguf", NULL);
  put_stored (self, "vocab.txt", "bert-small-vocab.txt");
  g_assert_true (g_file_set_contents (self->model, (char *)full->data, full->len, NULL));
  assert_found (self, "model.gguf");
  g_assert_true (g_file_set_contents (self->model, (char *)empty->data, empty->len, NULL));
  assert_found (self, "vocab.txt");
  g_assert_true (g_file_set_contents (self->model, (char *)broken->data, broken->len, NULL));
  g_assert_null (sema_tokenizer_beside_open (self->model, &name, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (name, ==, "model.gguf");
}

static void
test_no_folder (void)
{
  g_autofree char   *name = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (sema_tokenizer_beside_open ("/no-such-folder/model.safetensors", &name, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (name);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/tokenizer-beside/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/tokenizer-beside/others", Fixture, NULL, set_up, test_others, tear_down);
  g_test_add ("/tokenizer-beside/own", Fixture, NULL, set_up, test_own, tear_down);
  g_test_add_func ("/tokenizer-beside/no-folder", test_no_folder);
  return g_test_run ();
}
