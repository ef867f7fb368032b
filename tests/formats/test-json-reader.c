/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-json-reader.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"

/* A letter for each event. */
static const char letters[] = "!.{}[]ksdtfn";

/* All events of a text, one letter each, with the texts of keys, strings and numbers after theirs. */
static char *
spell (const char *bytes, gsize n_bytes, GError **error)
{
  /* Exactly as long as the text, so that a byte too far is seen by the sanitizer. */
  g_autofree char           *copy = g_memdup2 (bytes, n_bytes);
  g_autoptr (SemaJsonReader) reader = sema_json_reader_new ("a.json", copy, n_bytes);
  GString                   *spelled = g_string_new (NULL);
  SemaJsonEvent              event;

  do
    {
      gsize       length;
      const char *text;

      event = sema_json_reader_next (reader, error);
      text = sema_json_reader_get_text (reader, &length);
      g_string_append_c (spelled, letters[event]);
      if (text != NULL)
        g_string_append_len (spelled, text, (gssize)length);
    }
  while (event != SEMA_JSON_END && event != SEMA_JSON_FAILED);
  return g_string_free (spelled, FALSE);
}

static void
assert_spelled (const char *json, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *spelled = spell (json, strlen (json), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (spelled, ==, expected);
}

static void
assert_refused (const char *bytes, gsize n_bytes, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *spelled = spell (bytes, n_bytes, &error);

  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” has no “%s”", error->message, part);
}

#define REFUSED(literal, part) assert_refused (literal, sizeof (literal) - 1, part)

static void
test_events (void)
{
  assert_spelled ("{\"a\": [1, -2.5e+3, true, false, null], \"b\": {}, \"\": []}", "{ka[d1d-2.5e+3tfn]kb{}k[]}.");
  assert_spelled (" \t\r\n{ } \n", "{}.");
  assert_spelled ("[[[]],[{\"a\":{\"b\":[]}}]]", "[[[]][{ka{kb[]}}]].");
  assert_spelled ("\"alone\"", "salone.");
  assert_spelled ("0", "d0.");
  assert_spelled ("-0.0E-0", "d-0.0E-0.");
  assert_spelled ("true", "t.");
  assert_spelled ("\xef\xbb\xbf[1]", "[d1].");
  assert_spelled ("{\"a\":1,\"a\":2}", "{kad1kad2}.");
}

static void
test_strings (void)
{
  g_autofree char *spelled = NULL;

  assert_spelled ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "s\"\\/\b\f\n\r\t.");
  assert_spelled ("\"a\\u0041\\u00e9\\u20AC\\uD83D\\uDE00z\"", "saA\303\251\342\202\254\360\237\230\200z.");
  assert_spelled ("\"\303\251 \342\202\254 \360\237\230\200\"", "s\303\251 \342\202\254 \360\237\230\200.");
  assert_spelled ("{\"\\u0061\":\"\",\"\\u0122x\":\"\\uFFFF\"}", "{kask\304\242xs\357\277\277}.");
  spelled = spell ("\"a\\u0000b\"", 10, NULL);
  g_assert_cmpmem (spelled, 4, "sa\0b", 4);
}

static void
test_wrong_numbers (void)
{
  REFUSED ("01", "byte 1: nothing more");
  REFUSED ("[01]", "byte 2: a comma");
  REFUSED ("-", "byte 1: its JSON text ends");
  REFUSED ("[-a]", "byte 2: a digit");
  REFUSED ("[1.]", "byte 3: a digit");
  REFUSED ("[.5]", "byte 1: a value");
  REFUSED ("[+1]", "byte 1: a value");
  REFUSED ("[1e]", "byte 3: a digit");
  REFUSED ("[1e+]", "byte 4: a digit");
  REFUSED ("[0x1]", "byte 2: a comma");
  REFUSED ("[1_0]", "byte 2: a comma");
  REFUSED ("[NaN]", "byte 1: a value");
  REFUSED ("[Infinity]", "byte 1: a value");
  REFUSED ("[-Infinity]", "byte 2: a digit");
  REFUSED ("[\xd9\xa3]", "byte 1: a value");
}

