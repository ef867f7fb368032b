/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-shard-index.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"

#define TENSOR(name) "{\"" name "\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}"

static void
write_shard (const char *name, const char *header)
{
  g_autoptr (GByteArray) bytes = tensors_fixture_safetensors (header, 16);
  g_autofree char       *path = sema_test_files_write (name, bytes->data, bytes->len);
}

static void
write_shards (void)
{
  write_shard ("1.safetensors", TENSOR ("wte"));
  write_shard ("2.safetensors", TENSOR ("other"));
}

static SemaTensors *
open_index (const char *json)
{
  g_autoptr (GError) error = NULL;
  SemaTensors       *tensors = tensors_fixture_open ("a.index.json", json, strlen (json), &error);

  g_assert_no_error (error);
  return tensors;
}

static void
test_index (void)
{
  g_autoptr (SemaTensors) tensors = NULL;

  write_shards ();
  tensors = open_index ("{\"metadata\": {}, \"weight_map\": {\"wte\": \"1.safetensors\", \"other\": \"2.safetensors\"}}");
  g_assert_cmpuint (sema_tensors_get_n (tensors), ==, 2);
  g_assert_null (sema_tensors_get_warnings (tensors)[0]);
  tensors_fixture_read_all (tensors);
}

/* What is missing costs only itself, and is told. */
static void
test_missing (void)
{
  g_autoptr (SemaTensors) one = NULL;
  g_autoptr (SemaTensors) none = NULL;

  write_shards ();
  one = open_index ("{\"weight_map\": {\"wte\": \"1.safetensors\", \"x\": \"9.safetensors\"}}");
  g_assert_cmpuint (sema_tensors_get_n (one), ==, 1);
  g_assert_nonnull (strstr (sema_tensors_get_warnings (one)[0], "Tensors were left out: There is no file “9.safetensors”"));
  none = open_index ("{\"weight_map\": {\"wte\": \"1.safetensors\", \"y\": \"1.safetensors\", \"other\": \"1.safetensors\"}}");
  g_assert_cmpuint (sema_tensors_get_n (none), ==, 1);
  g_assert_nonnull (strstr (sema_tensors_get_warnings (none)[0], "2 tensors that the index names are not in their files, the first is “y”"));
}

static void
assert_refused (const char *json, const char *part)
{
  tensors_fixture_assert_refused ("a.index.json", sema_test_bytes (json), part);
}

static void
test_wrong (void)
{
  write_shards ();
  assert_refused ("{\"weight_map\": {\"a\": \"../1.safetensors\"}}", "in the same folder");
  assert_refused ("{\"weight_map\": {\"a\": \"/etc/passwd\"}}", "in the same folder");
  assert_refused ("{\"weight_map\": {\"a\": \"..\"}}", "in the same folder");
  assert_refused ("{\"weight_map\": {\"a\": \"\"}}", "in the same folder");
  assert_refused ("{\"weight_map\": {\"a\": \"1.safetensors\\u0000\"}}", "in the same folder");
  assert_refused ("{\"weight_map\": {\"a\": 1}}", "in the same folder");
  assert_refused ("{\"weight_map\": []}", "one object");
  assert_refused ("{\"weight_map\": {}, \"weight_map\": {}}", "one object");
  assert_refused ("{\"weight_map\": {}}", "None of the files");
  assert_refused ("{\"weight_map\": {\"a\": \"1.safetensors\", \"a\": \"2.safetensors\"}}", "comes twice");
  assert_refused ("{\"weight_map\": {\"a\": \"9.safetensors\"}}", "no file “9.safetensors”");
  assert_refused ("{\"weight_map\": {\"a\": \"8.safetensors\", \"b\": \"9.safetensors\"}}", "None of the files");
  assert_refused ("{\"weight_map\": {\"a\": \"1.safetensors\"}", "too early");
}

/* An index that names itself, and more files than a model has. */
static void
test_odd (void)
{
  GString *json = g_string_new ("{\"weight_map\": {");

  assert_refused ("{\"weight_map\": {\"a\": \"a.index.json\"}}", "ends inside the header");
  for (guint i = 0; i <= SEMA_SHARD_INDEX_MAX; i++)
    g_string_append_printf (json, "%s\"%u\": \"%u\"", i == 0 ? "" : ",", i, i);
  g_string_append (json, "}}");
  assert_refused (json->str, "too many files");
  g_string_free (json, TRUE);
}

/* A file that became another one since it was listed gives no numbers. */
static void
test_changed (void)
{
  g_autoptr (SemaTensors) tensors = NULL;
  g_autoptr (GError)      error = NULL;

  write_shards ();
  tensors = open_index ("{\"weight_map\": {\"wte\": \"1.safetensors\"}}");
  write_shard ("1.safetensors", "{\"longer\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}");
  g_assert_false (sema_tensors_prepare (tensors, 0, NULL, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "has changed"));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/shard-index/index", test_index);
  g_test_add_func ("/formats/shard-index/missing", test_missing);
  g_test_add_func ("/formats/shard-index/wrong", test_wrong);
  g_test_add_func ("/formats/shard-index/odd", test_odd);
  g_test_add_func ("/formats/shard-index/changed", test_changed);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
