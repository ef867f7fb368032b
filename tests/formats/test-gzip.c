/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-gzip.h"

#include <string.h>

#include "sema-memory.h"
#include "sema-test-files.h"

/* What came out of a file. */
typedef struct
{
  GByteArray *data;
  gboolean    is_cut;
  char       *damage; /* the sentences together */
} Result;

static void
result_clear (Result *self)
{
  g_byte_array_unref (self->data);
  g_free (self->damage);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

/* Reads in pieces of an odd size, so that they do not end where members do. */
static Result
inflate_all (const GByteArray *bytes)
{
  g_autofree char      *path = sema_test_files_write ("x.gz", bytes->data, bytes->len);
  g_autoptr (GError)    error = NULL;
  g_autoptr (SemaFile)  file = sema_file_open (path, NULL, &error);
  g_autoptr (SemaGzip)  gzip = sema_gzip_new (file, &error);
  g_autoptr (GPtrArray) damage = g_ptr_array_new_with_free_func (g_free);
  Result                result = {.data = g_byte_array_new ()};
  gsize                 n;

  g_assert_no_error (error);
  do
    {
      guint8 piece[7];

      g_assert_true (sema_gzip_read (gzip, piece, sizeof piece, &n, &error));
      sema_test_append (result.data, piece, n);
    }
  while (n == 7);
  result.is_cut = sema_gzip_damage_is_cut (sema_gzip_get_damage (gzip));
  sema_gzip_damage_describe (sema_gzip_get_damage (gzip), damage);
  g_ptr_array_add (damage, NULL);
  result.damage = g_strjoinv (" ", (char **)damage->pdata);
  return result;
}

static void
test_one (void)
{
  g_autoptr (GByteArray) bytes = sema_test_gzip ("king and queen", 14);
  g_auto (Result)        result = inflate_all (bytes);

  g_assert_cmpmem (result.data->data, result.data->len, "king and queen", 14);
  g_assert_false (result.is_cut);
  g_assert_cmpstr (result.damage, ==, "");
}

static void
test_members (void)
{
  g_autoptr (GByteArray) bytes = sema_test_gzip ("king", 4);
  g_autoptr (GByteArray) empty = sema_test_gzip ("", 0);
  g_autoptr (GByteArray) third = sema_test_gzip (" queen", 6);

  sema_test_append (bytes, empty->data, empty->len);
  sema_test_append (bytes, third->data, third->len);
  {
    g_auto (Result) result = inflate_all (bytes);

    g_assert_cmpmem (result.data->data, result.data->len, "king queen", 10);
    g_assert_cmpstr (result.damage, ==, "");
  }
}

/* A header may hold an extra field, a name, a comment and its own check. */
static void
test_header_fields (void)
{
  g_autoptr (GByteArray) plain = sema_test_gzip ("king", 4);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  sema_test_append (bytes, plain->data, 10);
  bytes->data[3] = 0x02 | 0x04 | 0x08 | 0x10;
  sema_test_append (bytes, "\3\0abc", 5);
  sema_test_append (bytes, "name\0", 5);
  sema_test_append (bytes, "comment\0", 8);
  sema_test_append (bytes, "\0\0", 2);
  sema_test_append (bytes, plain->data + 10, plain->len - 10);
  {
    g_auto (Result) result = inflate_all (bytes);

    g_assert_cmpmem (result.data->data, result.data->len, "king", 4);
    g_assert_cmpstr (result.damage, ==, "");
  }
}

/* Cut at any byte, what comes out is the beginning of what should, and the cut is told. */
static void
test_cuts (void)
{
  g_autoptr (GByteArray) first = sema_test_gzip ("king, man", 9);
  g_autoptr (GByteArray) bytes = sema_test_gzip (" and queen, woman", 17);

  g_byte_array_prepend (bytes, first->data, first->len);
  for (gsize n = 3; n < bytes->len; n++)
    {
      g_autoptr (GByteArray) part = g_byte_array_new ();

      sema_test_append (part, bytes->data, n);
      {
        g_auto (Result) result = inflate_all (part);

        g_assert_cmpuint (result.data->len, <=, 26);
        g_assert_cmpmem (result.data->data, result.data->len, "king, man and queen, woman", result.data->len);
        g_assert_cmpint (result.is_cut, ==, n != first->len);
        g_assert_cmpint (strstr (result.damage, "ends early") != NULL, ==, n != first->len);
      }
    }
}

/* Any byte changed: never more than the data, and what differs from them is told. */
static void
test_flips (void)
{
  static const char      text[] = "king, man, queen, woman, king, man, queen";
  g_autoptr (GByteArray) bytes = sema_test_gzip (text, sizeof text - 1);

  for (gsize i = 0; i < bytes->len; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        bytes->data[i] ^= (guint8)(1u << bit);
        {
          g_auto (Result) result = inflate_all (bytes);

          if (result.data->len != sizeof text - 1 || memcmp (result.data->data, text, sizeof text - 1) != 0)
            g_assert_cmpstr (result.damage, !=, "");
        }
        bytes->data[i] ^= (guint8)(1u << bit);
      }
}

static void
test_checksum (void)
{
  g_autoptr (GByteArray) bytes = sema_test_gzip ("king", 4);

  bytes->data[bytes->len - 8] ^= 1;
  {
    g_auto (Result) result = inflate_all (bytes);

    g_assert_cmpmem (result.data->data, result.data->len, "king", 4);
    g_assert_false (result.is_cut);
    g_assert_nonnull (strstr (result.damage, "checksum"));
  }
  bytes->data[bytes->len - 8] ^= 1;
  bytes->data[bytes->len - 4] ^= 1;
  {
    g_auto (Result) result = inflate_all (bytes);

    g_assert_nonnull (strstr (result.damage, "checksum"));
  }
}

static void
test_trailing_garbage (void)
{
  static const char *const tails[] = {"x", "no gzip at all", "\x1e\x8b\x08"};

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autoptr (GByteArray) bytes = sema_test_gzip ("king", 4);

      sema_test_append_text (bytes, tails[i]);
      {
        g_auto (Result) result = inflate_all (bytes);

        g_assert_cmpmem (result.data->data, result.data->len, "king", 4);
        g_assert_false (result.is_cut);
        g_assert_nonnull (strstr (result.damage, "no gzip data"));
      }
    }
}