static void
test_wrong_structure (void)
{
  REFUSED ("", "byte 0: its JSON text ends");
  REFUSED ("  ", "byte 2: its JSON text ends");
  REFUSED ("\0", "byte 0: a value");
  REFUSED ("{", "ends too early");
  REFUSED ("[", "ends too early");
  REFUSED ("[1", "ends too early");
  REFUSED ("[1,", "ends too early");
  REFUSED ("{\"a\"", "ends too early");
  REFUSED ("{\"a\":", "ends too early");
  REFUSED ("{\"a\":1", "ends too early");
  REFUSED ("{\"a\":1,", "ends too early");
  REFUSED ("tru", "ends too early");
  REFUSED ("[trux]", "byte 1: a value");
  REFUSED ("]", "byte 0: a value");
  REFUSED ("[}", "byte 1: a value");
  REFUSED ("{]", "byte 1: a key");
  REFUSED ("[1}", "byte 2: a comma or “]”");
  REFUSED ("{\"a\":1]", "byte 6: a comma or “}”");
  REFUSED ("[,1]", "byte 1: a value");
  REFUSED ("[1,]", "byte 3: a value");
  REFUSED ("[1 2]", "byte 3: a comma");
  REFUSED ("{\"a\":1,}", "byte 7: a key");
  REFUSED ("{,}", "byte 1: a key");
  REFUSED ("{1:2}", "byte 1: a key");
  REFUSED ("{'a':1}", "byte 1: a key");
  REFUSED ("{\"a\" 1}", "byte 5: a colon");
  REFUSED ("{\"a\":}", "byte 5: a value");
  REFUSED ("{\"a\",}", "byte 4: a colon");
  REFUSED ("[1] x", "byte 4: nothing more");
  REFUSED ("[1][2]", "byte 3: nothing more");
  REFUSED ("[1]\0", "byte 3: nothing more");
  REFUSED ("[1] // no", "byte 4: nothing more");
  REFUSED ("[1\f]", "byte 2: a comma");
  REFUSED ("\xef\xbb\xbf\xef\xbb\xbf[]", "byte 3: a value");
}

static SemaJsonReader *
start (const char *json)
{
  return sema_json_reader_new ("a.json", json, strlen (json));
}

static void
assert_event (SemaJsonReader *reader, SemaJsonEvent event)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sema_json_reader_next (reader, &error), ==, event);
  g_assert_no_error (error);
}

static void
assert_int64 (const char *json, gboolean is_one, gint64 expected)
{
  g_autoptr (SemaJsonReader) reader = start (json);
  gint64                     value = 77;

  assert_event (reader, SEMA_JSON_NUMBER);
  g_assert_cmpint (sema_json_reader_get_int64 (reader, &value), ==, is_one);
  g_assert_cmpint (value, ==, is_one ? expected : 77);
}

static void
test_numbers (void)
{
  g_autoptr (SemaJsonReader) reader = start ("[0.1, 1e400, -7, \"8\"]");
  double                     value;
  gint64                     whole;

  assert_event (reader, SEMA_JSON_ARRAY);
  g_assert_false (sema_json_reader_get_double (reader, &value));
  assert_event (reader, SEMA_JSON_NUMBER);
  g_assert_true (sema_json_reader_get_double (reader, &value));
  g_assert_cmpfloat (value, ==, 0.1);
  assert_event (reader, SEMA_JSON_NUMBER);
  g_assert_true (sema_json_reader_get_double (reader, &value));
  g_assert_true (isinf (value));
  assert_event (reader, SEMA_JSON_NUMBER);
  g_assert_true (sema_json_reader_get_double (reader, &value));
  g_assert_cmpfloat (value, ==, -7.0);
  assert_event (reader, SEMA_JSON_STRING);
  g_assert_false (sema_json_reader_get_double (reader, &value));
  g_assert_false (sema_json_reader_get_int64 (reader, &whole));

  assert_int64 ("0", TRUE, 0);
  assert_int64 ("-0", TRUE, 0);
  assert_int64 ("-12", TRUE, -12);
  assert_int64 ("9223372036854775807", TRUE, G_MAXINT64);
  assert_int64 ("-9223372036854775808", TRUE, G_MININT64);
  assert_int64 ("9223372036854775808", FALSE, 0);
  assert_int64 ("-9223372036854775809", FALSE, 0);
  assert_int64 ("99999999999999999999999", FALSE, 0);
  assert_int64 ("1.0", FALSE, 0);
  assert_int64 ("1e3", FALSE, 0);
}

