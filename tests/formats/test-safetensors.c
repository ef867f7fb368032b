/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-safetensors.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"
#include "sema-test-tries.h"
#include "tensors-fixture.h"

#define TENSOR(name, dtype, shape, places) "\"" name "\":{\"dtype\":\"" dtype "\",\"shape\":" shape ",\"data_offsets\":" places "}"

static void
assert_opened (const char *header, gsize n_data, guint64 n_tensors)
{
  g_autoptr (GByteArray)  bytes = tensors_fixture_safetensors (header, n_data);
  g_autoptr (GError)      error = NULL;
  g_autoptr (SemaTensors) tensors = tensors_fixture_open ("a.safetensors", bytes->data, bytes->len, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sema_tensors_get_n (tensors), ==, n_tensors);
  tensors_fixture_read_all (tensors);
}

static void
assert_refused (const char *header, gsize n_data, const char *part)
{
  tensors_fixture_assert_refused ("a.safetensors", tensors_fixture_safetensors (header, n_data), part);
}

/* What the reference reader takes. */
static void
test_right (void)
{
  assert_opened ("{" TENSOR ("a", "F32", "[2,2]", "[0,16]") "}", 16, 1);
  assert_opened ("\n {" TENSOR ("a", "F32", "[2,2]", "[0,16]") "}   \n", 16, 1);
  assert_opened ("{" TENSOR ("a", "F32", "[]", "[0,4]") "," TENSOR ("b", "F32", "[0,3]", "[4,4]") "}", 4, 2);
  assert_opened ("{" TENSOR ("b", "I8", "[3]", "[2,5]") "," TENSOR ("a", "I8", "[2]", "[0,2]") "}", 5, 2);
  assert_opened ("{\"__metadata__\":{\"x\":\"y\"}," TENSOR ("", "F4", "[4]", "[0,2]") "}", 2, 1);
  assert_opened ("{\"a\":{\"more\":{\"x\":[1]},\"shape\":[1],\"data_offsets\":[0,8],\"dtype\":\"F64\"}}", 8, 1);
  assert_opened ("{" TENSOR ("a", "NEW_TYPE", "[7]", "[0,3]") "}", 3, 1);
}

static void
test_wrong_places (void)
{
  assert_refused ("{" TENSOR ("a", "I8", "[2]", "[1,3]") "}", 3, "do not begin where");
  assert_refused ("{" TENSOR ("a", "I8", "[2]", "[0,2]") "," TENSOR ("b", "I8", "[2]", "[3,5]") "}", 5, "“b” do not begin where");
  assert_refused ("{" TENSOR ("a", "I8", "[2]", "[0,2]") "," TENSOR ("b", "I8", "[2]", "[1,3]") "}", 3, "“b” do not begin where");
  assert_refused ("{" TENSOR ("a", "I8", "[2]", "[0,2]") "," TENSOR ("b", "I8", "[2]", "[0,2]") "}", 2, "do not begin where");
  assert_refused ("{" TENSOR ("a", "I8", "[2]", "[2,0]") "}", 2, "cannot end before they begin");
  assert_refused ("{" TENSOR ("a", "I8", "[2]", "[0,2]") "}", 1, "ends too early");
  assert_refused ("{" TENSOR ("a", "I8", "[2]", "[0,2]") "}", 3, "take only");
  assert_refused ("{" TENSOR ("a", "I8", "[9007199254740992]", "[0,9007199254740992]") "}", 3, "ends too early");
  assert_refused ("{" TENSOR ("a", "I8", "[2]", "[0,2,4]") "}", 2, "only two numbers");
  assert_refused ("{" TENSOR ("a", "I8", "[2]", "[0]") "}", 2, "a whole number");
}

