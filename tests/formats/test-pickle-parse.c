/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pickle.h"

#include <inttypes.h>
#include <string.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"

static GByteArray *
unhex (const char *hex, gsize n)
{
  GByteArray *bytes = g_byte_array_new ();

  for (gsize i = 0; i + 1 < n; i += 2)
    {
      guint8 byte = (guint8)(g_ascii_xdigit_value (hex[i]) << 4 | g_ascii_xdigit_value (hex[i + 1]));

      g_byte_array_append (bytes, &byte, 1);
    }
  return bytes;
}

static void tell (GString *text, const SemaPickle *pickle, guint32 value);

static void
tell_hex (GString *text, const SemaPickle *pickle, guint32 value)
{
  gsize       length;
  const char *bytes = sema_pickle_peek_bytes (pickle, value, &length);

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (text, "%02x", (guint8)bytes[i]);
}

static void
tell_items (GString *text, const SemaPickle *pickle, guint32 value, const char *around)
{
  const SemaPickleValue *place = sema_pickle_peek (pickle, value);
  guint32                item = place->first;
  guint32                content;

  g_string_append_c (text, around[0]);
  while (sema_pickle_next (pickle, &item, &content))
    {
      tell (text, pickle, content);
      if (place->holds == SEMA_PICKLE_HOLDS_PAIRS && sema_pickle_next (pickle, &item, &content))
        {
          g_string_append_c (text, ':');
          tell (text, pickle, content);
        }
      g_string_append_c (text, ',');
    }
  g_string_append_c (text, around[1]);
}

static void
tell_scalar (GString *text, const SemaPickle *pickle, guint32 value)
{
  const SemaPickleValue *place = sema_pickle_peek (pickle, value);
  gsize                  length;
  const char            *bytes = sema_pickle_peek_bytes (pickle, value, &length);

  switch (place->kind)
    {
    case SEMA_PICKLE_NONE:
      g_string_append (text, "None");
      break;
    case SEMA_PICKLE_BOOL:
      g_string_append (text, place->integer ? "True" : "False");
      break;
    case SEMA_PICKLE_INTEGER:
      g_string_append_printf (text, "%" PRId64, place->integer);
      break;
    case SEMA_PICKLE_FLOAT:
      g_string_append_printf (text, "float %016" PRIx64, (guint64)place->integer);
      break;
    case SEMA_PICKLE_TEXT:
      g_string_append_printf (text, "'%.*s'", (int)length, bytes);
      break;
    default:
      g_string_append (text, place->kind == SEMA_PICKLE_LONG ? "long " : "b'");
      tell_hex (text, pickle, value);
      g_string_append (text, place->kind == SEMA_PICKLE_LONG ? "" : "'");
      break;
    }
}

static void
tell (GString *text, const SemaPickle *pickle, guint32 value)
{
  const SemaPickleValue *place = sema_pickle_peek (pickle, value);
  g_autofree char       *name = NULL;

  switch (place->kind)
    {
    case SEMA_PICKLE_TUPLE:
      tell_items (text, pickle, value, "()");
      break;
    case SEMA_PICKLE_LIST:
      tell_items (text, pickle, value, "[]");
      break;
    case SEMA_PICKLE_SET:
      tell_items (text, pickle, value, "<>");
      break;
    case SEMA_PICKLE_DICT:
      tell_items (text, pickle, value, "{}");
      break;
    case SEMA_PICKLE_CALL:
      name = sema_pickle_build_global_name (pickle, place->callee);
      g_string_append (text, name);
      tell_items (text, pickle, place->arguments, "()");
      tell_items (text, pickle, value, "{}");
      break;
    default:
      tell_scalar (text, pickle, value);
      break;
    }
}

