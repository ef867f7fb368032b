/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vocab-json.h"

#include <string.h>

#include "sema-formats.h"

static SemaTokenTable *
read_vocab (const char *json, char **note, GError **error)
{
  g_autoptr (SemaJsonReader) reader = sema_json_reader_new ("v.json", json, strlen (json));
  g_auto (SemaTokenList)     list = {0};

  g_assert_cmpint (sema_json_reader_next (reader, NULL), ==, SEMA_JSON_OBJECT);
  return sema_vocab_json_read (reader, "v.json", &list, error) ? sema_vocab_json_make_table ("v.json", &list, note, error) : NULL;
}

static void
test_reads (void)
{
  g_autofree char           *note = NULL;
  g_autoptr (SemaTokenTable) table = read_vocab ("{\"a\":5,\"\\u0120b\":4294967294,\"\":0}", &note, NULL);

  g_assert_cmpuint (sema_token_table_find (table, "a", 1), ==, 5);
  g_assert_cmpuint (sema_token_table_find (table, "Ġb", 3), ==, SEMA_TOKEN_MAX_ID);
  g_assert_cmpuint (sema_token_table_find (table, "", 0), ==, 0);
  g_assert_null (note);
}

static void
test_shared (void)
{
  g_autofree char           *note = NULL;
  g_autoptr (SemaTokenTable) table = read_vocab ("{\"a\":5,\"b\":5}", &note, NULL);

  g_assert_nonnull (strstr (note, "5"));
  g_assert_cmpuint (sema_token_table_find (table, "a", 1), ==, 5);
  g_assert_cmpuint (sema_token_table_find (table, "b", 1), ==, 5);
}

static void
test_refuses (void)
{
  const struct
  {
    const char *json;
    const char *part;
  } bad[] = {
    {"{\"a\":-1}", "byte 5"},
    {"{\"a\":1.5}", "byte 5"},
    {"{\"a\":4294967295}", "byte 5"},
    {"{\"a\":1e3}", "byte 5"},
    {"{\"a\":\"1\"}", "byte 5"},
    {"{\"a\":[1]}", "byte 5"},
    {"{\"a\":0,\"b\":1,\"\\u0061\":2}", "twice"},
    {"{}", "no tokens"},
    {"{\"a\":1", "byte"},
    {"{\"a\":1,}", "byte"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char   *note = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (read_vocab (bad[i].json, &note, &error));
      g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
      if (strstr (error->message, bad[i].part) == NULL)
        g_error ("%s: %s", bad[i].json, error->message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocab-json/reads", test_reads);
  g_test_add_func ("/vocab-json/shared", test_shared);
  g_test_add_func ("/vocab-json/refuses", test_refuses);
  return g_test_run ();
}