static void
test_wrong_shapes (void)
{
  assert_refused ("{" TENSOR ("a", "F32", "[2,2]", "[0,15]") "}", 15, "does not go with the bytes");
  assert_refused ("{" TENSOR ("a", "F4", "[3]", "[0,1]") "}", 1, "does not go with the bytes");
  assert_refused ("{" TENSOR ("a", "F32", "[4294967296,4294967296]", "[0,0]") "}", 0, "larger than any file");
  assert_refused ("{" TENSOR ("a", "F32", "[4294967296,2147483648]", "[0,0]") "}", 0, "larger than any file");
  assert_refused ("{" TENSOR ("a", "F32", "[4294967296,4294967296,0]", "[0,0]") "}", 0, "larger than any file");
  assert_refused ("{" TENSOR ("a", "F32", "[-1]", "[0,4]") "}", 4, "a whole number from 0 to 2^53");
  assert_refused ("{" TENSOR ("a", "F32", "[-0]", "[0,0]") "}", 0, "a whole number from 0 to 2^53");
  assert_refused ("{" TENSOR ("a", "F32", "[1.0]", "[0,4]") "}", 4, "a whole number from 0 to 2^53");
  assert_refused ("{" TENSOR ("a", "F32", "[1e0]", "[0,4]") "}", 4, "a whole number from 0 to 2^53");
  assert_refused ("{" TENSOR ("a", "F32", "[\"1\"]", "[0,4]") "}", 4, "a whole number from 0 to 2^53");
  assert_refused ("{" TENSOR ("a", "F32", "[9007199254740993]", "[0,4]") "}", 4, "a whole number from 0 to 2^53");
  assert_refused ("{" TENSOR ("a", "F32", "[99999999999999999999999]", "[0,4]") "}", 4, "a whole number from 0 to 2^53");
  assert_refused ("{" TENSOR ("a", "F32", "1", "[0,4]") "}", 4, "the shape, a list");
}

static void
test_wrong_headers (void)
{
  assert_refused ("{}", 0, "has no tensors");
  assert_refused ("{}", 5, "take only");
  assert_refused ("{\"__metadata__\":{\"x\":\"y\"}}", 0, "has no tensors");
  assert_refused ("{\"__metadata__\":{\"x\":1}}", 0, "an object of strings");
  assert_refused ("{\"__metadata__\":[]}", 0, "an object of strings");
  assert_refused ("{\"__metadata__\":{},\"__metadata__\":{}}", 0, "was there before");
  assert_refused ("{\"a\":{\"dtype\":\"F32\",\"shape\":[]}}", 0, "one is missing");
  assert_refused ("{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}", 4, "was there before");
  assert_refused ("{\"a\":{\"dtype\":\"\",\"shape\":[],\"data_offsets\":[0,4]}}", 4, "a short name");
  assert_refused ("{\"a\":{\"dtype\":7,\"shape\":[],\"data_offsets\":[0,4]}}", 4, "a string, is expected");
  assert_refused ("{\"a\":[]}", 0, "an object, is expected");
  assert_refused ("{\"a\":{\"x\":[[[[[[[[[]]]]]]]]]}}", 0, "nested");
  assert_refused ("{" TENSOR ("a", "I8", "[2]", "[0,2]") "," TENSOR ("\\u0061", "I8", "[2]", "[2,4]") "}", 4, "“a” comes twice");
  assert_refused ("{" TENSOR ("\\uD800", "I8", "[2]", "[0,2]") "}", 2, "half of a pair");
  assert_refused ("{" TENSOR ("\xff", "I8", "[2]", "[0,2]") "}", 2, "not UTF-8");
  assert_refused ("{" TENSOR ("a", "I8", "[2]", "[0,2]") "} x", 2, "nothing more");
}

static void
assert_start (const char *bytes, gsize n_bytes, guint64 size, gboolean expected)
{
  g_assert_cmpint (sema_safetensors_is_header ((const guint8 *)bytes, n_bytes, size), ==, expected);
}

static void
test_start (void)
{
  g_autofree char *blanks = g_strnfill (5000, ' ');

  assert_start ("\2\0\0\0\0\0\0\0{}", 10, 10, TRUE);
  assert_start ("\5\0\0\0\0\0\0\0 \n{}", 12, 13, TRUE);
  assert_start ("\2\0\0\0\0\0\0\0[]", 10, 10, FALSE);
  assert_start ("\0\0\0\0\0\0\0\0{}", 10, 10, FALSE);
  assert_start ("\0\0\0\0\0\0\0\x80{}", 10, 10, FALSE);
  assert_start ("\xff\xff\xff\xff\xff\xff\xff\xff{}", 10, 10, FALSE);
  assert_start ("\2\0\0\0\0\0\0", 7, 7, FALSE);
  assert_start ("\2\0\0\0\0\0\0\0", 8, 8, FALSE);
  memcpy (blanks, "\0\0\1\0\0\0\0\0", 8);
  assert_start (blanks, 5000, 100000, TRUE);
}