/* What Python reads. */
static void
test_values (void)
{
  g_autoptr (GByteArray) table = sema_test_files_read ("pickles/pickles.tsv");
  g_autofree char       *text = g_strndup ((char *)table->data, table->len);
  g_auto (GStrv)         lines = g_strsplit (text, "\n", -1);
  guint                  n = 0;

  for (; lines[n][0] != 0; n++)
    {
      const char            *expected = strchr (lines[n], '\t') + 1;
      g_autoptr (GByteArray) bytes = unhex (lines[n], (gsize)(expected - lines[n] - 1));
      g_autoptr (GString)    told = g_string_new (NULL);
      g_autoptr (GError)     error = NULL;
      g_autoptr (SemaPickle) pickle = sema_pickle_parse (bytes->data, bytes->len, 0, "a", NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (sema_pickle_get_size (pickle), ==, bytes->len);
      tell (told, pickle, sema_pickle_get_top (pickle));
      g_assert_cmpstr (told->str, ==, expected);
    }
  g_assert_cmpuint (n, >, 120);
}

static SemaPickle *
parse (const char *bytes, gsize n_bytes, GError **error)
{
  return sema_pickle_parse ((const guint8 *)bytes, n_bytes, 100, "a.pth", NULL, error);
}

/* Any length, and any byte changed, of every eighth pickle to any other: values or a sentence. */
static void
test_sweep (void)
{
  g_autoptr (GByteArray) table = sema_test_files_read ("pickles/pickles.tsv");
  g_autofree char       *text = g_strndup ((char *)table->data, table->len);
  g_auto (GStrv)         lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i][0] != 0; i++)
    {
      g_autoptr (GByteArray) bytes = unhex (lines[i], strcspn (lines[i], "\t"));

      for (guint n = 0; n < MIN (bytes->len, 200); n++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_null (parse ((char *)bytes->data, n, &error));
          g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
        }
      for (guint n = 0; n < MIN (bytes->len, 200) * 256; n += i % 8 == 0 ? 1 : 37)
        {
          g_autoptr (GError)     error = NULL;
          g_autoptr (SemaPickle) pickle = NULL;
          guint8                 original = bytes->data[n / 256];

          bytes->data[n / 256] = (guint8)(n % 256);
          pickle = parse ((char *)bytes->data, bytes->len, &error);
          g_assert_true ((pickle != NULL) != (error != NULL));
          bytes->data[n / 256] = original;
        }
    }
}

static void
assert_refused (const char *bytes, gsize n_bytes, int code, const char *part)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaPickle) pickle = parse (bytes, n_bytes, &error);

  g_assert_null (pickle);
  g_assert_error (error, SEMA_FORMAT_ERROR, code);
  if (strstr (error->message, part) == NULL || strstr (error->message, "a.pth") == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

#define DAMAGED(bytes, part) assert_refused (bytes, sizeof (bytes) - 1, SEMA_FORMAT_ERROR_DAMAGED, part)
#define UNKNOWN(bytes, part) assert_refused (bytes, sizeof (bytes) - 1, SEMA_FORMAT_ERROR_UNKNOWN, part)

static void
test_damage (void)
{
  DAMAGED ("", "at byte 100: it ends too early");
  DAMAGED ("N", "at byte 101: it ends too early");
  DAMAGED ("M\1", "it ends too early");
  DAMAGED ("X\xff\xff\xff\xff", "it ends too early");
  DAMAGED ("\x8d\xff\xff\xff\xff\xff\xff\xff\xff", "it ends too early");
  DAMAGED ("cos", "it ends too early");
  DAMAGED ("cos\nsystem", "it ends too early");
  DAMAGED ("\x8b\0\1\0\0", "more than 255 bytes");
  UNKNOWN ("\x80\6N.", "protocol 6");
  UNKNOWN ("ios\nsystem\n.", "opcode 0x69 at byte 100");
  UNKNOWN ("(cos\nsystem\no.", "opcode 0x6F");
  UNKNOWN ("\x82\1.", "opcode 0x82");
  UNKNOWN ("\x97.", "opcode 0x97");
  UNKNOWN ("Pabc\n.", "opcode 0x50");
}

static void
test_kinds (void)
{
  DAMAGED ("NN\x93.", "treats a value");
  DAMAGED ("N)R.", "treats a value");
  DAMAGED ("cos\nsystem\nNR.", "treats a value");
  DAMAGED ("N)\x81.", "treats a value");
  DAMAGED ("NNb.", "treats a value");
  DAMAGED ("]Nb.", "treats a value");
}

static void
test_cancel (void)
{
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_pickle_parse ((const guint8 *)"N.", 2, 0, "a", progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
}

static void
test_no_memory (void)
{
  static const char bytes[] = "\x80\2ccollections\nOrderedDict\n)Rq\0(X\1\0\0\0a](K\1K\2eX\1\0\0\0b(K\3tu.";
  guint64           used = sema_memory_get_used ();
  gboolean          is_done = FALSE;
  guint             nth = 0;

  while (!is_done)
    {
      g_autoptr (GError)     error = NULL;
      g_autoptr (SemaPickle) pickle = NULL;

      sema_memory_fail_at (++nth);
      pickle = parse (bytes, sizeof bytes - 1, &error);
      sema_memory_fail_at (0);
      is_done = pickle != NULL;
      if (!is_done)
        g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
    }
  g_assert_cmpuint (nth, >, 4);
  g_assert_cmpuint (sema_memory_get_used (), ==, used);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/pickle-parse/values", test_values);
  g_test_add_func ("/formats/pickle-parse/sweep", test_sweep);
  g_test_add_func ("/formats/pickle-parse/damage", test_damage);
  g_test_add_func ("/formats/pickle-parse/kinds", test_kinds);
  g_test_add_func ("/formats/pickle-parse/cancel", test_cancel);
  g_test_add_func ("/formats/pickle-parse/no-memory", test_no_memory);
  return g_test_run ();
}
