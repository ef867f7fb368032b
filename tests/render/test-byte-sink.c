/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-byte-sink.h"

#include <string.h>

#include "sema-memory.h"

static void
test_append (void)
{
  g_auto (SemaByteSink)  sink = {0};
  g_autoptr (GByteArray) expected = g_byte_array_new ();
  g_autoptr (GBytes)     taken = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      guint8 bytes[7] = {(guint8)i, 1, 2, 3, 4, 5, (guint8)(i >> 8)};

      g_assert_true (sema_byte_sink_append (&sink, bytes, i % 8));
      g_byte_array_append (expected, bytes, i % 8);
    }
  g_assert_cmpint (sema_byte_sink_write (&sink, (const guint8 *)"end", 3), ==, CAIRO_STATUS_SUCCESS);
  g_byte_array_append (expected, (const guint8 *)"end", 3);
  taken = sema_byte_sink_take (&sink);
  g_assert_cmpmem (g_bytes_get_data (taken, NULL), g_bytes_get_size (taken), expected->data, expected->len);
  g_assert_cmpuint (sink.length, ==, 0);
  g_assert_null (sink.bytes);
}

static void
test_empty (void)
{
  g_auto (SemaByteSink) sink = {0};
  g_autoptr (GBytes)    taken = NULL;

  g_assert_true (sema_byte_sink_append (&sink, NULL, 0));
  taken = sema_byte_sink_take (&sink);
  g_assert_cmpuint (g_bytes_get_size (taken), ==, 0);
}

/* What does not fit is refused, and what was there stays. */
static void
test_no_memory (void)
{
  g_auto (SemaByteSink) sink = {0};
  guint8                block[4096] = {0};

  g_assert_true (sema_byte_sink_append (&sink, "abc", 3));
  sema_memory_fail_at (1);
  g_assert_cmpint (sema_byte_sink_write (&sink, block, sizeof block), ==, CAIRO_STATUS_NO_MEMORY);
  sema_memory_fail_at (0);
  g_assert_cmpmem (sink.bytes, sink.length, "abc", 3);
  g_assert_false (sema_byte_sink_append (&sink, block, G_MAXSIZE));
  g_assert_cmpmem (sink.bytes, sink.length, "abc", 3);
}

static void
test_nothing_is_kept (void)
{
  guint64      before = sema_memory_get_used ();
  SemaByteSink sink = {0};

  g_assert_true (sema_byte_sink_append (&sink, "abc", 3));
  g_assert_cmpuint (sema_memory_get_used (), >, before);
  sema_byte_sink_clear (&sink);
  g_assert_cmpuint (sema_memory_get_used (), ==, before);
  g_assert_true (sema_byte_sink_append (&sink, "abc", 3));
  g_bytes_unref (sema_byte_sink_take (&sink));
  g_assert_cmpuint (sema_memory_get_used (), ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/byte-sink/append", test_append);
  g_test_add_func ("/byte-sink/empty", test_empty);
  g_test_add_func ("/byte-sink/no-memory", test_no_memory);
  g_test_add_func ("/byte-sink/nothing-is-kept", test_nothing_is_kept);
  return g_test_run ();
}
