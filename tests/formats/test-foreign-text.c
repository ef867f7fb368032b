/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-foreign-text.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-test-files.h"

static void
test_kinds (void)
{
  static const struct
  {
    const char *text, *part;
  } cases[] = {
    {"<!DOCTYPE html>\n<html><body>404</body></html>\n", "web page"},
    {"\n  <HTML>\n<p>Not found 404\n", "web page"},
    {"<?xml version=\"1.0\"?>\n<Error><Code>NoSuchKey</Code></Error>\n", "XML"},
    {"{\"version\":\"1.0\",\"model\":{\"type\":\"BPE\"}}", "tokenizer"},
    {"{\"hello\":0,\"world\":1}", "JSON"},
    {"{\"embeddings\":[{\"tensorName\":\"x\"}]}", "Projector"},
    {"{\"metadata\":{},\"weight_map\":{\"a\":\"b\"}}", "the index of a model in several files"},
    {"word,a,b,c\nking,0.5,0.25,1\n", "commas part"},
    {"word;a;b;c\nking;0.5;0.25;1\n", "commas part"},
    {"Dear all,\nthis is a letter\nand no table\n", "do not end with numbers"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    sema_test_assert_refused ("other.txt", cases[i].text, strlen (cases[i].text), SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, cases[i].part);
}

static void
test_tiktoken (void)
{
  static const char ranks[] = "IQ== 0\nIg== 1\nIw== 2\nJA== 3\nJQ== 4\nJg== 5\nJw== 6\nKA== 7\nKQ== 8\n";

  g_assert_null (sema_foreign_describe_lookalike ((const guint8 *)ranks, 30));
  sema_test_assert_refused ("x.tiktoken", ranks, sizeof ranks - 1, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, "tiktoken");
}

/* A word with its number is a vector of one. */
static void
test_counts_are_vectors (void)
{
  g_autoptr (SemaSet) set = sema_test_load_text ("the 9\nof 8\nand 7\nto 6\na 5\nin 4\nis 3\nit 2\n");

  g_assert_cmpuint (sema_set_get_dim (set), ==, 1);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 8);
}

/* Braces and angle brackets are words as well. */
static void
test_words_are_no_signs (void)
{
  g_autoptr (SemaSet) braces = sema_test_load_text ("{ 1 2\n[ 3 4\n");
  g_autoptr (SemaSet) tags = sema_test_load_text ("<html> 1 2\n</html> 3 4\n");

  g_assert_cmpuint (sema_set_get_n_rows (braces), ==, 2);
  g_assert_cmpuint (sema_set_get_n_rows (tags), ==, 2);
}

static void
test_nothing (void)
{
  g_assert_null (sema_foreign_describe_text ((const guint8 *)"", 0));
  g_assert_null (sema_foreign_describe_text ((const guint8 *)"\xff\xff\xff\xff", 4));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/foreign-text/kinds", test_kinds);
  g_test_add_func ("/formats/foreign-text/tiktoken", test_tiktoken);
  g_test_add_func ("/formats/foreign-text/counts-are-vectors", test_counts_are_vectors);
  g_test_add_func ("/formats/foreign-text/words-are-no-signs", test_words_are_no_signs);
  g_test_add_func ("/formats/foreign-text/nothing", test_nothing);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
