/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-foreign-zip.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-test-files.h"

/* The first bytes of an archive whose first entry has this name. */
static GByteArray *
make_archive (const char *name)
{
  GByteArray *bytes = sema_test_bytes ("PK\3\4");

  sema_test_append_zeros (bytes, 26);
  bytes->data[26] = (guint8)strlen (name);
  sema_test_append_text (bytes, name);
  sema_test_append_text (bytes, "contents");
  return bytes;
}

static void
test_kinds (void)
{
  static const struct
  {
    const char     *name, *part;
    SemaFormatError code;
  } cases[] = {
    {"archive/data.pkl", "PyTorch", SEMA_FORMAT_ERROR_UNKNOWN},
    {"model/.format_version", "PyTorch", SEMA_FORMAT_ERROR_UNKNOWN},
    {"arr_0.npy", "NumPy", SEMA_FORMAT_ERROR_UNKNOWN},
    {"glove.6B.50d.txt", "as in a download that was cut short", SEMA_FORMAT_ERROR_DAMAGED},
    {"", "as in a download that was cut short", SEMA_FORMAT_ERROR_DAMAGED},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) bytes = make_archive (cases[i].name);

      g_assert_true (sema_foreign_is_zip (bytes->data, bytes->len));
      sema_test_assert_refused ("x.zip", bytes->data, bytes->len, SEMA_FORMAT_ERROR, (int)cases[i].code, cases[i].part);
    }
}

/* Every length of the first bytes gives some clause. */
static void
test_cut (void)
{
  g_autoptr (GByteArray) bytes = make_archive ("archive/data.pkl");

  bytes->data[27] = 0xff;
  for (gsize n = 4; n <= bytes->len; n++)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes->data, n);
      g_autofree char   *clause = sema_foreign_describe_zip (copy, n);

      g_assert_nonnull (clause);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/foreign-zip/kinds", test_kinds);
  g_test_add_func ("/formats/foreign-zip/cut", test_cut);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
