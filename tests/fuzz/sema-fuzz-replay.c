/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In place of libFuzzer: reads the seeds once, folder by folder. */
#include <glib/gprintf.h>
#include <stdio.h>
#include <stdlib.h>

#include "sema-fuzz.h"

static void
read_seed (const char *path)
{
  char   *contents;
  gsize   length;
  guint8 *data;

  /* The last line says which seed it was, if the program ends here. */
  g_printf ("# %s\n", path);
  fflush (stdout);
  if (!g_file_get_contents (path, &contents, &length, NULL))
    g_error ("%s cannot be read", path);
  /* One byte too far is one that nobody may read: there is no NUL. */
  data = g_memdup2 (contents, length);
  g_free (contents);
  LLVMFuzzerTestOneInput (data != NULL ? data : (const guint8 *)"", length);
  g_free (data);
}

/* How many there are. Other folders in it are those of somebody else. */
static guint
read_seeds (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char      *name;
  guint            n = 0;

  if (dir == NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      read_seed (path);
      return 1;
    }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!g_file_test (file, G_FILE_TEST_IS_REGULAR))
        continue;
      read_seed (file);
      n++;
    }
  return n;
}

int
main (int argc, char **argv)
{
  gboolean is_fine = argc > 1;

  LLVMFuzzerInitialize (&argc, &argv);
  for (int i = 1; i < argc; i++)
    {
      guint n = read_seeds (argv[i]);

      g_printf ("%sok %d - %s: its seeds are read\n", n > 0 ? "" : "not ", i, argv[i]);
      is_fine &= n > 0;
    }
  g_printf ("1..%d\n", argc - 1);
  return is_fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
