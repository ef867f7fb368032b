/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-zip.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"
#include "sema-test-tries.h"
#include "tensors-fixture.h"

static const char *const names[] = {"a", "größe", "c", NULL};
static const char *const contents[] = {"first", "", "third one", NULL};

#define DIRECTORY "\1\2"
#define HEADER "\3\4"
#define END "\5\6"

static SemaTensorBytes *
write_bytes (GByteArray *bytes)
{
  g_autofree char *path = sema_test_files_write ("a.zip", bytes->data, bytes->len);

  return sema_tensor_bytes_open (path, NULL, NULL);
}

static void
assert_entries (GByteArray *archive)
{
  g_autoptr (SemaTensorBytes) bytes = write_bytes (archive);
  g_autoptr (GError)          error = NULL;
  g_autoptr (SemaZip)         zip = sema_zip_open (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sema_zip_get_n (zip), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const SemaZipEntry *entry = sema_zip_peek (zip, i);
      guint8              buffer[16];

      g_assert_cmpmem (entry->name, entry->length, names[i], strlen (names[i]));
      g_assert_cmpuint (entry->n_bytes, ==, strlen (contents[i]));
      g_assert_true (sema_zip_read (bytes, entry, buffer, entry->n_bytes, NULL, &error));
      g_assert_cmpmem (buffer, entry->n_bytes, contents[i], strlen (contents[i]));
    }
}

static void
test_stored (void)
{
  g_autoptr (GByteArray) archive = tensors_fixture_zip (names, contents);
  guint                  end = tensors_fixture_find (archive, END, 0);

  assert_entries (archive);
  /* With a comment that looks like the end of another archive. */
  tensors_fixture_set (archive, end + 20, 26, 2);
  sema_test_append (archive, "xxPK\5\6", 6);
  sema_test_append_zeros (archive, 20);
  assert_entries (archive);
}

static void
assert_refused (GByteArray *archive, const char *part)
{
  g_autoptr (SemaTensorBytes) bytes = write_bytes (archive);
  g_autoptr (GError)          error = NULL;
  g_autoptr (SemaZip)         zip = sema_zip_open (bytes, &error);

  g_byte_array_unref (archive);
  g_assert_null (zip);
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” has no “%s”", error->message, part);
}

/* An archive with one number of a record changed. */
static GByteArray *
change (const char *record, guint nth, guint at, guint64 number, guint width)
{
  GByteArray *archive = tensors_fixture_zip (names, contents);

  tensors_fixture_set (archive, tensors_fixture_find (archive, record, nth) + at, number, width);
  return archive;
}

static void
test_entries (void)
{
  assert_refused (change (DIRECTORY, 0, 8, 1, 2), "“a” in “a.zip” cannot be read: it is encrypted");
  assert_refused (change (DIRECTORY, 1, 10, 12, 2), "not known here");
  assert_refused (change (DIRECTORY, 0, 20, 4, 4), "two sizes");
  assert_refused (change (DIRECTORY, 0, 24, 6, 4), "two sizes");
  assert_refused (change (DIRECTORY, 0, 20, 0xffffffff, 4), "its size is missing");
  assert_refused (change (DIRECTORY, 0, 42, 0xfffffff0, 4), "outside of the archive");
  assert_refused (change (DIRECTORY, 0, 42, 7, 4), "not where the directory says");
  assert_refused (change (HEADER, 0, 0, 0, 4), "not where the directory says");
  assert_refused (change (HEADER, 0, 26, 2, 2), "not where the directory says");
  assert_refused (change (HEADER, 0, 30, 'x', 1), "not where the directory says");
  assert_refused (change (HEADER, 2, 28, 60000, 2), "outside of the archive");
  assert_refused (change (DIRECTORY, 1, 42, 0, 4), "not where the directory says");
  assert_refused (change (DIRECTORY, 1, 0, 0, 4), "next name");
  assert_refused (change (DIRECTORY, 2, 28, 60000, 2), "ends inside a name");
}

/* An entry that claims the bytes of those after it as its own. */
static void
test_overlap (void)
{
  GByteArray *archive = tensors_fixture_zip (names, contents);
  guint       at = tensors_fixture_find (archive, DIRECTORY, 0);

  tensors_fixture_set (archive, at + 20, 60, 4);
  tensors_fixture_set (archive, at + 24, 60, 4);
  assert_refused (archive, "where another one lies");
}