static void
test_skip (void)
{
  g_autoptr (SemaJsonReader) reader = start ("{\"a\":{\"b\":[1,{\"c\":2}]},\"d\":3,\"e\":[[]],\"f\":\"x\"}");

  assert_event (reader, SEMA_JSON_OBJECT);
  assert_event (reader, SEMA_JSON_KEY);
  g_assert_true (sema_json_reader_skip_value (reader, NULL));
  g_assert_cmpuint (sema_json_reader_get_depth (reader), ==, 1);
  assert_event (reader, SEMA_JSON_KEY);
  g_assert_true (sema_json_reader_text_equals (reader, "d"));
  g_assert_false (sema_json_reader_text_equals (reader, "dd"));
  g_assert_true (sema_json_reader_skip_value (reader, NULL));
  g_assert_true (sema_json_reader_skip_value (reader, NULL));
  assert_event (reader, SEMA_JSON_KEY);
  assert_event (reader, SEMA_JSON_ARRAY);
  g_assert_cmpuint (sema_json_reader_get_depth (reader), ==, 2);
  g_assert_true (sema_json_reader_skip_value (reader, NULL));
  assert_event (reader, SEMA_JSON_KEY);
  g_assert_true (sema_json_reader_text_equals (reader, "f"));
  assert_event (reader, SEMA_JSON_STRING);
  g_assert_true (sema_json_reader_skip_value (reader, NULL));
  assert_event (reader, SEMA_JSON_OBJECT_END);
  assert_event (reader, SEMA_JSON_END);
  assert_event (reader, SEMA_JSON_END);
  g_assert_true (sema_json_reader_skip_value (reader, NULL));
}

