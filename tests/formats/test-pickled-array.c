/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pickled-array.h"

#include <string.h>

#include "sema-memory.h"

#define BEGIN "cnumpy.core.multiarray\n_reconstruct\n)R(K\1"
#define TYPE "cnumpy\ndtype\nX\2\0\0\0f4N\x86R(K\3X\1\0\0\0>tb"

static SemaPickle *
parse (const char *bytes, gsize n_bytes)
{
  SemaPickle *pickle = sema_pickle_parse ((const guint8 *)bytes, n_bytes, 0, "a", NULL, NULL);

  g_assert_nonnull (pickle);
  return pickle;
}

static void
test_match (void)
{
  static const char      bytes[] = BEGIN "K\2K\3\x86" TYPE "\x88"
                                         "C\1xtb.";
  g_autoptr (SemaPickle) pickle = parse (bytes, sizeof bytes - 1);
  SemaPickledArray       array;

  g_assert_true (sema_pickled_array_is_one (pickle, sema_pickle_get_top (pickle)));
  g_assert_true (sema_pickled_array_match (pickle, sema_pickle_get_top (pickle), &array));
  g_assert_cmpstr (array.header.descr, ==, ">f4");
  g_assert_cmpint (array.header.type, ==, SEMA_TENSOR_F32);
  g_assert_true (array.header.is_swapped);
  g_assert_true (array.header.is_fortran);
  g_assert_cmpuint (array.header.n_axes, ==, 2);
  g_assert_cmpuint (array.header.shape[1], ==, 3);
  g_assert_false (array.is_text);
}

static void
test_decode (void)
{
  static const char      bytes[] = BEGIN "K\1\x85" TYPE "\x89"
                                         "c_codecs\nencode\nX\5\0\0\0a\xc3\xbf\xc4\x80X\6\0\0\0latin1\x86Rtb.";
  g_autoptr (SemaPickle) pickle = parse (bytes, sizeof bytes - 1);
  SemaPickledArray       array;
  guint8                *numbers;
  gsize                  n_bytes;

  g_assert_true (sema_pickled_array_match (pickle, sema_pickle_get_top (pickle), &array));
  g_assert_true (array.is_text);
  numbers = sema_pickled_array_decode (pickle, &array, &n_bytes, NULL);
  g_assert_cmpmem (numbers, n_bytes, "a\xff", 2);
  sema_memory_free (numbers);
}

static void
test_no_match (void)
{
  static const char *const others[] = {
    BEGIN "tb.",
    BEGIN "K\1\x85Ntb.",
    BEGIN "K\1\x85J\xff\xff\xff\xff\x88U\1xtb.", /* a number where the type should be */
    BEGIN "N"
          "cnumpy\ndtype\nU\2f4\x85R(K\3U\1<tb"
          "\x88U\1xtb.",
    BEGIN "K\1\x85"
          "cnumpy\ndtype\nU\2f4\x85R"
          "\x88U\1xtb.",
    BEGIN "K\1\x85"
          "cnumpy\nload\nU\2f4\x85R(K\3U\1<tb"
          "\x88U\1xtb.",
    BEGIN "K\1\x85"
          "cnumpy\ndtype\nU\2f4\x85R(K\3U\1<tb"
          "\x88Ntb.",
    BEGIN "K\1\x85"
          "cnumpy\ndtype\nU\2f4\x85R(K\3U\1<tb"
          "\x88"
          "cos\nsystem\nU\1xU\6latin1\x86Rtb.",
    BEGIN "K\1\x85"
          "cnumpy\ndtype\nU\0501234567890123456789012345678901234567890\x85R(K\3U\1<tb"
          "\x88U\1xtb.",
    "cnumpy.core.numeric\n_frombuffer\n)R.",
  };
  SemaPickledArray array;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (SemaPickle) pickle = parse (others[i], strlen (others[i]));

      g_assert_true (sema_pickled_array_is_one (pickle, sema_pickle_get_top (pickle)));
      g_assert_false (sema_pickled_array_match (pickle, sema_pickle_get_top (pickle), &array));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/pickled-array/match", test_match);
  g_test_add_func ("/formats/pickled-array/decode", test_decode);
  g_test_add_func ("/formats/pickled-array/no-match", test_no_match);
  return g_test_run ();
}
