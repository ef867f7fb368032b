/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-file-name.h"

static void
test_label (void)
{
  static const struct
  {
    const char *path, *label;
  } cases[] = {
    {"/home/x/king.bin.gz", "king.bin.gz"},
    {"größe.txt", "größe.txt"},
    {"a\nb.vec", "a‹U+000A›b.vec"},
    {"\xff.bin", "‹0xFF›.bin"},
    {"\xe2\x80\xae"
     "nib.exe",
     "‹U+202E›nib.exe"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = sema_file_name_to_label (cases[i].path);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_set_name (void)
{
  static const struct
  {
    const char *path, *name;
  } cases[] = {
    {"/a/b/GloVe.bin.gz", "GloVe"},
    {"glove.6B.50d.txt", "glove.6B.50d"},
    {"wiki.vec", "wiki"},
    {"wiki.VEC.GZ", "wiki"},
    {"words", "words"},
    {"x.tsv", "x.tsv"},
    {"x.bin.txt", "x.bin"},
    {".gz", ".gz"},
    {".txt", ".txt"},
    {".bin.gz", ".bin"},
    {"\xff.vec", "‹0xFF›"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = sema_file_name_to_set_name (cases[i].path);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/file-name/label", test_label);
  g_test_add_func ("/formats/file-name/set-name", test_set_name);
  return g_test_run ();
}