static void
test_expansion (void)
{
  GByteArray *archive = change (DIRECTORY, 0, 10, 8, 2);

  tensors_fixture_set (archive, tensors_fixture_find (archive, DIRECTORY, 0) + 24, 1000000, 4);
  assert_refused (archive, "two sizes");
}

static void
test_directory (void)
{
  GByteArray *archive = tensors_fixture_zip (names, contents);

  g_byte_array_set_size (archive, archive->len - 1);
  assert_refused (archive, "missing");
  assert_refused (g_byte_array_new_take ((guint8 *)g_strdup ("PK\3\4"), 4), "missing");
  assert_refused (change (END, 0, 10, 4, 2), "not room for so many");
  assert_refused (change (END, 0, 10, 60000, 2), "not room for so many");
  assert_refused (change (END, 0, 12, 60000, 4), "outside of the file");
  assert_refused (change (END, 0, 16, 60000, 4), "outside of the file");
  assert_refused (change (END, 0, 6, 3, 2), "several volumes");
  assert_refused (change (END, 0, 20, 1, 2), "missing");
}

/* Puts the large form of the end, as torch always writes it, before the small one, which has then nothing to say; of @n entries. */
static void
enlarge (GByteArray *archive, guint64 n, guint64 n_bytes, guint64 directory, guint64 place)
{
  guint                  at = archive->len - 22;
  g_autoptr (GByteArray) end = g_byte_array_append (g_byte_array_new (), archive->data + at, 22);

  g_byte_array_set_size (archive, at);
  sema_test_append_zeros (archive, 56 + 20);
  tensors_fixture_set (archive, at, 0x06064b50, 4);
  tensors_fixture_set (archive, at + 32, n, 8);
  tensors_fixture_set (archive, at + 40, n_bytes, 8);
  tensors_fixture_set (archive, at + 48, directory, 8);
  tensors_fixture_set (archive, at + 56, 0x07064b50, 4);
  tensors_fixture_set (archive, at + 56 + 8, place, 8);
  memset (end->data + 10, 0xff, 10);
  sema_test_append (archive, end->data, end->len);
}

/* The large form of the records; then with what lies outside. */
static void
test_large (void)
{
  for (guint wrong = 0; wrong < 4; wrong++)
    {
      GByteArray *archive = tensors_fixture_zip (names, contents);
      guint       at = tensors_fixture_find (archive, END, 0);
      guint       directory = tensors_fixture_find (archive, DIRECTORY, 0);

      enlarge (archive, 3, wrong == 1 ? G_MAXUINT64 : at - directory, wrong == 2 ? G_MAXUINT64 - 5 : directory, wrong == 3 ? G_MAXUINT64 : at);
      if (wrong > 0)
        assert_refused (archive, "outside of the file");
      else
        {
          assert_entries (archive);
          g_byte_array_unref (archive);
        }
    }
}

/* Sizes that come after the data, as who writes without going back puts them: the header before the data has none. */
static void
test_descriptor (void)
{
  g_autoptr (GByteArray) archive = tensors_fixture_zip (names, contents);

  for (guint i = 0; i < 3; i++)
    {
      tensors_fixture_set (archive, tensors_fixture_find (archive, DIRECTORY, i) + 8, 0x0808, 2);
      tensors_fixture_set (archive, tensors_fixture_find (archive, HEADER, i) + 6, 0x0808, 2);
      tensors_fixture_set (archive, tensors_fixture_find (archive, HEADER, i) + 14, 0, 8);
      tensors_fixture_set (archive, tensors_fixture_find (archive, HEADER, i) + 22, 0, 4);
    }
  assert_entries (archive);
}

