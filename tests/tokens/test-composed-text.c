/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-composed-text.h"

#include <string.h>

#include "token-fixture.h"

static void
assert_composed (const char *text, const char *expected)
{
  g_auto (SemaMappedText) composed = {0};

  g_assert_true (sema_composed_text_make (&composed, text, strlen (text), NULL));
  g_assert_cmpmem (composed.bytes.data, composed.bytes.n_bytes, expected, strlen (expected));
}

static void
test_examples (void)
{
  assert_composed ("", "");
  assert_composed ("e\u0301", "é");
  assert_composed ("é", "é");
  assert_composed ("a\u0315\u0300\u05ae\u0300b", "\u00e0\u05ae\u0300\u0315b"); /* of NormalizationTest.txt */
  assert_composed ("\u1112\u1161\u11ab", "\ud55c");
  assert_composed ("\u212b", "Å");
  assert_composed ("\u0958", "\u0915\u093c");                     /* is not composed again */
  assert_composed ("a\u0898\u0301\u0323", "a\u0898\u0323\u0301"); /* since Unicode 14 a mark */
  assert_composed ("\u0301e\xff\u0301", "\u0301e\xff\u0301");
}

/* Where GLib can normalise, which takes only characters, it is the same: all marks after all letters that have some. */
static void
test_like_glib (void)
{
  for (gunichar ch = 0x41; ch < 0x2000; ch++)
    for (gunichar mark = 0x300; mark < 0x345 && !g_unichar_ismark (ch); mark += 3)
      {
        char             text[40] = {0};
        gsize            n = 0;
        g_autofree char *expected = NULL;

        n += (gsize)g_unichar_to_utf8 (ch, text + n);
        n += (gsize)g_unichar_to_utf8 (mark, text + n);
        n += (gsize)g_unichar_to_utf8 (0x323, text + n);
        expected = g_utf8_normalize (text, (gssize)n, G_NORMALIZE_NFC);
        assert_composed (text, expected);
      }
}

/* Places are those of the text that was composed. */
static void
test_map (void)
{
  const char             *text = "xe\u0301\u00e9y";
  g_auto (SemaMappedText) composed = {0};
  SemaTokenPiece          pieces[] = {{0, 0, 1}, {0, 1, 2}, {0, 2, 3}, {0, 3, 4}, {0, 4, 6}};
  const guint64           expected[][2] = {{10, 11}, {11, 14}, {11, 14}, {14, 15}, {15, 17}};

  g_assert_true (sema_composed_text_make (&composed, text, strlen (text), NULL));
  g_assert_cmpuint (composed.bytes.n_bytes, ==, 6);
  sema_mapped_text_map (&composed, pieces, G_N_ELEMENTS (pieces), 10);
  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_assert_cmpuint (pieces[i].start, ==, expected[i][0]);
      g_assert_cmpuint (pieces[i].end, ==, expected[i][1]);
    }
}

static void
test_needed (void)
{
  g_assert_false (sema_composed_text_is_needed ("Größe \xc2\xbd", 10));
  g_assert_true (sema_composed_text_is_needed ("e\u0301", 3));
  g_assert_false (sema_composed_text_is_needed ("", 0));
}

/* A million marks that are all out of order. */
static void
test_many (void)
{
  GString                *text = g_string_new ("a");
  g_auto (SemaMappedText) composed = {0};
  gint64                  start = g_get_monotonic_time ();

  for (guint i = 0; i < 300000; i++)
    g_string_append (text, "\u0301\u0323");
  g_assert_true (sema_composed_text_make (&composed, text->str, text->len, NULL));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/composed-text/examples", test_examples);
  g_test_add_func ("/composed-text/like-glib", test_like_glib);
  g_test_add_func ("/composed-text/map", test_map);
  g_test_add_func ("/composed-text/needed", test_needed);
  g_test_add_func ("/composed-text/many", test_many);
  return g_test_run ();
}
