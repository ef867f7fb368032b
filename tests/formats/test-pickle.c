/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pickle.h"

#include <string.h>

/* {"a": 1, "b": (None, torch.float32, 2 ** 64), "a": -1} with an object after it. */
static const char bytes[] = "\x80\2}(X\1\0\0\0aK\1X\1\0\0\0b(Nctorch\nfloat32\n\x8a\x09\0\0\0\0\0\0\0\0\1tX\1\0\0\0aJ\xff\xff\xff\xffu.";

static SemaPickle *
parse (void)
{
  SemaPickle *pickle = sema_pickle_parse ((const guint8 *)bytes, sizeof bytes - 1, 0, "a", NULL, NULL);

  g_assert_nonnull (pickle);
  return pickle;
}

static void
test_find (void)
{
  g_autoptr (SemaPickle) pickle = parse ();
  guint32                top = sema_pickle_get_top (pickle);
  guint32                tuple = sema_pickle_find (pickle, top, "b");

  g_assert_cmpint (sema_pickle_peek (pickle, sema_pickle_find (pickle, top, "a"))->integer, ==, -1);
  g_assert_cmpuint (sema_pickle_find (pickle, top, "c"), ==, 0);
  g_assert_cmpuint (sema_pickle_find (pickle, tuple, "a"), ==, 0);
  g_assert_cmpint (sema_pickle_peek (pickle, tuple)->kind, ==, SEMA_PICKLE_TUPLE);
  g_assert_cmpint (sema_pickle_peek (pickle, sema_pickle_get_item (pickle, tuple, 0))->kind, ==, SEMA_PICKLE_NONE);
  g_assert_cmpint (sema_pickle_peek (pickle, sema_pickle_get_item (pickle, tuple, 2))->kind, ==, SEMA_PICKLE_LONG);
  g_assert_cmpuint (sema_pickle_get_item (pickle, tuple, 3), ==, 0);
}

static void
test_global (void)
{
  g_autoptr (SemaPickle) pickle = parse ();
  guint32                global = sema_pickle_get_item (pickle, sema_pickle_find (pickle, sema_pickle_get_top (pickle), "b"), 1);
  g_autofree char       *name = sema_pickle_build_global_name (pickle, global);

  g_assert_cmpstr (name, ==, "torch.float32");
  g_assert_true (sema_pickle_is_global (pickle, global, "torch", "float32"));
  g_assert_true (sema_pickle_is_global (pickle, global, "torch", NULL));
  g_assert_false (sema_pickle_is_global (pickle, global, "torch", "float3"));
  g_assert_false (sema_pickle_is_global (pickle, global, "torc", NULL));
  g_assert_false (sema_pickle_is_global (pickle, 0, "torch", NULL));
}

static void
test_counts_and_texts (void)
{
  g_autoptr (SemaPickle) pickle = parse ();
  guint32                top = sema_pickle_get_top (pickle);
  guint32                tuple = sema_pickle_find (pickle, top, "b");
  guint64                count;
  gsize                  length;

  g_assert_false (sema_pickle_get_count (pickle, sema_pickle_find (pickle, top, "a"), &count));
  g_assert_false (sema_pickle_get_count (pickle, tuple, &count));
  g_assert_false (sema_pickle_get_count (pickle, sema_pickle_get_item (pickle, tuple, 2), &count));
  g_assert_true (sema_pickle_get_count (pickle, sema_pickle_get_item (pickle, top, 1), &count));
  g_assert_cmpuint (count, ==, 1);
  g_assert_null (sema_pickle_peek_bytes (pickle, tuple, &length));
  g_assert_true (sema_pickle_is_text (pickle, sema_pickle_get_item (pickle, top, 2), "b"));
  g_assert_false (sema_pickle_is_text (pickle, sema_pickle_get_item (pickle, top, 2), ""));
  g_assert_false (sema_pickle_is_text (pickle, tuple, ""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/pickle/find", test_find);
  g_test_add_func ("/formats/pickle/global", test_global);
  g_test_add_func ("/formats/pickle/counts-and-texts", test_counts_and_texts);
  return g_test_run ();
}