/* What is passed over is checked, and a failure lasts. */
static void
test_skip_wrong (void)
{
  g_autoptr (SemaJsonReader) reader = start ("{\"a\":[1,{]}, \"b\":1}");
  g_autoptr (GError)         error = NULL;

  assert_event (reader, SEMA_JSON_OBJECT);
  assert_event (reader, SEMA_JSON_KEY);
  g_assert_false (sema_json_reader_skip_value (reader, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_cmpint (sema_json_reader_next (reader, &error), ==, SEMA_JSON_FAILED);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_cmpint (sema_json_reader_next (reader, NULL), ==, SEMA_JSON_FAILED);
}

static void
test_offsets (void)
{
  g_autoptr (SemaJsonReader) reader = start (" { \"a\" : [ 1 ] }");
  g_autoptr (GError)         error = NULL;
  static const guint64       places[] = {9, 11, 17, 19, 21, 23, 24};

  sema_json_reader_set_origin (reader, 8);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      sema_json_reader_next (reader, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (sema_json_reader_get_offset (reader), ==, places[i]);
    }
}

/* Who reads may find wrong what is right as JSON. */
static void
test_fail (void)
{
  g_autoptr (SemaJsonReader) reader = start ("{\"id\": \"x\"}");
  g_autoptr (GError)         error = NULL;
  g_autoptr (GError)         again = NULL;

  assert_event (reader, SEMA_JSON_OBJECT);
  assert_event (reader, SEMA_JSON_KEY);
  assert_event (reader, SEMA_JSON_STRING);
  g_assert_false (sema_json_reader_fail (reader, "an id is a number", &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "byte 7: an id is a number"));
  g_assert_cmpint (sema_json_reader_next (reader, &again), ==, SEMA_JSON_FAILED);
  g_assert_cmpstr (again->message, ==, error->message);
}

/* Nesting costs a bit a level, and ends where it was said to end. */
static void
test_depth (void)
{
  const gsize                n = 200000;
  g_autofree char           *brackets = g_strnfill (n, '[');
  g_autofree char           *closed = g_strnfill (2 * SEMA_JSON_MAX_DEPTH, '[');
  g_autofree char           *spelled = NULL;
  g_autoptr (GError)         error = NULL;
  g_autoptr (SemaJsonReader) reader = start ("[[[]]]");

  assert_refused (brackets, n, "byte 65536: too many objects and arrays");
  memset (closed + SEMA_JSON_MAX_DEPTH, ']', SEMA_JSON_MAX_DEPTH);
  spelled = spell (closed, 2 * SEMA_JSON_MAX_DEPTH, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i + 5 <= n; i += 5)
    memcpy (brackets + i, "{\"\":[", 5);
  assert_refused (brackets, n, "too many objects and arrays");

  sema_json_reader_set_max_depth (reader, 2);
  assert_event (reader, SEMA_JSON_ARRAY);
  assert_event (reader, SEMA_JSON_ARRAY);
  g_assert_cmpint (sema_json_reader_next (reader, &error), ==, SEMA_JSON_FAILED);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
}

/* Every length and every changed byte of a text with all there is: right, or an error inside the text. */
static void
test_sweeps (void)
{
  static const char text[] = "{\"a\\u00e9\\uD83D\\uDE00\":[-1.5e-3,0,true,false,null,{\"\\n\":\"\303\251\"}],\"b\":[[],{}]}";
  gsize             length = sizeof text - 1;
  guint             n_right = 0;

  for (gsize n = 0; n < length; n++)
    assert_refused (text, n, "not right at byte ");
  for (gsize i = 0; i < length; i++)
    for (guint byte = 0; byte < 256; byte++)
      {
        g_autofree char   *changed = g_memdup2 (text, length);
        g_autofree char   *spelled = NULL;
        g_autoptr (GError) error = NULL;

        changed[i] = (char)byte;
        spelled = spell (changed, length, &error);
        g_assert_true (error == NULL || g_error_matches (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED));
        n_right += error == NULL;
      }
  g_assert_cmpuint (n_right, >, length);
  g_assert_cmpuint (n_right, <, length * 200);
}

static void
test_no_memory (void)
{
  g_autofree char   *spelled = NULL;
  g_autoptr (GError) error = NULL;

  sema_memory_fail_at (1);
  spelled = spell ("[\"a\\n\"]", 7, &error);
  sema_memory_fail_at (0);
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
}

static void
test_cancel (void)
{
  g_autoptr (SemaProgress)   progress = sema_progress_new ();
  g_autofree char           *json = g_strnfill (100000, '\n');
  g_autoptr (SemaJsonReader) reader = NULL;
  g_autoptr (GError)         error = NULL;

  for (gsize i = 0; i + 2 <= 100000; i += 2)
    memcpy (json + i, i == 0 ? "[1" : ",1", 2);
  reader = start (json);
  sema_json_reader_set_progress (reader, progress);
  assert_event (reader, SEMA_JSON_ARRAY);
  sema_progress_cancel (progress);
  g_assert_false (sema_json_reader_skip_value (reader, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/json-reader/events", test_events);
  g_test_add_func ("/formats/json-reader/strings", test_strings);
  g_test_add_func ("/formats/json-reader/wrong-numbers", test_wrong_numbers);
  g_test_add_func ("/formats/json-reader/wrong-structure", test_wrong_structure);
  g_test_add_func ("/formats/json-reader/numbers", test_numbers);
  g_test_add_func ("/formats/json-reader/skip", test_skip);
  g_test_add_func ("/formats/json-reader/skip-wrong", test_skip_wrong);
  g_test_add_func ("/formats/json-reader/offsets", test_offsets);
  g_test_add_func ("/formats/json-reader/fail", test_fail);
  g_test_add_func ("/formats/json-reader/depth", test_depth);
  g_test_add_func ("/formats/json-reader/sweeps", test_sweeps);
  g_test_add_func ("/formats/json-reader/no-memory", test_no_memory);
  g_test_add_func ("/formats/json-reader/cancel", test_cancel);
  return g_test_run ();
}
