/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In place of libFuzzer: reads the seeds once, as they are and cut at every length, and good files of all other kinds, with little stack
 * and in a country where numbers have commas and “i” has no capital “I”. */
#include <glib/gprintf.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "sema-fuzz.h"

#define STACK (256 * 1024)
#define SHORT 700 /* bytes of a seed that is cut at every length */

typedef void (*Reader) (const guint8 *data, gsize size);

static guint n_cases;
static guint n_failed;

static void
tell_case (gboolean is_fine, const char *path, const char *what)
{
  n_cases++;
  n_failed += !is_fine;
  g_printf ("%sok %u - %s: %s\n", is_fine ? "" : "not ", n_cases, path, what);
}

/* A block of just these bytes: no NUL is behind them. */
static void
read_bytes (const guint8 *data, gsize size)
{
  g_autofree guint8 *copy = g_memdup2 (data, size);

  LLVMFuzzerTestOneInput (copy != NULL ? copy : (const guint8 *)"", size);
}

static void
read_cuts (const guint8 *data, gsize size)
{
  for (gsize length = 0; size <= SHORT && length < size; length++)
    read_bytes (data, length);
}

static void
read_file (const char *path, Reader reader)
{
  g_autofree char *contents = NULL;
  gsize            length;

  /* The last of these lines says which it was, if the program ends here. */
  g_printf ("# %s\n", path);
  fflush (stdout);
  if (!g_file_get_contents (path, &contents, &length, NULL))
    g_error ("%s cannot be read", path);
  reader ((const guint8 *)contents, length);
}

/* A file, or those of a folder. Returns how many there were. */
static guint
read_files (const char *path, Reader reader)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char      *name;
  guint            n = 0;

  if (dir == NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      read_file (path, reader);
      return 1;
    }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!g_file_test (file, G_FILE_TEST_IS_REGULAR))
        continue;
      read_file (file, reader);
      n++;
    }
  return n;
}

static guint
count_descriptors (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint            n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Whatever is as large as a file must not be on the stack. */
static void
limit_stack (void)
{
  struct rlimit limit;

  getrlimit (RLIMIT_STACK, &limit);
  limit.rlim_cur = STACK;
  setrlimit (RLIMIT_STACK, &limit);
}

/* Arguments: folders and files of seeds, “others”, folders of good files of any kind. */
int
main (int argc, char **argv)
{
  gboolean is_other = FALSE;
  guint    n_descriptors = 0;

  limit_stack ();
  setlocale (LC_ALL, "tr_TR.UTF-8");
  LLVMFuzzerInitialize (&argc, &argv);
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "others"))
      is_other = TRUE;
    else if (is_other)
      tell_case (read_files (argv[i], read_bytes) > 0, argv[i], "good files of all kinds");
    else
      {
        tell_case (read_files (argv[i], read_bytes) > 0, argv[i], "the seeds");
        n_descriptors = n_descriptors > 0 ? n_descriptors : count_descriptors ();
        tell_case (read_files (argv[i], read_cuts) > 0, argv[i], "every length of the small seeds");
      }
  tell_case (!is_other || n_descriptors > 0, argv[0], "there are seeds");
  tell_case (count_descriptors () == n_descriptors, argv[0], "no file is left open");
  g_printf ("1..%u\n", n_cases);
  return n_failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