static void
test_trailing_zeros (void)
{
  g_autoptr (GByteArray) bytes = sema_test_gzip ("king", 4);

  sema_test_append_zeros (bytes, 512);
  {
    g_auto (Result) result = inflate_all (bytes);

    g_assert_cmpmem (result.data->data, result.data->len, "king", 4);
    g_assert_nonnull (strstr (result.damage, "512 bytes after the compressed data"));
  }
}

static void
test_memory (void)
{
  g_autoptr (GByteArray) bytes = sema_test_gzip ("king", 4);
  g_auto (Result)        result = inflate_all (bytes);

  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
  g_assert_true (sema_gzip_is_magic (bytes->data, bytes->len));
  g_assert_false (sema_gzip_is_magic (bytes->data, 2));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/gzip/one", test_one);
  g_test_add_func ("/formats/gzip/members", test_members);
  g_test_add_func ("/formats/gzip/header-fields", test_header_fields);
  g_test_add_func ("/formats/gzip/cuts", test_cuts);
  g_test_add_func ("/formats/gzip/flips", test_flips);
  g_test_add_func ("/formats/gzip/checksum", test_checksum);
  g_test_add_func ("/formats/gzip/trailing-garbage", test_trailing_garbage);
  g_test_add_func ("/formats/gzip/trailing-zeros", test_trailing_zeros);
  g_test_add_func ("/formats/gzip/memory", test_memory);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
