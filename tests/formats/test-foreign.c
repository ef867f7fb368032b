/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-foreign.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-test-files.h"

#define BYTES(literal) literal, sizeof (literal) - 1

/* Each kind of file is named, by the whole way from a file to the sentence. */
static void
test_magic (void)
{
  static const struct
  {
    const char *bytes;
    gsize       length;
    const char *part;
  } cases[] = {
    {BYTES (""), "is empty"},
    {BYTES ("GGUF\3\0\0\0\1\0\0\0"), "GGUF"},
    {BYTES ("\x93NUMPY\1\0v\0{'descr': '<f4'"), "NumPy"},
    {BYTES ("\xba\x16\x4f\x2f\x0c\0\0\0\x64\0\0\0"), "fastText"},
    {BYTES ("\x80\2\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19\x2e."), "PyTorch"},
    {BYTES ("\x80\4\x95\x10\0\0\0\0\0\0\0\x8cgensim"), "pickle"},
    {BYTES ("\x80\2}q\0."), "pickle"},
    {BYTES ("\x89HDF\r\n\x1a\n\0\0"), "HDF5"},
    {BYTES ("SQLite format 3\0\x10\0"), "SQLite"},
    {BYTES ("PAR1\x15\4"), "Parquet"},
    {BYTES ("ARROW1\0\0"), "Arrow"},
    {BYTES ("FiFu\0\0\0\0"), "finalfusion"},
    {BYTES ("\x0a\x0e\x0a\x05<unk>\x15\0\0"), "SentencePiece"},
    {BYTES ("BZh91AY&SY"), "bzip2"},
    {BYTES ("\xfd\x37zXZ\0\0"), "xz"},
    {BYTES ("\x28\xb5\x2f\xfd\4"), "Zstandard"},
    {BYTES ("7z\xbc\xaf\x27\x1c\0"), "7-Zip"},
    {BYTES ("\xff\xfe"
            "a\0 \0"),
     "UTF-16"},
    {BYTES ("\xfe\xff\0a\0 "), "UTF-16"},
    {BYTES ("w\0o\0r\0d\0 \0\x30\0.\0\x31\0\n\0"), "UTF-16"},
    {BYTES ("king 0.5 2\rqueen 1 3\r"), "carriage returns"},
    {BYTES ("%PDF-1.7\n"), "PDF"},
    {BYTES ("\x40\0\0\0\0\0\0\0{\"a\":{\"dtype\":\"F32\""), "safetensors"},
    {BYTES ("version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12345\n"), "Git LFS"},
    {BYTES ("#version: 0.2\nt h\nth e\n"), "merges"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    sema_test_assert_refused ("other.bin", cases[i].bytes, cases[i].length, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, cases[i].part);
}

static void
test_all_zero (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  sema_test_append_zeros (bytes, 5000);
  sema_test_assert_refused ("zeros.bin", bytes->data, bytes->len, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, "zeros");
  sema_test_assert_refused ("zero.bin", bytes->data, 1, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, "zeros");
}

static void
test_tar (void)
{
  g_autoptr (GByteArray) bytes = sema_test_bytes ("glove.txt");

  sema_test_append_zeros (bytes, 257 - bytes->len);
  sema_test_append_text (bytes, "ustar");
  sema_test_append_zeros (bytes, 250);
  sema_test_assert_refused ("x.tar", bytes->data, bytes->len, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, "tar archive");
}

static void
test_old_fasttext (void)
{
  static const gint32    numbers[] = {100, 5, 5, 1, 5, 1, 2, 2, 2000000, 3, 6, 100, 0, 0, 7, 7, 0, 9, 0};
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  sema_test_append (bytes, numbers, sizeof numbers);
  sema_test_append_text (bytes, "the");
  sema_test_append_zeros (bytes, 30);
  sema_test_assert_refused ("old.bin", bytes->data, bytes->len, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, "it is a fastText model");
}

static void
test_twice (void)
{
  g_autoptr (GByteArray) once = sema_test_gzip ("a 1 2\n", 6);
  g_autoptr (GByteArray) twice = sema_test_gzip (once->data, once->len);

  sema_test_assert_refused ("x.gz.gz", twice->data, twice->len, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_UNKNOWN, "compressed twice");
}

/* The letters that other files start with are words too. */
static void
test_words_are_no_magic (void)
{
  g_autoptr (SemaSet) set = sema_test_load_text ("GGUF 1 2\nPAR1 3 4\nBZh 5 6\n");

  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 3);
  g_assert_null (sema_foreign_describe_magic ((const guint8 *)"FiFu 1 2\n", 9));
  g_assert_null (sema_foreign_describe_magic ((const guint8 *)"ARROW1 1 2\n", 11));
}

/* What is read in place, and so cannot be compressed. */
static void
test_models (void)
{
  g_assert_true (sema_foreign_is_model ((const guint8 *)"GGUF\3\0\0\0", 8));
  g_assert_true (sema_foreign_is_model ((const guint8 *)"\x93NUMPY\1", 7));
  g_assert_true (sema_foreign_is_model ((const guint8 *)"\x80\4\x95", 3));
  g_assert_true (sema_foreign_is_model ((const guint8 *)"\x20\0\0\0\0\0\0\0{\"a\":", 13));
  g_assert_true (sema_foreign_is_model ((const guint8 *)"\xba\x16\x4f\x2f\x0c\0\0\0", 8));
  g_assert_false (sema_foreign_is_model ((const guint8 *)"king 1 2", 8));
  g_assert_false (sema_foreign_is_model ((const guint8 *)"%PDF-1.4", 8));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/foreign/magic", test_magic);
  g_test_add_func ("/formats/foreign/all-zero", test_all_zero);
  g_test_add_func ("/formats/foreign/tar", test_tar);
  g_test_add_func ("/formats/foreign/old-fasttext", test_old_fasttext);
  g_test_add_func ("/formats/foreign/twice", test_twice);
  g_test_add_func ("/formats/foreign/words-are-no-magic", test_words_are_no_magic);
  g_test_add_func ("/formats/foreign/models", test_models);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