/* A header that is longer than its file, and one of nothing but brackets. */
static void
test_lengths (void)
{
  GByteArray      *bytes = tensors_fixture_safetensors ("{" TENSOR ("a", "I8", "[2]", "[0,2]") "}", 2);
  g_autofree char *deep = g_strnfill (100000, '[');

  bytes->data[0]++;
  bytes->data[1]++;
  tensors_fixture_assert_refused ("a.safetensors", bytes, "ends inside the header");
  memcpy (deep, "{\"a\":{\"x\":", 10);
  assert_refused (deep, 0, "nested");
}

#define MANY SEMA_TEST_TRIES (1000000, 100000, 300000)

/* Very many tensors, of no bytes, then the last before the first: what takes more than linear time comes to no end, and there is little more
 * memory than the text has. */
static void
test_many (void)
{
  for (guint backwards = 0; backwards < 2; backwards++)
    {
      g_autoptr (GString)     header = g_string_new ("{");
      g_autoptr (GByteArray)  bytes = NULL;
      g_autoptr (SemaTensors) tensors = NULL;

      for (guint i = 0; i < MANY; i++)
        {
          guint place = backwards * (MANY - 1 - i);

          g_string_append_printf (header, "%s\"%u\":{\"dtype\":\"I8\",\"shape\":[%u],\"data_offsets\":[%u,%u]}", i == 0 ? "" : ",", i, backwards, place, place + backwards);
        }
      g_string_append_c (header, '}');
      bytes = tensors_fixture_safetensors (header->str, MANY * backwards);
      tensors = tensors_fixture_open ("a.safetensors", bytes->data, bytes->len, NULL);
      g_assert_cmpuint (sema_tensors_get_n (tensors), ==, MANY);
      g_assert_cmpuint (sema_memory_get_used (), <=, 4 * bytes->len);
    }
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

/* The longest header that may be, of nothing but blanks, takes the memory that it has; one that is a byte longer is not read. */
static void
test_blanks (void)
{
  const gsize            n = 100000000;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_set_size (bytes, (guint)n + 9);
  memset (bytes->data + 8, ' ', n + 1);
  for (guint more = 0; more < 2; more++)
    {
      tensors_fixture_set (bytes, 0, n + more, 8);
      bytes->data[8] = '{';
      bytes->data[7 + n + more] = '}';
      bytes->len = (guint)(8 + n + more);
      sema_memory_set_budget (2 * n);
      tensors_fixture_assert_refused ("blanks.safetensors", g_byte_array_ref (bytes), more == 0 ? "has no tensors" : "");
      sema_memory_set_budget (more == 0 ? n / 2 : 0);
      if (more == 0)
        tensors_fixture_assert_refused ("blanks.safetensors", g_byte_array_ref (bytes), "Not enough memory");
      bytes->data[7 + n] = ' ';
    }
  sema_memory_set_budget (0);
}

/* A thousand axes are listed. */
static void
test_rank (void)
{
  GString *header = g_string_new ("{\"a\":{\"dtype\":\"I8\",\"data_offsets\":[0,1],\"shape\":[1");

  for (guint i = 1; i < 1000; i++)
    g_string_append (header, ",1");
  g_string_append (header, "]}}");
  assert_opened (header->str, 1, 1);
  g_string_free (header, TRUE);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/safetensors/right", test_right);
  g_test_add_func ("/formats/safetensors/wrong-places", test_wrong_places);
  g_test_add_func ("/formats/safetensors/wrong-shapes", test_wrong_shapes);
  g_test_add_func ("/formats/safetensors/wrong-headers", test_wrong_headers);
  g_test_add_func ("/formats/safetensors/start", test_start);
  g_test_add_func ("/formats/safetensors/lengths", test_lengths);
  g_test_add_func ("/formats/safetensors/many", test_many);
  g_test_add_func ("/formats/safetensors/blanks", test_blanks);
  g_test_add_func ("/formats/safetensors/rank", test_rank);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