/* An archive of one entry, whose sizes stand in an extra field of its name in the directory. */
static GByteArray *
make_large_entry (guint64 n_bytes, guint64 n_stored, guint method)
{
  static const char *const one[] = {"a", NULL};
  static const char *const content[] = {"12345", NULL};
  GByteArray              *archive = tensors_fixture_zip (one, content);
  guint                    at = tensors_fixture_find (archive, DIRECTORY, 0);
  guint                    end = tensors_fixture_find (archive, END, 0);
  guint8                   extra[24] = {9, 0, 0, 0, 1, 0, 16, 0};
  g_autofree guint8       *tail = g_memdup2 (archive->data + end, archive->len - end);
  gsize                    n_tail = archive->len - end;

  tensors_fixture_set (archive, at + 10, method, 2);
  tensors_fixture_set (archive, at + 20, G_MAXUINT64, 8);
  tensors_fixture_set (archive, at + 30, sizeof extra, 2);
  g_byte_array_set_size (archive, end);
  sema_test_append (archive, extra, sizeof extra);
  tensors_fixture_set (archive, end + 8, n_bytes, 8);
  tensors_fixture_set (archive, end + 16, n_stored, 8);
  sema_test_append (archive, tail, n_tail);
  tensors_fixture_set (archive, (guint)(archive->len - n_tail) + 12, archive->len - n_tail - at, 4);
  return archive;
}

static void
test_large_entry (void)
{
  g_autoptr (GByteArray)      archive = make_large_entry (5, 5, 0);
  g_autoptr (SemaTensorBytes) bytes = write_bytes (archive);
  g_autoptr (GError)          error = NULL;
  g_autoptr (SemaZip)         zip = sema_zip_open (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sema_zip_peek (zip, 0)->n_bytes, ==, 5);
  assert_refused (make_large_entry (G_GUINT64_CONSTANT (1) << 60, G_GUINT64_CONSTANT (1) << 60, 0), "outside of the archive");
  assert_refused (make_large_entry (G_MAXUINT64, G_MAXUINT64, 0), "outside of the archive");
  assert_refused (make_large_entry (G_GUINT64_CONSTANT (1) << 60, 5, 8), "two sizes");
}

#define MANY SEMA_TEST_TRIES (1000000, 100000, 300000)

/* An archive of so many empty files, each with a name of its own. */
static GByteArray *
make_many (guint n)
{
  g_autoptr (GPtrArray) many = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (many, g_strdup_printf ("%07u.npy", i));
      g_ptr_array_add (texts, (char *)"");
    }
  g_ptr_array_add (many, NULL);
  return tensors_fixture_zip ((const char *const *)many->pdata, (const char *const *)texts->pdata);
}

/* Little more memory is taken than the directory has bytes. */
static void
assert_many (GByteArray *archive, guint64 n)
{
  g_autoptr (SemaTensorBytes) bytes = write_bytes (archive);
  g_autoptr (GError)          error = NULL;
  g_autoptr (SemaZip)         zip = sema_zip_open (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sema_zip_get_n (zip), ==, n);
  g_assert_cmpuint (sema_memory_get_used (), <=, n * 160);
}

/* As many entries as the small form of the directory can have, and then very many: what takes more than linear time comes to no end. */
static void
test_many (void)
{
  g_autoptr (GByteArray) some = make_many (65535);
  g_autoptr (GByteArray) many = make_many (MANY);
  const guint            size = 30 + 11; /* of each before the directory */
  guint                  at = many->len - 22;

  assert_many (some, 65535);
  enlarge (many, MANY, at - MANY * size, MANY * size, at);
  assert_many (many, MANY);
  assert_refused (change (END, 0, 10, 65535, 2), "not room for so many");
}

static void
test_sweeps (void)
{
  g_autoptr (GByteArray) archive = tensors_fixture_zip (names, contents);

  for (gsize at = 0; at < archive->len; at++)
    for (guint change = 1; change < 256; change = change * 2 + 1)
      {
        g_autoptr (SemaTensorBytes) bytes = NULL;
        g_autoptr (SemaZip)         zip = NULL;

        archive->data[at] ^= (guint8)change;
        bytes = write_bytes (archive);
        zip = sema_zip_open (bytes, NULL);
        archive->data[at] ^= (guint8)change;
      }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/zip/stored", test_stored);
  g_test_add_func ("/formats/zip/entries", test_entries);
  g_test_add_func ("/formats/zip/overlap", test_overlap);
  g_test_add_func ("/formats/zip/expansion", test_expansion);
  g_test_add_func ("/formats/zip/directory", test_directory);
  g_test_add_func ("/formats/zip/large", test_large);
  g_test_add_func ("/formats/zip/descriptor", test_descriptor);
  g_test_add_func ("/formats/zip/large-entry", test_large_entry);
  g_test_add_func ("/formats/zip/many", test_many);
  g_test_add_func ("/formats/zip/sweeps", test_sweeps);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
