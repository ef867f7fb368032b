/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pickle-machine.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"

static SemaPickle *
parse (const char *bytes, gsize n_bytes, GError **error)
{
  return sema_pickle_parse ((const guint8 *)bytes, n_bytes, 0, "a.pth", NULL, error);
}

static void
assert_damaged (const char *bytes, gsize n_bytes, const char *part)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaPickle) pickle = parse (bytes, n_bytes, &error);

  g_assert_null (pickle);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

#define DAMAGED(bytes, part) assert_damaged (bytes, sizeof (bytes) - 1, part)

/* Nothing is taken that is not there, nor from below a mark. */
static void
test_stack (void)
{
  DAMAGED (".", "more values than");
  DAMAGED ("0", "more values than");
  DAMAGED ("1", "more values than");
  DAMAGED ("2", "more values than");
  DAMAGED ("q\0", "more values than");
  DAMAGED ("N(.", "more values than");
  DAMAGED ("NN(\x86", "more values than");
  DAMAGED ("N\x86", "more values than");
  DAMAGED ("N(Q", "more values than");
  DAMAGED ("t", "more values than");
  DAMAGED ("(Ne", "more values than");
  DAMAGED ("]((Ne", "more values than");
  DAMAGED ("](Na", "more values than");
  DAMAGED ("}Ns", "more values than");
  DAMAGED ("}(Nu", "more values than");
  DAMAGED ("e", "more values than");
}

/* A file that puts an item where none can be does what CVE-2026-24747 did. */
static void
test_containers (void)
{
  DAMAGED ("NNa.", "treats a value");
  DAMAGED ("NNNs.", "treats a value");
  DAMAGED (")Na.", "treats a value");
  DAMAGED ("}Na.", "treats a value");
  DAMAGED ("]NNs.", "treats a value");
  DAMAGED ("K\1(NNu.", "treats a value");
  DAMAGED ("ca\nb\n)RNaNNs.", "treats a value");
}

static void
test_memo (void)
{
  DAMAGED ("h\0.", "has not kept");
  DAMAGED ("Nq\0h\1.", "has not kept");
  DAMAGED ("Nr\xff\xff\xff\xff.", "has not kept");
  DAMAGED ("Nq\x20h\5.", "has not kept");
}

static void
assert_top (const char *bytes, gsize n_bytes, SemaPickleKind kind)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaPickle) pickle = parse (bytes, n_bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpint (sema_pickle_peek (pickle, sema_pickle_get_top (pickle))->kind, ==, kind);
}

#define TOP(bytes, kind) assert_top (bytes, sizeof (bytes) - 1, kind)

/* Marks, memo and what is thrown away. */
static void
test_steps (void)
{
  TOP ("](NN1.", SEMA_PICKLE_LIST);
  TOP ("](0.", SEMA_PICKLE_LIST);
  TOP ("]N0.", SEMA_PICKLE_LIST);
  TOP ("]2a.", SEMA_PICKLE_LIST);
  TOP ("]q\1N0h\1.", SEMA_PICKLE_LIST);
  TOP ("N\x94]\x94h\1.", SEMA_PICKLE_LIST);
}

/* A million lists in one another, and one that is in itself: the values are flat. */
static void
test_depth (void)
{
  const gsize      n = 1000000;
  g_autofree char *bytes = g_malloc (2 * n + 1);
  gsize            used = 0;
  guint32          value;

  memset (bytes, ']', n);
  memset (bytes + n, 'a', n - 1);
  bytes[2 * n - 1] = '.';
  {
    g_autoptr (SemaPickle) pickle = parse (bytes, 2 * n, NULL);

    g_assert_nonnull (pickle);
    for (value = sema_pickle_get_top (pickle); value != 0; used++)
      value = sema_pickle_get_item (pickle, value, 0);
    g_assert_cmpuint (used, ==, n);
  }
  {
    g_autoptr (SemaPickle) pickle = parse ("]q\0h\0a.", 8, NULL);

    g_assert_cmpuint (sema_pickle_get_item (pickle, sema_pickle_get_top (pickle), 0), ==, sema_pickle_get_top (pickle));
  }
}

/* Ten million marks, and a list that has itself twice in it, many times over: as many values as there are in the file. */
static void
test_bombs (void)
{
  const gsize            n = 10000000;
  g_autofree char       *marks = g_strnfill (n, '(');
  g_autoptr (GByteArray) bytes = sema_test_bytes ("]q");
  g_autoptr (SemaPickle) pickle = NULL;
  g_autoptr (GError)     error = NULL;

  g_assert_null (parse (marks, n, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  sema_test_append (bytes, "\0", 1);
  for (guint i = 0; i < 100000; i++)
    sema_test_append (bytes, "](h\0h\0eq\0", 9);
  sema_test_append (bytes, ".", 1);
  pickle = parse ((char *)bytes->data, bytes->len, NULL);
  g_assert_nonnull (pickle);
  g_assert_cmpuint (sema_memory_get_used (), <=, 100 * bytes->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/pickle-machine/stack", test_stack);
  g_test_add_func ("/formats/pickle-machine/containers", test_containers);
  g_test_add_func ("/formats/pickle-machine/memo", test_memo);
  g_test_add_func ("/formats/pickle-machine/steps", test_steps);
  g_test_add_func ("/formats/pickle-machine/depth", test_depth);
  g_test_add_func ("/formats/pickle-machine/bombs", test_bombs);
  return g_test_run ();
}
