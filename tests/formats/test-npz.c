/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-npz.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-test-files.h"
#include "tensors-fixture.h"

/* The content of a member: text without NUL until the two bytes that must have one are set. */
static GByteArray *
make_archive (const char *const *names, const char *const *contents)
{
  GByteArray *bytes = tensors_fixture_zip (names, contents);

  for (guint at = 0; at + 10 < bytes->len; at++)
    if (memcmp (bytes->data + at, "\x93NUMPY", 6) == 0)
      {
        bytes->data[at + 7] = 0;
        bytes->data[at + 8] = 57;
        bytes->data[at + 9] = 0;
      }
  return bytes;
}

static const char member[] = "\x93NUMPY\1\1..{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2)}01234567";

static void
test_members (void)
{
  static const char *const names[] = {"a.npy", "readme.txt", "b/c.npy", "text.npy", NULL};
  static const char *const contents[] = {member, "hello", member, "no array", NULL};
  g_autoptr (GByteArray)   bytes = make_archive (names, contents);
  g_autoptr (GError)       error = NULL;
  g_autoptr (SemaTensors)  tensors = tensors_fixture_open ("a.npz", bytes->data, bytes->len, &error);
  guint64                  index;

  g_assert_no_error (error);
  g_assert_cmpuint (sema_tensors_get_n (tensors), ==, 2);
  g_assert_nonnull (strstr (sema_tensors_get_warnings (tensors)[0], "2 files in the archive are no NumPy arrays"));
  g_assert_true (sema_tensors_find (tensors, "b/c", 3, &index));
  tensors_fixture_read_all (tensors);
}

static void
test_repeat (void)
{
  static const char *const names[] = {"a.npy", "a.npy", NULL};
  static const char *const contents[] = {member, member, NULL};

  tensors_fixture_assert_refused ("a.npz", make_archive (names, contents), "“a” comes twice");
}

/* Archives of something else say what they are. */
static void
test_others (void)
{
  static const char *const torch[] = {"model/data.pkl", NULL};
  static const char *const words[] = {"glove.txt", NULL};
  static const char *const text[] = {"hello", NULL};
  static const char *const nothing[] = {NULL};

  tensors_fixture_assert_refused ("a.pt", tensors_fixture_zip (torch, text), "The pickle in");
  tensors_fixture_assert_refused ("a.zip", tensors_fixture_zip (words, text), "glove.txt");
  tensors_fixture_assert_refused ("a.zip", tensors_fixture_zip (nothing, nothing), "zip archive");
}

/* Of two members the one that is damaged is left out. */
static void
test_left_out (void)
{
  g_autoptr (GByteArray)  bytes = tensors_fixture_read ("deflated.npz");
  g_autoptr (SemaTensors) tensors = NULL;
  const char             *sentence;
  guint64                 index;

  bytes->data[tensors_fixture_find (bytes, "\1\2", 0) + 16] ^= 1; /* the check sum */
  tensors = tensors_fixture_open ("damaged.npz", bytes->data, bytes->len, NULL);
  sentence = sema_tensors_get_warnings (tensors)[0];
  g_assert_true (strstr (sentence, "check sum") != NULL && g_str_has_prefix (sentence, "An array was left out: "));
  g_assert_false (sema_tensors_find (tensors, "wpe", 3, &index));
  g_assert_true (sema_tensors_find (tensors, "wte", 3, &index));
  tensors_fixture_read_all (tensors);
}

static void
test_damage (void)
{
  static const char *const names[] = {"a.npy", NULL};
  static const char *const contents[] = {member, NULL};
  GByteArray              *bytes = make_archive (names, contents);
  guint                    at = tensors_fixture_find (bytes, "\3\4", 0) + 30 + 5 + 8;

  bytes->data[at] = 200;
  tensors_fixture_assert_refused ("a.npz", bytes, "ends inside the header");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/npz/members", test_members);
  g_test_add_func ("/formats/npz/repeat", test_repeat);
  g_test_add_func ("/formats/npz/others", test_others);
  g_test_add_func ("/formats/npz/left-out", test_left_out);
  g_test_add_func ("/formats/npz/damage", test_damage);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
