/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-json-text.h"

#include <string.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"

/* Reads one string or number of @n_bytes bytes, in a copy that ends where they end, so that the sanitizer sees a byte too far. */
static gboolean
read_one (SemaJsonText *text, const char *bytes, gsize n_bytes)
{
  char *copy = g_memdup2 (bytes, n_bytes);

  sema_json_text_init (text, "a.json", copy, n_bytes);
  sema_json_text_skip_blanks (text);
  return *text->at == '"' ? sema_json_text_read_string (text) : sema_json_text_read_number (text);
}

static void
clear (SemaJsonText *text)
{
  g_free ((char *)text->start);
  sema_json_text_clear (text);
}

/* The value, and how many bytes come after it. */
static void
assert_read (const char *bytes, gsize n_bytes, const char *expected, gsize length, gsize n_left)
{
  SemaJsonText text;

  g_assert_true (read_one (&text, bytes, n_bytes));
  g_assert_no_error (text.error);
  g_assert_cmpmem (text.value, text.length, expected, length);
  g_assert_cmpuint ((gsize)(text.end - text.at), ==, n_left);
  clear (&text);
}

static void
assert_refused (const char *bytes, gsize n_bytes, const char *part)
{
  SemaJsonText text;

  g_assert_false (read_one (&text, bytes, n_bytes));
  g_assert_error (text.error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  if (strstr (text.error->message, part) == NULL)
    g_error ("“%s” has no “%s”", text.error->message, part);
  clear (&text);
}

#define READ(literal, expected, n_left) assert_read (literal, sizeof (literal) - 1, expected, sizeof (expected) - 1, n_left)
#define REFUSED(literal, part) assert_refused (literal, sizeof (literal) - 1, part)

static void
test_strings (void)
{
  READ ("\"\"", "", 0);
  READ (" \"plain\", ", "plain", 2);
  READ ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"x", "\"\\/\b\f\n\r\t", 1);
  READ ("\"a\\u0041\\u00e9\\u20AC\\uD83D\\uDE00z\"", "aA\303\251\342\202\254\360\237\230\200z", 0);
  READ ("\"\303\251 \342\202\254 \360\237\230\200\"", "\303\251 \342\202\254 \360\237\230\200", 0);
  READ ("\"a\\u0000b\"", "a\0b", 0);
  READ ("\"\\uFFFF\\uDBFF\\uDFFF\"", "\357\277\277\364\217\277\277", 0);
}

static void
test_wrong_strings (void)
{
  REFUSED ("\"abc", "byte 4: its JSON text ends too early");
  REFUSED ("\"abc\\", "byte 5: its JSON text ends too early");
  REFUSED ("\"abc\\u12", "byte 8: its JSON text ends too early");
  REFUSED ("\"\\x\"", "byte 2: no such letter");
  REFUSED ("\"\\\0\"", "byte 2: no such letter");
  REFUSED ("\"\\u12g4\"", "byte 5: four hexadecimal digits");
  REFUSED ("\"\\uD800\"", "byte 1: half of a pair");
  REFUSED ("\"\\uD800\\n\"", "byte 1: half of a pair");
  REFUSED ("\"\\uD800\\u0041\"", "byte 1: half of a pair");
  REFUSED ("\"\\uD800\\uD800\"", "byte 1: half of a pair");
  REFUSED ("\"x\\uDC00\"", "byte 2: half of a pair");
  REFUSED ("\"\\uD83D\\u\"", "four hexadecimal digits");
  REFUSED ("\"a\nb\"", "byte 2: a control character");
  REFUSED ("\"a\0b\"", "byte 2: a control character");
  REFUSED ("\"\\n\x1f\"", "byte 3: a control character");
  REFUSED ("\"\x80\"", "byte 1: the bytes there are not UTF-8");
  REFUSED ("\"\xc0\xaf\"", "byte 1: the bytes there are not UTF-8");
  REFUSED ("\"\xed\xa0\x80\"", "byte 1: the bytes there are not UTF-8");
  REFUSED ("\"\xf4\x90\x80\x80\"", "byte 1: the bytes there are not UTF-8");
  REFUSED ("\"\\n\xe2\x82\"", "byte 3: the bytes there are not UTF-8");
}

static void
test_wrong_numbers (void)
{
  REFUSED ("-", "byte 1: its JSON text ends");
  REFUSED ("-a", "byte 1: a digit");
  REFUSED ("1.]", "byte 2: a digit");
  REFUSED ("1e]", "byte 2: a digit");
  REFUSED ("1e+]", "byte 3: a digit");
  REFUSED ("-Infinity", "byte 1: a digit");
}

static void
test_numbers (void)
{
  READ ("0", "0", 0);
  READ ("01", "0", 1);
  READ ("-12.50e+07,", "-12.50e+07", 1);
  READ ("1E5 ", "1E5", 1);
  READ ("0x1", "0", 2);
  READ ("1_0", "1", 2);
}

/* A place is counted from the start of the file, and only what is wrong first is told. */
static void
test_places (void)
{
  SemaJsonText text;

  sema_json_text_init (&text, "a.json", "\xef\xbb\xbf 7", 5);
  text.origin = 100;
  sema_json_text_skip_blanks (&text);
  g_assert_cmpuint (sema_json_text_get_place (&text, text.at), ==, 104);
  g_assert_false (sema_json_text_fail (&text, text.at, "so it is"));
  g_assert_false (sema_json_text_fail (&text, text.end, "and so"));
  g_assert_nonnull (strstr (text.error->message, "byte 104: so it is"));
  sema_json_text_clear (&text);
}

static void
test_no_memory (void)
{
  SemaJsonText text;

  sema_memory_fail_at (1);
  g_assert_false (read_one (&text, "\"a\\n\"", 5));
  sema_memory_fail_at (0);
  g_assert_error (text.error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  clear (&text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/json-text/strings", test_strings);
  g_test_add_func ("/formats/json-text/wrong-strings", test_wrong_strings);
  g_test_add_func ("/formats/json-text/numbers", test_numbers);
  g_test_add_func ("/formats/json-text/wrong-numbers", test_wrong_numbers);
  g_test_add_func ("/formats/json-text/places", test_places);
  g_test_add_func ("/formats/json-text/no-memory", test_no_memory);
  return g_test_run ();
}
