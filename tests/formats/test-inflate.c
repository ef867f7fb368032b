/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-inflate.h"

#include <string.h>

#include "sema-memory.h"

/* "aaaaaaaaaa" as zlib.compressobj (9, zlib.DEFLATED, -15) of Python 3.11 deflates it */
static const guint8 deflated[] = {0x4b, 0x4c, 0x84, 0x01, 0x00};

static void
test_raw (void)
{
  z_stream stream = {0};
  guint8   inflated[11] = {0};

  g_assert_true (sema_inflate_begin (&stream));
  g_assert_cmpuint (sema_memory_get_used (), >, 0);
  stream.next_in = (guint8 *)deflated;
  stream.avail_in = sizeof deflated;
  stream.next_out = inflated;
  stream.avail_out = sizeof inflated;
  g_assert_cmpint (inflate (&stream, Z_NO_FLUSH), ==, Z_STREAM_END);
  g_assert_cmpstr ((const char *)inflated, ==, "aaaaaaaaaa");
  inflateEnd (&stream);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static void
test_no_memory (void)
{
  z_stream stream = {0};

  sema_memory_fail_at (1);
  g_assert_false (sema_inflate_begin (&stream));
  sema_memory_fail_at (0);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inflate/raw", test_raw);
  g_test_add_func ("/inflate/no-memory", test_no_memory);
  return g_test_run ();
}
