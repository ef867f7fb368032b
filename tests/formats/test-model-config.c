/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-model-config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "sema-test-files.h"

static void
assert_parsed (const char *text, gboolean is_read, gboolean has_head, gboolean is_tied)
{
  SemaModelConfig config;

  g_assert_cmpint (sema_model_config_parse (&config, text, strlen (text), NULL), ==, is_read);
  if (!is_read)
    return;
  g_assert_cmpint (config.has_head, ==, has_head);
  g_assert_cmpint (config.is_tied, ==, is_tied);
}

static void
test_parse (void)
{
  assert_parsed ("{\"architectures\": [\"GPT2LMHeadModel\"], \"vocab_size\": 50257}", TRUE, TRUE, TRUE);
  assert_parsed ("{\"architectures\": [\"LlamaForCausalLM\"], \"tie_word_embeddings\": false}", TRUE, TRUE, FALSE);
  assert_parsed ("{\"tie_word_embeddings\": true, \"architectures\": [\"A\", \"BertForMaskedLM\"]}", TRUE, TRUE, TRUE);
  assert_parsed ("{\"architectures\": [\"BertModel\"]}", TRUE, FALSE, TRUE);
  assert_parsed ("{\"architectures\": null, \"x\": {\"architectures\": [\"GPT2LMHeadModel\"], \"tie_word_embeddings\": false}}", TRUE, FALSE, TRUE);
  assert_parsed ("{}", TRUE, FALSE, TRUE);
}

static void
test_odd (void)
{
  g_autofree char *deep = g_strnfill (1000, '[');
  g_autofree char *nested = g_strconcat ("{\"x\": ", deep, NULL);

  assert_parsed ("", FALSE, FALSE, FALSE);
  assert_parsed ("[]", FALSE, FALSE, FALSE);
  assert_parsed ("{\"architectures\": \"GPT2LMHeadModel\"}", FALSE, FALSE, FALSE);
  assert_parsed ("{\"architectures\": [1]}", FALSE, FALSE, FALSE);
  assert_parsed ("{\"tie_word_embeddings\": \"yes\"}", FALSE, FALSE, FALSE);
  assert_parsed ("{\"tie_word_embeddings\": true", FALSE, FALSE, FALSE);
  assert_parsed (nested, FALSE, FALSE, FALSE);
}

/* What is there in place of a config is passed over. */
static void
test_read (void)
{
  const char      *text = "{\"architectures\": [\"GPT2LMHeadModel\"]}";
  g_autofree char *path = sema_test_files_write ("config.json", text, strlen (text));
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *large = g_strnfill (2 * 1024 * 1024, ' ');
  SemaModelConfig  config;

  g_assert_true (sema_model_config_read (&config, folder, NULL));
  g_assert_true (config.has_head);
  g_free (sema_test_files_write ("config.json", "", 0));
  g_assert_false (sema_model_config_read (&config, folder, NULL));
  g_free (sema_test_files_write ("config.json", large, 2 * 1024 * 1024));
  g_assert_false (sema_model_config_read (&config, folder, NULL));
  g_unlink (path);
  g_assert_false (sema_model_config_read (&config, folder, NULL));
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_false (sema_model_config_read (&config, folder, NULL));
  g_unlink (path);
  g_mkdir (path, 0700);
  g_assert_false (sema_model_config_read (&config, folder, NULL));
  g_rmdir (path);
}

static void
assert_checked (const char *name, const char *text, const char *expected)
{
  g_autofree char      *path = sema_test_files_write (name, text, strlen (text));
  g_autofree char      *folder = g_path_get_dirname (path);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);

  sema_model_config_check (folder, warnings);
  g_assert_cmpuint (warnings->len, ==, expected != NULL);
  if (expected != NULL)
    g_assert_cmpstr (g_ptr_array_index (warnings, 0), ==, expected);
  g_unlink (path);
}

/* One that is damaged is told, with the byte. */
static void
test_check (void)
{
  assert_checked ("config.json", "{\"architectures\": [\"GPT2LMHeadModel\"]}", NULL);
  assert_checked ("config.json", "{\"architectures\": [\"GPT2LM", "The model is opened without what its configuration tells: “config.json” is not right at byte 26: its JSON text ends too early.");
  assert_checked ("config.json", "{\"architectures\": \"A\"}", "The model is opened without what its configuration tells: “config.json” is not right at byte 18: an array of names is expected there.");
  assert_checked ("config.json", "[]", "The model is opened without what its configuration tells: “config.json” is not right at byte 0: an object is expected there.");
  assert_checked ("config.json", "{} {}", "The model is opened without what its configuration tells: “config.json” is not right at byte 3: nothing more is expected there.");
  assert_checked ("generation_config.json", "{\"eos\": 2", "A file beside the model is damaged, which is not needed here: “generation_config.json” is not right at byte 9: its JSON text ends too early.");
  assert_checked ("tokenizer_config.json", "{\"architectures\": 2}", NULL);
  assert_checked ("tokenizer_config.json", "", "A file beside the model is damaged, which is not needed here: “tokenizer_config.json” is not right at byte 0: its JSON text ends too early.");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/model-config/parse", test_parse);
  g_test_add_func ("/formats/model-config/odd", test_odd);
  g_test_add_func ("/formats/model-config/read", test_read);
  g_test_add_func ("/formats/model-config/check", test_check);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
